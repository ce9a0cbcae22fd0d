"""The names of all commands, and where each stands. Loads none of them."""

# A name that nobody types, so that every file name stays a SOURCE.
SCREEN = " "
# Where each command stands, "module:function" below reader.cli, in the order of help.
COMMANDS = {
    SCREEN: "screen:open_source",
    "summarize": "summarize:summarize",
    "batch": "batch:batch",
    "quotes": "quotes:quotes",
    "search": "library:search",
    "watch": "watching:watch",
    "list": "kept:list_articles",
    "open": "kept:open_article",
    "tag": "kept:tag",
    "import": "feed_lists:import_articles",
    "export": "exporting:export",
    "backup": "library:backup",
    "check": "library:check",
    "serve": "screen:serve",
    "schema": "shipped:schema",
}
# Those that have commands of their own: what they are for, and these.
GROUPS: dict[str, tuple[str, dict[str, str]]] = {
    "feeds": (
        "Follow feeds, and ask them for what is new.",
        {
            "add": "feeds:add",
            "list": "feeds:list_feeds",
            "reload": "feeds:reload",
            "remove": "feeds:remove",
            "import": "feed_lists:import_feeds",
            "export": "feed_lists:export_feeds",
        },
    ),
    "template": (
        "Show the templates that Markdown notes are made with.",
        {"list": "shipped:list_templates", "show": "shipped:show_template"},
    ),
    "corrections": ("Hand out what you decided of the quotes you checked.", {"export": "corrections:export"}),
}

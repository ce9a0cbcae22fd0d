"""Every command of the screen, in one table; what each does stands in the modules beside it.

Bindings, help, palette, footer and the README's key table are made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.binding import Binding, BindingsMap

from reader.ui.attention.panes import Pane
from reader.ui.commands import finding, focusing, keeping, moving, panes, picture, points, program, quotes
from reader.ui.commands.keys import Sections, label


class Command(NamedTuple):
    """One thing the reader can ask for.

    `keys` are Textual's names, parted by spaces. `act` is called with the article's screen, or with the app where the
    command holds on every screen (`is_for_app`); where it does another thing with each key (`takes_key`), also with
    the key pressed, or, if the reader has other keys for it, the key in the place of which that one stands.
    """

    id: str
    keys: str
    act: Callable[..., None]
    description: str
    is_for_app: bool = False
    takes_key: bool = False

    def action(self, key: str = "") -> str:
        """Textual's action of the command: found by its name in `BY_ID` when it is run."""
        return f"{'app.' if self.is_for_app else ''}command({self.id!r}, {key if self.takes_key else ''!r})"


SECTIONS: dict[str, tuple[Command, ...]] = {
    "Moving": (
        Command("scroll_down", "j down", partial(moving.line, direction=1), "Down a line; in a list, to the next item"),
        Command("scroll_up", "k up", partial(moving.line, direction=-1), "Up a line; in a list, to the previous item"),
        Command("page_down", "space pagedown", partial(moving.page, direction=1), "Down a page"),
        Command("page_up", "b pageup", partial(moving.page, direction=-1), "Up a page"),
        Command("top", "g home", partial(moving.end, direction=-1), "To the top"),
        Command("bottom", "G end", partial(moving.end, direction=1), "To the end"),
        Command("next_heading", "l", partial(moving.heading, direction=1), "Next heading"),
        Command("previous_heading", "h", partial(moving.heading, direction=-1), "Previous heading"),
        Command("back", "backspace", moving.back, "Back to where you were before the last jump"),
        Command("follow", "f", moving.follow, "Follow a link: its number, then Enter"),
        Command("narrower", "<", partial(moving.measure, direction=-1), "Narrower text"),
        Command("wider", ">", partial(moving.measure, direction=1), "Wider text"),
        Command("next_pane", "tab", partial(moving.pane, direction=1), "To the next pane: the article, then the lists"),
        Command("previous_pane", "shift+tab", partial(moving.pane, direction=-1), "To the pane before"),
        Command("go_to_place", "enter", moving.go_to_place, "From a list to where the item stands in the article"),
        Command("key_point", "1 2 3 4 5 6 7 8 9", moving.key_point, "To a key point in the article", takes_key=True),
    ),
    "Quotes and people": (
        Command("next_quote", "]", partial(quotes.quote, direction=1), "Next quote"),
        Command("previous_quote", "[", partial(quotes.quote, direction=-1), "Previous quote"),
        Command("next_same_speaker", "}", partial(quotes.same_speaker, direction=1), "Next quote of the same speaker"),
        Command(
            "previous_same_speaker",
            "{",
            partial(quotes.same_speaker, direction=-1),
            "Previous quote of the same speaker",
        ),
        Command("denied", "D", quotes.denied, "To the quote that this one denies"),
        Command("next_actor", "a )", partial(quotes.actor, direction=1), "Next actor of the list"),
        Command("previous_actor", "A (", partial(quotes.actor, direction=-1), "Previous actor of the list"),
        Command("dim", "d", focusing.dim, "Dim everything but the quotes; again ends it"),
        Command("alone", "e", focusing.alone, "Only the current speaker's words; again ends it"),
        Command("context", "c", focusing.context, "The sentences around them; again ends it"),
        Command("filter", "u", quotes.choose_filter, "List some quotes only: by speaker, kind or speech act"),
    ),
    "Sidebar": (
        Command("toggle_sidebar", "z", panes.toggle, "Hide or show the sidebar"),
        Command("narrower_sidebar", ",", partial(panes.width, direction=-1), "Narrower sidebar"),
        Command("wider_sidebar", ".", partial(panes.width, direction=1), "Wider sidebar; the mouse can drag its edge"),
    ),
    "Key points": (
        Command("more_points", "+", partial(points.number, direction=1), "More key points"),
        Command("fewer_points", "-", partial(points.number, direction=-1), "Fewer key points"),
        Command("next_method", "m", points.method, "Choose the key points by the next method"),
    ),
    "Finding": (
        Command("find", "/", finding.find, "Find in the article; a capital letter makes case count"),
        Command("next", "n", partial(finding.step, direction=1), "Next match; next quote when nothing is searched"),
        Command("previous", "N", partial(finding.step, direction=-1), "Previous match, or quote"),
        Command("leave", "escape", finding.leave, "End the search or filter; to the article; stop; let go"),
    ),
    "Keeping": (
        Command("save", "s", keeping.save, "Save a Markdown note of the article"),
        Command("copy", "y", keeping.copy, "Copy the quote with its source, or what is selected"),
        Command("copy_selection", "ctrl+c", keeping.copy_selection, "Copy what is selected with the mouse"),
        Command("copy_menu", "Y", keeping.copy_menu, "Copy the quote, the key points, the link or the whole note"),
        Command("browser", "o", keeping.browser, "Open the article in the browser"),
        Command("image", "i", picture.image, "Show the lead image, or its caption"),
        Command("retry", "r", keeping.retry, "Try again after an error"),
    ),
    "Program": (
        Command("theme", "t", program.next_theme, "Next theme", is_for_app=True),
        Command(
            "choose_theme", "T", program.choose_theme, "Choose a theme, each shown as you go to it", is_for_app=True
        ),
        Command("help", "?", program.show_help, "Show every key", is_for_app=True),
        Command("command_palette", "ctrl+p", program.show_palette, "Search all commands by name", is_for_app=True),
        Command("quit", "q", program.leave, "Quit", is_for_app=True),
    ),
}

COMMANDS: tuple[Command, ...] = tuple(command for section in SECTIONS.values() for command in section)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

# The footer's commands in each kind of pane, and what it calls them, the most needed first: it shows as many as fit.
_ALWAYS = {"help": "help", "quit": "quit"}
_FOOTER_OF_ARTICLE = {
    "next_quote": "next quote",
    "next_pane": "panes",
    "find": "find",
    "save": "save",
    **_ALWAYS,
    "alone": "one speaker",
    "dim": "dim",
    "next_same_speaker": "same speaker",
    "next_actor": "actors",
    "copy": "copy",
    "toggle_sidebar": "sidebar",
    "filter": "filter",
    "theme": "theme",
    "browser": "browser",
}
_FOOTER_OF_LIST = {
    "go_to_place": "to its place",
    "next_pane": "panes",
    **_ALWAYS,
    "leave": "article",
    "find": "find",
    "wider_sidebar": "wider",
    "toggle_sidebar": "hide",
    "theme": "theme",
}
_FOOTER_OF_ACTORS = {
    "go_to_place": "to its place",
    "next_pane": "panes",
    **_ALWAYS,
    "alone": "one speaker",
    **_FOOTER_OF_LIST,
}
_FOOTER_OF_QUOTES = {"go_to_place": "to its place", "filter": "filter", **_FOOTER_OF_ACTORS, "copy": "copy"}
_FOOTERS: dict[Pane, dict[str, str]] = {
    "article": _FOOTER_OF_ARTICLE,
    "quotes": _FOOTER_OF_QUOTES,
    "actors": _FOOTER_OF_ACTORS,
}


def bind(bindings: BindingsMap, sections: Sections, *, for_app: bool) -> None:
    """Give a screen, or the app, the keys of its commands in the place of those that Textual gives it."""
    for key, binding in BindingsMap(_bindings(sections, for_app=for_app)):
        bindings.key_to_bindings[key] = [binding]


def _bindings(sections: Sections, *, for_app: bool) -> Iterator[Binding]:
    for command in commands_of(sections):
        if command.is_for_app == for_app:
            for key, argument in zip(command.keys.split(), BY_ID[command.id].keys.split(), strict=False):
                # Textual parts keys at commas.
                key = key.replace(",", "comma")
                yield Binding(key, command.action(argument), command.description, show=False, id=f"{command.id}_{key}")


def commands_of(sections: Sections) -> list[Command]:
    """All commands of a table."""
    return [command for section in sections.values() for command in section]


def key_labels(command: Command) -> list[str]:
    """The command's keys as a reader knows them: "j" and "↓", or "1–9"."""
    keys = command.keys.split()
    if command.takes_key and command.keys == BY_ID[command.id].keys:
        return [f"{keys[0]}–{keys[-1]}"]
    return [label(key) for key in keys]


def footer(sections: Sections, pane: Pane) -> list[tuple[Command, str, str]]:
    """The footer's commands, the most needed first, each with its first key and the word for it."""
    words = _FOOTERS.get(pane, _FOOTER_OF_LIST)
    commands = {command.id: command for command in commands_of(sections)}
    return [
        (commands[name], key_labels(commands[name])[0], word) for name, word in words.items() if commands[name].keys
    ]


def markdown_table_of_ids() -> str:
    """The table of what can be given keys in the configuration."""
    rows = [
        f"| `{command.id}` | {' '.join(f'`{name}`' for name in key_labels(command))} | {command.description} |"
        for command in COMMANDS
    ]
    return "\n".join(["| command | keys | |", "|---|---|---|", *rows])


def markdown_table() -> str:
    """The key table of the README."""
    rows = [
        f"| {' '.join(f'`{name}`' for name in key_labels(command))} | {command.description} |" for command in COMMANDS
    ]
    return "\n".join(["| keys | |", "|---|---|", *rows])

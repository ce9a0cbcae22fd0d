"""Which command was meant: every command with its name, and SOURCE alone for the screen.

Loads nothing heavy before a command needs it, and of the commands only the one that was meant.
"""

import difflib
import importlib
import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

import reader
from reader.cli import screen
from reader.cli.usage import WrongUse, told_plainly

# A name that nobody types, so that every file name stays a SOURCE.
_SCREEN = " "
# Where each command stands, "module:function" below reader.cli, in the order of help.
_COMMANDS = {
    _SCREEN: "screen:open_source",
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
_GROUPS: dict[str, tuple[str, dict[str, str]]] = {
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


def _loaded(commands: Mapping[str, str], help_text: str = "") -> Any:
    """A command, or several under one name, ready to be run."""
    made = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=help_text or None)
    if help_text:
        made.callback()(lambda: None)
    for name, place in commands.items():
        module, _, function = place.partition(":")
        made.command(name, hidden=name == _SCREEN)(getattr(importlib.import_module(f"reader.cli.{module}"), function))
    return get_command(made)


class _SourceOrCommand(TyperGroup):
    """Takes a first argument that names no command for the SOURCE to open on the screen."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what it cannot take is told plainly."""
        try:
            return super().invoke(ctx)
        except WrongUse:
            raise
        except typer.BadParameter as error:
            raise told_plainly(error) from error

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, in the order of help."""
        return [*_COMMANDS, *_GROUPS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load the command of a name; None where there is none."""
        if cmd_name in _GROUPS:
            described, commands = _GROUPS[cmd_name]
            return _loaded(commands, described)
        return _loaded({cmd_name: _COMMANDS[cmd_name]}) if cmd_name in _COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Give the command that was named, else the screen."""
        known = self.list_commands(ctx)
        if args[0] in known and args[0] != _SCREEN:
            return super().resolve_command(ctx, args)
        if len(args) > 1 and (meant := difflib.get_close_matches(args[0], known)):
            raise WrongUse(f"No such command '{args[0]}'. Did you mean '{meant[0]}'?", ctx=ctx)
        # "--" again: one was used up to get a name like "-notes.txt" this far.
        return _SCREEN, self.get_command(ctx, _SCREEN), ["--", *args] if args[0][:1] == "-" else args


app = typer.Typer(
    cls=_SourceOrCommand,
    subcommand_metavar="[SOURCE] | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {reader.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    theme: screen.Theme = "",
    is_private: screen.Private = False,
) -> None:
    """Read the news in a terminal, and see who said what.

    SOURCE is an http(s) address, the path of a page (.html, .mhtml), a text (.txt, .md) or a mail (.eml), or - for
    standard input. It opens on the screen; without one, the screen asks for it. A file named like a command is opened
    as ./summarize.
    """
    context.obj = screen.Start(theme, is_private)
    if context.invoked_subcommand is None:
        piped = not sys.stdin.isatty()  # piped text would reach the screen as key presses
        screen.show("-" if piped else None, context.obj)
    elif theme and context.invoked_subcommand != _SCREEN:
        raise WrongUse(f"--theme is for the screen; {context.invoked_subcommand} takes none.")
    elif is_private and context.invoked_subcommand != _SCREEN:
        raise WrongUse(f"--private is for the screen; {context.invoked_subcommand} does not take it.")

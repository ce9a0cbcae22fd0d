"""Which command was meant: every command with its name, and SOURCE alone for the screen.

Loads nothing heavy before a command needs it, and of the commands only the one that was meant.
"""

import difflib
import importlib
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from reader.cli import direct, screen, showing
from reader.cli.names import COMMANDS, GROUPS, SCREEN
from reader.cli.usage import WrongUse, told_plainly


def _loaded(commands: Mapping[str, str], help_text: str = "") -> Any:
    """A command, or several under one name, ready to be run."""
    made = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=help_text or None)
    if help_text:
        made.callback()(lambda: None)
    for name, place in commands.items():
        module, _, function = place.partition(":")
        made.command(name, hidden=name == SCREEN)(getattr(importlib.import_module(f"reader.cli.{module}"), function))
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
        return [*COMMANDS, *GROUPS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load the command of a name; None where there is none."""
        if cmd_name in GROUPS:
            described, commands = GROUPS[cmd_name]
            return _loaded(commands, described)
        return _loaded({cmd_name: COMMANDS[cmd_name]}) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Give the command that was named, else the screen."""
        known = self.list_commands(ctx)
        if args[0] in known and args[0] != SCREEN:
            return super().resolve_command(ctx, args)
        if len(args) > 1 and (meant := difflib.get_close_matches(args[0], known)):
            raise WrongUse(f"No such command '{args[0]}'. Did you mean '{meant[0]}'?", ctx=ctx)
        # "--" again: one was used up to get a name like "-notes.txt" this far.
        return SCREEN, self.get_command(ctx, SCREEN), ["--", *args] if args[0][:1] == "-" else args


app = typer.Typer(
    cls=_SourceOrCommand,
    subcommand_metavar="[SOURCE] | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        direct.tell_version()
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
    context.obj = showing.Start(theme, is_private)
    if context.invoked_subcommand is None:
        showing.show_first(context.obj)
    elif theme and context.invoked_subcommand != SCREEN:
        raise WrongUse(f"--theme is for the screen; {context.invoked_subcommand} takes none.")
    elif is_private and context.invoked_subcommand != SCREEN:
        raise WrongUse(f"--private is for the screen; {context.invoked_subcommand} does not take it.")

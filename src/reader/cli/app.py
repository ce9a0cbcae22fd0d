"""Which command was meant: every command with its name, and SOURCE alone for the screen.

Loads nothing heavy before a command needs it.
"""

import difflib
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import reader
from reader.cli import (
    batch,
    corrections,
    exporting,
    feed_lists,
    feeds,
    kept,
    library,
    quotes,
    screen,
    shipped,
    summarize,
    watching,
)
from reader.cli.usage import WrongUse, told_plainly

# A name that nobody types, so that every file name stays a SOURCE.
_SCREEN = " "


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

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Give the command that was named, else the screen."""
        named = args[0] in self.commands and args[0] != _SCREEN
        mistyped = len(args) > 1 and difflib.get_close_matches(args[0], self.commands)
        if named or mistyped:
            return super().resolve_command(ctx, args)
        # "--" again: one was used up to get a name like "-notes.txt" this far.
        return "", self.commands[_SCREEN], ["--", *args] if args[0][:1] == "-" else args


app = typer.Typer(
    cls=_SourceOrCommand,
    subcommand_metavar="[SOURCE] | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
template_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(template_app, name="template", help="Show the templates that Markdown notes are made with.")
corrections_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(corrections_app, name="corrections", help="Hand out what you decided of the quotes you checked.")
feeds_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(feeds_app, name="feeds", help="Follow feeds, and ask them for what is new.")
app.command(_SCREEN, hidden=True)(screen.open_source)
app.command()(summarize.summarize)
app.command()(batch.batch)
app.command()(quotes.quotes)
app.command()(library.search)
app.command()(watching.watch)
app.command()(exporting.export)
app.command()(library.backup)
app.command()(library.check)
app.command()(screen.serve)
app.command()(shipped.schema)
corrections_app.command()(corrections.export)
app.command("list")(kept.list_articles)
app.command("open")(kept.open_article)
app.command()(kept.tag)
app.command("import")(feed_lists.import_articles)
feeds_app.command()(feeds.add)
feeds_app.command("list")(feeds.list_feeds)
feeds_app.command()(feeds.reload)
feeds_app.command()(feeds.remove)
feeds_app.command("import")(feed_lists.import_feeds)
feeds_app.command("export")(feed_lists.export_feeds)
template_app.command("list")(shipped.list_templates)
template_app.command("show")(shipped.show_template)


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
) -> None:
    """Read the news in a terminal, and see who said what.

    SOURCE is an http(s) address, the path of a page (.html, .mhtml), a text (.txt, .md) or a mail (.eml), or - for
    standard input. It opens on the screen; without one, the screen asks for it. A file named like a command is opened
    as ./summarize.
    """
    context.obj = theme
    if context.invoked_subcommand is None:
        piped = not sys.stdin.isatty()  # piped text would reach the screen as key presses
        screen.show("-" if piped else None, theme)
    elif theme and context.invoked_subcommand != _SCREEN:
        raise WrongUse(f"--theme is for the screen; {context.invoked_subcommand} takes none.")

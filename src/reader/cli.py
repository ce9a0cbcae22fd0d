"""The command line: which command was meant, where its result goes, how a failure is told, what the exit code is.

Loads nothing heavy before a command needs it. Standard output carries results alone.
"""

import contextlib
import difflib
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

import reader
from reader import notes
from reader.errors import ReaderError, SetupError
from reader.render.untrusted import encodable, one_line, printable
from reader.settings import config as settings
from reader.settings.config import Config
from reader.summarize import Method

if TYPE_CHECKING:
    from reader.model import Listing, Reading

# A name that nobody types, so that every file name stays a SOURCE.
_SCREEN = " "
# What parts several results: a note begins with its own "---", a line of JSON Lines needs nothing.
_BETWEEN: dict[notes.Format, str] = {"markdown": "\n", "json": "", "text": f"\n{'=' * 72}\n\n"}


class _Wanted(NamedTuple):
    """How results are written, and where to: `folder` is None where `output` means a file or standard output."""

    form: notes.Format
    output: str | None
    folder: Path | None
    template: notes.Template | None


class _SourceOrCommand(TyperGroup):
    """Takes a first argument that names no command for the SOURCE to open on the screen."""

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


def main() -> None:
    """Run the command line."""
    app(prog_name="onrecord")


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
) -> None:
    """Read the news in a terminal, and see who said what.

    SOURCE is an http(s) address, the path of a page (.html, .mhtml), a text (.txt, .md) or a mail (.eml), or - for
    standard input. It opens on the screen; without one, the screen asks for it. A file named like a command is opened
    as ./summarize.
    """
    if context.invoked_subcommand is None:
        piped = not sys.stdin.isatty()  # piped text would reach the screen as key presses
        _open_screen("-" if piped else None)


@app.command(_SCREEN, hidden=True)
def _screen(source: Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)]) -> None:
    """Open an article on the screen."""
    _open_screen(source)


def _open_screen(source: str | None) -> None:
    try:
        if not sys.stdout.isatty():
            raise SetupError("The screen needs a terminal to show itself on.", "Try: onrecord summarize SOURCE")
        config, warnings = settings.load()
        stdin = sys.stdin.buffer.read() if source == "-" else None
        from reader import ui

        ui.run(source, config, stdin=stdin, warnings=warnings)
    except ReaderError as error:
        _tell(_told(error))
        raise typer.Exit(1) from error


@app.command()
def summarize(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Addresses, files, or - for standard input.")],
    form: Annotated[notes.Format, typer.Option("--format", "-f", help="How to write the result.")] = "markdown",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="A file, or a folder (dir/) for one note an article."),
    ] = None,
    key_points: Annotated[
        int | None,
        typer.Option(
            "--key-points", "-n", min=1, max=settings.MOST_KEY_POINTS, help="How many key points; else as configured."
        ),
    ] = None,
    method: Annotated[
        Method | None, typer.Option("--method", help="How key points are chosen; else as configured.")
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template", "-t", metavar="FILE|NAME", help="What to make Markdown notes with; else as configured."
        ),
    ] = None,
) -> None:
    """Write key points, quotes, actors, dates and figures, without a screen.

    Several articles in JSON are written as JSON Lines. A failure is told on standard error, does not stop the rest, and
    makes the exit code 1.
    """
    folder = _output_folder(output, len(sources))
    if template is not None and form != "markdown":
        raise typer.BadParameter(f"a template makes Markdown notes, not {form}", param_hint="'--template'")
    _silence_libraries()
    config = _configured()
    wanted = _Wanted(form, output, folder, _template(config.template if template is None else template, form))
    stdin = sys.stdin.buffer.read() if "-" in sources else None
    attempt = partial(
        _attempt, stdin=stdin, key_points=key_points or config.key_points, method=method or config.method, config=config
    )
    if not _written(sources, attempt, wanted):
        raise typer.Exit(1)


def _written(sources: list[str], attempt: "Callable[[str], Reading | str]", wanted: _Wanted) -> bool:
    """Read and write one source after the other; say whether all went well."""
    written = failed = 0
    for source in sources:
        with _progress(written + failed, len(sources), source):
            outcome = attempt(source)
        several, first = len(sources) > 1, not written
        if fault := outcome if isinstance(outcome, str) else _deliver(outcome, wanted, several=several, first=first):
            _tell(fault)
            failed += 1
        else:
            written += 1
    return not failed


@app.command()
def serve(
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", show_default=False)] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes any free port.")] = 0,
) -> None:
    """Open the screen in a browser on this machine.

    Prints an address that works once, in one browser, and serves until Ctrl+C. Nobody else is let in.
    """
    from reader import serve as serving

    try:
        serving.run(source, port)
    except ReaderError as error:
        _tell(_told(error))
        raise typer.Exit(1) from error


@app.command()
def schema() -> None:
    """Print the JSON Schema of what summarize -f json writes."""
    import json

    from reader.render.json import schema as json_schema

    _write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


@template_app.command("list")
def list_templates() -> None:
    """Print the names of the templates that come with the program, the default first."""
    from reader.render import markdown

    _write("".join(f"{name}\n" for name in markdown.shipped_names()))


@template_app.command("show")
def show_template(
    name: Annotated[str, typer.Argument(metavar="[NAME]", show_default=False, help="Else the default.")] = "",
) -> None:
    """Print a template, to start your own from."""
    from reader.render import markdown

    try:
        _write(markdown.shipped(name or markdown.DEFAULT))
    except ReaderError as error:
        _tell(_told(error))
        raise typer.Exit(1) from error


def _template(choice: str, form: notes.Format) -> notes.Template | None:
    """The template that was asked for; without it nothing is read."""
    try:
        return notes.find_template(choice) if form == "markdown" else None
    except ReaderError as error:
        _tell(_told(error))
        raise typer.Exit(1) from error


def _output_folder(output: str | None, sources: int) -> Path | None:
    """The folder that -o means, or None where it means a file or standard output."""
    if output is None or output == "-":
        return None
    if output.endswith((os.sep, "/")) or Path(output).is_dir():
        return Path(output)
    if sources > 1:
        raise typer.BadParameter(f"several articles need a folder; write {output}/", param_hint="'-o'")
    return None


def _configured() -> Config:
    """The settings; what is wrong with them is told."""
    config, warnings = settings.load()
    for warning in warnings:
        _tell(one_line(warning))
    return config


def _silence_libraries() -> None:
    """Keep what libraries log of a page to themselves; what matters of it reaches the person as a ReaderError."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())


def _attempt(source: str, stdin: bytes | None, key_points: int, method: str, config: Config) -> "Reading | str":
    """Read one source; where it fails, give what to tell about it."""
    from reader import pipeline
    from reader.model import Reading

    try:
        found = pipeline.read(source, stdin=stdin, key_points=key_points, model=config.language_model, method=method)
        return found if isinstance(found, Reading) else _listed(found)
    except ReaderError as error:
        return _told(error)
    except Exception:  # noqa: BLE001  a defect met on one page is shown in full, and costs the other pages nothing
        return printable(f"{traceback.format_exc()}\n{source} could not be read because of a defect in onrecord.")


def _deliver(reading: "Reading", wanted: _Wanted, *, several: bool, first: bool) -> str:
    """Put one result where it was asked for; where that fails, give what to tell about it."""
    form, template = wanted.form, wanted.template
    try:
        if wanted.folder:
            notes.save(reading, wanted.folder, saved=date.today(), form=form, template=template)
            return ""
        content = notes.render(reading, form, saved=date.today(), template=template, one_line=several)
        if wanted.output is None or wanted.output == "-":
            _write(content if first else _BETWEEN[form] + content)
        else:
            notes.write(content, Path(wanted.output))
    except ReaderError as error:
        return _told(error)
    return ""


@contextlib.contextmanager
def _progress(done: int, total: int, source: str) -> Iterator[None]:
    """Show how far it is while one source is read, when there are several and somebody is looking."""
    if total == 1 or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        bar.add_task(one_line(source), total=total, completed=done)
        yield


def _told(error: ReaderError) -> str:
    """Put an error in lines: what happened, what to try."""
    return "\n".join([one_line(error.message), *([f"  {one_line(error.hint)}"] if error.hint else [])])


def _listed(listing: "Listing") -> str:
    """Put a page that lists articles in lines: that it does, and the articles to choose from."""
    lines = [one_line(listing.notice), "  Open one of these."]
    for entry in listing.entries:
        lines += [f"  • {one_line(entry.headline)}", f"    {one_line(entry.url)}"]
    return "\n".join(lines)


def _tell(message: str) -> None:
    typer.echo(message, err=True)


def _write(content: str) -> None:
    """Write a result to standard output, in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(encodable(content).encode("utf-8"))
    sys.stdout.buffer.flush()

"""The command that reads articles without a screen, and where its results go."""

import contextlib
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reader import notes
from reader.cli import completing
from reader.cli.failures import told
from reader.cli.output import fail, tell, write
from reader.cli.reading import Wish, check_keeping, configured, piped, silence_libraries, watched
from reader.cli.usage import Keep, WrongUse
from reader.errors import ReaderError
from reader.settings import config as settings
from reader.summarize import Method
from reader.text.safe import one_line

if TYPE_CHECKING:
    from reader.model import Reading

# What parts several results: a note begins with its own "---", a line of JSON Lines needs nothing.
_BETWEEN: dict[notes.Format, str] = {"markdown": "\n", "json": "", "text": f"\n{'=' * 72}\n\n"}


class _Wanted(NamedTuple):
    """How results are written, and where to: `folder` is None where `output` means a file or standard output."""

    form: notes.Format
    output: str | None
    folder: Path | None
    template: notes.Template | None


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
            "--template",
            "-t",
            metavar="FILE|NAME",
            autocompletion=completing.templates,
            help="What to make Markdown notes with; else as configured.",
        ),
    ] = None,
    keep: Keep = False,
) -> None:
    """Write key points, quotes, actors, dates and figures, without a screen.

    Several articles in JSON are written as JSON Lines. A failure is told on standard error, does not stop the rest, and
    makes the exit code 1. Nothing is kept of what is read, unless --keep says so.
    """
    folder = _output_folder(output, len(sources))
    if template is not None and form != "markdown":
        raise WrongUse(f"A template makes Markdown notes: -t does not go with -f {form}.")
    silence_libraries()
    config = configured()
    wanted = _Wanted(form, output, folder, _template(config.template if template is None else template, form))
    wish = Wish(key_points or config.key_points, method or config.method, config.language_model, keep)
    check_keeping(wish, config)
    if not _written(sources, piped(sources), wish, wanted):
        raise typer.Exit(1)


def _written(sources: list[str], stdin: bytes | None, wish: Wish, wanted: _Wanted) -> bool:
    """Read the sources, and write one after the other; say whether all went well."""
    written = failed = 0
    several = len(sources) > 1
    with contextlib.closing(watched(sources, stdin, wish)) as read:
        for outcome in read:
            if (
                fault := outcome
                if isinstance(outcome, str)
                else _deliver(outcome, wanted, several=several, first=not written)
            ):
                tell(fault)
                failed += 1
            else:
                written += 1
    return not failed


def _template(choice: str, form: notes.Format) -> notes.Template | None:
    """The template that was asked for; without it nothing is read."""
    try:
        return notes.find_template(choice) if form == "markdown" else None
    except ReaderError as error:
        fail(error)


def _output_folder(output: str | None, sources: int) -> Path | None:
    """The folder that -o means, or None where it means a file or standard output."""
    if output is None or output == "-":
        return None
    if output.endswith((os.sep, "/")) or Path(output).is_dir():
        return Path(output)
    if sources > 1:
        raise WrongUse(f"-o {output} is one file, and several articles need a folder: write {output}/")
    return None


def _deliver(reading: "Reading", wanted: _Wanted, *, several: bool, first: bool) -> str:
    """Put one result where it was asked for; where that fails, give what to tell about it."""
    form, template = wanted.form, wanted.template
    try:
        if wanted.folder:
            path = notes.save(reading, wanted.folder, saved=date.today(), form=form, template=template)
            _tell_written(path)
            return ""
        content = notes.render(reading, form, saved=date.today(), template=template, one_line=several)
        if wanted.output is None or wanted.output == "-":
            write(content if first else _BETWEEN[form] + content)
        else:
            notes.write_to(content, Path(wanted.output))
            _tell_written(Path(wanted.output))
    except ReaderError as error:
        return told(error)
    return ""


def _tell_written(path: Path) -> None:
    """Say which file was written, to somebody who is looking."""
    if sys.stderr.isatty():
        tell(f"Wrote {one_line(str(path))}")

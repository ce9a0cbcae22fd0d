"""The command that writes the library as a folder of notes."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.opened import now, opened
from reader.cli.output import tell
from reader.cli.usage import WrongUse, day
from reader.errors import SetupError
from reader.render.attribution import counted
from reader.text.safe import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from reader.library import Library


def export(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Where the notes go; made where it is missing.")
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Only articles from this day on, and who is quoted in them.")
    ] = "",
    warc: Annotated[
        Path | None, typer.Option("--warc", metavar="FILE", help="The pages that are kept, as a WARC file.")
    ] = None,
) -> None:
    """Write the library as Markdown notes: one an article, one a person who is quoted, linked both ways.

    Run again, it writes what is new or has changed, under the same names. A note that you have changed is left alone
    and named; move it, and the next run writes one in its place. The note of somebody whom you merged into another is
    taken away.

    Pages are kept of articles that you starred, tagged or noted; --warc writes them into a new file.
    """
    begin = day(since) if since else None
    if folder is None and warc is None:
        raise WrongUse("There is nowhere to write to: give a DIR for notes, or --warc FILE.")
    with opened(is_made=False) as library:
        if folder is not None:
            _write_notes(library, folder, begin)
        if warc is not None:
            _write_pages(library, warc, begin)


def _write_notes(library: "Library", folder: Path, since: "datetime | None") -> None:
    from reader.jobs.export import ARTICLES, PEOPLE
    from reader.jobs.export import export as exported

    counts: Counter[str] = Counter()
    for note in exported(library, folder, now(), since):
        counts[note.outcome] += 1
        counts[note.path.parent.name] += 1
        if note.outcome == "changed":
            tell(one_line(f"{note.path} has been changed since it was written, and is left alone."))
    removed = f", {counts['removed']} of who is somebody else now taken away" if counts["removed"] else ""
    tell(
        f"Notes: {counts[ARTICLES]} of articles, {counts[PEOPLE] - counts['removed']} of people; "
        f"{counts['written']} written, {counts['same']} as they were, {counts['changed']} left alone{removed}."
    )


def _write_pages(library: "Library", file: Path, since: "datetime | None") -> None:
    """Write the pages that are kept.

    Raises:
        SetupError: the file is there already, or cannot be written; or warcio is not there.
    """
    from reader.files import streamed_whole
    from reader.library.schema import first_id

    try:
        from reader.batch import warc_writing
    except ImportError as error:
        raise SetupError(
            "WARC files are written with warcio, which is not there.", "pip install 'onrecord[batch]'"
        ) from error
    if file.exists():
        raise SetupError(f"{file} is there already.", "Choose another name: it is never written over.")
    pages = library.articles.pages(None if since is None else first_id(since))
    try:
        with streamed_whole(file) as written_to:
            written, left = warc_writing.write(pages, written_to)
    except OSError as error:
        raise SetupError(f"{file} cannot be written: {error.strerror}.", "Choose another place.") from error
    tell(f"{counted(written, 'page')} written to {file}" + (f"; {left} without an address left out." if left else "."))

"""The command that writes the library as a folder of notes."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from reader.cli.opened import now, opened
from reader.cli.output import tell
from reader.cli.usage import day
from reader.text.safe import one_line


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the notes go; made where it is missing.")],
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Only articles from this day on, and who is quoted in them.")
    ] = "",
) -> None:
    """Write the library as Markdown notes: one an article, one a person who is quoted, linked both ways.

    Run again, it writes what is new or has changed, under the same names. A note that you have changed is left alone
    and named; move it, and the next run writes one in its place.
    """
    from reader.jobs.export import ARTICLES, PEOPLE
    from reader.jobs.export import export as exported

    begin = day(since) if since else None
    counts: Counter[str] = Counter()
    with opened(is_made=False) as library:
        for note in exported(library, folder, now(), begin):
            counts[note.outcome] += 1
            counts[note.path.parent.name] += 1
            if note.outcome == "changed":
                tell(one_line(f"{note.path} has been changed since it was written, and is left alone."))
    tell(
        f"Notes: {counts[ARTICLES]} of articles, {counts[PEOPLE]} of people; "
        f"{counts['written']} written, {counts['same']} as they were, {counts['changed']} left alone."
    )

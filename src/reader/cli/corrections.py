"""The command that hands out what the reader decided of the quotes they checked."""

from pathlib import Path
from typing import Annotated

import typer

from reader.cli.opened import opened
from reader.cli.output import fail, tell, write
from reader.errors import ReaderError


def export(
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="A file; else standard output.")
    ] = None,
) -> None:
    """Write the quotes you checked or corrected as JSON Lines, to teach a copy of the program by.

    One line an article, in the format that make train and make resolver learn from (docs/corrections.md).
    """
    import json

    from reader import notes
    from reader.model import Analysis, Reading
    from reader.render.annotation import annotated
    from reader.text.safe import escaped_in_json

    with opened() as library:
        found = [
            annotated(Reading(each.source, each.article, each.analysis or Analysis()), each.corrections)
            for each in library.articles.corrected()
        ]
    articles = [article for article in found if article is not None]
    content = "".join(escaped_in_json(json.dumps(article, ensure_ascii=False)) + "\n" for article in articles)
    if not articles:
        tell("You have decided of no quote yet: on the screen, ! shows what the current quote rests on.")
    try:
        if output is None or output == "-":
            write(content)
        else:
            notes.write_to(content, Path(output))
    except ReaderError as error:
        fail(error)

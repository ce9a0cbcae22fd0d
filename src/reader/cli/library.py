"""The commands over all that was read: finding in it, watching for what is new, copying it, looking it over."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.opened import now, opened
from reader.cli.output import tell, write
from reader.cli.usage import TableForm, WrongUse

if TYPE_CHECKING:
    from reader.model.library import Hit

Json = Annotated[bool, typer.Option("--json", help="The same as -f json.")]


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="QUERY", help='Words, "phrases", said:NAME, from:PAPER, since:DATE …')
    ],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="How many at most.")] = 50,
    best: Annotated[bool, typer.Option("--best", help="The best matches first, not the newest.")] = False,
    form: Annotated[TableForm, typer.Option("--format", "-f", help="Lines, JSON Lines, or a table.")] = "text",
    as_json: Json = False,
) -> None:
    """Find in all that was read, the newest first, with the words marked where they stand."""
    query = " ".join(words)
    if not any(map(str.isalnum, query)):
        raise WrongUse("There is nothing to look for: give a word, or a filter such as said:NAME.")
    with opened(is_made=False) as library:
        found = library.searching.found(query, now=now(), limit=limit, best_first=best)
    show(found, "json" if as_json else form)
    if not found:
        tell("No article is like that.")


def show(found: tuple[Hit, ...], form: TableForm) -> None:
    """Write what was found; the words that were looked for are bold on a terminal that shows it."""
    from reader.render import hits

    if form == "json":
        write(hits.to_json_lines(found))
    elif form == "csv":
        write(hits.to_csv(found))
    else:
        write(hits.to_text(found, is_marked=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))


def backup(file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]) -> None:
    """Copy the library into a new file, whole, while other programs may use it."""
    with opened(is_made=False) as library:
        library.upkeep.backup(file)
    tell(f"The library is copied to {file}.")


def check() -> None:
    """Look the library over, file and indexes; the exit code is 1 where something is wrong."""
    with opened(is_made=False) as library:
        faults = library.upkeep.check()
    write("".join(f"{fault}\n" for fault in faults))
    if faults:
        raise typer.Exit(1)
    tell("The library is sound.")

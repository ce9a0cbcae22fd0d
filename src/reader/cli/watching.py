"""The command that prints what is new of a search or of a person, for cron: with grep's exit codes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.library import Json, show
from reader.cli.opened import opened
from reader.cli.output import tell, write
from reader.cli.usage import TableForm, WrongUse
from reader.render.attribution import counted
from reader.text.safe import one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.library import Search
    from reader.model.people import PersonPage

# As grep: 0 is for something, 1 for nothing.
_NOTHING, _TROUBLE = 1, 2


def watch(
    words: Annotated[
        list[str], typer.Argument(metavar="NAME|SEARCH", help="Somebody's name, a search, or the name of a kept one.")
    ],
    form: Annotated[TableForm, typer.Option("--format", "-f", help="Lines, JSON Lines, or a table.")] = "text",
    as_json: Json = False,
) -> None:
    """Print what is new since this was asked last: articles, or what somebody said. The first time begins to watch.

    The exit code is 0 where there is something new, 1 where there is nothing, and 2 where it could not be seen.
    """
    asked = one_line(" ".join(words))
    if not any(map(str.isalnum, asked)):
        raise WrongUse("There is nothing to watch for: give a name or a search.")
    form = "json" if as_json else form
    now = datetime.now(UTC)
    with opened(is_made=False, trouble=_TROUBLE) as library:
        search = _kept(library, asked)
        if search is None:
            _begin(library, asked, now)
            raise typer.Exit(_NOTHING)
        found = library.searching.watched(search.id, now=now)
        if not found:
            raise typer.Exit(_NOTHING)
        names = _names(search.query)
        if names:
            pages = _said(library, names, found)
        else:
            hits = tuple(library.searching.shown(found, search.query))
    if names:
        _write_said(pages, form)
    else:
        show(hits, form)


def _kept(library: Library, asked: str) -> Search | None:
    return next((each for each in library.searching.kept("watched") if each.name == asked), None)


def _begin(library: Library, asked: str, now: datetime) -> None:
    """Watch from now on: what was kept under this name, else somebody of this name, else the words."""
    saved = next((each.query for each in library.searching.kept("saved") if each.name == asked), None)
    query = saved or asked
    people = () if saved or ":" in asked or '"' in asked else library.people.named(asked)
    if people:
        query = f'said:"{asked}"'
    library.searching.keep(asked, query, "watched", now=now)
    number = counted(library.searching.count(query, now=now), "article")
    named = ", ".join(one_line(person.name) for person in people[:3])
    what = f"what is said by {named}" if people else query
    tell(f"From now on watching for {what}; {number} so far, which onrecord search '{query}' lists.")


def _names(query: str) -> tuple[str, ...]:
    """The names of a search that is for what somebody says and for nothing else."""
    from reader.library.query import parse

    asked = parse(query)
    is_of_people = asked.filters and not (asked.terms or asked.without)
    if not is_of_people or any(each.key != "said" or each.is_not for each in asked.filters):
        return ()
    return tuple(each.value for each in asked.filters)


def _said(library: Library, names: tuple[str, ...], articles: tuple[int, ...]) -> list[PersonPage]:
    """What those of these names said in some articles."""
    from reader.linking.statements import page

    people = {person.id: person for name in names for person in library.people.named(name)}
    pages = []
    for person in people.values():
        said = [each for number in articles for each in library.quotes.said(by=person.id, article=number)]
        if said:
            pages.append(page(person, library.quotes.roles(person.id), said))
    return pages


def _write_said(pages: list[PersonPage], form: TableForm) -> None:
    from reader.render import person, table

    if form == "text":
        write("".join(map(person.to_text, pages)))
        return
    rows = [row for page in pages for row in person.rows(page)]
    write(table.to_json_lines(rows) if form == "json" else table.to_csv(rows, columns=person.COLUMNS))

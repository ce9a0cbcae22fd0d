"""What one person said, out of the library: for `onrecord quotes --by NAME`."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from reader.cli.output import fail, tell, write
from reader.cli.usage import TableForm, WrongUse
from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.people import PersonPage


def quotes_of(name: str, about: str, since: str, form: TableForm) -> None:
    """Write what everybody of a name said, as the library has it, the latest first.

    Args:
        name: words, or beginnings of words, that their name has.
        about: words that are in the quotes.
        since: a day, ISO 8601; "" for all days.
        form: how to write it.
    """
    from reader.library import FILE, Library
    from reader.render import person, table
    from reader.settings import paths

    begin = _day(since) if since else None
    path = paths.data_folder() / FILE
    try:
        if not path.exists():
            raise LibraryError("There is no library yet: nobody's quotes are kept.", "Give a SOURCE to look through.")
        with closing(Library(path, is_private=True)) as library:
            pages = list(_pages(library, name, about, begin))
    except LibraryError as error:
        fail(error)
    rows = [row for page in pages for row in person.rows(page)]
    if form == "csv":
        write(table.to_csv(rows, columns=person.COLUMNS))
    elif form == "json":
        write(table.to_json_lines(rows))
    else:
        write("".join(map(person.to_text, pages)))
    if not pages:
        tell("No quote is like that.")


def _pages(library: "Library", name: str, about: str, since: datetime | None) -> Iterator["PersonPage"]:
    from reader.linking.statements import page

    for person in library.people.named(name):
        said = library.quotes.said(by=person.id, words=about, since=since)
        if said:
            yield page(person, library.quotes.roles(person.id), said)


def _day(given: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(given), datetime.min.time(), UTC)
    except ValueError:
        raise WrongUse("--since takes a day, such as 2026-03-14.") from None

"""What one person said, out of the library: for `onrecord quotes --by NAME`."""

from reader.cli.opened import opened
from reader.cli.output import tell, write
from reader.cli.usage import QuotesForm, day


def quotes_of(name: str, about: str, since: str, form: QuotesForm) -> None:
    """Write what everybody of a name said, as the library has it, the latest first.

    Args:
        name: words, or beginnings of words, that their name has.
        about: words that are in the quotes.
        since: a day, ISO 8601; "" for all days.
        form: how to write it.
    """
    from reader.library.pages import person_page
    from reader.render import person, table

    begin = day(since) if since else None
    with opened(is_made=False) as library:
        found = (person_page(library, each.id, words=about, since=begin) for each in library.people.named(name))
        pages = [page for page in found if page and (page.statements or page.doubtful)]
    rows = [row for page in pages for row in person.rows(page)]
    if form == "csv":
        write(table.to_csv(rows, columns=person.COLUMNS))
    elif form == "json":
        write(table.to_json_lines(rows))
    elif form == "markdown":
        write("\n".join(map(person.to_markdown, pages)))
    else:
        write("".join(map(person.to_text, pages)))
    if not pages:
        tell("No quote is like that.")

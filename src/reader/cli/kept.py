"""The commands for what is in the library: listing articles, opening one, tagging."""

from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli import showing
from reader.cli.opened import now, opened
from reader.cli.output import tell, write
from reader.errors import LibraryError
from reader.text.safe import one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.library import Listed

Number = Annotated[int, typer.Argument(metavar="ID", help="The number that onrecord list shows.")]


def list_articles(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="FILTER", help="Words, tag:, from:, said:, about:, since:, is:unread.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at most, the newest first.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, for programs.")] = False,
) -> None:
    """List articles of the library, the newest first: number, day, marks, publisher, headline.

    The marks are N for one that is unread, * for a star.
    """
    with opened() as library:
        found = library.searching.listed(library.searching.ids(" ".join(query or ()), now=now(), limit=limit))
    if as_json:
        from reader.render.table import to_json_lines

        write(to_json_lines(found))
    else:
        write("".join(map(_in_text, found)))
    if not found:
        tell("No article is like that." if query else "There is no article in the library yet.")


def open_article(context: typer.Context, number: Number) -> None:
    """Open an article of the library on the screen."""
    with opened() as library:
        listed = _article(library, number)
        if not listed.source:
            raise LibraryError(f"The feed gives no address of “{listed.headline}”.", "Look for it on the feed's site.")
        led_by = library.feeds.led_by(listed)
    showing.show(listed.source, context.obj or showing.Start(), led_by)


def tag(
    number: Number,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="TAG", help="What to call it; -TAG takes one away.")
    ] = None,
) -> None:
    """Tag an article of the library, and write its tags; give -- before the first TAG that begins with -."""
    with opened() as library:
        known = dict.fromkeys(_article(library, number).tags)
        for each in tags or ():
            if each.startswith("-"):
                known.pop(each[1:], None)
            else:
                known[each] = None
        if tags:
            library.articles.tag(number, known)
        shown = _article(library, number).tags
    write("".join(f"{one_line(each)}\n" for each in shown))


def _article(library: "Library", number: int) -> "Listed":
    found = library.searching.listed((number,)) if abs(number) < 1 << 63 else ()
    if not found:
        raise LibraryError(
            f"There is no article {number} in the library.", "onrecord list shows them with their numbers."
        )
    return found[0]


def _in_text(listed: "Listed") -> str:
    marks = f"{' ' if listed.is_read else 'N'}{'*' if listed.is_starred else ' '}"
    day = listed.moment.date().isoformat()
    return f"{listed.id}\t{day}\t{marks}\t{one_line(listed.publisher or '')}\t{one_line(listed.headline)}\n"

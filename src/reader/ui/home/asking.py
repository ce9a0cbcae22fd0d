"""What the home screen asks the library for. Each function runs on the library's own thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.ui.home.completing import MOST, Typed
from reader.ui.home.places import ALL, UNREAD, HomePlace, gathered

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.library import Hit, Listed

# Enough for the tallest screen: the rest is asked for when these are shown.
_FIRST = 200
# Of a list so many articles are looked at at once for the next that is unread.
_AT_ONCE = 500
_UNREAD = "is:unread"

places = gathered


class First(NamedTuple):
    """What the screen begins with."""

    is_empty: bool
    notice: str
    place: HomePlace
    ids: tuple[int, ...]


def first(library: Library, now: datetime) -> First:
    """The first articles of what is unread, or of all where nothing is."""
    is_empty = library.is_empty and not library.feeds.all()
    unread = library.searching.ids(UNREAD.query, now=now, limit=_FIRST)
    found = unread or library.searching.ids(now=now, limit=_FIRST)
    return First(is_empty, library.notice, UNREAD if unread else ALL, found)


def query_of(place: HomePlace, text: str) -> str:
    """What is asked for at a place with a filter."""
    return " ".join(part for part in (place.query, text) if part)


def ids(library: Library, place: HomePlace, text: str, now: datetime) -> tuple[tuple[int, ...], int]:
    """The articles of a place that a filter finds, and the number of the library's state in which it found them."""
    query = query_of(place, text)
    seen = library.changes
    found = library.searching.ids(query, now=now, feed=place.feed, folder=place.folder, stories=place.stories)
    return found, seen


def fresh(
    library: Library, place: HomePlace, text: str, shown: Sequence[int], seen: int, now: datetime
) -> tuple[tuple[int, ...], int] | None:
    """Those of them that are not shown, and the state now; None where nobody else wrote into the library since."""
    if library.changes == seen:
        return None
    known = set(shown)
    found, state = ids(library, place, text, now)
    return tuple(number for number in found if number not in known), state


def beyond(listed: Sequence[int], number: int | None, direction: int) -> Sequence[int]:
    """What stands behind an article in a list, from there on; direction -1 is what stands before it, upwards.

    An article that is not in the list stands where its number, which is its time, would; without one all of the list is
    behind.
    """
    if number is None:
        at, after = 0, 0
    elif number in listed:
        at = listed.index(number)
        after = at + 1
    else:
        at = after = next((index for index, each in enumerate(listed) if each < number), len(listed))
    return listed[after:] if direction > 0 else listed[:at][::-1]


def next_unread(library: Library, ahead: Sequence[int], now: datetime) -> int | None:
    """The first unread one of some articles, in their order."""
    for start in range(0, len(ahead), _AT_ONCE):
        some = ahead[start : start + _AT_ONCE]
        unread = set(library.searching.ids(_UNREAD, now=now, within=some))
        found = next((number for number in some if number in unread), None)
        if found is not None:
            return found
    return None


def story(library: Library, stories: Sequence[int], listed: Listed | None) -> int | None:
    """The story that the reader is at: of one place alone, else the one that an article tells; None of none."""
    if len(stories) == 1:
        return stories[0]
    told = library.stories.of(listed.id) if listed else None
    return told if told is not None and library.stories.get(told) else None


def hit(library: Library, article: int, query: str) -> Hit | None:
    """Where the words of a query stand in an article; None where it has no words, only filters."""
    found = next(iter(library.searching.shown((article,), query)), None)
    return found if found and (found.hits or found.headline_hits) else None


def names(library: Library, end: Typed) -> tuple[str, ...]:
    """What a filter's key could be followed by, the likeliest first."""
    if end.key == "tag:":
        return tuple(tag for tag, _ in library.articles.tags())
    if end.key == "from:":
        return tuple(feed.title for feed in library.feeds.all())
    if end.key in ("said:", "about:") and end.value:
        return tuple(person.name for person in library.people.named(end.value, MOST))
    return ()


def feeds_of(place: HomePlace, known: Sequence[HomePlace]) -> tuple[int, ...]:
    """The ids of the feeds that a place stands for: itself, or those of a folder and of the folders in it."""
    if place.feed is not None:
        return (place.feed,)
    if place.folder is None:
        return ()
    return tuple(each.feed for each in inside(place, known) if each.feed is not None)


def inside(folder: HomePlace, known: Sequence[HomePlace]) -> Sequence[HomePlace]:
    """What stands under a folder."""
    at = next((index for index, each in enumerate(known) if each.key == folder.key), len(known))
    rest = known[at + 1 :]
    end = next((index for index, each in enumerate(rest) if each.depth <= folder.depth), len(rest))
    return rest[:end]

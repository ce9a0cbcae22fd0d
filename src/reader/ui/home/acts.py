"""What the reader does in the library's home, each with what takes it back. All run on the library's own thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.model.library import Listed, Search, SearchKind

if TYPE_CHECKING:
    from reader.library import Library

# Marking 100,000 articles as read is one of them, and holds their numbers: 3 MB.
_MOST = 20


class Deed(NamedTuple):
    """One thing that was done: what is said of it ("" for what is seen anyway), and of taking it back, and how."""

    said: str
    undone: str
    back: Callable[[Library], object]


class Deeds:
    """The last things that the reader did."""

    def __init__(self) -> None:
        self._done: deque[Deed] = deque(maxlen=_MOST)

    def add(self, deed: Deed) -> None:
        """Take note of something."""
        self._done.append(deed)

    def last(self) -> Deed | None:
        """The last thing that was done, which is then forgotten; None where there is none."""
        return self._done.pop() if self._done else None


def star(library: Library, listed: Listed) -> Deed:
    """Star an article, or take the star away."""
    library.articles.star(listed.id, is_starred=not listed.is_starred)
    return Deed("", "The star is as it was.", lambda back: back.articles.star(listed.id, is_starred=listed.is_starred))


def tag(library: Library, listed: Listed, tags: Sequence[str]) -> Deed:
    """Give an article these tags and no others."""
    library.articles.tag(listed.id, tags)
    return Deed("", "The tags are as they were.", lambda back: back.articles.tag(listed.id, listed.tags))


def turn_read(library: Library, listed: Listed, now: datetime) -> Deed:
    """Mark an article as read, or as unread."""
    library.articles.read((listed.id,), now=now, is_read=not listed.is_read)
    return Deed(
        "",
        "The article is marked as it was.",
        lambda back: back.articles.read((listed.id,), now=now, is_read=listed.is_read),
    )


def read_all(library: Library, ids: Sequence[int], now: datetime) -> Deed | None:
    """Mark articles as read; None where all of them were."""
    changed = library.articles.read(ids, now=now)
    if not changed:
        return None
    told = f"{len(changed):,} articles" if len(changed) > 1 else "1 article"
    return Deed(
        f"Marked {told} as read.",
        f"{told} unread again.",
        lambda back: back.articles.read(changed, now=now, is_read=False),
    )


def keep(library: Library, name: str, query: str, kind: SearchKind, now: datetime) -> Deed:
    """Keep a filter under a name; one that had it before comes back when that is taken back."""
    before = next((each for each in library.searching.kept(kind) if each.name == name), None)
    number = library.searching.keep(name, query, kind, now=now)
    does = {"saved": "Saved", "watched": "Watching", "muted": "Muting"}[kind]

    def back(library: Library) -> None:
        if before is None:
            library.searching.drop(number, now=now)
        else:
            library.searching.keep(name, before.query, kind, now=now)

    return Deed(f"{does} “{name}”.", f"“{name}” is as it was.", back)


def drop(library: Library, search: Search, now: datetime) -> Deed:
    """Forget a kept filter."""
    library.searching.drop(search.id, now=now)
    return Deed(
        f"Forgot “{search.name}”.",
        f"“{search.name}” is back.",
        lambda back: back.searching.keep(search.name, search.query, search.kind, now=now),
    )

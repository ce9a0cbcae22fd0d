"""What the reader does in the library, each act with what takes it back. All run on the library's own thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span
from reader.model.library import KeptNote, Listed, Search, SearchKind

if TYPE_CHECKING:
    from reader.library import Library

# Marking 100,000 articles as read is one of them, and holds their numbers: 3 MB.
_MOST = 20


class Deed(NamedTuple):
    """One thing that was done: what is said of it, what of taking it back, and how; whether a list shows it anyway."""

    said: str
    undone: str
    back: Callable[[Library], object]
    is_seen: bool = False


class Deeds:
    """What takes back the last things that the reader did on one screen."""

    def __init__(self) -> None:
        self._done: deque[Callable[[], object]] = deque(maxlen=_MOST)

    def add(self, take_back: Callable[[], object]) -> None:
        """Remember what takes something back."""
        self._done.append(take_back)

    def undo(self) -> bool:
        """Take back what was done last, which is then forgotten; whether there was anything."""
        if self._done:
            self._done.pop()()
            return True
        return False


def star(library: Library, listed: Listed) -> Deed:
    """Star an article, or take the star away."""
    library.articles.star(listed.id, is_starred=not listed.is_starred)
    return Deed(
        "The star is taken away." if listed.is_starred else "★ Starred.",
        "The star is as it was.",
        lambda back: back.articles.star(listed.id, is_starred=listed.is_starred),
        is_seen=True,
    )


def tag(library: Library, listed: Listed, tags: Sequence[str]) -> Deed:
    """Give an article these tags and no others."""
    library.articles.tag(listed.id, tags)
    return Deed(
        f"Tagged: {', '.join(tags)}." if tags else "The tags are taken away.",
        "The tags are as they were.",
        lambda back: back.articles.tag(listed.id, listed.tags),
        is_seen=True,
    )


def turn_read(library: Library, listed: Listed, now: datetime) -> Deed:
    """Mark an article as read, or as unread."""
    library.articles.read((listed.id,), now=now, is_read=not listed.is_read)
    return Deed(
        "Marked as unread." if listed.is_read else "Marked as read.",
        "The article is marked as it was.",
        lambda back: back.articles.read((listed.id,), now=now, is_read=listed.is_read),
        is_seen=True,
    )


def note_on(notes: Sequence[KeptNote], words: Span | None) -> KeptNote | None:
    """The note to these words, or to all of the article."""
    wanted = (words.start, words.end) if words else None
    there = (each for each in notes if not each.gone)
    return next((each for each in there if (each.words and (each.words.start, each.words.end)) == wanted), None)


def write(library: Library, number: int, line: str, text: str, words: Span | None, now: datetime) -> Deed | None:
    """Write a note to words of an article's text, or to all of it; an empty line takes it away. None of no change."""

    def put(library: Library, line: str) -> str:
        before = note_on(library.notes.of(number), words)
        if before and line:
            library.notes.rewrite(before.id, line)
        elif before:
            library.notes.remove(before.id)
        elif line:
            library.notes.write(number, line, now=now, text=text, words=words)
        return before.note if before else ""

    before = put(library, line)
    if before == line:
        return None
    said = "Noted." if line else "The note is taken away."
    return Deed(said, "The note is as it was.", lambda back: put(back, before))


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

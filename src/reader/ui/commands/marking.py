"""Marking an article: a star, tags, a note, read or unread; and on to the next that is unread."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from reader.model import Span
from reader.text.safe import on_one_line
from reader.ui.commands.desk import Desk
from reader.ui.marking import Marking
from reader.ui.windows.note import NoteWindow
from reader.ui.windows.tags import TagWindow

# Of the words that a note is about so many are shown over its line.
_SHOWN = 60


class MarkingDesk(Desk, Protocol):
    """An article that is marked."""

    @property
    def marking(self) -> Marking:
        """Its marks."""

    def selected_span(self) -> Span | None:
        """What is selected with the mouse."""

    def open_unread(self, direction: int) -> None:
        """Open the next unread article of the library in the place of this one, or the one before."""


def star(desk: MarkingDesk) -> None:
    """Star the article, or take the star away."""
    desk.marking.star()


def turn_read(desk: MarkingDesk) -> None:
    """Mark the article as unread, or as read."""
    desk.marking.turn_read()


def tag(desk: MarkingDesk) -> None:
    """Ask which tags the article has."""
    marking = desk.marking
    if not marking.is_kept:
        return

    def ask(known: tuple[str, ...]) -> None:
        make = partial(TagWindow, tags=marking.tags, known=known)
        desk.ask(make, lambda tags: None if tags is None else marking.tag(tags))

    marking.with_tags(ask)


def note(desk: MarkingDesk) -> None:
    """Ask for a line to what is selected, else to the current quote, else to the article."""
    marking, text, quote = desk.marking, desk.reading.article.text, desk.current.quote
    if not marking.is_kept:
        return
    words = desk.selected_span() or (Span(quote.start, quote.end) if quote else None)
    before = marking.note_on(words)
    shown = on_one_line(text[words.start : words.end]) if words else ""
    about = f"to: {shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}" if words else "to the article"
    make = partial(NoteWindow, about=about, line=before.note if before else "")
    desk.ask(make, lambda line: None if line is None else marking.write(line, text, words))


def unread(desk: MarkingDesk, direction: int) -> None:
    """Open another unread article in the place of this one."""
    desk.open_unread(direction)

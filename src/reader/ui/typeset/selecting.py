"""From what the mouse selects to a span of the article, in whole characters as they are seen. Pure."""

from __future__ import annotations

import re

from rich.cells import split_graphemes
from textual.geometry import Offset
from textual.selection import Selection

from reader.model import Span
from reader.ui.characters import MARKS
from reader.ui.typeset.galley import Body

# Letters with their marks, and the joiners within words of Persian and of the scripts of India.
_LETTERS = rf"\w[\w{MARKS}\u200c\u200d]*"
_WORD = re.compile(rf"{_LETTERS}(?:[’'-]{_LETTERS})*")


def span_of(selection: Selection, text: str, body: Body) -> Span | None:
    """The span that is selected, or None when it holds no character.

    The selection's offsets are those that `painting` gives: y is the first offset of a row, x the place in it.
    """
    start = 0 if selection.start is None else _offset(selection.start, text, body)
    end = len(text) if selection.end is None else _offset(selection.end, text, body, is_end=True)
    return Span(start, end) if end > start else None


def word_at(text: str, offset: int) -> Span:
    """The word that an offset stands in; else the character there."""
    line = text.rfind("\n", 0, offset) + 1
    for word in _WORD.finditer(text, line):
        if word.end() > offset:
            return Span(word.start(), word.end()) if word.start() <= offset else Span(offset, offset + 1)
    return Span(offset, offset + 1)


def _offset(place: Offset, text: str, body: Body, *, is_end: bool = False) -> int:
    first, last = body.row_around(place.y)
    offset = min(place.y + max(place.x, 0), last)
    for start, end, _ in split_graphemes(text[first:last])[0]:
        if first + start < offset < first + end:
            return first + (end if is_end else start)
    return offset

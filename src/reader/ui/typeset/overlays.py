"""Which spans lie over a stretch of text, and how they cut it. Pure, and fast on any number of spans."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model import Span


class Mark(NamedTuple):
    """A span of the text and the name of the ink it is drawn with."""

    start: int
    end: int
    ink: str


class Layer:
    """Marks of one kind, kept so that those over a line are found by bisection. Marks may overlap.

    Args:
        marks: in any order; empty ones are left out.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(mark for mark in marks if mark.end > mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._furthest: list[int] = []  # the furthest end among this mark and all before it
        furthest = 0
        for mark in self._marks:
            furthest = max(furthest, mark.end)
            self._furthest.append(furthest)

    def __bool__(self) -> bool:
        return bool(self._marks)

    def over(self, start: int, end: int) -> list[Mark]:
        """The marks that share at least one character with `start:end`, in order."""
        index = bisect_left(self._starts, end) - 1
        found: list[Mark] = []
        while index >= 0 and self._furthest[index] > start:
            if self._marks[index].end > start:
                found.append(self._marks[index])
            index -= 1
        found.reverse()
        return found


class EvenLayer:
    """Spans in order and without overlap, all in one ink: as many as a search finds, at no cost until they are seen.

    Args:
        spans: the spans.
        ink: the name of their ink.
    """

    def __init__(self, spans: Sequence[Span], ink: str) -> None:
        self._spans = spans
        self._ink = ink

    def __bool__(self) -> bool:
        return bool(self._spans)

    def over(self, start: int, end: int) -> list[Mark]:
        """The marks that share at least one character with `start:end`, in order."""
        first = bisect_right(self._spans, start, key=lambda span: span.end)
        last = bisect_left(self._spans, end, key=lambda span: span.start)
        return [Mark(span.start, span.end, self._ink) for span in self._spans[first:last]]


class Stretch(NamedTuple):
    """A piece of a line with one look: the inks that apply, from the lowest layer up."""

    start: int
    end: int
    inks: tuple[str, ...]


def cut(start: int, end: int, layers: Sequence[Layer | EvenLayer]) -> list[Stretch]:
    """Cut a line where the marks over it begin and end.

    Args:
        start: offset of the line's first character.
        end: offset after its last.
        layers: from the lowest to the highest.
    """
    marks = [layer.over(start, end) for layer in layers]
    if not any(marks):
        return [Stretch(start, end, ())]
    edges = {start, end}
    for layer in marks:
        for mark in layer:
            edges.add(max(mark.start, start))
            edges.add(min(mark.end, end))
    bounds = sorted(edges)
    return [
        Stretch(
            first,
            last,
            tuple(mark.ink for layer in marks for mark in layer if mark.start <= first and mark.end >= last),
        )
        for first, last in itertools.pairwise(bounds)
    ]

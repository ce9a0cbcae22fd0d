"""An article set in one column of rows at one width, and where its offsets stand among them. Pure.

Text rows carry offsets into `Article.text`; the rows above and between them carry their own words.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from reader.model import Span
from reader.text.safe import on_one_line
from reader.ui.typeset.wrapping import wrap

Role = Literal["text", "heading", "subheading", "quote", "table", "code"]


class StyledRun(NamedTuple):
    """Words of one tone in a row that is not the article's text; `ink` may name several inks, parted by spaces."""

    text: str
    ink: str


class HeadRow(NamedTuple):
    """A row that is not the article's text. `point` is the number of the key point it shows, or 0."""

    runs: tuple[StyledRun, ...] = ()
    point: int = 0


class TextRow(NamedTuple):
    """A row of the article's text: `lead` stands before it and is not in the text."""

    start: int
    end: int
    role: Role = "text"
    lead: str = ""


GalleyRow = HeadRow | TextRow
BLANK = HeadRow()


def rule(left: tuple[StyledRun, ...], right: tuple[StyledRun, ...], width: int) -> HeadRow:
    """A rule across the measure with words set into its ends."""
    taken = sum(cell_len(run.text) + 1 for run in (*left, *right))
    runs: list[StyledRun] = []
    for run in left:
        runs += [run, StyledRun(" ", "rule")]
    runs.append(StyledRun("─" * max(width - taken, 0), "rule"))
    for run in right:
        runs += [StyledRun(" ", "rule"), run]
    return HeadRow(tuple(runs))


def wrapped(text: str, width: int, ink: str) -> list[HeadRow]:
    """Words in one tone, broken to the measure."""
    text = on_one_line(text)
    lines = wrap(text, 0, len(text), width) if text else []
    return [HeadRow((StyledRun(text[line.start : line.end], ink),)) for line in lines]


class Body:
    """The rows of the text. They are set a stretch at a time, so that a long text holds up no key.

    Args:
        stretches: the rows, in order of the text, as they are set.
    """

    def __init__(self, stretches: Iterable[list[GalleyRow]] = ()) -> None:
        self._stretches: Iterator[list[GalleyRow]] = iter(stretches)
        self.rows: list[GalleyRow] = []
        self.starts: list[int] = []
        """Offsets of the text rows."""
        self.indices: list[int] = []
        """Their places among the rows."""
        self.is_whole = False

    def set_more(self, characters: int = sys.maxsize) -> None:
        """Set at least this many characters more, or all that is left."""
        until = self.end + characters
        while self.end < until:
            stretch = next(self._stretches, None)
            if stretch is None:
                self.is_whole = True
                return
            for index, row in enumerate(stretch, len(self.rows)):
                if isinstance(row, TextRow):
                    self.starts.append(row.start)
                    self.indices.append(index)
            self.rows += stretch

    def set_to(self, offset: int) -> None:
        """Set all up to an offset of the text."""
        while not self.is_whole and self.end <= offset:
            self.set_more(1)

    def row_around(self, offset: int) -> tuple[int, int]:
        """The first offset and the end of the text row that an offset stands on."""
        if not self.starts:
            return 0, 0
        row = self.rows[self.indices[max(bisect_right(self.starts, offset) - 1, 0)]]
        return (row.start, row.end) if isinstance(row, TextRow) else (0, 0)

    def shows(self, offset: int) -> bool:
        """Whether an offset stands on a row that is set."""
        start, end = self.row_around(offset)
        return start <= offset < end

    @property
    def end(self) -> int:
        """The offset up to which the text is set; 0 before any of it is."""
        return self.row_around(self.starts[-1])[1] if self.starts else 0


class Galley(NamedTuple):
    """The rows above the text, and the text's own."""

    head: Sequence[HeadRow]
    body: Body

    @property
    def height(self) -> int:
        """How many rows there are so far."""
        return len(self.head) + len(self.body.rows)

    def row(self, number: int) -> GalleyRow | None:
        """One row; None below the last."""
        if number < len(self.head):
            return self.head[number]
        number -= len(self.head)
        return self.body.rows[number] if number < len(self.body.rows) else None

    def row_of(self, offset: int) -> int:
        """The row that an offset of the text stands on."""
        if not self.body.starts:
            return 0
        return len(self.head) + self.body.indices[max(bisect_right(self.body.starts, offset) - 1, 0)]

    def rows_of(self, span: Span) -> tuple[int, int]:
        """The first and last row of a span."""
        return self.row_of(span.start), self.row_of(max(span.end - 1, span.start))

    def numbered(self, spans: Iterable[Span]) -> dict[int, int]:
        """The numbers of some spans, from 1, by the rows they begin on; those that are not shown have none."""
        return {self.row_of(span.start): number for number, span in enumerate(spans, 1) if self.body.shows(span.start)}

    def offset_below(self, row: int) -> int:
        """The offset of the first text on this row or under it; that of the last text row at the end."""
        if not self.body.starts:
            return 0
        index = bisect_left(self.body.indices, row - len(self.head))
        return self.body.starts[min(index, len(self.body.starts) - 1)]

"""Sets rows as lines of a width, as many as are asked for, and finds rows and lines by one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from reader.ui.attention.current import Target
from reader.ui.rows import BLANK, Paragraph, Row, Words
from reader.ui.typeset.wrapping import wrap


class SetLine(NamedTuple):
    """One line: the row and the paragraph it is of, and which part of the paragraph's words."""

    row: int
    paragraph: Paragraph
    start: int
    end: int

    @property
    def pieces(self) -> list[Words]:
        """The words of the line, each with its look."""
        found: list[Words] = []
        at = 0
        for words in self.paragraph.words:
            first, last = max(self.start - at, 0), min(self.end - at, len(words.text))
            if first < last:
                found.append(Words(words.text[first:last], words.inks))
            at += len(words.text)
        return found


class RowLayout:
    """Rows set at one width, one after the other as they are needed.

    Args:
        rows: taken from as far as the setting goes.
        width: in cells.
    """

    def __init__(self, rows: Iterable[Row], width: int) -> None:
        self._width = width
        self._ahead = iter(rows)
        self.rows: list[Row] = []
        self.lines: list[SetLine] = []
        self._firsts = [0]  # the first line of each row, and after them the number of all lines
        self._row_of: dict[Target, int] = {}
        self.is_done = False

    def at_width(self, width: int) -> RowLayout:
        """The same rows at another width, from the first on."""
        return RowLayout(chain(self.rows, self._ahead), width)

    def go_on(self, count: int | None = None) -> None:
        """Set that many more rows, or all."""
        taken = 0
        for row in islice(self._ahead, count):
            self._set(row)
            taken += 1
        self.is_done = count is None or taken < count

    def _set(self, row: Row) -> None:
        number = len(self.rows)
        for paragraph in row.paragraphs:
            text = "".join([words.text for words in paragraph.words])
            wrapped = wrap(text, 0, len(text), self._width - paragraph.indent)
            self.lines += [SetLine(number, paragraph, line.start, line.end) for line in wrapped]
        if row.target:
            self._row_of[row.target] = number
        self.rows.append(row)
        self._firsts.append(len(self.lines))

    def row_of(self, targets: Sequence[Target]) -> int | None:
        """The row that leads to one of these; only rows that are set count."""
        return next((self._row_of[target] for target in targets if target in self._row_of), None)

    def lines_of(self, row: int) -> tuple[int, int]:
        """The first line of a row and the one after its last, with the words over it that belong to it."""
        first = row
        while first and self.rows[first - 1].target is None and self.rows[first - 1] != BLANK:
            first -= 1
        return self._firsts[first], self._firsts[row + 1]

    def next_item(self, row: int | None, direction: int) -> int | None:
        """The item after or before a row; the first or the last without one; the same at the end."""
        count = len(self.rows)
        start = row if row is not None else -1 if direction > 0 else count
        ahead = range(start + 1, count) if direction > 0 else range(start - 1, -1, -1)
        return next((index for index in ahead if self.rows[index].target), row)

    def item_a_page_on(self, row: int | None, lines: int) -> int | None:
        """The item that many lines on or back, or the last one there is on the way."""
        direction = 1 if lines > 0 else -1
        goal = self._firsts[row or 0] + lines
        found = self.next_item(row, direction)
        while found is not None and (self._firsts[found] - goal) * direction < 0:
            further = self.next_item(found, direction)
            if further == found:
                break
            found = further
        return found

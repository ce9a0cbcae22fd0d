"""Sets rows as lines of a width, and finds rows and lines by one another. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.ui.current import Target
from reader.ui.rows import Paragraph, Row, Words
from reader.ui.widgets.wrapping import wrap


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


class Setting(NamedTuple):
    """Rows set at one width. `firsts` has the first line of each row, and after them the number of all lines."""

    rows: Sequence[Row]
    lines: list[SetLine]
    firsts: list[int]
    targets: dict[Target, int]

    def row_of(self, targets: Sequence[Target]) -> int | None:
        """The row that leads to one of these."""
        return next((self.targets[target] for target in targets if target in self.targets), None)

    def lines_of(self, row: int) -> tuple[int, int]:
        """The first line of a row and the one after its last, with the words over it that belong to it."""
        first = row
        while first and self.rows[first - 1].target is None and any(w.text for w in self._words(first - 1)):
            first -= 1
        return self.firsts[first], self.firsts[row + 1]

    def _words(self, row: int) -> tuple[Words, ...]:
        return tuple(words for paragraph in self.rows[row].paragraphs for words in paragraph.words)

    def next_item(self, row: int | None, direction: int) -> int | None:
        """The item after or before a row; the first or the last without one; the same at the end."""
        count = len(self.rows)
        start = row if row is not None else -1 if direction > 0 else count
        ahead = range(start + 1, count) if direction > 0 else range(start - 1, -1, -1)
        return next((index for index in ahead if self.rows[index].target), row)

    def item_a_page_on(self, row: int | None, lines: int) -> int | None:
        """The item that many lines on or back, or the last one there is on the way."""
        direction = 1 if lines > 0 else -1
        goal = self.firsts[row or 0] + lines
        found = self.next_item(row, direction)
        while found is not None and (self.firsts[found] - goal) * direction < 0:
            further = self.next_item(found, direction)
            if further == found:
                break
            found = further
        return found


NOTHING = Setting((), [], [0], {})


def set_rows(rows: Sequence[Row], width: int) -> Setting:
    """Wrap the paragraphs of all rows at a width, in cells."""
    lines: list[SetLine] = []
    firsts: list[int] = []
    for number, row in enumerate(rows):
        firsts.append(len(lines))
        for paragraph in row.paragraphs:
            text = "".join(words.text for words in paragraph.words)
            wrapped = wrap(text, 0, len(text), width - paragraph.indent)
            lines += [SetLine(number, paragraph, line.start, line.end) for line in wrapped]
    firsts.append(len(lines))
    targets = {row.target: number for number, row in enumerate(rows) if row.target}
    return Setting(rows, lines, firsts, targets)

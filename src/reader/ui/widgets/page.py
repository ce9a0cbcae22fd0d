"""Sets an article as a page of rows: the head, the key points, then the text. Pure: values and a width in, rows out.

Text rows carry offsets into `Article.text`; the rows above them carry their own words and, for a key point, its number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

from reader.model import Article, Block, KeyPoint, Span
from reader.ui.widgets.wrapping import printable, wrap

Role = Literal["text", "heading", "quote", "code"]

# Adults read English non-fiction silently at 238 words a minute (Brysbaert 2019, 190 studies).
WORDS_PER_MINUTE = 238
# A list item's own mark, so that its second line can hang under the first.
_LIST_MARK = re.compile(r"[ ]*(?:[-*•·–]|\d{1,3}[.)])[ ]+")

# Said in the room that is kept for the key points.
_AWAITED = "being found…"


class Piece(NamedTuple):
    """Words of one tone in a row above the text."""

    text: str
    ink: str


class HeadRow(NamedTuple):
    """A row above the text. `point` is the number of the key point it shows, or 0."""

    pieces: tuple[Piece, ...] = ()
    point: int = 0


class TextRow(NamedTuple):
    """A row of the article's text: `lead` stands before it and is not in the text."""

    start: int
    end: int
    role: Role = "text"
    lead: str = ""


class Page(NamedTuple):
    """All rows of an article at one width. `starts` are the offsets of the text rows, `indices` their row numbers."""

    rows: list[HeadRow | TextRow]
    starts: list[int]
    indices: list[int]
    head_rows: int

    def row_of(self, offset: int) -> int:
        """The row that an offset of the text stands on."""
        if not self.starts:
            return 0
        return self.indices[max(bisect_right(self.starts, offset) - 1, 0)]

    def rows_of(self, span: Span) -> tuple[int, int]:
        """The first and last row of a span."""
        if not self.starts:
            return 0, 0
        last = self.indices[max(bisect_left(self.starts, span.end) - 1, 0)]
        return self.row_of(span.start), last

    def offset_below(self, row: int) -> int:
        """The offset of the first text on this row or under it; that of the last text row at the end."""
        if not self.starts:
            return 0
        return self.starts[min(bisect_left(self.indices, row), len(self.starts) - 1)]


BLANK = HeadRow()


def set_page(
    article: Article,
    width: int,
    points: Sequence[KeyPoint] = (),
    *,
    awaited_points: int = 0,
    note: str = "",
    head_room: int = 0,
) -> Page:
    """Set an article at a width.

    Args:
        article: what to set; its text must already be printable.
        width: the measure, in cells.
        points: the key points, numbered from 1 in this order.
        awaited_points: how many are still being looked for; room is kept so that nothing moves when they come.
        note: said in the place of the key points when there are none.
        head_room: the fewest rows above the text.
    """
    rows: list[HeadRow | TextRow] = [*_head(article, width)]
    if points:
        rows += _key_points(points, width)
    elif awaited_points:
        room = awaited_rows(article, width, awaited_points)
        rows += [rule((Piece("key points", "dim"),), (), width), BLANK, *_wrapped(_AWAITED, width, "dim")]
        rows += [BLANK] * (room - 3)
    elif note:
        rows += _wrapped(note, width, "dim")
        rows.append(BLANK)
    if not awaited_points or points:
        rows.append(rule((), (), width))
    rows += [BLANK] * max(1, head_room - len(rows))
    head_rows = len(rows)
    rows += _body(article, width)
    indices = [index for index in range(head_rows, len(rows)) if isinstance(rows[index], TextRow)]
    starts = [row.start for row in rows[head_rows:] if isinstance(row, TextRow)]
    return Page(rows, starts, indices, head_rows)


def rule(left: tuple[Piece, ...], right: tuple[Piece, ...], width: int) -> HeadRow:
    """A rule across the measure with words set into its ends."""
    taken = sum(cell_len(piece.text) + 1 for piece in (*left, *right))
    pieces: list[Piece] = []
    for piece in left:
        pieces += [piece, Piece(" ", "rule")]
    pieces.append(Piece("─" * max(width - taken, 0), "rule"))
    for piece in right:
        pieces += [Piece(" ", "rule"), piece]
    return HeadRow(tuple(pieces))


def awaited_rows(article: Article, width: int, points: int) -> int:
    """How many rows to keep free for key points still to come, from the length of this article's sentences."""
    sentences = max(len(re.findall(r"[.!?][”\"’')]*\s", article.text)), 1)
    # Sentences chosen for a summary run longer than the rest; a third more covers the usual case.
    average = min(len(article.text) / sentences * 1.3, 260)
    lines = -(-int(average) // max(width - 3, 1))
    return 2 + points * (lines + 1)


def reading_minutes(article: Article) -> int:
    """How long the text takes to read, in whole minutes, never 0."""
    return max(1, round(len(article.text.split()) / WORDS_PER_MINUTE))


def day_of(published: str) -> str:
    """A date as a newspaper prints it ("12 March 2026"); as the page gave it when it is not ISO 8601."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    return f"{moment.day} {moment:%B %Y}"


def _head(article: Article, width: int) -> list[HeadRow]:
    facts = [day_of(article.published)] if article.published else []
    facts.append(f"{reading_minutes(article)} min")
    right = printable(" · ".join(facts)).replace("\n", " ")
    room = width - cell_len(right) - 6
    publisher = printable(article.publisher or "").replace("\n", " ")
    if cell_len(publisher) > room:
        publisher = set_cell_size(publisher, max(room - 1, 0)).rstrip() + "…" if room > 1 else ""
    left = (Piece(publisher, "accent"),) if publisher else ()
    rows = [BLANK, rule(left, (Piece(right, "dim"),), width), BLANK]
    rows += _wrapped(article.headline or "", width, "headline")
    if article.standfirst:
        rows += [BLANK, *_wrapped(article.standfirst, width, "standfirst")]
    credit = _credit(article)
    if credit:
        rows += [BLANK, *_wrapped(credit, width, "dim")]
    rows.append(BLANK)
    return rows


def _credit(article: Article) -> str:
    people = list(article.byline)
    names = " and ".join([", ".join(people[:-1]), people[-1]] if len(people) > 1 else people)
    parts = [f"By {names}" if names else "", article.agency or "", article.dateline or ""]
    return " · ".join(part for part in parts if part)


def _key_points(points: Sequence[KeyPoint], width: int) -> list[HeadRow]:
    rows = [rule((Piece("key points", "dim"),), (), width), BLANK]
    for number, point in enumerate(points, 1):
        text = printable(" ".join(point.text.split()))
        label = f"{number}".ljust(3)
        for line in wrap(text, 0, len(text), width - 3):
            words = text[line.start : line.end]
            rows.append(HeadRow((Piece(label, "accent"), Piece(words, "text")), number))
            label = "   "
        rows.append(BLANK)
    return rows


def _wrapped(text: str, width: int, ink: str) -> list[HeadRow]:
    text = printable(" ".join(text.split()))
    lines = wrap(text, 0, len(text), width) if text else []
    return [HeadRow((Piece(text[line.start : line.end], ink),)) for line in lines]


def _body(article: Article, width: int) -> list[HeadRow | TextRow]:
    blocks = article.blocks or (Block(kind="paragraph", start=0, end=len(article.text)),)
    rows: list[HeadRow | TextRow] = []
    for block in blocks:
        if rows:
            rows.append(BLANK)
        if block.kind == "heading":
            if rows:
                rows.append(BLANK)
            rows += [TextRow(*line, "heading") for line in wrap(article.text, block.start, block.end, width)]
        elif block.kind == "quote":
            lines = wrap(article.text, block.start, block.end, width - 4)
            rows += [TextRow(*line, "quote", "  │ ") for line in lines]
        elif block.kind == "list":
            rows += _list_rows(article.text, block.start, block.end, width)
        else:
            role: Role = "code" if block.kind in ("code", "table") else "text"
            rows += [TextRow(*line, role) for line in wrap(article.text, block.start, block.end, width)]
    rows += [BLANK, BLANK]
    return rows


def _list_rows(text: str, start: int, end: int, width: int) -> list[HeadRow | TextRow]:
    rows: list[HeadRow | TextRow] = []
    while start < end:
        feed = text.find("\n", start, end)
        stop = feed if feed >= 0 else end
        mark = _LIST_MARK.match(text, start, stop)
        first = mark.end() if mark else start
        hang = first - start if mark else 2
        for line in wrap(text, first, stop, width - hang):
            if line.start == first:
                rows.append(TextRow(start, line.end) if mark else TextRow(*line, lead="• "))
            else:
                rows.append(TextRow(*line, lead=" " * hang))
        start = stop + 1
    return rows

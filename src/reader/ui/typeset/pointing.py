"""What of an article stands under the mouse: a link, a place in the text, a key point. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.model import Link
from reader.ui.attention.navigation import at
from reader.ui.typeset.galley import GalleyRow, HeadRow
from reader.ui.typeset.wrapping import cells_between, offset_at


class TextHit(NamedTuple):
    """A character of the text, by its offset."""

    offset: int


class PointHit(NamedTuple):
    """A key point: its words above the text, or its number beside it. Numbers start at 1."""

    number: int


Hit = Link | TextHit | PointHit


def offset_under(row: GalleyRow | None, text: str, column: int) -> int | None:
    """The offset of the character that stands so many cells into a row; None where there is none."""
    if row is None or isinstance(row, HeadRow):
        return None
    cell = column - cells_between(row.lead, 0, len(row.lead))
    if 0 <= cell < cells_between(text, row.start, row.end):
        return offset_at(text, row.start, row.end, cell)
    return None


def hit(
    number: int,
    row: GalleyRow | None,
    text: str,
    column: int,
    *,
    links: Sequence[Link],
    points: Mapping[int, int],
) -> Hit | None:
    """What a click means.

    Args:
        number: of the row.
        row: what stands there.
        text: the article's, printable.
        column: the cell clicked, from the left edge of the text.
        links: those that may be followed.
        points: the numbers of key points, by the rows of the text they begin on.
    """
    offset = offset_under(row, text, column)
    if offset is not None:
        link = at(links, offset)
        return TextHit(offset) if link is None else links[link]
    point = row.point if isinstance(row, HeadRow) else points.get(number, 0)
    return PointHit(point) if point and (isinstance(row, HeadRow) or column < 0) else None

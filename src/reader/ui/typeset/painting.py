"""Draws one row of the article as styled segments. Pure: a row and a look in, segments out.

Each segment of text carries its offset for the mouse: the row's first offset as y, the place in the row as x. Left of
the text x is below 0, so a selection that begins in the margin begins with the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.style import Style

from reader.model import Link
from reader.render.attribution import CHECKED
from reader.render.noted import NOTED
from reader.ui.theme.themes import Inks
from reader.ui.typeset.galley import HeadRow, TextRow
from reader.ui.typeset.overlays import EvenLayer, Layer, Mark, cut

# Left of the text: the reader's own mark and the number of a key point, the mark of the current quote, and a space.
MARGIN, _NUMBER_WIDTH = 4, 2
_BAR, _CORRECTED = "▌ ", "⚑ "
# Beside a line with words of somebody, in the speaker's colour: unbroken where some are verbatim.
_SAID, _TOLD = "│ ", "┊ "


class Marks(NamedTuple):
    """What lies over the text, from the lowest layer to the highest."""

    links: Layer = Layer()
    quotes: Layer = Layer()
    mentions: Layer = Layer()
    current: Layer = Layer()
    matches: Layer | EvenLayer = Layer()
    current_match: Layer | EvenLayer = Layer()
    selection: Layer | EvenLayer = Layer()


class Look(NamedTuple):
    """All that a row's look depends on beside the row. `link_styles` are by the link's first offset.

    `said` are the quotes with words between marks, `told` those in the reporter's words: what has an edge beside it.
    `corrections` are the paper's own; `noted` and `decided` are where words begin that the reader noted something to,
    or decided of.
    """

    inks: Inks
    marks: Marks = Marks()
    corrections: Layer = Layer()
    said: Layer = Layer()
    told: Layer = Layer()
    noted: Layer = Layer()
    decided: Layer = Layer()
    link_styles: Mapping[int, RichStyle] = {}
    dims: bool = False


def link_styles(links: Sequence[Link]) -> dict[int, RichStyle]:
    """A terminal's hyperlink for each link: one style each, so that a link over two lines is one to the terminal."""
    return {link.start: RichStyle(link=link.url) for link in links}


def link_layer(links: Sequence[Link], *, following: bool) -> Layer:
    """The links as marks: seen only while they are followed."""
    ink = "link" if following else "link-at-rest"
    return Layer(Mark(link.start, link.end, ink) for link in links)


def draw_text(row: TextRow, text: str, left: int, look: Look, point: int = 0) -> list[Segment]:
    """Draw a row of the article's text.

    Args:
        row: the row.
        text: the article's, printable.
        left: the column of the text.
        look: styles, and what lies over the text.
        point: the number of the key point that begins here, or 0.
    """
    inks, marks = look.inks, look.marks
    mark, mark_ink = _margin(row, look)
    before = (
        (" " * (left - MARGIN), inks.on_ground()),
        (_number(row, look, point), inks.on_ground("accent")),
        (mark, inks.on_ground(mark_ink)),
        (row.lead, inks.on_ground("dim")),
    )
    segments = _placed(before, row.start)
    for stretch in cut(row.start, row.end, marks):
        quiet = look.dims and not marks.quotes.over(stretch.start, stretch.end)
        ink = inks.on_ground("dim" if quiet else row.role, *stretch.inks).rich_style
        style = _offset(stretch.start - row.start, row.start) + ink
        for link in marks.links.over(stretch.start, stretch.end):
            style = _linked(style, look.link_styles[link.start])
        segments.append(Segment(text[stretch.start : stretch.end], style))
    return segments


def _number(row: TextRow, look: Look, point: int) -> str:
    """The number of the key point that begins on a row, and before it the reader's own mark: "✎3", "✓ "."""
    number = str(point).rjust(_NUMBER_WIDTH) if point else " " * _NUMBER_WIDTH
    marks = ((look.noted, NOTED), (look.decided, CHECKED))
    own = next((mark for layer, mark in marks if layer.over(row.start, row.end)), "")
    # Only the mark is told nowhere else on the screen; of a number over 9, a digit would be another's.
    return f"{own}{number[1:] if point < 10 else ' '}" if own else number


def _margin(row: TextRow, look: Look) -> tuple[str, str]:
    """The mark left of a row, and its ink: of what is current, else of a correction, else of who speaks there."""
    if look.marks.current.over(row.start, row.end):
        return _BAR, "accent"
    if look.corrections.over(row.start, row.end):
        return _CORRECTED, "accent"
    for layer, mark in ((look.said, _SAID), (look.told, _TOLD)):
        if over := layer.over(row.start, row.end):
            return mark, over[0].ink
    return "  ", "text"


def _linked(style: RichStyle, link: RichStyle) -> RichStyle:
    """A style with a link's id as it is: Rich gives every sum of styles a new one, and each line its own link."""
    linked = style + link
    linked._link_id = link.link_id
    return linked


def draw_other(row: HeadRow, left: int, inks: Inks, offset: int, *, dims: bool) -> list[Segment]:
    """Draw a row that is not the article's text; `offset` is that of the text under it."""
    pieces = [(" " * left, inks.on_ground())]
    for run in row.runs:
        pieces.append((run.text, inks.on_ground(*("dim" if dims and run.ink == "text" else run.ink).split())))
    return _placed(pieces, offset)


def _placed(pieces: Sequence[tuple[str, Style]], offset: int) -> list[Segment]:
    """Segments before the text that belong to the offset after them."""
    at = -sum(len(words) for words, _ in pieces)
    segments = []
    for words, style in pieces:
        segments.append(Segment(words, _offset(at, offset) + style.rich_style))
        at += len(words)
    return segments


def _offset(x: int, y: int) -> RichStyle:
    return RichStyle.from_meta({"offset": (x, y)})


def draw_numbers(segments: Sequence[Segment], numbers: Sequence[tuple[int, str]], inks: Inks) -> list[Segment]:
    """Lay the numbers of links over the row, each over the first letters of its link, so that nothing moves."""
    style = inks.on_ground("match-now").rich_style
    drawn = list(segments)
    for cell, label in numbers:
        before, inside = Segment.divide(drawn, [cell, sum(each.cell_length for each in drawn)])
        after = list(Segment.divide(inside, [cell_len(label), sum(each.cell_length for each in inside)]))[1]
        drawn = [*before, Segment(label, style), *after]
    return drawn

"""The article on the screen: draws the rows of a page with the marks that lie over them, line by line.

Knows where things stand on the screen, not what they mean; what is current is told to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model import Analysis, Article, Span
from reader.ui.navigation import speaker_colours
from reader.ui.themes import Inks
from reader.ui.widgets.overlays import Layer, Mark, cut
from reader.ui.widgets.page import HeadRow, Page, TextRow, set_page
from reader.ui.widgets.wrapping import cells_between, offset_at, printable

# Left of the text: the mark of a key point or of the current quote, and a space on either side of it.
_MARGIN = 4
# Right of the text, before the scroll bar.
_MARGIN_RIGHT = 2
# Several screens' worth: scrolling draws one new line at a time, and a long text does not fill the memory.
_KEPT_STRIPS = 512
# A place jumped to stands a third down the screen: what leads up to it stays in sight.
_JUMP_TO = 1 / 3


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one article; posts where it was clicked.

    Args:
        measure: the widest a line of text gets, in cells.
        inks: the styles to draw with.
    """

    ALLOW_SELECT = False

    class TextClicked(Message):
        """A place in the text was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class PointClicked(Message):
        """A key point above the text was clicked; numbers start at 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Scrolled(Message):
        """Another part of the article is on the screen."""

    def __init__(self, measure: int, inks: Inks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._inks = inks
        self._article: Article | None = None
        self._analysis = Analysis()
        self._awaited_points = 0
        self._note = ""
        self._page = Page([], [], [], 0)
        self._width = 0
        self._quotes = Layer()
        self._mentions = Layer()
        self._current = Layer()
        self._matches = Layer()
        self._current_match = Layer()
        self._point_rows: dict[int, int] = {}
        # Drawn lines, by row: the same Strip again lets Textual reuse what it worked out for it.
        self._strips: dict[int, Strip] = {}

    @property
    def page(self) -> Page:
        """The rows as they are set now."""
        return self._page

    def show_article(self, article: Article, awaited_points: int = 0) -> None:
        """Show an article from its top, with room for the key points that are being looked for."""
        self._article = msgspec.structs.replace(article, text=printable(article.text))
        self._analysis = Analysis()
        self._awaited_points = awaited_points
        self._quotes = self._mentions = self._current = self._matches = self._current_match = Layer()
        self._set_page()
        self.scroll_to(y=0, animate=False, immediate=True)

    def show_analysis(self, analysis: Analysis, note: str = "") -> None:
        """Show what was found, or why there is nothing, the text on the screen staying where it is."""
        colours = speaker_colours(analysis)
        self._analysis = analysis
        # Fewer lines than were kept free leave the rest free until the page is set anew for another width.
        head_room = self._page.head_rows if self._awaited_points and analysis.key_points else 0
        self._awaited_points = 0
        self._note = note
        self._quotes = Layer(
            Mark(quote.start, quote.end, _speaker_ink(colours.get(quote.speaker or ""))) for quote in analysis.quotes
        )
        self._keep_text_in_place(head_room)

    def mark_current(self, place: Span | None, mentions: Sequence[Span] = ()) -> None:
        """Mark the current quote or key point, and the mentions of the current actor."""
        self._current = Layer([Mark(place.start, place.end, "current")] if place else [])
        self._mentions = Layer(Mark(mention.start, mention.end, "mention") for mention in mentions)
        self._draw_anew()

    def mark_matches(self, matches: Sequence[Span], current: int | None) -> None:
        """Mark what was found, and the match the reader is at."""
        self._matches = Layer(Mark(match.start, match.end, "match") for match in matches)
        now = [matches[current]] if current is not None else []
        self._current_match = Layer(Mark(match.start, match.end, "match-now") for match in now)
        self._draw_anew()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self._draw_anew()

    def reveal(self, span: Span) -> None:
        """Bring a span onto the screen; one that is whole on it already stays where it is."""
        first, last = self._page.rows_of(span)
        top, height = self.scroll_offset.y, self.size.height
        if first < top or last >= top + height:
            self.scroll_to(y=max(first - int(height * _JUMP_TO), 0), animate=False, immediate=True)

    def text_in_sight(self) -> tuple[int, int]:
        """The first offset of the text on the screen, and the one after the last."""
        if self._article is None:
            return 0, 0
        top = self.scroll_offset.y
        bottom = top + self.size.height
        end = self._page.offset_below(bottom)
        last_row = self._page.indices[-1] if self._page.indices else 0
        return self._page.offset_below(top), len(self._article.text) if last_row < bottom else end

    def progress(self) -> float:
        """How much of the article has been on the screen, 0 to 1."""
        unseen = self.virtual_size.height - self.scroll_offset.y - self.size.height
        return 1.0 if unseen <= 0 else 1 - unseen / max(self.virtual_size.height - self.size.height, 1)

    def _set_page(self, head_room: int = 0) -> None:
        if self._article is None or not self.size.width:
            return
        self._width = max(min(self._measure, self.size.width - _MARGIN - _MARGIN_RIGHT), 1)
        points = self._analysis.key_points
        self._page = set_page(self._article, self._width, points, awaited_points=self._awaited_points, note=self._note)
        self._point_rows = {self._page.row_of(point.start): number for number, point in enumerate(points, 1)}
        self.virtual_size = Size(self.size.width, len(self._page.rows))
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._strips.clear()
        self.refresh()

    def _keep_text_in_place(self, head_room: int = 0) -> None:
        """Set the page again so that the text the reader sees does not move."""
        top = self.scroll_offset.y
        before = self._page
        anchor = before.offset_below(top)
        below = before.row_of(anchor) - top
        self._set_page(head_room)
        if top >= before.head_rows or (top > 0 and below < self.size.height):
            self.scroll_to(y=max(self._page.row_of(anchor) - below, 0), animate=False, immediate=True)
        self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        """Set the page for the new width."""
        if self._article is not None:
            self._keep_text_in_place()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that another part is on the screen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def _left(self) -> int:
        """Columns before the text: the block of margin and measure stands in the middle."""
        room = self.size.width - self._width - _MARGIN - _MARGIN_RIGHT
        return _MARGIN + max(room // 2, 0)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        if number not in self._strips:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            self._strips[number] = self._draw(number)
        return self._strips[number]

    def _draw(self, number: int) -> Strip:
        width = self.size.width
        ground = self._inks.on_ground().rich_style
        if number >= len(self._page.rows) or self._article is None:
            return Strip.blank(width, ground)
        row = self._page.rows[number]
        if isinstance(row, TextRow):
            segments = self._draw_text(row, self._article.text, self._point_rows.get(number, 0))
        else:
            segments = [Segment(" " * self._left(), ground), *self._draw_head(row)]
        return Strip(segments).adjust_cell_length(width, ground)

    def _draw_head(self, row: HeadRow) -> list[Segment]:
        return [Segment(piece.text, self._inks.on_ground(piece.ink).rich_style) for piece in row.pieces]

    def _draw_text(self, row: TextRow, text: str, point: int) -> list[Segment]:
        ground = self._inks.on_ground().rich_style
        marked = bool(self._current.over(row.start, row.end))
        margin = Segment(" " * (self._left() - _MARGIN), ground)
        number = Segment(str(point).rjust(2) if point else "  ", self._inks.on_ground("accent").rich_style)
        bar = Segment("▌ " if marked else "  ", self._inks.on_ground("accent").rich_style)
        lead = Segment(row.lead, self._inks.on_ground("dim").rich_style)
        segments = [margin, number, bar, lead]
        layers = (self._quotes, self._mentions, self._current, self._matches, self._current_match)
        for stretch in cut(row.start, row.end, layers):
            style = self._inks.on_ground(row.role, *stretch.inks).rich_style
            segments.append(Segment(text[stretch.start : stretch.end], style))
        return segments

    def on_click(self, event: events.Click) -> None:
        """Post what was clicked."""
        number = self.scroll_offset.y + event.y
        if self._article is None or number >= len(self._page.rows):
            return
        row = self._page.rows[number]
        if isinstance(row, HeadRow):
            if row.point:
                self.post_message(self.PointClicked(row.point))
            return
        cell = event.x - self._left() - cells_between(row.lead, 0, len(row.lead))
        if event.x < self._left():
            point = self._point_rows.get(number, 0)
            if point:
                self.post_message(self.PointClicked(point))
        elif 0 <= cell < cells_between(self._article.text, row.start, row.end):
            self.post_message(self.TextClicked(offset_at(self._article.text, row.start, row.end, cell)))


def _speaker_ink(colour: int | None) -> str:
    return "nobody" if colour is None else f"speaker-{colour}"

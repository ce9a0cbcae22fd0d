"""The article on the screen: draws the rows of a galley with the marks that lie over them, line by line.

Knows where things stand on the screen, not what they mean; what is current is told to it.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from textual import events, work
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Analysis, Article, Span
from reader.settings.config import Tint
from reader.ui.attention.focus import Remark
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.theme.themes import Inks
from reader.ui.typeset import selecting
from reader.ui.typeset.anchors import ScrollAnchor, Trail, anchor_at, top_for
from reader.ui.typeset.galley import Galley
from reader.ui.typeset.painter import Painter
from reader.ui.typeset.painting import MARGIN
from reader.ui.typeset.pointing import Hit, hit, offset_under
from reader.ui.typeset.typesetter import SLICE, Typesetter

# Right of the text, before the scroll bar.
_MARGIN_RIGHT = 2
# Rows over and under a place gone to that are in sight with it: words are read in what surrounds them.
_CONTEXT = 3
# A place jumped to stands a third down the screen: what leads up to it stays in sight.
_JUMP_TO = 1 / 3


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one article; posts where it was clicked.

    Args:
        article: what to show.
        measure: the widest a line of text gets, in cells.
        inks: the styles to draw with.
        awaited_points: how many key points are being looked for.
        is_folded: whether only the number of key points is shown; None where that goes by the room on the screen.
        fold_key: the key that shows and folds them.
        is_centred: the text stands in the middle of the view, not at its left.
        tint: whose words have their speaker's colour.
    """

    class Clicked(Message):
        """Something was clicked."""

        def __init__(self, on: Hit) -> None:
            super().__init__()
            self.on = on

    class Scrolled(Message):
        """Another part of the article is on the screen."""

    def __init__(
        self,
        article: Article,
        measure: int,
        inks: Inks,
        *,
        awaited_points: int = 0,
        is_folded: bool | None = None,
        fold_key: str = "",
        is_centred: bool = True,
        tint: Tint = "calm",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._measure, self._is_centred = measure, is_centred
        self._typesetter = Typesetter(article, awaited_points, is_folded=is_folded, fold_key=fold_key)
        self._points: Sequence[Span] = ()
        self.painter = Painter(article, inks, self.refresh, tint)
        """How it is drawn, and what is marked in it."""
        self._trail = Trail()
        # The place returned to last, and the row it was at: exact while the reader stays there, at any width.
        self._returned: tuple[ScrollAnchor, int] | None = None
        self._point_rows: dict[int, int] = {}

    @property
    def galley(self) -> Galley:
        """The rows as they are set now."""
        return self._typesetter.galley

    @property
    def width(self) -> int:
        """The measure the text is set in, in cells."""
        return self._typesetter.width

    @property
    def _text(self) -> str:
        return self._typesetter.article.text

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_analysis(self, analysis: Analysis, note: str = "") -> bool:
        """Show what was found, or why there is nothing, the text on the screen staying where it is.

        Returns:
            Whether key points stand above what is on the screen.
        """
        self._points = analysis.key_points
        self.painter.mark_quotes(analysis)
        is_first = self._typesetter.is_awaiting
        place = self._text_place() if is_first else self.place()
        self._typesetter.take(analysis, note)
        self._show_galley(place)
        if is_first and not self.scroll_offset.y:
            # The text was held for once: at the top, the reader is at the top.
            self._returned = None
        return any(row.point for row in self.galley.head[: self.scroll_offset.y])

    @property
    def is_folded(self) -> bool:
        """Whether only the number of key points is shown."""
        return self._typesetter.is_folded

    def fold_points(self, is_folded: bool) -> None:
        """Show only the number of key points, or all of them, where they stand."""
        place, top, height = self.place(), self.scroll_offset.y, self.size.height
        rule = self._typesetter.points_row
        self._typesetter.fold(is_folded)
        self._show_galley(place)
        if top <= rule < top + height:
            # What is over them stays, unless the last of them would then be below the screen.
            end = len(self.galley.head) if not is_folded else 0
            self._to_row(max(top, min(rule, end - height)))
        elif not is_folded:
            self._jump(rule, keep_trail=True)

    def show_alone(self, remarks: Sequence[Remark] | None) -> None:
        """Show some quotes alone, or the whole text again."""
        self._typesetter.show_alone(remarks)
        self._typesetter.begin(self.width, self.size.height)
        self._set_slice(sys.maxsize)

    def set_measure(self, measure: int) -> None:
        """Set the text in another measure, the reader's place kept."""
        self._measure = measure
        self.set_anew()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self.painter.use_inks(inks)

    # -- moving -------------------------------------------------------------------------------------------------

    def reveal(self, span: Span, *, keep_trail: bool = True) -> None:
        """Bring a span onto the screen with what surrounds it; one that is there already stays where it is.

        Args:
            span: what to show.
            keep_trail: the reader can go back to where they are now.
        """
        self._give_back()
        self._set_to(span.end)
        first, last = self.galley.rows_of(span)
        top, height = self.scroll_offset.y, self.size.height
        context = max(min(_CONTEXT, (height - (last - first)) // 2), 0)
        if first - context < top or last + context >= top + height:
            # Of words that a third down would leave the screen at its foot, more stands above.
            row = min(max(first - int(height * _JUMP_TO), last + context + 1 - height), first - context)
            self._jump(min(row, self.max_scroll_y), keep_trail=keep_trail)

    def centre(self, span: Span) -> None:
        """Bring a span to the middle of the screen."""
        self._set_to(span.end)
        first, last = self.galley.rows_of(span)
        self._jump((first + last + 1 - self.size.height) // 2, keep_trail=True)

    def _jump(self, row: int, *, keep_trail: bool) -> None:
        if keep_trail and max(row, 0) != self.scroll_offset.y:
            self.remember_place()
        self._to_row(row)

    def move(self, by: Stride, direction: int) -> None:
        """A line, a page, or all the way; 1 is down, -1 up. Some lines of the old page are kept in sight."""
        self._give_back()
        if by == "end":
            self._to_edge(direction)
        else:
            self.scroll_relative(y=direction * lines_in(by, self.size.height, 0), animate=False)

    def _to_edge(self, direction: int) -> None:
        self.remember_place()
        self._set_to(len(self._text))
        self._to_row(self.galley.height if direction > 0 else 0)

    def to_heading(self, direction: int) -> bool:
        """Bring the next or the previous heading to the top; whether there is one."""
        headings = [block for block in self._typesetter.article.blocks if block.kind == "heading"]
        self._give_back()
        self._set_to(headings[-1].end if headings else 0)
        top = self.scroll_offset.y
        tops = [min(self.galley.row_of(heading.start) - 1, self.max_scroll_y) for heading in headings]
        ahead = [row for row in tops if row > top] if direction > 0 else [row for row in reversed(tops) if row < top]
        if ahead:
            self.remember_place()
            self._to_row(ahead[0])
        return bool(ahead)

    def remember_place(self) -> None:
        """Keep where the reader is, to go back to."""
        self._trail.add(self.place())

    def go_back(self) -> bool:
        """To where the reader was before the last jump; whether there was one."""
        place = self._trail.last()
        if place is not None:
            self.return_to(place)
        return place is not None

    def place(self) -> ScrollAnchor:
        """Where the reader is."""
        top = self.scroll_offset.y
        if self._returned is not None and self._returned[1] == top:
            return self._returned[0]
        return anchor_at(self.galley, top, self.size.height)

    def _text_place(self) -> ScrollAnchor:
        """Where the reader is, by the first text in sight, whatever stands over it."""
        place = self.place()
        below = self.galley.row_of(place.offset) - self.scroll_offset.y
        in_sight = self.galley.body.starts and 0 <= below < self.size.height
        return ScrollAnchor(place.offset, below, None) if in_sight else place

    def _give_back(self) -> None:
        """Take away the rows that were kept for more key points than came, now that the reader moves anyway."""
        place = self.place()
        if self._typesetter.give_back():
            self._show_galley(place)

    def return_to(self, place: ScrollAnchor) -> None:
        """Show what was on the screen at a place."""
        self._set_to(place.offset)
        self._to_row(top_for(self.galley, place))
        self._returned = place, self.scroll_offset.y
        self.post_message(self.Scrolled())

    def text_in_sight(self) -> tuple[int, int]:
        """The first offset of the text on the screen, and the one after the last."""
        top = self.scroll_offset.y
        bottom = top + self.size.height
        is_end = self.galley.body.is_whole and self.galley.row_of(len(self._text)) < bottom
        return self.galley.offset_below(top), len(self._text) if is_end else self.galley.offset_below(bottom)

    def progress(self) -> float:
        """How much of the article has been on the screen, 0 to 1."""
        unseen = self.virtual_size.height - self.scroll_offset.y - self.size.height
        return 1.0 if unseen <= 0 else 1 - unseen / max(self.virtual_size.height - self.size.height, 1)

    def minutes_left(self) -> int:
        """How long what is not yet seen takes to read; 0 at the end."""
        length = len(self._text)
        return -(-self._typesetter.minutes * (length - self.text_in_sight()[1]) // max(length, 1))

    def _to_row(self, row: int) -> None:
        # Forced, for Textual scrolls nothing whose scroll bar is not there yet.
        self.scroll_to(y=max(row, 0), animate=False, force=True, immediate=True)

    # -- setting ------------------------------------------------------------------------------------------------

    def set_anew(self) -> None:
        """Set the text for this width, the text in sight staying there; a long one a slice at a time."""
        if self.size.width:
            width = max(min(self._measure, self.size.width - MARGIN - _MARGIN_RIGHT), 1)
            self._typesetter.begin(width, self.size.height)
            self._set_slice()
            if not self._typesetter.is_done:
                self._set_rest()

    def _set_slice(self, characters: int = SLICE) -> None:
        place = self.place()
        if self._typesetter.go_on(self.text_in_sight()[1], characters):
            self._show_galley(place)
        elif self._typesetter.is_done:
            self._point_rows = self.galley.numbered(self._points)
            self._size_up()

    @work(exclusive=True, group="setting")
    async def _set_rest(self) -> None:
        while not self._typesetter.is_done:
            await asyncio.sleep(0)
            self._set_slice()

    def _show_galley(self, place: ScrollAnchor) -> None:
        """Show the galley as it is set now, the reader staying where they are."""
        self._point_rows = self.galley.numbered(self._points)
        self._size_up()
        self.painter.forget()
        self.return_to(place)

    def _set_to(self, offset: int) -> None:
        """Have the text set up to an offset, at once."""
        self.galley.body.set_to(offset)
        self._size_up()

    def _size_up(self) -> None:
        self.virtual_size = Size(self.size.width, self.galley.height)

    def on_resize(self) -> None:
        """Set the galley for the new width."""
        self.set_anew()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that another part is on the screen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    # -- drawing ------------------------------------------------------------------------------------------------

    def _left(self) -> int:
        """Columns before the text: the block of margin and measure stands in the middle, or at the left."""
        room = self.size.width - self._typesetter.width - MARGIN - _MARGIN_RIGHT
        return MARGIN + (max(room // 2, 0) if self._is_centred else 0)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        return self.painter.line(
            number, self.galley, self._text, self._point_rows, left=self._left(), width=self.size.width
        )

    # -- the mouse ----------------------------------------------------------------------------------------------

    def selection_updated(self, selection: Selection | None) -> None:
        """Mark what is selected."""
        self.painter.mark_selected(self._selected(selection))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands in the article, without the ends of the screen's lines."""
        span = self._selected(selection)
        return (self._text[span.start : span.end], "\n") if span else None

    def selected_span(self) -> Span | None:
        """What is selected of the text."""
        return self._selected(self.text_selection)

    def _selected(self, selection: Selection | None) -> Span | None:
        return selecting.span_of(selection, self._text, self.galley.body) if selection else None

    def on_click(self, event: events.Click) -> None:
        """Post what was clicked; a double click selects a word."""
        # Textual's own answer to a double click is to select everything.
        event.prevent_default()
        number = self.scroll_offset.y + event.y
        row, column = self.galley.row(number), event.x - self._left()
        offset = offset_under(row, self._text, column)
        if event.chain == 2 and offset is not None:
            word = selecting.word_at(self._text, offset)
            self.screen.selections = {self: Selection(Offset(0, word.start), Offset(0, word.end))}
        elif self.text_selection is None:
            on = hit(number, row, self._text, column, links=self.painter.links, points=self._point_rows)
            if on is not None:
                self.post_message(self.Clicked(on))

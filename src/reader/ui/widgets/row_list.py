"""A list of rows, drawn line by line as they come into sight, with one current item. Tells what was clicked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.attention.current import Target
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.rows import Row
from reader.ui.rows.layout import RowLayout
from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import cells_between

# Left of the rows: the bar of the current item and a space; right of them, a space and the scroll bar.
_LEFT, _RIGHT = 2, 2
# Lines over and under the current item that stay in sight with it: what comes next is seen before the key is pressed.
_CONTEXT = 3
# Rows set at a time: about 1 ms of work, so that a list of hundreds of quotes never keeps a key waiting.
_AT_A_TIME = 50


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows. The current item has the same bar before it as the current quote in the article."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RowList {
        height: 1fr; background: $background;
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    class Clicked(Message):
        """An item was clicked."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    def __init__(self, inks: Inks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks = inks
        self._layout = RowLayout((), 1)
        self._targets: Sequence[Target] = ()
        self._current: int | None = None

    @property
    def current(self) -> Target | None:
        """What the current item leads to."""
        return self._leads_to(self._current)

    def show(self, rows: Iterable[Row]) -> None:
        """Show rows, from the top; what was marked is marked again where it is among them."""
        self._layout = RowLayout(rows, 1)
        self._set()
        if self._current is None:
            self.scroll_to(y=0, animate=False, immediate=True)

    def mark(self, targets: Sequence[Target]) -> None:
        """Make the item that leads to one of these the current one, and bring it into sight."""
        self._targets = targets
        self._find_current()
        self._reveal()
        self.refresh()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.refresh()

    def item_by(self, stride: Stride, direction: int) -> Target | None:
        """The item further on or back: the next, one a page away, or the last; 1 is down, -1 up."""
        self._set_all()
        if stride == "line":
            return self._leads_to(self._layout.next_item(self._current, direction))
        if stride == "end":
            return self._leads_to(self._layout.next_item(None, -direction))
        lines = lines_in(stride, self.size.height, 0)
        return self._leads_to(self._layout.item_a_page_on(self._current, direction * lines))

    def _leads_to(self, row: int | None) -> Target | None:
        return None if row is None else self._layout.rows[row].target

    def on_resize(self) -> None:
        """Set the rows for the new width; the current item stays in sight."""
        self._set()

    def _set(self) -> None:
        """Wrap the rows at this width; a list that is not on the screen waits until it is."""
        if not self.size.width:
            return
        self._layout = self._layout.at_width(max(self.size.width - _LEFT - _RIGHT, 1))
        self._set_more()
        self._find_current()
        self._reveal()
        if not self._layout.is_done:
            self.run_worker(self._set_rest(), exclusive=True)

    async def _set_rest(self) -> None:
        while not self._layout.is_done:
            await asyncio.sleep(0)
            self._set_more()

    def _set_all(self) -> None:
        if not self._layout.is_done and self.size.width:
            self._set_more(None)

    def _set_more(self, count: int | None = _AT_A_TIME) -> None:
        self._layout.go_on(count)
        self.virtual_size = Size(self.size.width, len(self._layout.lines))
        self.refresh()

    def _find_current(self) -> None:
        self._current = self._layout.row_of(self._targets)
        if self._current is None and self._targets:
            self._set_all()
            self._current = self._layout.row_of(self._targets)

    def _reveal(self) -> None:
        if self._current is None:
            return
        first, end = self._layout.lines_of(self._current)
        top, height = self.scroll_offset.y, self.size.height
        context = max(min(_CONTEXT, (height - (end - first)) // 2), 0)
        if first - context < top or end - first > height:
            top = first - context
        elif end + context > top + height:
            top = end + context - height
        # Forced: a list that was not on the screen until now has no scroll bar yet, and Textual would scroll nothing.
        self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the list."""
        number = self.scroll_offset.y + y
        ground = self._inks.on_ground().rich_style
        if number >= len(self._layout.lines):
            return Strip.blank(self.size.width, ground)
        line = self._layout.lines[number]
        marked = ("current",) if line.row == self._current else ()
        plain = self._inks.on_ground(*marked).rich_style
        bar = Segment("▌" if marked else " ", self._inks.on_ground("accent").rich_style)
        segments = [bar, Segment(" " * (_LEFT - 1 + line.paragraph.indent), plain)]
        segments += [
            Segment(piece.text, self._inks.on_ground(*piece.inks, *marked).rich_style) for piece in line.pieces
        ]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def on_click(self, event: events.Click) -> None:
        """Post the item under the mouse, or what the words under it lead to."""
        number = self.scroll_offset.y + event.y
        if number >= len(self._layout.lines):
            return
        line = self._layout.lines[number]
        width = sum(cells_between(piece.text, 0, len(piece.text)) for piece in line.pieces)
        on_words = event.x < _LEFT + line.paragraph.indent + width
        target = (line.paragraph.leads_to if on_words else None) or self._leads_to(line.row)
        if target is not None:
            self.post_message(self.Clicked(target))

"""A list of rows, drawn line by line as they come into sight, with one current item. Tells what the reader chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.current import Target
from reader.ui.rows import Row
from reader.ui.rows.setting import NOTHING, Setting, set_rows
from reader.ui.themes import Inks
from reader.ui.widgets.wrapping import cells_between

# Left of the rows: the bar of the current item and a space; right of them, a space before the scroll bar.
_LEFT, _RIGHT = 2, 1
# Lines of the old page left on the new one, so that the eye finds its place.
_KEPT_IN_SIGHT = 2


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows. The current item has the same bar before it as the current quote in the article."""

    ALLOW_SELECT = False

    class Chosen(Message):
        """The reader moved to an item, or clicked on one (`firmly`)."""

        def __init__(self, target: Target, *, firmly: bool) -> None:
            super().__init__()
            self.target = target
            self.firmly = firmly

    def __init__(self, inks: Inks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks = inks
        self._rows: Sequence[Row] = ()
        self._setting: Setting = NOTHING
        self._targets: Sequence[Target] = ()
        self._current: int | None = None

    @property
    def current(self) -> Target | None:
        """What the current item leads to."""
        return None if self._current is None else self._setting.rows[self._current].target

    def show(self, rows: Iterable[Row]) -> None:
        """Show rows, from the top; what was marked is marked again where it is among them."""
        self._rows = tuple(rows)
        self._set()
        if self._current is None:
            self.scroll_to(y=0, animate=False, immediate=True)

    def mark(self, targets: Sequence[Target]) -> None:
        """Make the item that leads to one of these the current one, and bring it into sight."""
        self._targets = targets
        self._current = self._setting.row_of(targets)
        self._reveal()
        self.refresh()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.refresh()

    def move_by_item(self, direction: int) -> None:
        """Choose the next or the previous item."""
        self._choose(self._setting.next_item(self._current, direction), firmly=False)

    def move_by_page(self, direction: int) -> None:
        """Choose the item a page on or back."""
        height = max(self.size.height - _KEPT_IN_SIGHT, 1)
        self._choose(self._setting.item_a_page_on(self._current, direction * height), firmly=False)

    def move_to_end(self, direction: int) -> None:
        """Choose the last or the first item."""
        self._choose(self._setting.next_item(None, -direction), firmly=False)
        if direction < 0:
            self.scroll_to(y=0, animate=False, immediate=True)

    def _choose(self, row: int | None, *, firmly: bool) -> None:
        target = None if row is None else self._setting.rows[row].target
        if target is not None:
            self.post_message(self.Chosen(target, firmly=firmly))

    def on_resize(self) -> None:
        """Set the rows for the new width; the current item stays in sight."""
        self._set()

    def _set(self) -> None:
        """Wrap the rows at this width; a list that is not on the screen waits until it is."""
        if not self.size.width:
            return
        self._setting = set_rows(self._rows, max(self.size.width - _LEFT - _RIGHT, 1))
        self._current = self._setting.row_of(self._targets)
        self.virtual_size = Size(self.size.width, len(self._setting.lines))
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        if self._current is None:
            return
        first, end = self._setting.lines_of(self._current)
        top, height = self.scroll_offset.y, self.size.height
        if first < top or end - first > height:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif end > top + height:
            self.scroll_to(y=end - height, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the list."""
        number = self.scroll_offset.y + y
        ground = self._inks.on_ground().rich_style
        if number >= len(self._setting.lines):
            return Strip.blank(self.size.width, ground)
        line = self._setting.lines[number]
        marked = ("current",) if line.row == self._current else ()
        plain = self._inks.on_ground(*marked).rich_style
        bar = Segment("▌ ", self._inks.on_ground("accent").rich_style) if marked else Segment("  ", ground)
        segments = [bar, Segment(" " * line.paragraph.indent, plain)]
        segments += [
            Segment(piece.text, self._inks.on_ground(*piece.inks, *marked).rich_style) for piece in line.pieces
        ]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse, or what the words under it lead to."""
        number = self.scroll_offset.y + event.y
        if number >= len(self._setting.lines):
            return
        line = self._setting.lines[number]
        width = sum(cells_between(piece.text, 0, len(piece.text)) for piece in line.pieces)
        if line.paragraph.leads_to and event.x < _LEFT + line.paragraph.indent + width:
            self.post_message(self.Chosen(line.paragraph.leads_to, firmly=True))
        else:
            self._choose(line.row, firmly=True)

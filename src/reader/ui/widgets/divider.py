"""The edge between the article and the sidebar, which the mouse can drag."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.theme.themes import Inks


class Divider(Widget):
    """A dim line from top to bottom; dragging it posts where it is dragged to."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Divider { width: 1; height: 1fr; }"

    class Dragged(Message):
        """The edge was dragged to a column of the screen; at the end of the drag it is `dropped`."""

        def __init__(self, column: int, *, dropped: bool) -> None:
            super().__init__()
            self.column = column
            self.dropped = dropped

    def __init__(self, inks: Inks) -> None:
        super().__init__()
        self._inks = inks
        self._is_dragged = False

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line; heavier while it is dragged."""
        style = self._inks.on_ground("accent" if self._is_dragged else "rule").rich_style
        return Strip([Segment("┃" if self._is_dragged else "│", style)], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        self._is_dragged = True
        self.capture_mouse()
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Post where the edge is dragged to."""
        if self._is_dragged:
            self.post_message(self.Dragged(int(event.screen_x), dropped=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the edge."""
        if self._is_dragged:
            self._is_dragged = False
            self.release_mouse()
            self.refresh()
            self.post_message(self.Dragged(int(event.screen_x), dropped=True))

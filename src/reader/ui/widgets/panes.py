"""The article beside the sidebar, with an edge between them that can be moved; one at a time where both do not fit."""

from __future__ import annotations

from textual import on
from textual.containers import Horizontal

from reader.settings import state
from reader.ui import sidebar_width
from reader.ui.widgets.divider import Divider
from reader.ui.widgets.sidebar import Sidebar


class Panes(Horizontal):
    """Shares its width out between the article and the sidebar.

    Args:
        measure: the width of the text.
    """

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._chosen = state.load().sidebar_width

    def on_resize(self) -> None:
        """Share out the new width."""
        self._share_out()

    def use_measure(self, measure: int) -> None:
        """Make room for a text of another width."""
        self._measure = measure
        self._share_out()

    def widen_sidebar(self, columns: int) -> None:
        """Make the sidebar wider, or narrower, and remember it."""
        self._choose(self._sidebar_width() + columns)
        state.keep_sidebar_width(self._sidebar_width())

    @on(Divider.Dragged)
    def _move_edge(self, event: Divider.Dragged) -> None:
        event.stop()
        self._choose(self.size.width - event.column - 1)
        if event.dropped:
            state.keep_sidebar_width(self._sidebar_width())

    def _choose(self, width: int) -> None:
        self._chosen = sidebar_width.sidebar_width(self.size.width, self._measure, width)
        self._share_out()

    def _sidebar_width(self) -> int:
        return sidebar_width.sidebar_width(self.size.width, self._measure, self._chosen)

    def _share_out(self) -> None:
        narrow = self.screen.has_class("-narrow")
        self.query_one(Sidebar).styles.width = "1fr" if narrow else self._sidebar_width()

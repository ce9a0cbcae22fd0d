"""The article beside the sidebar, with an edge between them that can be moved; one at a time where both do not fit.

Keeps where the keys go.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive

from reader.model import Note
from reader.settings import state
from reader.ui.attention.panes import Pane, Tab
from reader.ui.theme.themes import Inks
from reader.ui.widgets import sidebar_width
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.divider import Divider
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.widgets.tabs import Tabs


class Panes(Horizontal):
    """Shares its width out between the article and the sidebar.

    Args:
        view: the article.
        sidebar: the lists.
        measure: the width of the text.
        inks: the styles to draw with.
    """

    class PaneChanged(Message):
        """The keys go to another pane."""

    pane: reactive[Pane] = reactive[Pane]("article", init=False)
    """Where the keys go."""

    def __init__(self, view: ArticleView, sidebar: Sidebar, measure: int, inks: Inks) -> None:
        super().__init__(id="panes")
        self._view, self._sidebar = view, sidebar
        self._divider = Divider(inks)
        self._measure = measure
        self._chosen = state.load().sidebar_width

    def compose(self) -> ComposeResult:
        """The article, the edge, and the lists."""
        yield self._view
        yield self._divider
        yield self._sidebar

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        for part in (self._view, self._divider, self._sidebar):
            part.use_inks(inks)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show what the reader wrote, with the quotes, and where it is to in the article."""
        self._sidebar.show_notes(notes)
        self._view.painter.mark_noted(notes)

    # -- where the keys go --------------------------------------------------------------------------------------

    def watch_pane(self) -> None:
        """Show the pane, and give it the keys."""
        self.set_class(self.pane != "article", "-lists")
        if self.pane == "article":
            self._view.focus()
        else:
            self.remove_class("-alone")
            self._sidebar.tab = self.pane
            self._sidebar.open_list.focus()
        self.post_message(self.PaneChanged())

    def show_list(self, tab: Tab) -> None:
        """Open a list: beside the article while the keys go there, else with the keys."""
        if self.pane == "article":
            self._sidebar.tab = tab
        else:
            self.pane = tab

    @on(Tabs.Clicked)
    def _choose_tab(self, event: Tabs.Clicked) -> None:
        self.pane = event.tab

    # -- how wide, and whether there ----------------------------------------------------------------------------

    @property
    def _is_narrow(self) -> bool:
        return self.screen.has_class("-narrow")

    def toggle_sidebar(self) -> None:
        """Hide the sidebar, or show it; where only one pane fits, go to the other one."""
        if self._is_narrow:
            self.pane = self._sidebar.tab if self.pane == "article" else "article"
        elif self.has_class("-alone"):
            self.remove_class("-alone")
        else:
            self.pane = "article"
            self.add_class("-alone")

    def widen_sidebar(self, columns: int) -> None:
        """Make the sidebar wider, or narrower, where it stands beside the article; and remember it."""
        if not self._is_narrow:
            self.remove_class("-alone")
            self._choose(self._sidebar_width() + columns)
            state.keep_sidebar_width(self._sidebar_width())

    def use_measure(self, measure: int) -> None:
        """Set the text in another measure, and make room for it."""
        self._measure = measure
        self._share_out()
        self._view.set_measure(measure)

    def on_resize(self) -> None:
        """Share out the new width."""
        self._share_out()

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
        self._sidebar.styles.width = "1fr" if self._is_narrow else self._sidebar_width()

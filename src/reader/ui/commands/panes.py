"""The sidebar as a pane: how wide it is, and whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.widgets.panes import Panes
from reader.ui.widgets.sidebar_width import STEP

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def width(screen: ArticleScreen, direction: int) -> None:
    """Make the sidebar wider or narrower, where it stands beside the article."""
    if not screen.has_class("-narrow"):
        screen.set_class(False, "-alone")
        screen.query_one(Panes).widen_sidebar(direction * STEP)


def toggle(screen: ArticleScreen) -> None:
    """Hide the sidebar, or show it; where only one pane fits, go to the other one."""
    if screen.has_class("-narrow"):
        screen.pane = screen.sidebar.tab if screen.pane == "article" else "article"
    elif screen.has_class("-alone"):
        screen.remove_class("-alone")
    else:
        screen.pane = "article"
        screen.add_class("-alone")

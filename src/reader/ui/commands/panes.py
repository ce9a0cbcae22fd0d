"""The sidebar as a pane: how wide it is, and whether it is there."""

from __future__ import annotations

from typing import Protocol

from reader.ui.widgets.sidebar_width import STEP


class PanesDesk(Protocol):
    """An article beside its lists."""

    def widen_sidebar(self, columns: int) -> None:
        """Make the sidebar wider, or narrower, where it stands beside the article."""

    def toggle_sidebar(self) -> None:
        """Hide the sidebar, or show it; where only one pane fits, go to the other one."""


def width(desk: PanesDesk, direction: int) -> None:
    """Make the sidebar wider or narrower."""
    desk.widen_sidebar(direction * STEP)


def toggle(desk: PanesDesk) -> None:
    """Hide the sidebar, or show it."""
    desk.toggle_sidebar()

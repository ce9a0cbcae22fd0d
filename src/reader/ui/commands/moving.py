"""Moving: by lines, pages and panes, and to a key point."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen

# Lines of the old page left on the new one, so that the eye finds its place.
_KEPT_IN_SIGHT = 2


def line(screen: ArticleScreen, direction: int) -> None:
    """A line on or back; in a list, an item."""
    if screen.pane == "article":
        screen.view.scroll_relative(y=direction, animate=False)
    else:
        screen.sidebar.open_list.move_by_item(direction)


def page(screen: ArticleScreen, direction: int) -> None:
    """A page on or back, with some lines of the old one kept in sight."""
    if screen.pane == "article":
        height = max(screen.view.size.height - _KEPT_IN_SIGHT, 1)
        screen.view.scroll_relative(y=direction * height, animate=False)
    else:
        screen.sidebar.open_list.move_by_page(direction)


def end(screen: ArticleScreen, direction: int) -> None:
    """To the end, or to the top."""
    if screen.pane != "article":
        screen.sidebar.open_list.move_to_end(direction)
    elif direction > 0:
        screen.view.scroll_end(animate=False)
    else:
        screen.view.scroll_home(animate=False)


def pane(screen: ArticleScreen, direction: int) -> None:
    """To the next pane, or the one before."""
    panes = screen.panes
    screen.pane = panes[(panes.index(screen.pane) + direction) % len(panes)]


def go_to_place(screen: ArticleScreen) -> None:
    """To what is current, in the article."""
    screen.pane = "article"
    screen.go(screen.current)


def key_point(screen: ArticleScreen, number: str) -> None:
    """To a key point's place in the article."""
    screen.pane = "article"
    screen.go(screen.current.at_point(int(number)))

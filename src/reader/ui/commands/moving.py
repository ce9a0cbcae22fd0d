"""Moving: by lines, pages and panes, and to a key point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span
from reader.ui.current import Target
from reader.ui.widgets.tabs import Tab

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen

# Lines of the old page left on the new one, so that the eye finds its place.
_KEPT_IN_SIGHT = 2


def line(screen: ArticleScreen, direction: int) -> None:
    """A line on or back; in a list, an item."""
    if screen.pane == "article":
        screen.view.scroll_relative(y=direction, animate=False)
    else:
        _go(screen, screen.sidebar.open_list.item_on(direction))


def page(screen: ArticleScreen, direction: int) -> None:
    """A page on or back, with some lines of the old one kept in sight."""
    if screen.pane == "article":
        height = max(screen.view.size.height - _KEPT_IN_SIGHT, 1)
        screen.view.scroll_relative(y=direction * height, animate=False)
    else:
        _go(screen, screen.sidebar.open_list.item_a_page_on(direction))


def end(screen: ArticleScreen, direction: int) -> None:
    """To the end, or to the top."""
    if screen.pane != "article":
        _go(screen, screen.sidebar.open_list.item_at_end(direction))
    elif direction > 0:
        screen.view.scroll_end(animate=False)
    else:
        screen.view.scroll_home(animate=False)


def _go(screen: ArticleScreen, target: Target | None) -> None:
    if target is not None:
        screen.go(screen.current.at_target(target))


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


def jump(screen: ArticleScreen, to: Target | Span | Tab | int) -> None:
    """To an actor, a stretch of the article, a list, or a key point by its number."""
    if isinstance(to, str):
        screen.pane = to
        return
    screen.pane = "article"
    if isinstance(to, Target):
        screen.go(screen.current.at_target(to))
    elif isinstance(to, int):
        screen.go(screen.current.at_point(to))
    else:
        screen.view.reveal(to)

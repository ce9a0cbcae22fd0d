"""Moving: by lines, pages, headings and panes, to a key point, along a link and back; and how wide the text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.model import Link, Span
from reader.settings.config import LONGEST_MEASURE, SHORTEST_MEASURE
from reader.ui.attention.current import Target
from reader.ui.attention.panes import TABS, Pane, Tab
from reader.ui.commands import focusing
from reader.ui.links import numbered
from reader.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen

# Lines of the old page left on the new one, so that the eye finds its place.
_KEPT_IN_SIGHT = 2
# By how much one key makes the text narrower or wider: less is hardly seen.
_MEASURE_STEP = 4


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
    else:
        screen.view.to_edge(direction)


def _go(screen: ArticleScreen, target: Target | None) -> None:
    if target is not None:
        screen.go(screen.current.at_target(target))


def pane(screen: ArticleScreen, direction: int) -> None:
    """To the next pane, or the one before."""
    panes: tuple[Pane, ...] = ("article", *TABS)
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


def heading(screen: ArticleScreen, direction: int) -> None:
    """To the next or the previous heading."""
    screen.pane = "article"
    focusing.end_alone(screen)
    if screen.reading is not None and not screen.view.to_heading(direction):
        screen.notify(f"No heading {'further on' if direction > 0 else 'before this'}.", timeout=2, markup=False)


def back(screen: ArticleScreen) -> None:
    """To where the reader was before the last jump."""
    screen.pane = "article"
    if not screen.view.go_back():
        screen.notify("Nowhere to go back to.", timeout=2, markup=False)


def measure(screen: ArticleScreen, direction: int) -> None:
    """Make the text narrower or wider, for the rest of the run."""
    if screen.reading is None:
        return
    width = min(max(screen.view.width + direction * _MEASURE_STEP, SHORTEST_MEASURE), LONGEST_MEASURE)
    screen.query_one(Panes).use_measure(width)
    screen.view.set_measure(width)
    screen.use_config(replace(screen.config, measure=width))


def follow(screen: ArticleScreen) -> None:
    """Number the links in sight and ask for one."""
    if screen.reading is None:
        return
    screen.pane = "article"
    numbers = numbered(screen.view.links, screen.view.text_in_sight())
    if numbers:
        screen.view.number_links(numbers)
        screen.link_bar.ask(numbers)
    else:
        screen.notify("No links on this part of the article.", timeout=2, markup=False)


def open_link(screen: ArticleScreen, link: Link) -> None:
    """Open a link in the browser."""
    screen.app.open_url(link.url)
    screen.notify(f"Opened {link.url}", timeout=3, markup=False)

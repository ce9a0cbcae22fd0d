"""Quotes and people: from quote to quote, speaker to speaker, actor to actor; and which quotes are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.attention.quote_filter import Filter, facets, listed
from reader.ui.screens.filter import FilterScreen

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def quote(screen: ArticleScreen, direction: int) -> None:
    """To the next or the previous quote; of the speaker whose words are shown alone."""
    if screen.focus_on.alone is not None:
        same_speaker(screen, direction)
        return
    screen.open_list("quotes")
    screen.go(screen.current.next_quote(direction, screen.view.text_in_sight()))


def same_speaker(screen: ArticleScreen, direction: int) -> None:
    """To this speaker's next or previous quote."""
    screen.open_list("quotes")
    screen.go(screen.current.next_of_speaker(direction, screen.view.text_in_sight()))


def actor(screen: ArticleScreen, direction: int) -> None:
    """To the next or the previous actor of the list."""
    screen.open_list("actors")
    screen.go(screen.current.next_actor(direction))


def denied(screen: ArticleScreen) -> None:
    """To the quote that the current one denies."""
    denied = screen.current.denied()
    if denied is None:
        screen.notify("This quote denies no other." if screen.current.quote else "Choose a quote first.", markup=False)
        return
    screen.open_list("quotes")
    screen.go(denied)


def choose_filter(screen: ArticleScreen) -> None:
    """Ask which quotes to list."""
    offered = facets(screen.current.analysis)
    if not offered:
        screen.notify("There are no quotes to choose from.", markup=False)
        return
    screen.open_list("quotes")
    screen.app.push_screen(
        FilterScreen(offered, screen.sidebar.filter, screen.inks, lambda criteria: use_filter(screen, criteria))
    )


def use_filter(screen: ArticleScreen, criteria: Filter) -> None:
    """List, and step through, only the quotes that meet some criteria."""
    screen.sidebar.use_filter(criteria)
    screen.current = screen.current.among(listed(screen.current.analysis, criteria))
    screen.show_status()

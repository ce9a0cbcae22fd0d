"""Finding words in the article, and letting go of what is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands import quotes
from reader.ui.quote_filter import NO_FILTER

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def find(screen: ArticleScreen) -> None:
    """Ask for words to find."""
    if screen.reading is not None:
        screen.pane = "article"
        screen.finder.ask(screen.reading.article.text, screen.view.text_in_sight()[0])


def step(screen: ArticleScreen, direction: int) -> None:
    """To the next or the previous match while something is searched, else quote."""
    if screen.finder.active:
        screen.finder.step(direction, screen.view.text_in_sight())
    else:
        quotes.quote(screen, direction)


def leave(screen: ArticleScreen) -> None:
    """End the search, else the filter, else go back to the article, else let go of what is current.

    Leaves an error for the start screen, and an article chosen from a front page for that page.
    """
    if screen.finder.active or screen.finder.is_open:
        screen.finder.end()
    elif screen.sidebar.filter:
        quotes.use_filter(screen, NO_FILTER)
    elif screen.pane != "article":
        screen.pane = "article"
    elif (screen.asked and screen.reading is None) or (screen.is_listed and screen.current == screen.current.let_go()):
        screen.dismiss()
    else:
        screen.go(screen.current.let_go())

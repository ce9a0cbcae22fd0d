"""Finding words in the article, and letting go of what is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.attention.quote_filter import NO_FILTER
from reader.ui.commands import focusing, quotes

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def find(screen: ArticleScreen) -> None:
    """Ask for words to find."""
    if screen.reading is not None:
        screen.pane = "article"
        screen.view.remember_place()
        screen.finder.ask(screen.reading.article.text, screen.view.text_in_sight()[0])


def step(screen: ArticleScreen, direction: int) -> None:
    """To the next or the previous match while something is searched, else quote."""
    if screen.finder.active:
        screen.finder.step(direction, screen.view.text_in_sight())
    else:
        quotes.quote(screen, direction)


def leave(screen: ArticleScreen) -> None:
    """Leave the innermost thing: a selection, the links, a search, a list, words shown alone, work, what is current."""
    if screen.selections:
        screen.clear_selection()
    elif screen.link_bar.is_open:
        screen.link_bar.close()
    elif screen.finder.active or screen.finder.is_open:
        screen.finder.end()
    elif screen.sidebar.filter:
        quotes.use_filter(screen, NO_FILTER)
    elif screen.pane != "article":
        screen.pane = "article"
    elif screen.focus_on.alone is not None:
        focusing.end_alone(screen)
    elif screen.is_at_work:
        screen.stop()
    elif (screen.asked and screen.reading is None) or (screen.is_listed and screen.current == screen.current.let_go()):
        screen.dismiss()
    else:
        screen.go(screen.current.let_go())

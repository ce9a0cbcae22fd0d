"""Quotes and people: from quote to quote, speaker to speaker, actor to actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

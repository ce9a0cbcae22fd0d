"""What the status line says: what is current or going on, and how far the reader is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.model import Analysis
from reader.ui.attention import navigation

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def state_of(screen: ArticleScreen) -> str:
    """The mode by its name: "match 3/12 · ferry", "quote 2/7 · Ines Calder"; else what is being done, or was found."""
    finder = screen.finder
    if finder.active:
        at = 0 if finder.current is None else finder.current + 1
        shown = f"match {at}/{len(finder.matches)} · {finder.query_text}"
    elif screen.said or screen.current.label or screen.work is None:
        shown = screen.said or screen.current.label or screen.sidebar.filter_in_words or screen.state
    else:
        shown = screen.work.label(time.monotonic())
    return " · ".join(part for part in (screen.focus_on.label, shown) if part)


def place_of(screen: ArticleScreen) -> str:
    """How far the reader is, and how long the rest takes: "34% · 3 min left"."""
    if screen.reading is None:
        return ""
    minutes = screen.view.minutes_left()
    left = "" if minutes == 0 or screen.focus_on.alone else f" · {minutes} min left"
    return f"{screen.view.progress():.0%}{left}"


def found(analysis: Analysis) -> str:
    """What was found, in words: "12 quotes, 9 speakers"; else why nothing was looked for."""
    if not analysis.quotes and analysis.notes:
        return analysis.notes[0]
    speakers = len(navigation.quotes_per_speaker(analysis))
    quotes = len(analysis.quotes)
    return f"{quotes} quote{'' if quotes == 1 else 's'}, {speakers} speaker{'' if speakers == 1 else 's'}"

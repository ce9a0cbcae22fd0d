"""What the command palette can jump to in an article: speakers, key points, headings, lists. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.model import Reading, Span
from reader.render.attribution import point_text, quotes_per_speaker
from reader.text.safe import on_one_line
from reader.ui.attention.current import Target
from reader.ui.attention.navigation import actors_by_quotes
from reader.ui.attention.panes import TABS, Tab
from reader.ui.rows import counted

# Enough of a key point or heading to know it by; more would take a second line of the palette.
_SHOWN_CHARACTERS = 90


class Jump(NamedTuple):
    """Something to jump to, by its words; `said` is what is told about it, as keys are of a command."""

    words: str
    said: str
    to: Target | Span | Tab | int
    """An actor; a heading; a list; or the number of a key point, from 1."""


def jumps(reading: Reading) -> Iterator[Jump]:
    """Everything to jump to, kind after kind."""
    analysis = reading.analysis
    numbers = {actor.id: index for index, actor in enumerate(analysis.actors)}
    quotes = quotes_per_speaker(analysis)
    for tab in TABS:
        yield Jump(f"List: {tab}", "", tab)
    for actor in actors_by_quotes(analysis):
        if quotes[actor.id]:
            said = counted(quotes[actor.id], "quote")
            yield Jump(f"Speaker: {_short(actor.name)}", said, Target("actor", numbers[actor.id]))
    for number, point in enumerate(analysis.key_points, 1):
        yield Jump(f"Key point: {_short(point_text(point))}", str(number), number)
    for block in reading.article.blocks:
        if block.kind == "heading":
            words = _short(reading.article.text[block.start : block.end])
            yield Jump(f"Heading: {words}", "", Span(start=block.start, end=block.end))


def _short(text: str) -> str:
    text = on_one_line(text)
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS].rstrip() + "…"

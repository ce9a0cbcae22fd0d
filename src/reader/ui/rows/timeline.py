"""The timeline: events in order of time, each date as a newspaper prints it over the sentences it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.model import Analysis
from reader.render.calendar import worded
from reader.ui.attention.current import Target
from reader.ui.characters import on_one_line
from reader.ui.rows import BLANK, Paragraph, Row, Words, around, notes

_INDENT = 2


def timeline_rows(text: str, analysis: Analysis, note: str = "") -> Iterator[Row]:
    """The rows of the events; `note` is said when there are none.

    Args:
        text: the article's.
        analysis: whose events, in order of time; those whose date cannot be told are its last.
        note: why there are none.
    """
    numbered = enumerate(analysis.timeline)
    for place, (date, group) in enumerate(groupby(numbered, key=lambda pair: pair[1].date)):
        if place:
            yield BLANK
        yield Row((Paragraph((Words(on_one_line(worded(date)), ("heading",)),)),))
        for index, event in group:
            sentence = around(text, event, event.when, ("text",), ("text", "name"))
            yield Row((Paragraph(tuple(sentence), _INDENT),), Target("event", index))
    if not analysis.timeline:
        yield from notes(note)

"""The timeline: events in order of time, each date as a newspaper prints it over the sentences it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.model import Analysis
from reader.render import facts
from reader.text.safe import on_one_line
from reader.ui.attention.current import Target
from reader.ui.rows import BLANK, Paragraph, Row, Words, around, notes

_INDENT = 2


def timeline_rows(text: str, analysis: Analysis, note: str = "") -> Iterator[Row]:
    """The rows of the events, each sentence once, under its dates; `note` is said when there are none.

    Args:
        text: the article's.
        analysis: whose events, in order of time; those whose date cannot be told are its last.
        note: why there are none.
    """
    together = [[(at, analysis.timeline[at]) for at in group] for group in facts.event_sentences(analysis)]
    dated = ((facts.dates(event for _, event in group), group) for group in together)
    for place, (dates, groups) in enumerate(groupby(dated, key=lambda pair: pair[0])):
        if place:
            yield BLANK
        yield Row((Paragraph((Words(on_one_line(dates), ("heading",)),)),))
        for _, group in groups:
            (at, event), whens = group[0], [event.when for _, event in group]
            sentence = around(text, event, whens, ("text",), ("text", "name"))
            yield Row((Paragraph(tuple(sentence), _INDENT),), Target("event", at))
    if not analysis.timeline:
        yield from notes(note)

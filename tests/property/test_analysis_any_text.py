"""On any text: the analysis ends, its spans are valid and in order, its ids point somewhere, and it never varies."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.model import Analysis, Excerpt, Span
from reader.text.paragraphs import paragraphs

MARKS = ["“", "”", "‘", "’", '"', "'", "''", "``", "«", "»", "„", "’’", "‘‘"]
WORDS = [
    "said ", "Orla Fenwick ", "Fenwick ", "he ", "She ", "Mr. ", "the mayor, ", "a spokesman for ", "Harbour Agency ",
    "according to ", "that the pier was safe. ", "The crew swam. ", "told ", "Jr. ", "de ", "al-", "U.S. ", "(D-Md.) ",
    ", a lawyer, ", "who served as ", "MOSS: Will it hold? ", "LIND: It will hold now. ", "one of the ", "6'2\" ",
]  # fmt: skip
ODD = [
    "\n\n", "\n", "\r\n", "\u2028", "\x00", "\x07", "\u200b", "\ufeff", "\xa0", "🚢", "👩‍👧", "e\u0301", "שלום ",
    "مرحبا ", "\u202e", "日本語", "—", "…", "(", ")", ":", ", ", ". ", "$5 ", "5 May 2016 ",
    "sank Monday ", "in Norway ", "2011-2014 ", "20 to 30 people ", "last week ", "�",
]  # fmt: skip

PIECES = st.lists(st.sampled_from([*MARKS, *WORDS, *ODD]), max_size=60).map("".join)
ONLY_MARKS = st.lists(st.sampled_from([*MARKS, " ", "\n\n", "\n"]), max_size=80).map("".join)
TEXTS = st.one_of(PIECES, ONLY_MARKS, st.text(max_size=200))

# One analysis takes some milliseconds; more examples would make the suite slow and have found nothing more.
EXAMPLES = settings(max_examples=80)


def in_order(spans: Iterable[Span]) -> bool:
    return all(a.start <= b.start for a, b in pairwise(spans))


def excerpts(found: Analysis) -> list[Excerpt]:
    inside = [e for q in found.quotes for e in (q, q.cue, q.mention) if e is not None]
    named = [m for each in (*found.actors, *found.places) for m in each.mentions]
    dated = [e for event in found.timeline for e in (event, event.when)]
    return [*found.key_points, *dated, *found.figures, *inside, *named]


def check(text: str, found: Analysis) -> None:
    assert all(0 <= e.start < e.end <= len(text) for e in excerpts(found))
    assert all(e.text == text[e.start : e.end] for e in excerpts(found))
    assert all(a.end <= b.start for a, b in pairwise(found.sentences))
    assert all(a.end <= b.start for a, b in pairwise(found.quotes))
    assert all(in_order(spans) for spans in (found.key_points, found.figures, *(p.mentions for p in found.places)))
    assert all(event.start <= event.when.start < event.when.end <= event.end for event in found.timeline)
    assert set(found.glance.who) <= {actor.id for actor in found.actors}
    assert 0.0 <= found.glance.attributed <= 1.0
    actors = {actor.id for actor in found.actors}
    assert len(actors) == len(found.actors)
    assert all(actor.name and in_order(actor.mentions) for actor in found.actors)
    assert all(quote.speaker is None or quote.speaker in actors for quote in found.quotes)
    assert all(0.0 <= quote.confidence <= 1.0 for quote in found.quotes)
    assert len({quote.id for quote in found.quotes}) == len(found.quotes)


@EXAMPLES
@given(TEXTS)
def test_any_text(text: str) -> None:
    found = reader.analyze(text)
    check(text, found)
    assert reader.analyze(text) == found


LINES = {
    "one long line without a stop": "said Orla Fenwick and the crew " * 400,
    "one long word": "a" * 20_000,
    "a long run of marks": "“”" * 1_000,
    "a long run of straight marks": "\"'" * 1_000,
    "many quotations that never close": "“It sank, " * 400,
    "many quotations that reopen": "“It sank.\n\n" * 300,
    "many commas": "Orla Fenwick, " * 400,
    "many names in capitals": "ORLA FENWICK " * 400,
    "many titles": "Mr. Mrs. Dr. " * 400,
    "many particles": "de la von der al-" * 200,
    "many brackets": "(" * 1_500,
    "many short paragraphs": "Orla.\n\n" * 500,
    "many turns": "MOSS: Will it hold now?\n\nLIND: It will hold now.\n\n" * 60,
    "right to left": "שלום “עולם” אמר. " * 100,
    "control characters": "“The ferry\x00 sank,”\x07 said\u200b Orla\u202e Fenwick. " * 50,
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_long_and_odd(text: str) -> None:
    check(text, reader.analyze(text))


@given(st.one_of(ONLY_MARKS, PIECES))
def test_marked_stretches_are_apart(text: str) -> None:
    found = quoted_spans(text, [Span(start, end) for start, end in paragraphs(text)])
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

"""What the mouse selects: whole characters, whole words, and the text without the ends of the screen's lines."""

from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from reader.model import Article
from reader.ui.typeset.body import blocks
from reader.ui.typeset.galley import Body
from reader.ui.typeset.selecting import span_of, word_at


def selected(text: str, start: tuple[int, int] | None, end: tuple[int, int] | None, width: int = 40) -> str | None:
    """What is selected from one place to another; a place is a row's first offset and the place in the row."""
    body = Body(blocks(Article(text=text), width))
    body.set_more()
    ends = [None if place is None else Offset(place[1], place[0]) for place in (start, end)]
    span = span_of(Selection(*ends), text, body)
    return None if span is None else text[span.start : span.end]


FERRY = "The ferry is late again"  # ten wide: "The ferry", "is late", "again"

SELECTED = [
    ("all of it", FERRY, None, None, FERRY),
    ("from a place to the end", FERRY, (0, 4), None, "ferry is late again"),
    ("within a line", FERRY, (0, 4), (0, 9), "ferry"),
    ("over the ends of lines", FERRY, (0, 4), (10, 2), "ferry is"),
    ("from the margin", FERRY, (10, -3), (10, 2), "is"),
    ("beyond the end of a line", FERRY, (10, 3), (10, 99), "late"),
    ("nothing", FERRY, (0, 4), (0, 4), None),
    ("an emoji that is joined, from its middle", "a 👩\u200d🚀 b", (0, 3), (0, 4), "👩\u200d🚀"),
    ("a letter and its accent", "cafe\u0301 bar", (0, 3), (0, 4), "e\u0301"),
    ("Hangul in parts", "\u1112\u1161\u11ab\u1100\u1173\u11af", (0, 0), (0, 1), "\u1112\u1161\u11ab"),
]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"), [row[1:] for row in SELECTED], ids=[row[0] for row in SELECTED]
)
def test_selected(text: str, start: tuple[int, int] | None, end: tuple[int, int] | None, expected: str | None) -> None:
    assert selected(text, start, end, 10) == expected


WORDS = [
    ("a word", "the ferry sails", "ferry", "ferry"),
    ("at its last letter", "the ferry sails", "y sails", "ferry"),
    ("an apostrophe within", "the ferry’s crew", "s crew", "ferry’s"),
    ("a hyphen within", "a well-known pier", "known", "well-known"),
    ("no mark around", "“ferry,” he said", "ferry", "ferry"),
    ("the mark itself", "“ferry,” he said", ",", ","),
    ("a space", "the ferry", " ferry", " "),
    ("on its own line", "one\ntwo", "two", "two"),
    ("a number", "in 2026, they", "026", "2026"),
    ("an accent in two characters", "un cafe\u0301 noir", "f", "cafe\u0301"),
    ("Hindi with its vowel signs", "यह किताब है", "ताब", "किताब"),
    ("Arabic with its vowels", "قال العَرَبيّ أمس", "ر", "العَرَبيّ"),
    ("Persian with its joiner", "او می\u200cرود", "رود", "می\u200cرود"),
]


@pytest.mark.parametrize(("text", "at", "expected"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_word_at(text: str, at: str, expected: str) -> None:
    span = word_at(text, text.index(at))
    assert text[span.start : span.end] == expected

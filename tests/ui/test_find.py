"""What a reader types finds what a newspaper prints."""

from __future__ import annotations

import itertools

import pytest

from reader.ui.search.find import matches

TEXT = "The Ferry’s crew said “no ferry\nsails”. СУД суд. Straße — 10–12 (knots)"

FINDS = [
    ("any case", "ferry", ["Ferry", "ferry"]),
    ("its own case, once a letter is capital", "Ferry", ["Ferry"]),
    ("curly marks for straight ones", "ferry's", ["Ferry’s"]),
    ("curly double marks", '"no', ["“no"]),
    ("dashes for hyphens", "10-12", ["10–12"]),
    ("over the end of a line", "ferry sails", ["ferry\nsails"]),
    ("other scripts in any case", "суд", ["СУД", "суд"]),
    ("signs as they stand", "(knots)", ["(knots)"]),
    ("not across other words", "crew no", []),
    ("nothing for nothing", "  ", []),
]

# Each with its text: what one letter is differs from script to script.
SCRIPTS = [
    ("ß is ss", "Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
    ("ss is ß", "Straße, STRASSE", "straße", ["Straße", "STRASSE"]),
    ("a capital letter makes case count", "Straße, STRASSE", "STRASSE", ["STRASSE"]),
    ("half of ß is ß, once", "Fuß", "s", ["ß"]),
    ("the dotted İ", "İstanbul, istanbul, İSTANBUL", "istanbul", ["İstanbul", "istanbul", "İSTANBUL"]),
    ("the dotless ı", "ısparta", "isparta", ["ısparta"]),
    ("İ in two characters", "I\u0307stanbul", "İstanbul", ["I\u0307stanbul"]),
    ("an accent in one character or two", "café, cafe\u0301, cafe", "cafe\u0301", ["café", "cafe\u0301"]),
    ("a letter without its accent is another", "café, cafe\u0301, cafe", "cafe", ["cafe"]),
    ("accents in any order", "x\u0323\u0307", "x\u0307\u0323", ["x\u0323\u0307"]),
    ("the final sigma", "ΟΔΟΣ, οδος", "οδοσ", ["ΟΔΟΣ", "οδος"]),
    ("a ligature is its letters", "ﬁnal", "final", ["ﬁnal"]),
    ("Hangul in parts", "\u1100\u1161\u11a8 각", "각", ["\u1100\u1161\u11a8", "각"]),
    ("a part of a Hindi word", "यह किताब है", "ताब", ["ताब"]),
    ("each letter of a Hindi word", "नमन", "न", ["न", "न"]),
    ("a letter with its vowel sign", "किताब", "क", ["कि"]),
    ("Thai, which writes no spaces", "ข่าวใหม่", "ใหม่", ["ใหม่"]),
    ("Arabic", "قال الوزير أمس", "الوزير", ["الوزير"]),
]


@pytest.mark.parametrize(("query", "expected"), [row[1:] for row in FINDS], ids=[row[0] for row in FINDS])
def test_finds(query: str, expected: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in matches(TEXT, query)] == expected


@pytest.mark.parametrize(("text", "query", "expected"), [row[1:] for row in SCRIPTS], ids=[row[0] for row in SCRIPTS])
def test_finds_in_any_script(text: str, query: str, expected: list[str]) -> None:
    found = matches(text, query)
    assert [text[span.start : span.end] for span in found] == expected
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))

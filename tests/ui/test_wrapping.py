"""Lines fit, lose nothing, and lead back to the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.safe import on_screen
from reader.ui.characters import MARKS
from reader.ui.typeset.wrapping import cells_between, offset_at, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[line.start : line.end] for line in wrap(text, 0, len(text), width)]


WRAPS = [
    ("short text stays", "a few words", 20, ["a few words"]),
    ("breaks at spaces", "the ferry is late again", 10, ["the ferry", "is late", "again"]),
    ("a full line is full", "abcde fghij", 5, ["abcde", "fghij"]),
    ("the space at the edge is dropped", "abcde  fghij", 6, ["abcde", "fghij"]),
    ("a long word is cut", "abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("after a dash between words", "the harbour—closed", 14, ["the harbour—", "closed"]),
    ("not at a dash before a number", "about −20 or -30 degrees", 15, ["about −20 or", "-30 degrees"]),
    ("line feeds end lines", "one\ntwo three", 20, ["one", "two three"]),
    ("empty lines stay", "one\n\ntwo", 20, ["one", "", "two"]),
    ("nothing is one empty line", "", 20, [""]),
    ("Chinese between characters", "记者今天报道大坝出现裂缝", 10, ["记者今天报", "道大坝出现", "裂缝"]),
    ("Chinese stops never start a line", "记者今天报，道大坝", 10, ["记者今天", "报，道大坝"]),
    ("combining marks take no cell", "e\u0301te\u0301 e\u0301te\u0301", 3, ["e\u0301te\u0301", "e\u0301te\u0301"]),
    ("emoji are two wide", "a 🚢🚢🚢 b", 6, ["a 🚢🚢", "🚢 b"]),
    ("wide and narrow mixed", "the 大坝 wall", 8, ["the 大坝", "wall"]),
    ("a joined emoji is not cut", "x 👩‍🚀👩‍🚀", 4, ["x 👩‍🚀", "👩‍🚀"]),
    ("a family is one emoji", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
    ("an emoji keeps its skin", "👍🏽👍🏽", 3, ["👍🏽", "👍🏽"]),
    (
        "Hangul in parts is not cut",
        "\u1112\u1161\u11ab\u1100\u1173\u11af",
        3,
        ["\u1112\u1161\u11ab", "\u1100\u1173\u11af"],
    ),
    ("Hindi keeps its vowel signs", "किताब हिन्दी", 4, ["किताब", "हिन्दी"]),
    ("Arabic keeps its vowels", "العَرَبِيَّة", 3, ["العَ", "رَبِيَّ", "ة"]),
]


@pytest.mark.parametrize(("text", "width", "expected"), [row[1:] for row in WRAPS], ids=[row[0] for row in WRAPS])
def test_wraps(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("  \n-—’“”aé大。🚢\u0301\u200d\ufe0f\u200b\u00ad")
    ),
    max_size=200,
)


@given(any_text, st.integers(min_value=2, max_value=30))
def test_any_text_fits_and_loses_only_spaces(text: str, width: int) -> None:
    text = on_screen(text)
    found = wrap(text, 0, len(text), width)
    at = 0
    for line in found:
        assert at <= line.start <= line.end
        assert text[at : line.start].strip(" \n") == ""
        assert cell_len(text[line.start : line.end]) <= width
        at = line.end
    assert text[at:].strip(" \n") == ""


@given(any_text, st.integers(min_value=2, max_value=30))
def test_every_cell_leads_back_to_its_character(text: str, width: int) -> None:
    text = on_screen(text)
    for line in wrap(text, 0, len(text), width):
        for cell in range(cells_between(text, line.start, line.end)):
            offset = offset_at(text, line.start, line.end, cell)
            assert line.start <= offset < line.end
            assert cells_between(text, line.start, offset) <= cell


def test_the_fast_path_measures_every_character_as_the_terminal_does() -> None:
    # The characters that are taken for one cell without measuring are all below U+3000.
    for code in range(0x20, 0x3000):
        character = chr(code)
        if on_screen(character) == character:
            assert cells_between(character, 0, 1) == cell_len(character), hex(code)


def test_the_offset_past_the_end_of_a_line_is_its_end() -> None:
    assert offset_at("ferry", 0, 5, 40) == 5
    assert offset_at("大坝", 0, 2, 40) == 2


CONTROLS = [
    ("escape sequences", "\x1b[31mred", "\ufffd[31mred"),
    ("tabs become spaces", "a\tb", "a b"),
    ("line feeds stay", "a\nb", "a\nb"),
    ("C1 controls", "a\x9b31mb", "a\ufffd31mb"),
    ("direction overrides", "a\u202eb", "a\u200bb"),
    ("plain words", "the ferry’s “crew”", "the ferry’s “crew”"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CONTROLS], ids=[row[0] for row in CONTROLS])
def test_printable(text: str, expected: str) -> None:
    assert on_screen(text) == expected
    assert len(on_screen(text)) == len(text)


CELLS = [
    ("joined emoji", "👩‍🚀", 2),
    ("emoji with a skin", "👍🏽", 2),
    ("a family", "👩‍👩‍👧‍👦", 2),
    ("Hangul", "한글", 4),
    ("Hangul in parts", "\u1112\u1161\u11ab\u1100\u1173\u11af", 4),
    ("Arabic with its vowels", "العَرَبِيَّة", 7),
    ("Hebrew with its points", "שָׁלוֹם", 4),
    ("Thai with its marks", "น้ำ", 2),
    ("accents apart", "e\u0301te\u0301", 3),
]


@pytest.mark.parametrize(("text", "cells"), [row[1:] for row in CELLS], ids=[row[0] for row in CELLS])
def test_cells(text: str, cells: int) -> None:
    assert cells_between(text, 0, len(text)) == cells


@pytest.mark.parametrize("text", [row[1] for row in CELLS], ids=[row[0] for row in CELLS])
@pytest.mark.parametrize("width", range(2, 12))
def test_nothing_of_any_script_is_lost(text: str, width: int) -> None:
    text = f"{text}{text} {text}"
    found = lines(text, width)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert max(cells_between(line, 0, len(line)) for line in found) <= width
    # No line begins with what belongs to the character before it.
    assert not any(re.match(f"[{MARKS}\u200d]", line) for line in found)

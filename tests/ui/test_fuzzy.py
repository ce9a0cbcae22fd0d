"""What the palette finds when letters are typed."""

from __future__ import annotations

import pytest

from reader.ui.search.fuzzy import match

FINDS = [
    ("the beginning", "next", "Next quote", (0, 1, 2, 3)),
    ("words in the middle", "quote of", "Next quote of the same speaker", (5, 6, 7, 8, 9, 10, 11, 12)),
    ("first letters", "nq", "Next quote", (0, 5)),
    ("first letters with a space", "n q", "Next quote", (0, 5)),
    ("capitals", "CALDER", "Speaker: Ines Calder", (14, 15, 16, 17, 18, 19)),
    ("letters with marks", "éva", "Éva Sándor", (0, 1, 2)),
    ("a letter whose small form is two", "i̇z", "xi̇z", (1, 2, 3)),
    ("markup as it stands", "[/", "[@click=app.boom]x[/]", (18, 19)),
]
LEAVES = [
    ("letters scattered over a sentence", "head", "The talks are focused on a heavy cease-fire door"),
    ("letters in another order", "qn", "Next quote"),
    ("nothing typed", "", "Next quote"),
    ("spaces typed", "  ", "Next quote"),
    ("more than there is", "quotes", "quote"),
]


@pytest.mark.parametrize(("typed", "name", "at"), [row[1:] for row in FINDS], ids=[row[0] for row in FINDS])
def test_finds(typed: str, name: str, at: tuple[int, ...]) -> None:
    score, offsets = match(typed, name)
    assert score > 0
    assert offsets == at


@pytest.mark.parametrize(("typed", "name"), [row[1:] for row in LEAVES], ids=[row[0] for row in LEAVES])
def test_leaves_alone(typed: str, name: str) -> None:
    assert match(typed, name) == (0.0, ())


def test_words_as_typed_come_before_scattered_letters_and_beginnings_first() -> None:
    names = ["Another quorum", "Requote", "Quote", "Next quote"]
    assert sorted(names, key=lambda name: -match("quo", name)[0])[0] == "Quote"
    assert match("quo", "Next quote")[0] > match("quo", "Requote")[0]
    assert match("nq", "xnq")[0] > match("nq", "Next quote")[0]

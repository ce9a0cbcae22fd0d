"""Marked quotes, their sources and cues find their words; nothing of the text is kept."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.analysis.quotes.wordpiece import PLACEHOLDERS, UNKNOWN, Vocabulary
from reader.text.document import Document, read
from reader.text.nlp_model import load
from training import prepare
from training.prepare import BEGIN, IN, NOBODY, Example, Quote, converted, restore, rows_of, save

TEXT = (
    "She said nothing of it on Monday.\n\n"
    "“The ferry sank,” said a spokesman for the port of Ellery. Nobody drowned, Captain Moss added later.\n"
)


KNOWN = Vocabulary([UNKNOWN, *PLACEHOLDERS, *"“”.,", "said", "sank"])


def example(document: Document, quotes: list[dict[str, Any]]) -> Example:
    return prepare.example(document, quotes, KNOWN)


@pytest.fixture(scope="module")
def document() -> Document:
    return read(TEXT, load())


def marked(quote: str, cue: str | None = None, speaker: str | None = None) -> dict[str, Any]:
    """A quote as the corpus gives it."""
    start = TEXT.index(quote)
    row: dict[str, Any] = {"start": start, "end": start + len(quote), "cue": cue}
    at = TEXT.index(speaker) if speaker else None
    return row | {"speaker_start": at, "speaker_end": None if at is None or speaker is None else at + len(speaker)}


FERRY = ("“The ferry sank,”", "said", "a spokesman for the port of Ellery")
DROWNED = ("Nobody drowned", "added", "Captain Moss")


def word(item: Example, row: int) -> str | None:
    return None if row == NOBODY else TEXT[item.offsets[row, 0] : item.offsets[row, 1]]


def words(item: Example, tags: Any) -> list[str | None]:
    return [word(item, int(row)) for row in np.flatnonzero(tags)]


ALIGNS = {
    "marks belong to the quote": (FERRY, "“", "”", "spokesman", "said"),
    "no source": ((FERRY[0], "said", None), "“", "”", None, "said"),
    "no cue": ((FERRY[0], None, FERRY[2]), "“", "”", "spokesman", None),
    "a cue that is nowhere": ((FERRY[0], "shouted", FERRY[2]), "“", "”", "spokesman", None),
    "no marks": (DROWNED, "Nobody", "drowned", "Moss", "added"),
    "an edge inside a word": (("he ferry sank", "said", "port"), "The", "sank", "port", "said"),
}


@pytest.mark.parametrize(("quote", "first", "last", "source", "cue"), ALIGNS.values(), ids=ALIGNS)
def test_aligns(document: Document, quote: Any, first: str, last: str, source: str | None, cue: str | None) -> None:
    item = example(document, [marked(*quote)])
    (found,) = (Quote(*map(int, row)) for row in item.quotes)
    assert (word(item, found.start), word(item, found.end - 1)) == (first, last)
    assert (word(item, found.source), word(item, found.cue)) == (source, cue)
    assert item.tags[found.start] == BEGIN
    assert (item.tags[found.start + 1 : found.end] == IN).all()
    assert np.count_nonzero(item.tags) == found.end - found.start


def test_the_nearest_of_two_cues_is_taken(document: Document) -> None:
    item = example(document, [marked(*FERRY)])
    (row,) = np.flatnonzero(item.cues)
    assert item.offsets[row, 0] == TEXT.rindex("said")


def test_the_whole_source_is_tagged(document: Document) -> None:
    item = example(document, [marked(*FERRY)])
    assert words(item, item.sources) == ["a", "spokesman", "for", "the", "port", "of", "Ellery"]


def test_of_two_quotes_that_overlap_the_first_stays(document: Document) -> None:
    item = example(document, [marked("ferry sank"), marked(*DROWNED), marked("The ferry")])
    assert words(item, item.tags) == ["The", "ferry", "Nobody", "drowned"]


def test_paragraphs_are_counted(document: Document) -> None:
    item = example(document, [])
    assert item.quotes.shape == (0, len(Quote._fields))
    assert item.paragraphs[0] == 1
    assert item.paragraphs[-1] == 2


def test_white_space_has_no_row() -> None:
    assert rows_of([(0, 3), (4, 7)], 3, 4) is None


def test_saved_examples_come_back_as_numbers(document: Document, tmp_path: Path) -> None:
    item, empty = example(document, [marked(*FERRY)]), example(document, [])
    path = tmp_path / "examples.npz"
    assert save(path, [item, empty]) == 2
    again, last = restore(path)
    assert not len(last.quotes)
    for field in fields(Example):
        values = getattr(again, field.name)
        assert values.dtype.kind in "ib"
        assert (values == getattr(item, field.name)).all()
    assert len(list(restore(path, limit=1))) == 1


def test_the_pieces_are_those_of_the_rows(document: Document) -> None:
    item = example(document, [])
    assert len(item.piece_starts) == len(item.piece_counts) == len(item.tags)
    said = next(n for n in range(len(item.tags)) if word(item, n) == "said")
    assert item.pieces[item.piece_starts[said]] == KNOWN.split("said")[0]


SPLIT = "“It is fine,” Ross said. “Go home.” Nobody went home, he said.\n\n“Go.”"
ROSS, SAID = [14, 18], [19, 23]


def named(text: str, kind: str = "direct", **more: Any) -> dict[str, Any]:
    """A quote as the corpora with names give it."""
    start = SPLIT.index(text)
    return {"start": start, "end": start + len(text), "kind": kind, "mention": ROSS, "cue": SAID} | more


CONVERTS = {
    "split round its attribution": (
        [named("“It is fine,”"), named("“Go home.”")],
        ["“It is fine,” Ross said. “Go home.”"],
    ),
    "another attribution": (
        [named("“It is fine,”"), named("“Go home.”", mention=[57, 59], cue=[60, 64])],
        ["“It is fine,”", "“Go home.”"],
    ),
    "the next paragraph": ([named("“It is fine,”"), named("“Go.”")], ["“It is fine,”", "“Go.”"]),
    "no marks": (
        [named("“It is fine,”"), named("Nobody went home", "indirect")],
        ["“It is fine,”", "Nobody went home"],
    ),
    "no cue": ([named("“It is fine,”", cue=None), named("“Go home.”", cue=None)], ["“It is fine,”", "“Go home.”"]),
}


@pytest.mark.parametrize(("quotes", "expected"), CONVERTS.values(), ids=CONVERTS)
def test_converts(quotes: list[dict[str, Any]], expected: list[str]) -> None:
    made = converted({"text": SPLIT, "quotes": quotes})
    assert [SPLIT[quote["start"] : quote["end"]] for quote in made] == expected
    assert {quote["speaker_start"] for quote in made} <= {14, 57}


def test_whole_attributions_stay_as_they_are() -> None:
    row = marked(*FERRY)
    assert converted({"text": TEXT, "quotes": [row]}) == [row]

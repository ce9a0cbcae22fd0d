"""Marked quotes, their sources and cues find their words; nothing of the text is kept."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.text.document import Document, read
from reader.text.nlp_model import load
from training.prepare import BEGIN, IN, NOBODY, Example, Quote, example, restore, rows_of, save

TEXT = (
    "She said nothing of it on Monday.\n\n"
    "“The ferry sank,” said a spokesman for the port of Ellery. Nobody drowned, Captain Moss added later.\n"
)


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
        assert values.dtype.kind == "i"
        assert (values == getattr(item, field.name)).all()
    assert len(list(restore(path, limit=1))) == 1

"""What the name tagger may learn words of: nobody's name gets a row of its own; headlines keep their names in place."""

import numpy as np

from reader.analysis.entities import name_features
from reader.analysis.entities.name_features import COLUMNS, TOLD, Features
from reader.analysis.entities.name_tagger import LABELS
from training import name_examples
from training.name_examples import Example


def example(outlet: str, words: str, people: str) -> Example:
    """An example of some words, of which those in `people` stand in names of people."""
    hashes = np.array([name_features.hashed(word) for word in words.split()], dtype=np.uint32)
    labels = np.array([LABELS.index("PERSON" if word in people.split() else "") for word in words.split()])
    count = len(hashes)
    seen = Features(
        np.zeros((count, 1 + len(COLUMNS)), dtype=np.int32),
        np.zeros((count, TOLD), dtype=np.float32),
        np.arange(count, dtype=np.int32),
        np.arange(count, dtype=np.int32),
    )
    return Example(outlet, seen, hashes, labels.astype(np.int32))


def test_nobody_s_name_gets_a_row() -> None:
    seen = [example(outlet, "minister fenwick minister fenwick", "fenwick") for outlet in ("one", "two", "three")]
    assert name_examples.vocabulary(seen).tolist() == [name_features.hashed("minister")]


def test_a_word_of_one_outlet_gets_no_row() -> None:
    assert not len(name_examples.vocabulary([example("one", "pier pier pier pier pier", "")]))


def test_a_headline_keeps_its_names() -> None:
    text = "The harbour minister, Orla Fenwick, closed the pier on Friday, and gave no reason at all."
    start = text.index("Orla")
    article = {"id": "paper_1", "text": text, "spans": [[start, start + 12, "Person"]]}
    (again,) = name_examples.headlined([article])
    named = [again["text"][a:b] for a, b, _ in again["spans"]]
    assert [name.casefold() for name in named] == ["orla fenwick"] * len(named)
    assert "Orla Fenwick" in named


def test_an_outlet_is_held_or_not() -> None:
    outlets = [name_examples.outlet(f"paper_{n}_7") for n in range(200)]
    assert outlets[3] == "paper_3"
    assert 20 < sum(map(name_examples.is_held, outlets)) < 60

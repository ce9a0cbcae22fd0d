"""What the name tagger may learn words of: nobody's name gets a row of its own; headlines keep their names in place."""

import json
from pathlib import Path

import numpy as np

from reader.analysis.entities import name_features
from reader.analysis.entities.name_tagger import LABELS
from training import name_examples, name_vocabulary, vocabulary
from training.name_examples import Labelled


def example(outlet: str, words: str, people: str) -> Labelled:
    """An article of some words, of which those in `people` stand in names of people."""
    hashes = np.array([name_features.hashed(word) for word in words.split()], dtype=np.uint32)
    labels = np.array([LABELS.index("PERSON" if word in people.split() else "") for word in words.split()])
    return Labelled(outlet, hashes, labels.astype(np.int32))


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


def test_people_are_renamed_and_all_names_keep_their_places() -> None:
    first = "Orla Fenwick met Teo Brandt in Ellery. Fenwick’s aide said that FENWICK was glad."
    second = "Ada Moss left Ellery."
    articles = [
        {"id": "paper_1", "text": first, "spans": spans(first, "Orla Fenwick", "Teo Brandt", "Fenwick’s", "FENWICK")},
        {"id": "paper_2", "text": second, "spans": spans(second, "Ada Moss")},
    ]
    articles[0]["spans"].append([first.index("Ellery"), first.index("Ellery") + 6, "Location"])
    one, other = name_examples.renamed(articles, seed=5)
    named = {kind: [one["text"][a:b] for a, b, k in one["spans"] if k == kind] for kind in ("Person", "Location")}
    surname = named["Person"][0].split()[1]
    assert named["Location"] == ["Ellery"]
    assert named["Person"][2:] == [f"{surname}’s", surname.upper()]
    given, families = {"Orla", "Teo", "Ada"}, {"Fenwick", "Brandt", "Moss"}
    for name in (*named["Person"][:2], other["text"][: other["text"].index(" left")]):
        assert name.split()[0] in given
        assert name.split()[1] in families


def spans(text: str, *people: str) -> list[list[object]]:
    """Where these people are named, in order."""
    found: list[list[object]] = []
    at = 0
    for name in people:
        at = text.index(name, at)
        found.append([at, at + len(name), "Person"])
        at += len(name)
    return found


def test_a_surname_is_spelled_and_a_given_name_is_not(tmp_path: Path) -> None:
    whole = ["minister", "health", "met", "ada", "moss", "ellery", "brandt", "mo", "##ss", "漢"]
    texts = dict.fromkeys(vocabulary.COUNTED, "The minister met the mayor of health in the port. " * 3)
    for name in (*texts, *(f"quotes/{name}.jsonl" for name in name_vocabulary.PEOPLED)):
        article = {"text": texts.get(name, "Teo Brandt left."), "people": [{"name": "Teo Brandt", "kind": "person"}]}
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(article) + "\n", encoding="utf-8")
    text = "Ada Moss met Ada Moss."
    kept = name_vocabulary.kept(whole, tmp_path, [{"text": text, "spans": spans(text, "Ada Moss", "Ada Moss")}])
    assert {"minister", "ada", "ellery", "health"} <= set(kept)
    assert not {"moss", "brandt", "漢"} & set(kept)


def test_an_outlet_is_held_or_not() -> None:
    outlets = [name_examples.outlet(f"paper_{n}_7") for n in range(200)]
    assert outlets[3] == "paper_3"
    assert 20 < sum(map(name_examples.is_held, outlets)) < 60

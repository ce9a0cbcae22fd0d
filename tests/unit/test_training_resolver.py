"""Articles annotated with names become cases of the resolver: who is the annotated one, and which rows are right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reader.analysis.entities.entity import Entity
from reader.analysis.resolution import features, scorer
from reader.analysis.resolution.plausible import Situation
from reader.text.document import Document, read
from reader.text.nlp_model import load
from training.resolver_examples import Case, annotated, cases, is_speaker, outlet, reading, speakers
from training.resolver_network import mean, stored, train

PEOPLE: list[dict[str, Any]] = [
    {"name": "Orla Fenwick", "aliases": ["Fenwick"], "kind": "person"},
    {"name": "Tomas Fenwick", "aliases": [], "kind": "person"},
    {"name": "Peter Lind", "aliases": ["Lind"], "kind": "person"},
    {"name": "Harbour Safety Agency", "aliases": ["HSA"], "kind": "organization"},
]
ARTICLE: dict[str, Any] = {"people": PEOPLE, "other_people": ["Ada Lind"], "quotes": []}

IS = {
    "the name": ("Orla Fenwick", "person", True, "Orla Fenwick", True),
    "with a title": ("Orla Fenwick", "person", True, "Mrs. Orla Fenwick", True),
    "with a middle name": ("Orla Fenwick", "person", True, "Orla Jane Fenwick", True),
    "a namesake": ("Orla Fenwick", "person", True, "Tomas Fenwick", False),
    "a surname that two bear": ("Tomas Fenwick", "person", True, "Fenwick", False),
    "an alias": ("Harbour Safety Agency", "organization", True, "HSA", True),
    "a body by its last words": ("Harbour Safety Agency", "organization", True, "Safety Agency", True),
    "a place in a body's name": ("Harbour Safety Agency", "place", True, "Harbour Safety", False),
    "a longer body": ("Harbour Safety Agency", "organization", True, "Harbour Safety Agency Board", False),
    "a description": ("~a senior harbour official", "person", False, "senior official", True),
    "another description": ("~a senior harbour official", "person", False, "two witnesses", False),
    "a description is no person's name": ("~the Moss family", "person", True, "Ada Moss", False),
}


@pytest.mark.parametrize(("gold", "kind", "named", "shown", "expected"), IS.values(), ids=IS)
def test_who_is_the_annotated_one(gold: str, kind: str, named: bool, shown: str, expected: bool) -> None:
    (speaker,) = speakers(ARTICLE, {"speaker": gold})
    assert is_speaker(Entity(kind, (), shown, named=named), speaker) is expected  # type: ignore[arg-type]


TEXT = (
    "Orla Fenwick met Peter Lind, the harbour master, on Monday.\n\n"
    "“The pier is not safe,” she said. The harbour master said it would close. A witness said it had shaken.\n"
)


def quote(words: str, speaker: str, mention: str, cue: str = "said") -> dict[str, Any]:
    start = TEXT.index(words)
    at = TEXT.index(mention, start + len(words)) if mention == "she" else TEXT.index(mention, 60)
    said = TEXT.index(cue, at)
    return {
        "start": start,
        "end": start + len(words),
        "speaker": speaker,
        "mention": [at, at + len(mention)],
        "cue": [said, said + len(cue)],
    }


QUOTES = [
    quote("“The pier is not safe,”", "Orla Fenwick", "she"),
    quote("it would close", "Peter Lind", "The harbour master"),
    quote("it had shaken", "~a witness", "A witness"),
]


@pytest.fixture(scope="module")
def document() -> Document:
    return read(TEXT, load())


def found(document: Document, quotes: list[dict[str, Any]]) -> list[Case]:
    return list(cases(reading({**ARTICLE, "text": TEXT, "quotes": quotes}, document, annotated(quotes))))


def test_the_annotated_ones_are_right(document: Document) -> None:
    made = found(document, QUOTES)
    assert [len(case.rows) for case in made] == [len(case.right) for case in made]
    assert [case.right.sum() for case in made] == [1, 1, 1]
    own = list(features.COLUMNS).index("own description")
    assert [int(case.rows[case.right][0, own]) for case in made] == [0, 0, 1]


def test_history_is_what_was_truly_said(document: Document) -> None:
    turns = list(features.COLUMNS).index("turns ago")
    spoken = [set(case.rows[:, turns].tolist()) for case in found(document, QUOTES)]
    assert spoken[0] == {0}
    assert 2 in spoken[1]


class Nobody:
    """A scorer that can never tell."""

    version = "nobody"

    def chances(self, situation: Situation) -> list[float]:
        return [*(0.0 for _ in situation.who), 1.0]


def test_history_may_be_what_a_scorer_decides(document: Document) -> None:
    article = {**ARTICLE, "text": TEXT, "quotes": QUOTES}
    made = list(cases(reading(article, document, annotated(QUOTES)), Nobody()))
    turns = list(features.COLUMNS).index("turns ago")
    assert [set(case.rows[:, turns].tolist()) for case in made] == [{0}, {0}, {0}]
    assert [case.right.tolist() for case in made] == [case.right.tolist() for case in found(document, QUOTES)]


def test_nobody_is_right_where_no_one_is_there(document: Document) -> None:
    (case,) = found(document, [QUOTES[0] | {"speaker": "Ada Moss"}])
    assert case.right.tolist() == [*[False] * (len(case.right) - 1), True]


def test_what_nobody_could_tell_is_no_case(document: Document) -> None:
    assert found(document, [QUOTES[0] | {"speaker": None}]) == []


def test_outlets() -> None:
    assert [outlet(name) for name in ("ewn-vardholm_post_12", "corvane-post_2016-09-01_harbour", "1a2b3c4d")] == [
        "ewn-vardholm_post",
        "corvane-post",
        "1a2b3c4d",
    ]


def made_up(count: int) -> list[Case]:
    """Cases in which the one whom the rules choose is right."""
    random = np.random.default_rng(0)
    sizes = np.array(list(features.COLUMNS.values()))
    rule = list(features.COLUMNS).index("rule rank")
    found = []
    for _ in range(count):
        rows = (random.random((5, len(sizes))) * sizes).astype(np.uint8)
        rows[:, rule], right = 0, random.integers(4)
        rows[right, rule] = 1
        found.append(Case(rows, np.arange(5) == right))
    return found


def test_a_network_learns_and_the_same_seed_gives_the_same_one() -> None:
    taught = made_up(300)
    one, other = train(taught, 3), train(taught, 3)
    assert all((one[name] == other[name]).all() for name in scorer.LAYERS)
    learned = scorer.unpacked(stored(mean([one, train(taught, 4)])))
    right = [case.right[learned.scores(case.rows.astype(np.int64)).argmax()] for case in taught]
    assert np.mean(right) > 0.95

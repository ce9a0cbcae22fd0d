"""What a quote rests on: the mentions that lead to a name, the sentences it all stands in, and who else it may be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import reader
from reader.analysis.evidence import chain, passages
from reader.analysis.resolution.likely import FLOOR, MOST_OTHERS, likely
from reader.model import Actor, Excerpt, Mention, MentionKind, Quote, Span

KINDS: dict[str, MentionKind] = {
    "he": "pronoun",
    "He": "pronoun",
    "his": "pronoun",
    "the envoy": "nominal",
    "the diplomat": "nominal",
    "the delegate": "nominal",
}


def actor(*words: str) -> Actor:
    """Somebody who is mentioned by these words, one after the other."""
    mentions = (Mention(n * 20, n * 20 + len(each), each, KINDS.get(each, "name")) for n, each in enumerate(words))
    return Actor("reinholt", "Tomas Reinholt", "person", mentions=tuple(mentions))


FULL = "Tomas Reinholt"
CHAINS = {
    "a full name is its own": ((FULL, "he"), 0, [FULL]),
    "part of a name leads to where it stands in full": ((FULL, "he", "Reinholt"), 2, ["Reinholt", FULL]),
    "a pronoun and a name": ((FULL, "he"), 1, ["he", FULL]),
    "over a description": ((FULL, "the envoy", "he"), 2, ["he", "the envoy", FULL]),
    "the same words once": ((FULL, "he", "the envoy", "He", "he"), 4, ["he", "the envoy", FULL]),
    "to the nearest name": ((FULL, "Reinholt", "he"), 2, ["he", "Reinholt", FULL]),
    "to the first behind": (("the envoy", "Reinholt", FULL), 0, ["the envoy", "Reinholt", FULL]),
    "to no name": (("the envoy", "he"), 1, ["he", "the envoy"]),
    "never endless": (
        ("Reinholt", "the delegate", "the diplomat", "the envoy", "his", "he"),
        5,
        ["he", "his", "the envoy", "Reinholt"],
    ),
}


@pytest.mark.parametrize(("words", "at", "expected"), CHAINS.values(), ids=CHAINS)
def test_chain(words: tuple[str, ...], at: int, expected: list[str]) -> None:
    somebody = actor(*words)
    assert [link.text for link in chain(somebody, somebody.mentions[at])] == expected


SENTENCES = tuple(Span(n * 10, n * 10 + 9) for n in range(9))


def quote(start: int, end: int, cue: int | None = None, mention: int | None = None) -> Quote:
    return Quote(
        start,
        end,
        "",
        "q",
        "direct",
        cue=None if cue is None else Excerpt(cue, cue + 2, ""),
        mention=None if mention is None else Mention(mention, mention + 2, ""),
    )


PASSAGES = {
    "its own sentence and the one before": (quote(22, 27, 28, 21), [(10, 29)]),
    "the first": (quote(2, 7), [(0, 9)]),
    "several": (quote(12, 37), [(0, 39)]),
    "a source two sentences before": (quote(42, 47, 25, 22), [(20, 49)]),
    "a source behind": (quote(12, 17, 25, 22), [(0, 29)]),
    "a source far off stands apart": (quote(72, 77, 15, 12), [(10, 19), (60, 79)]),
}


@pytest.mark.parametrize(("given", "expected"), PASSAGES.values(), ids=PASSAGES)
def test_passages(given: Quote, expected: list[tuple[int, int]]) -> None:
    assert [(each.start, each.end) for each in passages(SENTENCES, given)] == expected


def test_without_sentences_the_passage_is_from_the_first_to_the_last_of_it() -> None:
    assert passages((), quote(12, 17, 18, 5)) == (Span(5, 20),)


NAMED = {1: "fenwick", 2: "lind", 3: "vale", 4: "moss", 5: "reinholt"}
LIKELY: dict[str, tuple[Mapping[int, float], int | None, float, list[tuple[str, float]]]] = {
    "the likeliest first": ({1: 0.6, 2: 0.1, 3: 0.2}, 1, 0.6, [("vale", 0.2), ("lind", 0.1)]),
    "they share what confidence leaves": ({1: 0.6, 2: 0.4}, 1, 0.9, [("lind", 0.1)]),
    "where nobody was chosen": ({1: 0.3, 2: 0.2}, None, 0.0, [("fenwick", 0.3), ("lind", 0.2)]),
    "where the rules decided": ({}, 1, 0.95, []),
    "who is no actor is left out": ({1: 0.5, 9: 0.4}, 1, 0.5, []),
    "never more than a few": (
        {1: 0.2, 2: 0.2, 3: 0.2, 4: 0.2, 5: 0.2},
        1,
        0.2,
        [("lind", 0.2), ("vale", 0.2), ("moss", 0.2)],
    ),
    "nobody below the floor": ({1: 0.9, 2: FLOOR / 2}, 1, 0.9, []),
    "a certain one leaves nothing": ({1: 1.0, 2: 0.1}, 1, 1.0, []),
}


@pytest.mark.parametrize(("chances", "chosen", "confidence", "expected"), LIKELY.values(), ids=LIKELY)
def test_likely(
    chances: Mapping[int, float], chosen: int | None, confidence: float, expected: list[tuple[str, float]]
) -> None:
    assert [(one.actor, one.chance) for one in likely(chances, chosen, confidence, NAMED)] == expected
    assert len(expected) <= MOST_OTHERS


def test_a_role_that_two_bear_shows_the_other_one() -> None:
    found = reader.analyze(
        "Tomas Reinholt, Corvane’s envoy, met Peter Lind, the water envoy of Vardholm, on Monday.\n\n"
        "The envoy said the wall would not hold.\n"
    )
    (spoken,) = found.quotes
    assert {spoken.speaker, *(one.actor for one in spoken.others)} == {"tomas-reinholt", "peter-lind"}
    assert spoken.confidence + sum(one.chance for one in spoken.others) <= 1

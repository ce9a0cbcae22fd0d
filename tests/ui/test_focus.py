"""One speaker's words alone: which, under whose name, and with what around them."""

from __future__ import annotations

import itertools

import dam_story
import msgspec
import pytest

from reader.model import Actor
from reader.render.attribution import words
from reader.text.sentences import split
from reader.ui.attention.focus import Focus, remarks_of

ANALYSIS = msgspec.structs.replace(dam_story.analysis(), sentences=split(dam_story.TEXT))
ACTORS = {actor.id: actor for actor in ANALYSIS.actors}


def shown(actor: Actor, *, with_context: bool = False) -> list[str]:
    remarks = remarks_of(ANALYSIS, actor, with_context=with_context)
    return [dam_story.TEXT[remark.span.start : remark.span.end] for remark in remarks]


def test_the_words_alone_in_order() -> None:
    assert shown(ACTORS["calder"]) == [words(quote) for quote in ANALYSIS.quotes if quote.speaker == "calder"]


def test_each_has_its_name_its_ink_and_its_manner() -> None:
    remarks = remarks_of(ANALYSIS, ACTORS["calder"], with_context=False)
    assert [(remark.name, remark.ink, remark.manner) for remark in remarks] == [
        ("Ines Calder", "speaker-0", "promise"),
        ("Ines Calder", "speaker-0", "say"),
        ("Ines Calder", "speaker-0", "deny"),
        ("Ines Calder\u00a0?", "speaker-0", "say"),
    ]


def test_the_cue_says_how_where_there_is_one() -> None:
    cued = msgspec.structs.replace(ANALYSIS.quotes[4], cue=dam_story.excerpt("she said"))
    analysis = msgspec.structs.replace(ANALYSIS, quotes=(cued,))
    (remark,) = remarks_of(analysis, ACTORS["benn"], with_context=False)
    assert remark.manner == "she said"


def test_the_sentences_around_the_words() -> None:
    (words,) = shown(ACTORS["benn"], with_context=True)
    assert words == (
        "In Lower Orle, where the river bends past the school, Marta Benn has packed two bags. “We heard it at night, "
        "like a door,” she said. Calder denied that the villages had been warned too late."
    )


@pytest.mark.parametrize("actor", ACTORS.values(), ids=list(ACTORS))
def test_what_is_shown_twice_is_shown_once(actor: Actor) -> None:
    remarks = remarks_of(ANALYSIS, actor, with_context=True)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(remarks))
    for quote in ANALYSIS.quotes:
        if quote.speaker == actor.id:
            assert any(r.span.start <= quote.start and quote.end <= r.span.end for r in remarks)


def test_words_outside_of_any_sentence_stand_alone() -> None:
    analysis = msgspec.structs.replace(ANALYSIS, sentences=())
    remarks = remarks_of(analysis, ACTORS["benn"], with_context=True)
    quote = ANALYSIS.quotes[4]
    assert [(remark.span.start, remark.span.end) for remark in remarks] == [(quote.start, quote.end)]


def test_one_who_says_nothing_has_no_remarks() -> None:
    silent = Actor(id="silent", name="Olga Ferm", kind="person")
    assert remarks_of(ANALYSIS, silent, with_context=True) == ()


@pytest.mark.parametrize(
    ("focus", "label"),
    [
        (Focus(), ""),
        (Focus(dims=True), "dimmed"),
        (Focus(alone="benn"), "alone"),
        (Focus(alone="benn", with_context=True), "alone, in context"),
        (Focus(dims=True, alone="benn"), "dimmed · alone"),
        (Focus(with_context=True), ""),
    ],
)
def test_label(focus: Focus, label: str) -> None:
    assert focus.label == label


def test_words_that_say_how_they_were_said_have_no_cue_over_them() -> None:
    said = dam_story.QUOTES[1]
    assert said.wording is not None
    cued = msgspec.structs.replace(said, cue=dam_story.excerpt("said the works"))
    (remark,) = remarks_of(msgspec.structs.replace(ANALYSIS, quotes=(cued,)), ACTORS["calder"], with_context=False)
    assert (remark.manner, dam_story.TEXT[remark.span.start : remark.span.end]) == ("", words(said))

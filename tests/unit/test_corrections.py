"""What a reader decides is laid over what was found, where its words still stand; everything else stays as it was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from reader.analysis.corrections import corrected, correction, standing
from reader.model import Actor, Analysis, Correction, Excerpt, Likely, Mention, MentionKind, Quote, Span

TEXT = (
    "Orla Fenwick met Peter Lind at the pier. “The wall will hold,” he said. A clerk said the survey was lost. "
    "Lind denied that the wall was weak. “The wall will hold,” he said again."
)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def excerpt(words: str, nth: int = 0) -> Excerpt:
    found = span(words, nth)
    return Excerpt(found.start, found.end, words)


def mention(words: str, nth: int = 0, kind: MentionKind = "name", sure: float = 1.0) -> Mention:
    found = span(words, nth)
    return Mention(found.start, found.end, words, kind, sure)


def he(nth: int) -> Mention:
    at = span("he said", nth).start
    return Mention(at, at + 2, "he", "pronoun", 0.8)


HE, AGAIN = he(0), he(1)
HOLDS, LOST, WEAK = "“The wall will hold,”", "the survey was lost", "the wall was weak"


def quote(words: str, number: int, who: str | None, named: Mention, nth: int = 0, **more: object) -> Quote:
    found = span(words, nth)
    kind = "direct" if words[0] == "“" else "indirect"
    return Quote(found.start, found.end, words, f"q{number}", kind, mention=named, speaker=who, **more)  # type: ignore[arg-type]


FOUND = Analysis(
    actors=(
        Actor("fenwick", "Orla Fenwick", "person", mentions=(mention("Orla Fenwick"),)),
        Actor(
            "lind", "Peter Lind", "person", aliases=("Lind",), mentions=(mention("Peter Lind"), HE, mention("Lind", 1))
        ),
        Actor("clerk", "clerk", "person", mentions=(mention("A clerk", kind="nominal"),), named=False),
    ),
    quotes=(
        quote(HOLDS, 1, "lind", HE, confidence=0.7, others=(Likely("fenwick", 0.2), Likely("clerk", 0.05))),
        quote(LOST, 2, "clerk", mention("A clerk", kind="nominal"), confidence=0.8, about=("lind",)),
        quote(WEAK, 3, "lind", mention("Lind", 1), confidence=0.9, denies="q2"),
        quote(HOLDS, 4, "lind", AGAIN, nth=1, confidence=0.6),
    ),
)


def decide(verdict: str, about: str = HOLDS, nth: int = 0, **more: object) -> Correction:
    return correction(TEXT, span(about, nth), verdict, **more)  # type: ignore[arg-type]


def after(*decided: Correction, text: str = TEXT, found: Analysis = FOUND) -> Analysis:
    return corrected(text, found, decided)


def said(analysis: Analysis) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(each.text, each.speaker, each.corrections) for each in analysis.quotes]


UNTOUCHED = said(FOUND)
DECIDES = {
    "right": (decide("right", speaker="Peter Lind"), (HOLDS, "lind", ("right",))),
    "wrong": (decide("wrong"), (HOLDS, None, ("wrong",))),
    "given to another actor": (decide("given", speaker="Orla Fenwick"), (HOLDS, "fenwick", ("given",))),
    "given by one of the other names": (decide("given", speaker="Lind"), (HOLDS, "lind", ("given",))),
    "given to who is no actor": (decide("given", speaker="Mara Vale"), (HOLDS, "mara-vale", ("given",))),
    "of fewer words": (
        decide("extent", words=span("“The wall will hold")),
        ("“The wall will hold", "lind", ("extent",)),
    ),
}


@pytest.mark.parametrize(("decided", "expected"), DECIDES.values(), ids=DECIDES)
def test_decides_of_one_quote(decided: Correction, expected: tuple[str, str | None, tuple[str, ...]]) -> None:
    assert said(after(decided)) == [expected, *UNTOUCHED[1:]]


def test_no_quote_is_taken_out_and_a_note_says_so() -> None:
    left = after(decide("none"))
    assert said(left) == UNTOUCHED[1:]
    assert left.notes == ("The reader took out 1 quote that is none.",)
    assert after(decide("none"), decide("none", LOST)).notes == ("The reader took out 2 quotes that are none.",)


def test_who_the_reader_told_is_sure_and_nobody_else_comes_into_question() -> None:
    first = after(decide("right", speaker="Peter Lind")).quotes[0]
    assert (first.confidence, first.others, first.mention) == (1.0, (), replace(HE, confidence=1.0))
    first = after(decide("wrong")).quotes[0]
    assert (first.confidence, first.others, first.mention) == (0.0, (), replace(HE, confidence=0.0))
    first = after(decide("extent", words=span("wall"))).quotes[0]
    assert (first.confidence, first.kind, first.id) == (0.7, "indirect", "q1")


def test_the_same_words_twice_are_told_apart_by_what_is_around_them() -> None:
    assert said(after(decide("wrong", nth=1))) == [*UNTOUCHED[:3], (HOLDS, None, ("wrong",))]


def mentions(analysis: Analysis, who: str) -> list[str]:
    return [each.text for actor in analysis.actors if actor.id == who for each in actor.mentions]


def test_a_pronoun_goes_to_whom_the_quote_is_given_a_name_stays() -> None:
    given = after(decide("given", speaker="Orla Fenwick"))
    assert mentions(given, "lind") == ["Peter Lind", "Lind"]
    assert mentions(given, "fenwick") == ["Orla Fenwick", "he"]
    assert mentions(after(decide("wrong")), "lind") == ["Peter Lind", "Lind"]
    given = after(decide("given", WEAK, speaker="Orla Fenwick"))
    assert mentions(given, "lind") == mentions(FOUND, "lind")


def test_a_pronoun_that_gives_another_quote_too_stays() -> None:
    shared = replace(FOUND, quotes=(*FOUND.quotes[:3], replace(FOUND.quotes[3], mention=HE)))
    assert mentions(after(decide("wrong"), found=shared), "lind") == mentions(FOUND, "lind")


def test_a_name_that_is_typed_is_an_actor_where_it_stands_in_the_text() -> None:
    given = after(decide("given", speaker="clerk said"))
    assert mentions(given, "clerk-said") == ["he", "clerk said"]
    assert mentions(after(decide("given", speaker="Orl")), "orl") == ["he"]


@pytest.mark.parametrize("name", ["Mara Vale", "Vale", "de Marlow", "al-Dareh", "Harbour Post"])
def test_a_name_is_one(name: str) -> None:
    assert after(decide("given", speaker=name)).actors[-1].named


@pytest.mark.parametrize("name", ["a diver", "two divers", "Two divers", "a senior U.S. official", "police"])
def test_a_description_is_an_unnamed_source(name: str) -> None:
    assert not after(decide("given", speaker=name)).actors[-1].named


def test_no_name_is_nobody() -> None:
    assert after(decide("given", speaker="")).quotes[0].speaker is None


@pytest.mark.parametrize("decided", [decide("given", LOST, speaker="Peter Lind"), decide("none", LOST)])
def test_an_unnamed_source_that_says_nothing_any_more_is_no_actor(decided: Correction) -> None:
    left = after(decided)
    assert [actor.id for actor in left.actors] == ["fenwick", "lind"]
    assert all(one.actor != "clerk" for each in left.quotes for one in each.others)


def test_nobody_denies_what_was_taken_out_or_said_by_himself_or_by_nobody_known() -> None:
    assert after().quotes[2].denies == "q2"
    assert after(decide("none", LOST)).quotes[1].denies is None
    given = after(decide("given", LOST, speaker="Peter Lind"))
    assert given.quotes[2].denies is None
    assert given.quotes[1].about == ()
    assert after(decide("wrong", WEAK)).quotes[2].denies is None


ONE_AFTER_THE_OTHER = {
    "the last of two about the speaker holds": (
        [decide("wrong"), decide("given", speaker="Orla Fenwick")],
        (HOLDS, "fenwick", ("given",)),
    ),
    "words and speaker": (
        [decide("extent", words=span("“The wall")), decide("given", "“The wall", speaker="Orla Fenwick")],
        ("“The wall", "fenwick", ("extent", "given")),
    ),
    "speaker and words": (
        [decide("right", speaker="Peter Lind"), decide("extent", words=span("“The wall"))],
        ("“The wall", "lind", ("right", "extent")),
    ),
}


@pytest.mark.parametrize(("decided", "expected"), ONE_AFTER_THE_OTHER.values(), ids=ONE_AFTER_THE_OTHER)
def test_decisions_hold_one_after_the_other(
    decided: Sequence[Correction], expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    assert said(after(*decided))[0] == expected


NEW_LEDE = "The ferry is late.\n\n"


def moved(analysis: Analysis, by: int) -> Analysis:
    """The analysis of the same text with something in front."""
    quotes = tuple(replace(each, start=each.start + by, end=each.end + by, mention=None) for each in analysis.quotes)
    return replace(analysis, quotes=quotes)


def test_a_decision_holds_when_the_text_is_moved() -> None:
    found = moved(FOUND, len(NEW_LEDE))
    for nth, at in ((0, 0), (1, 3)):
        assert said(after(decide("wrong", nth=nth), text=NEW_LEDE + TEXT, found=found))[at][1] is None
    words = span("“The wall will hold", 1)
    left = after(decide("extent", nth=1, words=words), text=NEW_LEDE + TEXT, found=found)
    assert (left.quotes[3].start, left.quotes[3].text) == (words.start + len(NEW_LEDE), "“The wall will hold")


def test_a_decision_about_words_that_are_gone_changes_nothing_and_a_note_says_so() -> None:
    text = TEXT.replace("was lost", "was found")
    found = replace(FOUND, quotes=(FOUND.quotes[0],))
    left = after(decide("none", LOST), text=text, found=found)
    assert left.quotes == found.quotes
    assert left.notes == (f"A decision of the reader was not used: its words are no longer in the article: {LOST}",)


def test_of_words_that_overlap_those_are_meant_that_stood_there() -> None:
    assert standing("hahaha", correction("hahaha", Span(1, 5), "none")) == correction("hahaha", Span(1, 5), "none")


GONE = {
    "other words": ("“The wall will hold", "“The wall will hold for ever,” he said."),
    "an extent that goes beyond": (HOLDS, "“The wall will hold,” she said."),
}


@pytest.mark.parametrize(("words", "text"), GONE.values(), ids=GONE)
def test_gone(words: str, text: str) -> None:
    decided = correction(TEXT, span(HOLDS), "extent", words=Span(span(HOLDS).start, span("he said").end))
    assert standing(TEXT, decided) == decided
    assert standing(text, decided) is None


def test_a_quote_that_is_no_longer_found_is_one_again_by_the_readers_word() -> None:
    found = replace(FOUND, quotes=FOUND.quotes[1:2])
    left = after(decide("given", speaker="Orla Fenwick"), found=found)
    assert said(left)[0] == (HOLDS, "fenwick", ("given",))
    assert (left.quotes[0].kind, len(left.quotes)) == ("direct", 2)
    assert said(after(decide("none"), found=found)) == said(found)


def test_of_a_quote_inside_what_was_taken_out_nobody_said_that_it_is_none() -> None:
    found = replace(FOUND, quotes=(quote("hold", 1, "lind", HE),))
    assert said(after(decide("none"), found=found)) == said(found)
    trimmed = replace(FOUND, quotes=(quote("The wall will hold", 1, "lind", HE),))
    assert said(after(decide("none"), found=trimmed)) == []


def test_ids_stay_apart() -> None:
    found = replace(FOUND, quotes=())
    both = after(decide("right", speaker="Peter Lind"), decide("right", nth=1, speaker="Peter Lind"), found=found)
    assert len({each.id for each in both.quotes}) == 2


def test_nothing_decided_is_nothing_changed() -> None:
    assert after() == FOUND

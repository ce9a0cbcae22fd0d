"""Whatever was found and decided: quotes in order, their words as they stand, ids apart, nobody who is not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.corrections import corrected, correction, standing
from reader.model import Actor, Analysis, Article, Correction, Likely, Mention, Quote, Reading, Source, Span, Verdict
from reader.render.annotation import annotated

TEXTS = st.text(alphabet="ab “”\n.’é", min_size=1, max_size=40)
NAMES = ("Ada Moss", "a clerk", "Orle", "ab")
VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "given", "none", "extent")


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def mentions(draw: st.DrawFn, text: str) -> Mention:
    where = draw(spans(text))
    return Mention(where.start, where.end, text[where.start : where.end], draw(st.sampled_from(("name", "pronoun"))))


@st.composite
def analyses(draw: st.DrawFn, text: str) -> Analysis:
    actors = tuple(
        Actor(f"a{n}", name, kind, mentions=tuple(draw(st.lists(mentions(text), max_size=2))), named=name[0] != "a")
        for n, (name, kind) in enumerate(zip(NAMES, ("person", "person", "place", "organization"), strict=True))
    )
    who = st.none() | st.sampled_from([actor.id for actor in actors])
    quotes = []
    for n, where in enumerate(sorted(draw(st.lists(spans(text), max_size=4)), key=lambda span: span.start)):
        words = text[where.start : where.end]
        named = draw(st.none() | mentions(text))
        quotes.append(
            Quote(
                where.start,
                where.end,
                words,
                f"q{n}",
                "direct",
                mention=named,
                speaker=draw(who),
                confidence=0.5,
                about=("a1",),
                denies=draw(st.sampled_from((None, "q0", "q1"))),
                others=(Likely(draw(st.sampled_from(actors)).id, 0.1),),
            )
        )
    return Analysis(actors=actors, quotes=tuple(quotes))


@st.composite
def decisions(draw: st.DrawFn, text: str) -> list[Correction]:
    made = []
    for verdict in draw(st.lists(st.sampled_from(VERDICTS), max_size=4)):
        name = draw(st.sampled_from((*NAMES, "Jo Vale", "b"))) if verdict in ("right", "given") else None
        words = draw(spans(text)) if verdict == "extent" else None
        made.append(correction(text, draw(spans(text)), verdict, speaker=name, words=words))
    return made


@given(st.data(), TEXTS, TEXTS)
def test_corrected(data: st.DataObject, before: str, front: str) -> None:
    decided = data.draw(decisions(before))
    for text in (before, front, front + before):
        found = data.draw(analyses(text))
        made = corrected(text, found, decided)
        starts = [quote.start for quote in made.quotes]
        known, ids = {actor.id for actor in made.actors}, {quote.id for quote in made.quotes}
        if decided:
            assert starts == sorted(starts)
            assert len(ids) == len(made.quotes)
            assert all(quote.denies in {None, *ids} for quote in made.quotes)
        for quote in made.quotes:
            assert quote.text == text[quote.start : quote.end]
            assert {quote.speaker, *quote.about, *(one.actor for one in quote.others)} - {None} <= known
        for actor in made.actors:
            assert all(mention.text == text[mention.start : mention.end] for mention in actor.mentions)


@given(st.data(), TEXTS)
def test_where_nothing_has_changed_every_decision_stands_where_it_was_made(data: st.DataObject, text: str) -> None:
    for decided in data.draw(decisions(text)):
        assert standing(text, decided) == decided


@given(st.data(), TEXTS)
def test_what_is_handed_out_lies_in_what_was_checked(data: st.DataObject, text: str) -> None:
    reading = Reading(Source("-", "text"), Article(text), data.draw(analyses(text)))
    made = annotated(reading, data.draw(decisions(text)))
    for quote in made["quotes"] if made else ():
        assert any(start <= quote["start"] and quote["end"] <= end for start, end in made["checked"])  # type: ignore[index]

"""Who, where and when a story is, and how much of it is given to somebody."""

from datetime import date

import pytest

from reader.analysis.glance import glance
from reader.model import Actor, Analysis, Article, Event, Excerpt, Glance, Mention, Quote

TEXT = "Ada Moss spoke. “No,” she said.\n\nTeo Brandt and Ida Holm left. Officials said it rained."


def actor(actor_id: str, name: str, *at: int, named: bool = True, kind: str = "person") -> Actor:
    mentions = tuple(Mention(start, start + len(name), name) for start in at)
    return Actor(actor_id, name, kind, mentions=mentions, named=named)  # type: ignore[arg-type]


def quote(words: str, speaker: str | None, confidence: float = 1.0) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words, f"q{start}", "direct", speaker=speaker, confidence=confidence)


MOSS, BRANDT, HOLM = actor("a1", "Ada Moss", 0), actor("a2", "Teo Brandt", 33), actor("a3", "Ida Holm", 48)
OFFICIALS = actor("a4", "Officials", 63, named=False)
WIRE = actor("a5", "Northwire", 70, 80, 90, kind="organization")
UPI = actor("a9", "United Press International", 70, 80, 90, kind="organization")
SATURN = actor("a8", "Saturn", 70, 80, 90, kind="organization")
NORWAY = actor("a6", "Norway", 70, 80, 90, kind="place")


def event(date: str, start: int) -> Event:
    return Event(start, start + 10, TEXT[start : start + 10], date, Excerpt(start, start + 3, TEXT[start : start + 3]))


def test_nothing_found_is_an_empty_glance() -> None:
    assert glance(Article(""), Analysis()) == Glance()


def test_sources_are_counted_once_and_the_share_is_of_what_is_given_to_somebody() -> None:
    quotes = (quote("“No,”", "a1"), quote("No", "a1"), quote("it rained", "a4"), quote("left", None))
    found = glance(Article(TEXT), Analysis(actors=(MOSS, BRANDT, OFFICIALS), quotes=quotes))
    assert (found.named_sources, found.unnamed_sources) == (1, 1)
    assert found.attributed == round((5 + 2 + 9) / len(TEXT), 3)


@pytest.mark.parametrize(
    ("actors", "headline", "expected"),
    [
        pytest.param((BRANDT, HOLM, MOSS), None, ("a1", "a2", "a3"), id="the lede's first"),
        pytest.param((MOSS, BRANDT, HOLM), "Holm leaves", ("a1", "a2", "a3"), id="a surname alone is no name here"),
        pytest.param((BRANDT, HOLM), "Ida Holm leaves", ("a3", "a2"), id="the headline's first"),
        pytest.param((MOSS, OFFICIALS), None, ("a1",), id="nobody unnamed"),
        pytest.param((MOSS, WIRE), None, ("a1",), id="not who reports it"),
        pytest.param((MOSS, UPI), None, ("a1",), id="no agency, by whatever name"),
        pytest.param((MOSS, WIRE), "Northwire is sold", ("a5", "a1"), id="who reports it, in the headline"),
        pytest.param((MOSS, SATURN), None, ("a1",), id="no organisation that neither speaks nor is introduced"),
        pytest.param((MOSS, NORWAY), None, ("a1",), id="not a place that does not speak"),
        pytest.param(
            (MOSS, BRANDT, HOLM, actor("a7", "Orla Fenwick", 30, 40, 50, 60, 70)), None, ("a7", "a1", "a2"), id="three"
        ),
    ],
)
def test_who(actors: tuple[Actor, ...], headline: str | None, expected: tuple[str, ...]) -> None:
    article = Article(TEXT, headline=headline, agency="Northwire")
    assert glance(article, Analysis(actors=actors)).who == expected


def test_a_place_that_speaks_is_among_those_it_is_about() -> None:
    quotes = (quote("“No,”", "a6"), quote("it rained", "a6"))
    assert glance(Article(TEXT), Analysis(actors=(NORWAY,), quotes=quotes)).who == ("a6",)


@pytest.mark.parametrize(
    ("published", "timeline", "expected"),
    [
        pytest.param("2026-03-14T09:30:00+01:00", (event("2026-03-10", 3),), "2026-03-14", id="published"),
        pytest.param(None, (event("2026-03-01", 40), event("2026-03-10", 3)), "2026-03-10", id="first in the lede"),
        pytest.param(None, (event("1944-06-06", 40),), None, id="not further down"),
        pytest.param(None, (event("2026-W03", 3),), None, id="a week is no day"),
        pytest.param("March", (event("last winter", 3),), None, id="no day at all"),
        pytest.param(None, (), None, id="no date"),
    ],
)
def test_when(published: str | None, timeline: tuple[Event, ...], expected: str | None) -> None:
    assert glance(Article(TEXT, published=published), Analysis(timeline=timeline)).when == expected


def test_the_day_of_the_story_goes_before_that_of_publication() -> None:
    article = Article(TEXT, published="2012-05-10")
    assert glance(article, Analysis(), date(2026, 4, 24)).when == "2026-04-24"


def test_where_is_the_dateline() -> None:
    assert glance(Article(TEXT, dateline="PORT ELLERY"), Analysis()).where == "PORT ELLERY"

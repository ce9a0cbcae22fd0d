"""Which articles tell one story, and what their comparison shows."""

import pytest

from reader.analysis.entities import names
from reader.lexicon.headlines import DIGEST
from reader.linking import stories
from reader.linking.comparison import compare
from reader.model import Actor, Analysis
from reader.model.stories import Comparison, Telling, Terms
from tests.unit.library_stories import body, figure, person, quote, reading

PIER = {
    "post": (
        "Ellery pier closed after harbour master's warning",
        "The pier of Ellery was closed on Monday after the harbour master warned that its beams were rotten.\n\n"
        "Orla Fenwick, the harbour master, said that nobody may walk on the pier until the beams are mended.",
    ),
    "times": (
        "“It is not safe”: Ellery shuts its pier",
        "Ellery shut its pier on Monday. The harbour master, Orla Fenwick, had warned the council of rotten beams.\n\n"
        "Shopkeepers at the pier asked how long the council would take to mend the beams.",
    ),
}
OTHERS = {
    "another matter of the same place": (
        "Ellery school to get a second gymnasium",
        "The council of Ellery will build a second gymnasium at the school in the spring, Mayor Ivo Brandt said.\n\n"
        "Parents had collected 4,000 signatures for it since the first one was flooded.",
    ),
    "the same kind of news of another place": (
        "Corvane bridge shut for repairs",
        "Corvane shut a bridge over the Lantern on Monday for repairs of its road, which will take until May.\n\n"
        "Drivers are asked to take the tunnel at Mill Hollow.",
    ),
}


def told(name: str, headline: str, text: str, day: str = "2026-03-14") -> Terms:
    read = reading(text, headline=headline)
    found = stories.terms(name, read.article, read.analysis, day)
    assert found
    return found


def recent(*known: Terms) -> stories.Recent:
    index = stories.Recent()
    for each in known:
        index.add(each)
    return index


def test_two_articles_of_one_event_are_one_story() -> None:
    index = recent(told("post", *PIER["post"]), *(told(name, *article) for name, article in OTHERS.items()))
    assert [article for article, _ in index.alike(told("times", *PIER["times"]))] == ["post"]


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_other_news_is_another_story(other: tuple[str, str]) -> None:
    assert recent(*(told(name, *article) for name, article in PIER.items())).alike(told("other", *other)) == []


@pytest.mark.parametrize(("day", "alike"), [("2026-03-17", True), ("2026-03-18", False), ("9999-12-31", False)])
def test_a_story_lasts_three_days(day: str, alike: bool) -> None:
    assert bool(recent(told("post", *PIER["post"])).alike(told("times", *PIER["times"], day))) is alike
    assert (stories.since(day) <= "2026-03-14") is alike


def test_an_article_is_not_its_own_partner_and_can_be_forgotten() -> None:
    index = recent(told("post", *PIER["post"]))
    assert index.alike(told("post", *PIER["post"])) == []
    index.add(told("post", *PIER["post"]))
    index.drop_before("2026-03-14")
    assert index.alike(told("times", *PIER["times"]))
    index.drop_before("2026-03-15")
    assert index.alike(told("times", *PIER["times"])) == []


def test_an_article_joins_the_story_that_is_likest_in_all() -> None:
    kept = {"a": "bridge", "b": "pier", "c": "pier"}
    assert stories.story_of([("a", 0.4), ("b", 0.3), ("c", 0.3)], kept) == "pier"
    assert stories.story_of([("d", 0.5)], kept) is None
    assert stories.story_of([], kept) is None


DIGESTS = """10 things in Ellery you need to know today|Morning briefing: the pier, the levy, the ferry
The 12 best Black Friday deals on kettles|Gift guide: for those who have a boat|Opening Bell 3.14.26
Best gadgets of the year|The Harbour Post newsletter: a long week|Kettles from 20 crowns, and more deals
Five things to know about the levy|Daily deals: a kettle for 20 crowns"""
NONE = """Ministers strike deals on fish and coal|Council guide to the levy is wrong, says Fenwick
The bell that opened a harbour|The best harbour master Ellery ever had|Mayor: “I know nothing of it”
A gift of 4,000 crowns for the school|Weekly market closes after 300 years"""


@pytest.mark.parametrize("headline", DIGESTS.replace("\n", "|").split("|"))
def test_a_digest_tells_no_story(headline: str) -> None:
    read = reading(PIER["post"][1], headline=headline)
    assert stories.terms("one", read.article, read.analysis, "2026-03-14") is None


@pytest.mark.parametrize("headline", NONE.replace("\n", "|").split("|"))
def test_a_headline_of_a_story_is_none_of_a_digest(headline: str) -> None:
    assert not DIGEST.search(headline)


FENWICK, BRANDT, HALE = person("Orla Fenwick"), person("Ivo Brandt"), person("Mara Hale")
SAFE = "The council says the pier is safe for everybody to walk on."
NOT_SAFE = "The council says the pier is not safe for everybody to walk on."


def compared(*texts: tuple[str, Analysis]) -> Comparison:
    tellings = [Telling(f"a{number}", reading(text).article, found) for number, (text, found) in enumerate(texts)]
    return compare(tellings, lambda article, actor: names.fold(actor.name))


def quoting(text: str, **said: str) -> tuple[str, Analysis]:
    actors: dict[str, Actor] = {"fenwick": FENWICK, "brandt": BRANDT, "hale": HALE}
    quotes = tuple(quote(text, words, actors[who].id) for who, words in said.items())
    return text, Analysis(actors=tuple(actors.values()), quotes=quotes)


def test_whom_each_source_quotes_and_who_is_quoted_only_there() -> None:
    found = compared(
        quoting(f"{SAFE} Nobody asked us.", fenwick=SAFE, hale="Nobody asked us."),
        quoting(f"{SAFE} We had no choice.", fenwick=SAFE, brandt="We had no choice."),
    )
    assert [[(heard.name, heard.only) for heard in source.heard] for source in found.sources] == [
        [("Orla Fenwick", False), ("Mara Hale", True)],
        [("Orla Fenwick", False), ("Ivo Brandt", True)],
    ]
    assert found.quotes == found.figures == ()


def test_quotes_that_differ() -> None:
    found = compared(quoting(SAFE, fenwick=SAFE), quoting(NOT_SAFE, fenwick=NOT_SAFE), quoting(SAFE, brandt=SAFE))
    assert [(apart.name, apart.one[1].text, apart.other[1].text) for apart in found.quotes] == [
        ("Orla Fenwick", SAFE, NOT_SAFE)
    ]


def test_a_doubtful_quote_is_nobodys() -> None:
    text = SAFE
    found = compared((text, Analysis(actors=(FENWICK,), quotes=(quote(text, SAFE, FENWICK.id, sure=0.7),))))
    assert [source.heard for source in found.sources] == [()]


CROWD = "Police arrested at least 12 people near the harbour on Monday."
MORE = "On Monday 14 people were arrested near the harbour by police."
FIGURES = {
    "of one thing": (CROWD, "at least 12 people", 12.0, MORE, "14 people", 14.0, 1),
    "the same number": (CROWD, "at least 12 people", 12.0, MORE.replace("14", "12"), "12 people", 12.0, 0),
    "of two things": (CROWD, "at least 12 people", 12.0, "The ferry has seats for 14 people.", "14 people", 14.0, 0),
    "one word alike": (CROWD, "at least 12 people", 12.0, "The harbour seats 14 people.", "14 people", 14.0, 0),
    "one of them rounded": (
        "Police arrested nearly 400 people near the harbour.", "nearly 400 people", 400.0,
        "Police arrested 397 people near the harbour.", "397 people", 397.0, 0,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "a", "m", "other", "b", "n", "apart"), FIGURES.values(), ids=FIGURES)
def test_figures_that_differ(one: str, a: str, m: float, other: str, b: str, n: float, apart: int) -> None:
    found = compared(
        (one, Analysis(figures=(figure(one, a, m, "people"),))),
        (other, Analysis(figures=(figure(other, b, n, "people"),))),
    )
    assert len(found.figures) == apart


def test_a_figure_that_the_other_article_has_too_is_left_alone() -> None:
    both = f"{CROWD} By night it was 14 people who had been arrested."
    figures = (figure(both, "at least 12 people", 12.0, "people"), figure(both, "14 people", 14.0, "people"))
    other = (MORE, Analysis(figures=(figure(MORE, "14 people", 14.0, "people"),)))
    assert compared((both, Analysis(figures=figures)), other).figures == ()


ELSEWHERE = {
    "nobody of that name": (person("Orla Fenwick"), person("Mara Hale"), 1.0, True),
    "the same one": (person("Orla Fenwick"), person("Orla Fenwick"), 1.0, False),
    "the same one, not for sure": (person("Orla Fenwick"), person("Orla Fenwick"), 0.5, False),
    "a form of the name": (person("Patrick Moss"), person("Pat Moss"), 1.0, False),
    "a surname": (person("Orla Fenwick"), person("Fenwick"), 1.0, False),
    "an acronym": (body("World Harbour Board"), body("WHB"), 1.0, False),
    "two bodies": (body("World Harbour Board"), body("HSB"), 1.0, True),
}


@pytest.mark.parametrize(("one", "other", "sure", "only"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_only_there_is_never_said_of_one_who_may_be_quoted_elsewhere(
    one: Actor, other: Actor, sure: float, only: bool
) -> None:
    tellings = [
        (SAFE, Analysis(actors=(one,), quotes=(quote(SAFE, SAFE, one.id),))),
        (MORE, Analysis(actors=(other,), quotes=(quote(MORE, MORE, other.id, sure=sure),))),
    ]
    (heard,) = compared(*tellings).sources[0].heard
    assert heard.only is only


def test_in_a_story_of_one_article_nobody_is_quoted_only_there() -> None:
    assert [heard.only for heard in compared(quoting(SAFE, fenwick=SAFE)).sources[0].heard] == [False]

"""Names for the pronouns that open key points: whom they mean, when that is sure, which name is shown."""

import pytest

from reader.analysis.resolution.certainty import CERTAIN
from reader.model import Actor, Mention, Quote
from reader.summarize.naming import possessive, pronouns, shown_name, unnamed_inside
from reader.summarize.points import key_points
from tests.unit.marked_mentions import MARKED, read

OPENS = {
    "She": ("{moss:She} called for talks.", "called for talks."),
    "without also": ("{moss:She} also called for talks.", "called for talks."),
    "without then": ("{moss:She} then called for talks.", "called for talks."),
    "a possessive": ("{moss:Her} lawyer called for talks.", "lawyer called for talks."),
}

LEFT_ALONE = {
    "a pronoun that is not sure": ("{moss:She} called for talks.", 0.93),
    "an unnamed source": ("{aide:She} called for talks.", CERTAIN),
    "several": ("{board:They} called for talks.", CERTAIN),
    "a pronoun that is part of its verb": ("{moss:She}’s called for talks.", CERTAIN),
    "a pronoun with a comma": ("{moss:She}, too, called for talks.", CERTAIN),
    "a sentence of her own, its marks lost": ("{moss:She} told me that I was late.", CERTAIN),
    "a name": ("{moss:Moss} called for talks.", CERTAIN),
}


@pytest.mark.parametrize(("marked", "rest"), OPENS.values(), ids=OPENS)
def test_a_sure_pronoun_that_opens_a_sentence_gives_way_to_a_name(marked: str, rest: str) -> None:
    text, sentences, actors, quotes = read("{moss:Ada Moss} left. " + marked, sure=CERTAIN)
    found = pronouns(text, sentences, actors, quotes)[1]
    assert text[found.rest :] == rest
    assert found.actor.id == MARKED.findall(marked)[0][0]


@pytest.mark.parametrize(("marked", "sure"), LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(marked: str, sure: float) -> None:
    text, sentences, actors, quotes = read("{moss:Ada Moss} left. " + marked, sure=sure)
    assert 1 not in pronouns(text, sentences, actors, quotes)


def test_nobody_is_named_inside_a_quotation() -> None:
    text, sentences, actors, _ = read("{moss:Moss} left. {moss:She} is tired.", sure=CERTAIN)
    said = Quote(sentences[1].start, sentences[1].end, "", "q1", "direct")
    assert not pronouns(text, sentences, actors, [said])


@pytest.mark.parametrize(
    ("marked", "leans"),
    [
        pytest.param("The toll will stay, {moss:she} said.", True, id="a pronoun alone"),
        pytest.param("{vale:Vale} will pay the toll, {moss:she} said.", True, id="somebody else named"),
        pytest.param("{moss:Moss} will pay the toll, {moss:she} said.", False, id="her name before it"),
        pytest.param("The toll will stay, {moss:Moss} said.", False, id="a name"),
        pytest.param("In a lecture in 2009 {moss:she} conceded it.", True, id="after an introduction"),
        pytest.param("When the storm broke, {moss:she} left.", True, id="after a clause"),
        pytest.param("If {moss:she} did, {board:the board} would meet.", True, id="an organisation alone is named"),
        pytest.param("By {moss:his} count the cranes would run for years.", True, id="a possessive in an introduction"),
        pytest.param("As she left, {moss:Moss} said it was over.", False, id="before her name"),
        pytest.param(
            "For {moss:Moss}, who knew that she had lost, it was over.", False, id="named in the introduction"
        ),
    ],
)
def test_sentences_whose_pronoun_nobody_in_them_tells(marked: str, leans: bool) -> None:
    text, sentences, actors, quotes = read(marked, 0.9)
    assert unnamed_inside(text, sentences, actors, quotes) == ({0} if leans else set())


@pytest.mark.parametrize(
    ("aliases", "others", "introduced", "shown"),
    [
        pytest.param(("Moss",), (), False, "Ada Moss", id="in full at first"),
        pytest.param(("Moss",), (), True, "Moss", id="short after that"),
        pytest.param(("Mrs Moss", "Moss"), (), True, "Mrs Moss", id="the form used most"),
        pytest.param(("Moss",), ("Moss",), True, "Ada Moss", id="not what somebody else is called"),
        pytest.param(("the chair",), (), True, "Ada Moss", id="not a role"),
        pytest.param(("Ada",), (), True, "Ada Moss", id="not a given name"),
    ],
)
def test_the_name_shown(aliases: tuple[str, ...], others: tuple[str, ...], introduced: bool, shown: str) -> None:
    mentions = tuple(Mention(n, n + 1, form) for n, form in enumerate((*aliases, aliases[0])))
    actor = Actor("a1", "Ada Moss", "person", aliases=aliases, mentions=mentions)
    other = Actor("a2", "Jonas Moss", "person", aliases=others)
    assert shown_name(actor, [actor, other], introduced=introduced) == shown


def test_possessives() -> None:
    assert [possessive(name) for name in ("Vale", "Moss")] == ["Vale’s", "Moss’s"]


def test_a_point_shows_who_is_meant_and_starts_after_the_pronoun() -> None:
    marked = "{moss:Ada Moss} left the harbour talks on Friday. {moss:She} also called for a new pier in Ellery. "
    marked += "A storm broke the old one in March. {moss:Moss} chairs the council. {moss:Her} term ends next year."
    text, sentences, actors, quotes = read(marked, sure=CERTAIN)
    points = key_points(text, sentences, 5, actors=actors, quotes=quotes)
    assert [(p.antecedent, p.text) for p in points if p.antecedent] == [
        ("Moss", "called for a new pier in Ellery."),
        ("Moss’s", "term ends next year."),
    ]
    assert all(text[p.start : p.end] == p.text for p in points)
    (alone,) = key_points(text, sentences[1:2], 1, actors=[], quotes=[]) or (None,)
    assert alone is None


def test_the_first_point_that_shows_somebody_shows_them_in_full() -> None:
    text, sentences, actors, quotes = read(
        "Who came? {moss:Moss}! {moss:She} called for a new pier in Ellery on Friday.", sure=CERTAIN
    )
    (point,) = key_points(text, sentences, 3, actors=actors, quotes=quotes)
    assert point.antecedent == "Ada Moss"

"""Names for the pronouns that open key points: whom they mean, when that is sure, which name is shown."""

import re

import pytest

from reader.model import Actor, Excerpt, Quote, Span
from reader.summarize import key_points
from reader.summarize.naming import possessive, pronouns, shown_name, unnamed_inside
from reader.text.sentences import split

NAMES = {
    "moss": Actor("moss", "Ada Moss", "person"),
    "vale": Actor("vale", "Joost Vale", "person"),
    "aide": Actor("aide", "an aide", "person", named=False),
    "board": Actor("board", "Ellery Water Board", "organization"),
    "bank": Actor("bank", "Lorne Bank", "organization"),
}
MARKED = re.compile(r"\{(\w+):([^}]+)\}")


def read(marked: str, confidence: float = 0.0) -> tuple[str, tuple[Span, ...], list[Actor], list[Quote]]:
    """A text in which mentions are marked {moss:she}; the last one also gives its sentence to who it is."""
    text, found, end = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[end : mark.start()]
        found.append((mark[1], Excerpt(len(text), len(text) + len(mark[2]), mark[2])))
        text, end = text + mark[2], mark.end()
    text += marked[end:]
    actors = []
    for who, actor in NAMES.items():
        mentions = tuple(excerpt for name, excerpt in found if name == who)
        forms = dict.fromkeys(
            m.text for m in mentions if m.text[0].isupper() and m.text not in (actor.name, "He", "She")
        )
        actors.append(Actor(who, actor.name, actor.kind, None, tuple(forms), mentions, actor.named))
    sentences = split(text)
    who, mention = found[-1]
    last = sentences[-1]
    quotes = [Quote(last.start, last.end, text, "q1", "indirect", None, "say", mention, who, confidence)]
    return text, sentences, actors, quotes if confidence else []


SURE = {
    "the only one named": ("{moss:Ada Moss} left. {moss:She} called for talks.", "called for talks."),
    "who opens the sentence before": (
        "{vale:Vale} waited. {moss:Moss} met {vale:Vale}. {moss:She} called for talks.",
        "called for talks.",
    ),
    "a chain of pronouns": (
        "{vale:Vale} sat. {moss:Moss} met {vale:Vale}. {moss:She} left. {moss:She} called for talks.",
        "called for talks.",
    ),
    "without also": ("{moss:Moss} left. {moss:She} also called for talks.", "called for talks."),
    "without then": ("{moss:Moss} left. {moss:She} then called for talks.", "called for talks."),
    "a possessive": ("{moss:Moss} left. {moss:Her} lawyer called for talks.", "lawyer called for talks."),
    "the speaker of a sure quote": (
        "{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.",
        "called for talks.",
        0.95,
    ),
    "the only organisation near": (
        "{board:Ellery Water Board} met {moss:Moss}. {board:It} called for talks.",
        "called for talks.",
        0.85,
    ),
}

UNSURE = {
    "two people named": ("{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.",),
    "who may have given way": ("{moss:Moss} left. Oz was heard. {moss:She} called for talks.",),
    "who may have given way, a pronoun notwithstanding": (
        "{moss:Moss} left. Oz was heard when {moss:she} spoke. {moss:She} called for talks.",
    ),
    "several": ("{board:The board} met. {board:They} called for talks.", 0.95),
    "an unnamed rival": ("{aide:An aide} saw {moss:Moss}. {moss:She} called for talks.",),
    "named only as an owner": ("A lawyer met {moss:Moss}'s rival. {moss:She} called for talks.",),
    "an owner opens the sentence before": (
        "{vale:Vale} sat. {moss:Moss}’s lawyer met {vale:Vale}. {moss:She} called for talks.",
    ),
    "somebody unnamed of the same gender": ("{moss:Moss} described her as able. {moss:She} called for talks.",),
    "he and she for one person": ("{moss:Moss} said {moss:he} left. {moss:She} called for talks.",),
    "a speaker who is fairly sure": ("{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.", 0.85),
    "an organisation that nothing confirms": ("{board:The board} met. {board:It} called for talks.",),
    "two organisations": ("{bank:The bank} met {board:the board}. {board:It} called for talks.", 0.85),
    "an unnamed source": ("{aide:An aide} left. {aide:She} called for talks.",),
    "a pronoun that is part of its verb": ("{moss:Moss} left. {moss:She}’s called for talks.",),
    "a pronoun with a comma": ("{moss:Moss} left. {moss:She}, too, called for talks.",),
    "a sentence of her own, its marks lost": ("{moss:Moss} left. {moss:She} told me that I was late.",),
}


@pytest.mark.parametrize("row", SURE.values(), ids=SURE)
def test_it_is_sure_who_is_meant(row: tuple[str, str] | tuple[str, str, float]) -> None:
    text, sentences, actors, quotes = read(row[0], *row[2:])
    found = pronouns(text, sentences, actors, quotes)[len(sentences) - 1]
    assert text[found.rest :] == row[1]
    assert found.actor.id == (MARKED.findall(row[0])[-1][0])


@pytest.mark.parametrize("row", UNSURE.values(), ids=UNSURE)
def test_nobody_is_guessed(row: tuple[str] | tuple[str, float]) -> None:
    text, sentences, actors, quotes = read(row[0], *row[1:])
    assert len(sentences) - 1 not in pronouns(text, sentences, actors, quotes)


def test_nobody_is_named_inside_a_quotation() -> None:
    text, sentences, actors, _ = read("{moss:Moss} left. {moss:She} is tired.")
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
    mentions = tuple(Excerpt(n, n + 1, form) for n, form in enumerate((*aliases, aliases[0])))
    actor = Actor("a1", "Ada Moss", "person", aliases=aliases, mentions=mentions)
    other = Actor("a2", "Jonas Moss", "person", aliases=others)
    assert shown_name(actor, [actor, other], introduced=introduced) == shown


def test_possessives() -> None:
    assert [possessive(name) for name in ("Vale", "Moss")] == ["Vale’s", "Moss’s"]


def test_a_point_shows_who_is_meant_and_starts_after_the_pronoun() -> None:
    marked = "{moss:Ada Moss} left the harbour talks on Friday. {moss:She} also called for a new pier in Ellery. "
    marked += "A storm broke the old one in March. {moss:Moss} chairs the council. {moss:Her} term ends next year."
    text, sentences, actors, quotes = read(marked)
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
        "Who came? {moss:Moss}! {moss:She} called for a new pier in Ellery on Friday."
    )
    (point,) = key_points(text, sentences, 3, actors=actors, quotes=quotes)
    assert point.antecedent == "Ada Moss"

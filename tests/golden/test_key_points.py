"""The key points of the golden stories, as an editor would have them: what belongs there, and whose name is shown."""

import json
import re

import pytest

from reader import pipeline
from reader.model import Article, KeyPoint
from tests.golden.test_stories import NAMES, STORIES, story

# Words of the sentences that an editor would take for five points, and how many of them are taken today; raise the
# number when it rises. The first of each story must always be there: without it the story is not told.
WANTED = {
    "british": (
        5,
        "to pay £4.50 each time",
        "divided the parish",
        "found a deed of 1783",
        "promised to raise the matter",
        "go to prison rather than",
        "first week’s takings",
        "‘urgently examining’ the deed",
        "pensioners, children and the milk float",
    ),
    "business": (
        4,
        "rejected a $3.2 billion takeover",
        "“fundamentally undervalues” its fleet",
        "$41 a share was 22 percent",
        "dismissed the accusation",
        "directly to shareholders next week",
        "jumped 19 percent",
        "a deal below $45",
        "accused Quillon of",
    ),
    "courts": (
        4,
        "sold the same 14 houses",
        "pleaded not guilty",
        "burned the wing down",
        "fire was set with lamp oil",
        "“a cathedral built on a hat stand.”",
        "denied receiving any such letters",
        "signed by the same hand",
        "rejected a request to move the trial",
        "faces up to 30 years",
    ),
    "disaster": (
        4,
        "killing at least 31 people",
        "60 people are still missing",
        "death toll was expected to rise",
        "denied that the government had ignored",
        "written to the ministry four times",
        "would cooperate with any inquiry",
        "blasting had gone on",
        "88 people had been admitted",
    ),
    "interview": (
        4,
        "same coastline every year since 1989",
        "atlas of the vanishing Marram Shore",
        "the only honest map in print",
        "spoke to Tobin Farrowby",
        "denied that he had been upset",
        "the next edition would be smaller",
    ),
    "live": (
        4,
        "second of four gates at the Orrin dam",
        "Everyone living south of Mill Road",
        "buses would run",
        "peaked at 4 a.m.",
        "denied that the gates",
        "warned the board",
        "two days before anyone could go home",
        "60 people had refused to leave",
    ),
    "local": (
        4,
        "voted 4-3 Tuesday to repair the clock",
        "gone before the holidays",
        "will cost $38,000",
        "voted no",
        "drew 612 signatures",
        "fault was in a worn cam",
        "last thirteen would be struck",
        "accused the mayor of",
    ),
    "obituary": (
        4,
        "died on Sunday at her home",
        "founded in a disused herring shed",
        "first to show that a glacier sings",
        "basis of the warning systems",
        "her instruments picked up the rising note",
        "first paper was rejected",
    ),
    "politics": (
        5,
        "turned bitter Wednesday",
        "three of the towers had gone",
        "denied that he had known who was bidding",
        "would support a full audit",
        "would subpoena the donor",
        "dismissed the inquiry",
        "acknowledged that he had written it",
        "votes Tuesday on whether to freeze",
    ),
    "science": (
        5,
        "remember which of their neighbors have cheated",
        "first evidence of a grudge",
        "an average of 26 days",
        "recognized one another by smell",
        "effect disappeared when the water was changed",
        "“heroic” and the conclusion",
        "denied that any animal had been harmed",
    ),
    "sport": (
        4,
        "beat Brackwater Rovers 4-3",
        "he ran the length of the field",
        "called the ending",
        "declined to discuss the decision",
        "found no clear error",
        "confirmed that he would retire",
        "Then he saved two penalties",
        "had shouted at Stallworth",
        "promised that he would be there",
    ),
}

# Whose name stands where a sentence opened with a pronoun: what follows it, and who it is.
SHOWN = {
    "insisted that she would": "Priscilla Wetherden",
    "said pensioners, children": "Alistair Cromarty-Finch",
    "denied that the gates": "Ezra Holloway-Finn",
    "called on ministers": "Dilys Pengarrow",
    "said his firm would invest": "Pavel Dubrovsky-Hale",
    "has been in custody": "Dorian Pask",
    "told the jury": "Imelda Rourke-Tann",
    "described what he saw": "Radomir Velisch",
    "said at the door": "Eulalia Vance-Hendry",
    "atlas of the vanishing": "Eulalia Vance-Hendry",
    "said she had not finished": "Rosamund Ekwuno-Hale",
    "accused the mayor": "Fitzroy Dannemark",
    "death was confirmed": "Aurelie Sandoval-Brandt",
    "told me last week": "Desmond Farthingale-Roe",
    "called the administration’s": "Thaddeus Vorhaus",
    "counted the people on the steps": "Wilhelmine Castor-Brandt",
    "added that the animals": "Ikenna Bassarath",
    "claimed that the corner": "Bruno Accardi-Lund",
    "confirmed that he would": "Lionel Prewitt",
    "promised that he would": "Femi Stallworth",
    "said his client had warned": "Gideon Marchbank",
}
# As many are shown for 15 points a story today, less a margin of two.
SHOWN_AT_LEAST = 15

OPENS_ON_ANOTHER = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|But|And|Also|Then|Not)\b|[A-Z .’'-]+: (?:He|She|It)\b"
)
A_PRONOUN_SAYS_IT = re.compile(r",[”\"’']? (?:he|she|they) (?:said|says|added|wrote|testified)\b")


def chosen(name: str, n: int) -> tuple[KeyPoint, ...]:
    text = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    headline = json.loads((STORIES / f"{name}.gold.json").read_text(encoding="utf-8"))["headline"]
    article = Article(text=text, headline=headline, language="en")
    return pipeline.choose_points(article, story(name).analysis, n, "news").key_points


def test_every_story_but_the_opinion_has_its_points() -> None:
    assert sorted(WANTED) == sorted(set(NAMES) - {"opinion"})


@pytest.mark.parametrize("name", WANTED)
def test_an_editor_would_take_them(name: str) -> None:
    floor, *wanted = WANTED[name]
    points = [point.text for point in chosen(name, 5)]
    taken = [words for words in wanted if any(words in point for point in points)]
    assert wanted[0] in taken
    assert len(taken) >= floor


def test_the_names_shown_are_right() -> None:
    shown = [point for name in NAMES for point in chosen(name, 15) if point.antecedent]
    wrong = []
    for point in shown:
        who = next((who for words, who in SHOWN.items() if point.text.startswith(words)), "")
        if not point.antecedent or not who.endswith(point.antecedent.removesuffix("’s")):
            wrong.append(f"[{point.antecedent}] {point.text}")
    assert not wrong
    assert len(shown) >= SHOWN_AT_LEAST


@pytest.mark.parametrize("name", NAMES)
def test_points_stand_alone_and_reach_the_end(name: str) -> None:
    text = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    points = chosen(name, 5)
    assert len(points) == 5
    assert not [p.text for p in points if OPENS_ON_ANOTHER.match(p.text) or A_PRONOUN_SAYS_IT.search(p.text)]
    assert points[-1].start >= len(text) // 2

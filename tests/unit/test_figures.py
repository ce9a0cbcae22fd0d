"""The figures found, with value and unit, and the numbers left alone."""

import pytest

from reader.analysis.figures import figures
from reader.text.sentences import split


def found(text: str) -> list[tuple[str, float, str]]:
    return [(f.text, f.value, f.unit) for f in figures(text, split(text))]


FINDS = {
    "people": ("It killed more than 400,000 people.", ("more than 400,000 people", 400_000, "people")),
    "dollars with a magnitude": ("They paid $2.3 billion.", ("$2.3 billion", 2.3e9, "USD")),
    "pounds by sign": ("A fine of £150,000 was set.", ("£150,000", 150_000, "GBP")),
    "a short magnitude": ("It made €5m.", ("€5m", 5e6, "EUR")),
    "money in words": ("It cost 40 million euros.", ("40 million euros", 4e7, "EUR")),
    "percent": ("It fell 24 percent.", ("24 percent", 24, "percent")),
    "per cent sign": ("It fell by 3.5%.", ("3.5%", 3.5, "percent")),
    "percentage points": ("It rose 5 percentage points.", ("5 percentage points", 5, "percentage points")),
    "the age of a war": ("the nearly 6-year-old civil war", ("nearly 6-year-old", 6, "years")),
    "a hyphened duration": ("the family’s four-decade rule", ("four-decade", 4, "decades")),
    "a sentence in years": ("He got 12 years in prison.", ("12 years", 12, "years")),
    "number words": ("Twenty-five passengers swam.", ("Twenty-five passengers", 25, "passengers")),
    "dozens": ("Two dozen residents left.", ("Two dozen residents", 24, "residents")),
    "half a million": ("Half a million people left.", ("Half a million people", 500_000, "people")),
    "a word in between": ("At least 12 harbour workers left.", ("At least 12 harbour workers", 12, "workers")),
    "deaths by verb": ("In all 12 were killed.", ("12 were killed", 12, "killed")),
    "votes": ("The law passed by 1,204 votes.", ("1,204 votes", 1204, "votes")),
    "distance": ("It lies 3.5 miles off.", ("3.5 miles", 3.5, "miles")),
}

LEAVES_ALONE = {
    "years": "In 2012 harbour workers struck.",
    "days of the month": "On Dec. 30 people left.",
    "ages of people": "A 14-year-old girl and a man aged 39 days swam.",
    "years old": "She is 14 years old.",
    "dates by distance": "It sank three years ago, two days after the storm.",
    "telephone numbers": "Call 555-1234 or 020 7946 0958.",
    "scores": "They won 3-2 and then 4:1.",
    "one of": "One of the ferries and two of the people left.",
    "one in ten": "It struck one in 10 people.",
    "a number by name": "No. 5 people movers.",
    "bare numbers": "There were 12 and then 40.",
}


@pytest.mark.parametrize(("text", "figure"), FINDS.values(), ids=FINDS)
def test_finds(text: str, figure: tuple[str, float, str]) -> None:
    assert found(text) == [figure]


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


def test_the_same_figure_is_given_once_and_spans_hold() -> None:
    text = "Some 12 crews left. It cost $5. The 12 ferries and $5 are gone."
    given = figures(text, split(text))
    assert [f.text for f in given] == ["$5", "12 ferries"]
    assert all(text[f.start : f.end] == f.text for f in given)

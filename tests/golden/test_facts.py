"""The dated events, figures and places of the golden stories, exactly as a reader would list them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.model import Analysis, Article

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(path.stem for path in STORIES.glob("*.txt"))


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((STORIES / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found


@cache
def analysis(name: str) -> Analysis:
    text = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    return reader.analyze(Article(text, headline=gold(name)["headline"], published=gold(name)["published"]))


@pytest.mark.parametrize("name", NAMES)
def test_the_timeline_is_the_readers(name: str) -> None:
    expected = gold(name)["timeline"]
    events = analysis(name).timeline
    assert [(event.date, event.when.text) for event in events] == [(each["date"], each["when"]) for each in expected]
    for event, each in zip(events, expected, strict=True):
        assert event.text.startswith(each["sentence"])


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_are_the_readers(name: str) -> None:
    found = [{"text": each.text, "value": each.value, "unit": each.unit} for each in analysis(name).figures]
    assert found == gold(name)["figures"]


@pytest.mark.parametrize("name", NAMES)
def test_the_places_are_the_readers(name: str) -> None:
    assert [place.name for place in analysis(name).places] == gold(name)["places"]

"""The gold beside each golden story fits its text; the example is one article in both its forms."""

import json
from pathlib import Path

import pytest

from reader import pipeline
from reader.model import Article

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = sorted((Path(__file__).parents[1] / "golden" / "stories").glob("*.txt"))
MARKS = '“‘"'


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_gold_fits_the_story(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    names = {actor["name"] for actor in gold["actors"]}
    assert len(gold["quotes"]) >= 6
    for quote in gold["quotes"]:
        assert text.count(quote["text"]) == 1, quote
        assert quote["speaker"] in names, quote
        marked = any(mark in quote["text"] for mark in MARKS)
        assert marked == (quote["kind"] != "indirect"), quote
        assert quote["kind"] != "direct" or quote["text"][0] in MARKS, quote
    for actor in gold["actors"]:
        assert actor["name"] in text, actor
        assert not actor["role"] or actor["role"] in text, actor


def test_there_are_stories() -> None:
    assert len(STORIES) >= 6


def test_the_example_reads_the_same_from_its_page_and_its_text() -> None:
    page, text = (
        pipeline.to_article(pipeline.load(str(EXAMPLES / f"harbor-talks.{suffix}"))) for suffix in ("html", "txt")
    )
    assert isinstance(page, Article)
    assert isinstance(text, Article)
    assert page.text == text.text
    assert page.headline == text.headline

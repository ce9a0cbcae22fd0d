"""How much of a very long text or page is read, and that the rest is told."""

import pytest

from reader import pipeline
from reader.extract import extent as pages
from reader.model import Article
from reader.pipeline import analyze
from reader.text import extent

LINE = "Il traghetto è in ritardo, e nessuno sa perché.\n"


@pytest.mark.parametrize("words", ["ferry ", "! ", "=" * 200 + " ", "“Late,” Vale said.\n"])
def test_a_long_text_is_read_to_a_bound_and_a_short_one_whole(words: str) -> None:
    assert extent.first_part(words * 10) == len(words * 10)
    text = words * (2 * extent.MOST_CHARACTERS // len(words))
    assert 0 < extent.first_part(text) <= extent.MOST_CHARACTERS


def test_what_was_not_analysed_is_told() -> None:
    article = Article(text=LINE * 3_000, language="it")
    found = analyze(article)
    assert any("only its first" in note for note in found.notes)
    assert found.sentences[-1].end < len(article.text)
    assert not any("only its first" in note for note in analyze(Article(text=LINE, language="it")).notes)


def test_of_a_very_long_page_the_beginning_is_read() -> None:
    story = "<p>The harbour council closed the old bridge on Monday, and it will stay closed until the end of May.</p>"
    head = "<!doctype html><html><body><article><h1>Bridge closed</h1>"
    short, long = (pipeline.clean(head + story * 8 + "<p>" * tags) for tags in (10, pages.MOST_TAGS))
    assert isinstance(short, Article)
    assert isinstance(long, Article)
    assert pages.CUT in long.notices
    assert pages.CUT not in short.notices
    assert short.text == long.text

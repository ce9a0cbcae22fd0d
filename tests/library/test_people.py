"""What everybody said, over all articles, and what the reader decided of who is who, kept for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from reader.library import Library
from reader.model.library import Person
from tests.library.conftest import NOW

Keep = Callable[..., int]
MOSS = ("Ada Moss", "The pier is not safe", 0.99)
PERHAPS = ("Ada Moss", "It was never safe", 0.5)
HALE = ("Tom Hale", "Nobody will pay this levy", 0.9)


def someone(library: Library, name: str) -> Person:
    (found,) = library.people.named(name)
    return found


@pytest.fixture
def shelf(library: Library, keep: Keep) -> Library:
    """Three articles of two papers."""
    keep(
        "https://a.example/1", MOSS, PERHAPS, published="2026-11-18T10:00:00Z", roles={"Ada Moss": "the harbour master"}
    )
    keep("https://a.example/2", MOSS, HALE, published="2026-11-19T10:00:00Z", roles={"Ada Moss": "harbour master"})
    keep(
        "https://b.example/3",
        ("Ada Moss", "We will mend the café", 0.99),
        publisher="Daily Tide",
        published="2026-11-20T10:00:00Z",
        roles={"Ada Moss": "the harbour master"},
    )
    return library


def test_a_person(shelf: Library) -> None:
    moss = someone(shelf, "moss")
    assert (moss.name, moss.kind, moss.quotes, moss.articles) == ("Ada Moss", "person", 3, 3)
    assert shelf.quotes.counts(moss.id) == {"sure": 3, "perhaps": 1}
    assert [(role.role, role.articles) for role in shelf.quotes.roles(moss.id)] == [
        ("the harbour master", 2), ("harbour master", 1)
    ]  # fmt: skip
    assert shelf.quotes.quoted_by(moss.id) == (("Harbour Post", 2), ("Daily Tide", 1))
    assert [each.name for each in shelf.people.most_quoted()] == ["Ada Moss", "Tom Hale"]
    assert [each.quotes for each in shelf.people.most_quoted(since=shelf.searching.ids("", now=NOW)[0])] == [1]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["We will mend the café", MOSS[1], MOSS[1], PERHAPS[1]]),
        ({"sure_only": True}, ["We will mend the café", MOSS[1], MOSS[1]]),
        ({"words": "pier saf*"}, [MOSS[1], MOSS[1]]),
        ({"words": "CAFE"}, ["We will mend the café"]),
        ({"words": '"safe pier"'}, []),
        ({"words": "safe", "sure_only": True}, [MOSS[1], MOSS[1]]),
        ({"since": NOW - timedelta(days=7)}, ["We will mend the café", MOSS[1]]),
        ({"words": "safe", "since": NOW - timedelta(days=7)}, [MOSS[1]]),
        ({"limit": 1}, ["We will mend the café"]),
    ],
)
def test_what_a_person_said(shelf: Library, asked: dict[str, object], found: list[str]) -> None:
    said = shelf.quotes.said(by=someone(shelf, "Moss").id, **asked)  # type: ignore[arg-type]
    assert [each.words for each in said] == found


def test_what_anybody_said(shelf: Library) -> None:
    assert [each.speaker for each in shelf.quotes.said(words="levy")] == ["Tom Hale"]
    everything = shelf.quotes.said()
    assert len(everything) == 5
    assert shelf.quotes.said(before=everything[1].id) == everything[2:]


def test_a_quote_tells_where_it_stands(shelf: Library) -> None:
    newest = shelf.quotes.said(limit=1)[0]
    stored = shelf.articles.load(newest.article)
    assert stored
    assert stored.article.text[newest.start : newest.end] == newest.words
    assert (newest.doubt, newest.role, newest.cue, newest.publisher) == (
        "sure",
        "the harbour master",
        "said",
        "Daily Tide",
    )
    assert newest.headline == stored.article.headline


class TestByHand:
    """What the reader decided stays, through any new analysis, and when the library is opened again."""

    def test_two_are_one(self, shelf: Library, keep: Keep, path: Path) -> None:
        hale, moss = someone(shelf, "Hale"), someone(shelf, "Moss")
        shelf.people.merge(hale.id, moss.id)
        assert shelf.people.get(hale.id) == shelf.people.get(moss.id)
        assert len(shelf.quotes.said(by=moss.id)) == 5
        assert len(shelf.quotes.said(by=moss.id, words="levy")) == 1
        keep("https://c.example/4", HALE)
        keep("https://a.example/2", MOSS, HALE, opening="Another opening.")
        with Library(path) as again:
            assert again.quotes.counts(moss.id)["sure"] == 5
            assert [each.name for each in again.people.most_quoted()] == ["Ada Moss"]

    def test_and_two_again(self, shelf: Library, keep: Keep) -> None:
        before = shelf.people.most_quoted()
        hale, moss = someone(shelf, "Hale"), someone(shelf, "Moss")
        shelf.people.merge(hale.id, moss.id)
        shelf.articles.refresh(shelf.people.part(hale.id))
        assert shelf.people.most_quoted() == before
        assert len(shelf.quotes.said(by=hale.id, words="levy")) == 1

    def test_a_chain_comes_apart_where_it_is_parted(self, keep: Keep, library: Library) -> None:
        names = ("Ada Moss", "A. Moss", "Moss")
        keep("https://a.example/1", *((name, f"Words of {name}", 0.99) for name in names))
        full, initial, bare = (next(p for p in library.people.most_quoted() if p.name == name).id for name in names)
        library.people.merge(bare, initial)
        library.people.merge(initial, full)
        assert library.quotes.counts(full) == {"sure": 3}
        library.articles.refresh(library.people.part(initial))
        assert (library.quotes.counts(full), library.quotes.counts(initial)) == ({"sure": 1}, {"sure": 2})

    def test_a_merge_with_itself_is_none(self, shelf: Library) -> None:
        hale, moss = someone(shelf, "Hale"), someone(shelf, "Moss")
        shelf.people.merge(hale.id, moss.id)
        shelf.people.merge(moss.id, hale.id)
        assert shelf.quotes.counts(moss.id)["sure"] == 4

    def test_one_is_two(self, shelf: Library, keep: Keep) -> None:
        moss = someone(shelf, "Moss")
        article = shelf.quotes.said(by=moss.id, limit=1)[0].article
        other = shelf.people.split(article, "ada-moss")
        shelf.articles.refresh((article,))
        assert [each.article for each in shelf.quotes.said(by=other)] == [article]
        assert shelf.quotes.counts(moss.id)["sure"] == 2
        keep("https://b.example/3", MOSS, opening="Read again, and analysed anew.")
        assert shelf.quotes.counts(other) == {"sure": 1}

    def test_one_is_a_chosen_other(self, shelf: Library, keep: Keep) -> None:
        moss, hale = someone(shelf, "Moss"), someone(shelf, "Hale")
        before = shelf.quotes.counts(hale.id)["sure"]
        article = shelf.quotes.said(by=moss.id, limit=1)[0].article
        assert shelf.people.split(article, "ada-moss", hale.id) == hale.id
        shelf.articles.refresh((article,))
        assert shelf.quotes.counts(hale.id)["sure"] == before + 1
        assert article in {each.article for each in shelf.quotes.said(by=hale.id)}
        shelf.people.take_back_split(article, "ada-moss", hale.id)
        shelf.articles.refresh((article,))
        assert shelf.quotes.counts(hale.id)["sure"] == before
        assert someone(shelf, "Hale") == hale
        assert someone(shelf, "Moss") == moss

    def test_two_of_one_article_are_one_who_was_made_by_hand(self, library: Library, keep: Keep) -> None:
        article = keep("https://a.example/1", MOSS, HALE)
        other = library.people.split(article, "ada-moss")
        library.articles.refresh((article,))
        library.people.split(article, "tom-hale", other)
        library.articles.refresh((article,))
        assert library.quotes.counts(other)["sure"] == 2
        library.people.take_back_split(article, "tom-hale", other)
        library.articles.refresh((article,))
        assert library.quotes.counts(other)["sure"] == 1
        assert library.people.get(other)

    def test_and_nobody_is_shown_among_no_people(self, shelf: Library, keep: Keep) -> None:
        hale = someone(shelf, "Hale")
        shelf.people.dismiss(hale.id)
        keep("https://c.example/4", HALE)
        assert shelf.people.named("Hale") == ()
        assert [each.name for each in shelf.people.most_quoted()] == ["Ada Moss"]
        shelf.people.dismiss(hale.id, is_dismissed=False)
        assert someone(shelf, "Hale").quotes == 2


@pytest.mark.parametrize("typed", ["MOSS", "ada mo", "Móss", "moss ada"])
def test_names_are_found_as_they_are_typed(shelf: Library, typed: str) -> None:
    assert [each.name for each in shelf.people.named(typed)] == ["Ada Moss"]


@pytest.mark.parametrize("typed", ["", "%", "_", "mossy", "Ada Moss Hale"])
def test_and_no_others(shelf: Library, typed: str) -> None:
    assert shelf.people.named(typed) == ()

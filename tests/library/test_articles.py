"""What is kept of an article comes back to the letter, by whatever address it is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.analysis.corrections import correction
from reader.library import Library
from reader.library.addresses import canonical
from reader.model import Article, Page, Reading, Source, Span
from tests.library.conftest import NOW, reading

Keep = Callable[..., int]
MOSS = ("Ada Moss", "The pier is not safe", 0.99)
HALE = ("Tom Hale", "Nobody will pay this levy", 0.7)


def test_a_reading_comes_back_to_the_letter(library: Library) -> None:
    kept = reading("https://harbourpost.example/levy", MOSS, HALE)
    stored = library.articles.load(library.articles.keep(kept, now=NOW))
    assert stored
    assert (stored.source, stored.article, stored.analysis) == (kept.source, kept.article, kept.analysis)
    assert (stored.fetched, stored.position, stored.is_whole) == (NOW, 0, True)


def test_what_is_not_there_is_none(library: Library) -> None:
    assert library.articles.load(7) is None
    assert library.articles.page(7) is None
    assert library.articles.versions(7) == ()
    assert library.searching.listed((7,)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://harbourpost.example/levy", "http://www.harbourpost.example/levy/"),
        ("https://harbourpost.example/levy?id=7", "https://harbourpost.example/levy?utm_source=post&id=7#top"),
        ("https://HarbourPost.example:443/levy", "https://harbourpost.example/levy?fbclid=Iw"),
        ("https://orla:secret@harbourpost.example/levy", "https://harbourpost.example/levy"),
    ],
)
def test_one_address_in_two_spellings(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://harbourpost.example/levy?id=7", "https://harbourpost.example/levy?id=8"),
        ("https://harbourpost.example/levy", "https://harbourpost.example:8443/levy"),
        ("https://harbourpost.example/#!levy", "https://harbourpost.example/#!pier"),
        ("https://harbourpost.example/Levy", "https://harbourpost.example/levy"),
        ("/home/orla/story.txt", "/home/orla/Story.txt"),
        ("https://[broken", "https://[broken/"),
    ],
)
def test_two_addresses(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


class TestKnownAgain:
    """One article, however it is come by."""

    def test_by_where_a_link_led(self, library: Library) -> None:
        link = replace(
            reading(), source=Source("https://short.example/x", "html", "https://harbourpost.example/levy?utm_id=1")
        )
        number = library.articles.keep(link, now=NOW)
        assert library.articles.keep(reading(), now=NOW) == number
        assert library.articles.find_address("https://short.example/x") == number
        assert library.articles.find_address("https://harbourpost.example/pier") is None

    def test_by_the_path_of_a_file_from_any_folder(
        self, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        article = Article(text="The ferry is late.")
        monkeypatch.chdir(tmp_path)
        number = library.articles.keep(replace(reading(), source=Source("a.txt", "text"), article=article), now=NOW)
        assert library.articles.find(Source(str(tmp_path / "a.txt"), "text"), article) == number

    def test_by_its_words_over_standard_input(self, library: Library) -> None:
        def piped(text: str) -> int:
            return library.articles.keep(Reading(Source("-", "text"), Article(text=text), reading().analysis), now=NOW)

        assert piped("The ferry is late.") == piped("The ferry is late.") != piped("The ferry is lost.")


class TestVersions:
    """A text that changed is kept in both forms."""

    def test_both_are_there(self, library: Library) -> None:
        before, after = reading(opening="The levy is two crowns."), reading(opening="The levy is three crowns.")
        number = library.articles.keep(before, now=NOW)
        assert library.articles.keep(after, now=NOW + timedelta(hours=1)) == number
        (version,) = library.articles.versions(number)
        assert (version.article, version.analysis, version.fetched) == (before.article, before.analysis, NOW)
        stored = library.articles.load(number)
        assert stored
        assert stored.article == after.article

    def test_the_same_text_is_no_version(self, library: Library) -> None:
        number = library.articles.keep(reading(), now=NOW)
        library.articles.keep(reading(headline="Talks stall"), now=NOW)
        assert library.articles.versions(number) == ()
        assert [each.headline for each in library.searching.listed((number,))] == ["Talks stall"]

    def test_only_the_latest_text_is_found(self, library: Library) -> None:
        library.articles.keep(reading(opening="The levy is two crowns."), now=NOW)
        library.articles.keep(reading(opening="The levy is three crowns."), now=NOW)
        assert library.searching.ids("two", now=NOW) == ()
        assert len(library.searching.ids("three", now=NOW)) == 1


class TestOrder:
    """Newest first is the order of the numbers."""

    def test_by_the_minute_in_which_it_appeared(self, keep: Keep, library: Library) -> None:
        given = {
            "late": "2026-11-20T23:00:00+00:00",
            "elsewhere": "2026-11-20T23:30:00+02:00",
            "early": "2026-11-20T08:00:00Z",
            "by day": "2026-11-19",
            "old": "1904-06-16",
            "of no date": "last Tuesday",
            "to come": "9999-12-31T23:59:59-12:00",
        }
        numbers = {keep(f"https://a.example/{n}", published=when): name for n, (name, when) in enumerate(given.items())}
        shown = [numbers[number] for number in library.searching.ids("", now=NOW)]
        assert shown == ["to come", "of no date", "late", "elsewhere", "early", "by day", "old"]
        moments = [each.moment for each in library.searching.listed(library.searching.ids("", now=NOW))]
        assert moments[0] == NOW
        assert moments[-1] == datetime(1904, 6, 16, 23, 59, tzinfo=UTC)

    def test_more_of_one_minute_than_it_has_numbers(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.library.schema.ARTICLE_BITS", 1)
        numbers = [library.articles.keep(reading(f"https://a.example/{n}"), now=NOW) for n in range(5)]
        assert numbers == sorted(set(numbers))


class TestMarks:
    """What the reader does with an article."""

    def test_read_and_taken_back(self, library: Library) -> None:
        numbers = [
            library.articles.keep(reading(f"https://a.example/{n}"), now=NOW, is_opened=n == 0) for n in range(3)
        ]
        changed = library.articles.read(numbers, now=NOW)
        assert changed == tuple(numbers[1:])
        library.articles.read(changed, now=NOW, is_read=False)
        assert library.searching.ids("is:unread", now=NOW) == tuple(sorted(numbers[1:], reverse=True))

    def test_stars_and_tags(self, keep: Keep, library: Library) -> None:
        number = keep()
        library.articles.star(number)
        library.articles.tag(number, ["Harbour ", "harbour", "to  do", " "])
        (shown,) = library.searching.listed((number,))
        assert shown.is_starred
        assert shown.tags == ("harbour", "to do")
        assert library.articles.tags() == (("harbour", 1), ("to do", 1))
        library.articles.tag(number, [])
        library.articles.star(number, is_starred=False)
        assert not library.articles.is_marked(number)

    def test_the_place_is_kept_when_it_is_read_anew(self, keep: Keep, library: Library) -> None:
        number = keep()
        library.articles.place(number, 120)
        keep(opening="The levy is three crowns.")
        stored = library.articles.load(number)
        assert stored
        assert stored.position == 120

    def test_opened_last(self, library: Library) -> None:
        first = library.articles.keep(reading("https://a.example/1"), now=NOW)
        second = library.articles.keep(reading("https://a.example/2"), now=NOW + timedelta(minutes=1))
        library.articles.keep(reading("https://a.example/3"), now=NOW, is_opened=False)
        library.articles.keep(Reading(Source("-", "text"), Article("Piped."), reading().analysis), now=NOW)
        assert library.articles.recent() == (second, first)
        assert library.articles.recent(limit=1) == (second,)

    def test_a_page_is_kept_of_a_marked_article_alone(self, keep: Keep, library: Library) -> None:
        page = Page(Source("https://harbourpost.example/levy", "html"), b"<p>The ferry\xff</p>" * 100, "utf-8")
        number = keep()
        library.articles.keep_page(number, page, now=NOW)
        assert library.articles.page(number) is None
        library.articles.tag(number, ["port"])
        library.articles.keep_page(number, page, now=NOW)
        assert library.articles.page(number) == page


class TestCorrections:
    """What the reader decided lies over what was found, and outlives it."""

    def test_quotes_are_those_of_who_said_them(self, library: Library) -> None:
        kept = reading("https://a.example/1", MOSS, HALE)
        decided = (correction(kept.article.text, kept.analysis.quotes[1], "given", speaker="Ada Moss"),)
        number = library.articles.keep(kept, now=NOW)
        library.articles.correct(number, decided)
        (moss,) = library.people.named("Moss")
        assert {said.words for said in library.quotes.said(by=moss.id)} == {MOSS[1], HALE[1]}
        stored = library.articles.load(number)
        assert stored
        assert (stored.corrections, stored.analysis) == (decided, kept.analysis)
        library.articles.keep(kept, now=NOW)
        assert len(library.quotes.said(by=moss.id)) == 2
        assert [each.id for each in library.articles.corrected()] == [number]
        library.articles.correct(number, ())
        assert len(library.quotes.said(by=moss.id)) == 1
        assert list(library.articles.corrected()) == []


@pytest.mark.parametrize("damage", [b"", b"no body", b"\x78\x9c\x03"])
def test_a_damaged_analysis_costs_no_text(keep: Keep, library: Library, path: Path, damage: bytes) -> None:
    number = keep("https://a.example/1", MOSS)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE texts SET body = ?", (damage,))
    other.close()
    stored = library.articles.load(number)
    assert stored
    assert stored.analysis is None
    assert stored.article.text == reading("", MOSS).article.text
    assert stored.article.headline == "Harbour talks stall over ferry levy"


# What an article holds beside its text was made safe; a path, and what is typed, may be anything.
ANY_TEXT = st.text(max_size=60)
ODD_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD_TEXT, headline=st.none() | ANY_TEXT, given_as=ODD_TEXT, query=ODD_TEXT)
def test_any_text_can_be_kept_and_looked_for(
    library: Library, text: str, headline: str | None, given_as: str, query: str
) -> None:
    article = Article(text=text, headline=headline, published=headline, byline=(headline or "",))
    number = library.articles.keep(Reading(Source(given_as, "text"), article, reading().analysis), now=NOW)
    stored = library.articles.load(number)
    assert stored
    assert len(stored.article.text) == len(text)
    library.searching.ids(query.replace("since:", ""), now=NOW)
    library.quotes.said(words=query)
    library.people.named(query)
    for hit in library.searching.hits(number, text):
        assert 0 <= hit.start < hit.end <= len(text)


def test_hits_are_where_the_words_stand(keep: Keep, library: Library) -> None:
    number = keep(opening="The Café levy hit cafés, and the levy’s end is near.")
    text = reading(opening="The Café levy hit cafés, and the levy’s end is near.").article.text
    spans = library.searching.hits(number, 'cafe* "levy s"')
    assert [text[span.start : span.end] for span in spans] == ["Café", "cafés", "levy’s"]
    assert library.searching.hits(number, "-levy") == ()
    assert isinstance(spans[0], Span)

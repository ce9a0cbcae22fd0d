"""What is thrown out, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from reader.analysis.corrections import correction
from reader.library import Checked, Library
from reader.model.library import Arrival
from tests.library.conftest import NOW, reading

Keep = Callable[..., int]
MOSS = ("Ada Moss", "The pier is not safe", 0.99)


def star(library: Library, number: int) -> None:
    library.articles.star(number)


def tag(library: Library, number: int) -> None:
    library.articles.tag(number, ["port"])


def note(library: Library, number: int) -> None:
    library.notes.write(number, "Ask the union.", now=NOW)


def correct(library: Library, number: int) -> None:
    kept = reading("https://a.example/1", MOSS)
    library.articles.correct(number, (correction(kept.article.text, kept.analysis.quotes[0], "right"),))


@pytest.mark.parametrize("mark", [star, tag, note, correct])
def test_what_is_marked_stays(keep: Keep, library: Library, mark: Callable[[Library, int], None]) -> None:
    number = keep("https://a.example/1", MOSS)
    mark(library, number)
    assert library.retention.older_than(0, now=NOW) == 0
    assert library.retention.down_to(0, now=NOW) == 0
    stored = library.articles.load(number)
    assert stored
    assert stored.analysis
    assert len(library.quotes.said()) == 1


def test_what_is_old_goes_with_all_that_was_found_in_it(keep: Keep, library: Library) -> None:
    keep("https://a.example/1", MOSS, published="2026-01-01")
    keep("https://a.example/1", MOSS, published="2026-01-01", opening="Another text.")
    new = keep("https://a.example/2", MOSS)
    assert library.retention.older_than(90, now=NOW) == 1
    assert library.searching.ids("", now=NOW) == library.searching.ids("pier", now=NOW) == (new,)
    assert [said.article for said in library.quotes.said()] == [new]
    assert library.articles.recent() == (new,)


def test_the_file_gets_smaller(keep: Keep, library: Library) -> None:
    numbers = [
        keep(f"https://a.example/{n}", MOSS, opening="Harbour talk. " * 2000, published=f"2026-11-0{n}")
        for n in range(1, 9)
    ]
    wanted = library.retention.size() - 100_000
    assert library.retention.down_to(wanted, now=NOW) > 0
    assert library.retention.size() <= wanted
    left = library.searching.ids("", now=NOW)
    assert 0 < len(left) < 8
    assert left == tuple(reversed(numbers))[: len(left)]


def test_a_feed_does_not_bring_again_what_was_thrown_out(library: Library) -> None:
    feed = library.feeds.add("https://tide.example/feed", now=NOW)
    arrivals = [Arrival("1", "Story", "https://tide.example/1", NOW - timedelta(days=100))]

    def bring(days: int) -> int:
        later = NOW + timedelta(days=days)
        return len(library.feeds.arrive(feed, arrivals, Checked(later), now=later))

    assert bring(0) == 1
    assert library.retention.older_than(90, now=NOW) == 1
    assert bring(1) == 0
    assert library.feeds.counts() == {}
    assert library.searching.ids("", now=NOW) == ()
    # As long as the feed has it, it is remembered; then it is forgotten altogether.
    library.retention.older_than(90, now=NOW + timedelta(days=20))
    assert bring(20) == 0
    library.retention.older_than(90, now=NOW + timedelta(days=60))
    assert bring(60) == 1


def test_what_was_thrown_out_is_there_again_when_it_is_read_again(keep: Keep, library: Library) -> None:
    number = keep("https://a.example/1", MOSS)
    library.retention.older_than(0, now=NOW + timedelta(days=1))
    assert keep("https://a.example/1", MOSS) == number
    assert library.searching.ids("pier", now=NOW) == (number,)
    assert library.articles.versions(number) == ()

"""What feeds bring: each article once, and counts that are right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from reader.library import Checked, Library
from reader.model.library import Arrival
from tests.library.conftest import NOW, reading

FEED, OTHER = "https://tide.example/feed", "https://post.example/rss"
WELL = Checked(NOW + timedelta(hours=1), '"v1"', "Thu, 26 Nov 2026 10:00:00 GMT")


def arrival(number: int, name: str | None = None, **more: object) -> Arrival:
    address = f"https://tide.example/{number}"
    return Arrival(name or f"id {number}", f"Story {number}", address, NOW - timedelta(hours=number), **more)  # type: ignore[arg-type]


def bring(library: Library, address: str, arrivals: Sequence[Arrival], checked: Checked = WELL) -> tuple[int, ...]:
    feed = library.feeds.add(address, now=NOW)
    return library.feeds.arrive(feed, arrivals, checked, now=NOW, title="The Tide", site="https://tide.example/")


def unread(library: Library) -> dict[str, int]:
    counts = library.feeds.counts()
    assert {feed.id: feed.unread for feed in library.feeds.all() if feed.unread} == counts
    return {feed.address: feed.unread for feed in library.feeds.all()}


def test_what_is_asked_of_a_feed_comes_back_to_the_letter(library: Library) -> None:
    bring(library, FEED, [])
    (feed,) = library.feeds.all()
    assert (feed.title, feed.site, feed.etag, feed.modified) == (
        "The Tide",
        "https://tide.example/",
        WELL.etag,
        WELL.modified,
    )
    assert (feed.checked, feed.due, feed.error, feed.failures) == (NOW, NOW + timedelta(hours=1), "", 0)
    assert library.feeds.due(NOW) == ()
    assert library.feeds.due(NOW + timedelta(hours=1)) == (feed,)


def test_a_broken_feed_shows_its_error_and_keeps_what_it_brought(library: Library) -> None:
    bring(library, FEED, [arrival(1)])
    for failures in (1, 2):
        bring(library, FEED, [], Checked(NOW, WELL.etag, error="It is no feed."))
        (feed,) = library.feeds.all()
        assert (feed.error, feed.failures, feed.unread, feed.etag) == ("It is no feed.", failures, 1, WELL.etag)
    bring(library, FEED, [])
    assert library.feeds.all()[0].failures == 0


def test_a_feed_that_is_gone_is_asked_no_more_until_it_is_added_again(library: Library) -> None:
    bring(library, FEED, [], Checked(NOW, error="It is gone.", is_gone=True))
    assert library.feeds.due(NOW) == ()
    library.feeds.add(FEED, now=NOW)
    assert [feed.address for feed in library.feeds.due(NOW)] == [FEED]


def test_a_feed_that_moved_for_good(library: Library) -> None:
    bring(library, OTHER, [])
    bring(library, FEED, [], Checked(NOW, address="https://tide.example/new"))
    assert {feed.address for feed in library.feeds.all()} == {OTHER, "https://tide.example/new"}
    bring(library, "https://tide.example/new", [], Checked(NOW, address=OTHER))
    assert {feed.address for feed in library.feeds.all()} == {OTHER, "https://tide.example/new"}


def test_names_and_folders(library: Library) -> None:
    feed = library.feeds.add(FEED, now=NOW, folder=" Ports //North ")
    library.feeds.change(feed, title="Mine", full_articles=True)
    bring(library, FEED, [])
    shown = library.feeds.get(feed)
    assert shown
    assert (shown.title, shown.folder, shown.full_articles) == ("Mine", "Ports/North", True)
    library.feeds.change(feed, title="", folder="")
    shown = library.feeds.get(feed)
    assert shown
    assert (shown.title, shown.folder) == ("The Tide", "")


class TestOnce:
    """Each article is there once."""

    def test_brought_again(self, library: Library) -> None:
        assert len(bring(library, FEED, [arrival(1), arrival(2)])) == 2
        assert len(bring(library, FEED, [arrival(1), arrival(2), arrival(3)])) == 1
        assert unread(library) == {FEED: 3}

    def test_by_two_feeds(self, library: Library) -> None:
        (number,) = bring(library, FEED, [arrival(1)])
        assert bring(library, OTHER, [arrival(1, "another name")]) == ()
        assert unread(library) == {FEED: 1, OTHER: 1}
        assert len(library.searching.listed((number,))[0].feeds) == 2
        library.articles.read((number,), now=NOW)
        assert unread(library) == {FEED: 0, OTHER: 0}

    def test_by_a_feed_that_renames_all_its_entries(self, library: Library) -> None:
        numbers = bring(library, FEED, [arrival(1), arrival(2)])
        library.articles.read(numbers, now=NOW)
        assert bring(library, FEED, [arrival(1, "new 1"), arrival(2, "new 2")]) == ()
        assert unread(library) == {FEED: 0}

    def test_opened_before_its_feed_brought_it(self, library: Library) -> None:
        number = library.articles.keep(reading("https://tide.example/1"), now=NOW)
        assert bring(library, FEED, [arrival(1)]) == ()
        assert unread(library) == {FEED: 0}
        library.articles.read((number,), now=NOW, is_read=False)
        assert unread(library) == {FEED: 1}

    def test_read_after_its_feed_brought_it(self, library: Library) -> None:
        (number,) = bring(library, FEED, [arrival(1, text="A summary.")])
        stored = library.articles.load(number)
        assert stored
        assert (stored.article.text, stored.is_whole, stored.analysis) == ("A summary.", False, None)
        assert library.articles.keep(reading("https://tide.example/1?utm_source=rss"), now=NOW) == number
        stored = library.articles.load(number)
        assert stored
        assert stored.is_whole
        assert library.articles.versions(number) == ()
        assert unread(library) == {FEED: 0}

    @pytest.mark.parametrize("address", [None, "https://tide.example", "https://tide.example/same"])
    def test_addresses_that_tell_nothing(self, library: Library, address: str | None) -> None:
        given = [Arrival(f"id {number}", f"Story {number}", address) for number in range(3)]
        assert len(bring(library, FEED, given)) == 3
        assert bring(library, FEED, given) == ()
        assert unread(library) == {FEED: 3}

    def test_two_entries_of_one_name_are_one(self, library: Library) -> None:
        assert len(bring(library, FEED, [arrival(1, "same"), arrival(2, "same")])) == 1


def test_newest_first_and_without_dates_in_the_order_of_the_feed(library: Library) -> None:
    undated = [Arrival(f"id {number}", f"Undated {number}") for number in range(3)]
    bring(library, FEED, [arrival(1), arrival(3), arrival(2)])
    bring(library, OTHER, undated)
    shown = library.searching.listed(library.searching.ids("", now=NOW))
    assert [each.headline for each in shown] == [
        "Undated 0", "Undated 1", "Undated 2", "Story 1", "Story 2", "Story 3"
    ]  # fmt: skip


def test_what_is_muted_comes_in_muted(library: Library) -> None:
    library.searching.keep("No twos", "story 2", "muted", now=NOW)
    bring(library, FEED, [arrival(1), arrival(2)])
    assert unread(library) == {FEED: 1}


def test_all_read_can_be_taken_back(library: Library) -> None:
    bring(library, FEED, [arrival(number) for number in range(5)])
    read_before = library.searching.ids("", now=NOW, limit=2)
    library.articles.read(read_before, now=NOW)
    changed = library.articles.read(library.searching.ids("is:unread", now=NOW), now=NOW)
    assert unread(library) == {FEED: 0}
    library.articles.read(changed, now=NOW, is_read=False)
    assert unread(library) == {FEED: 3}


def test_removing_a_feed_keeps_what_was_opened_marked_or_brought_by_another(library: Library) -> None:
    numbers = bring(library, FEED, [arrival(number) for number in (1, 2, 3, 4)])
    bring(library, OTHER, [arrival(1)])
    opened = library.articles.keep(reading("https://tide.example/2"), now=NOW)
    starred = next(each.id for each in library.searching.listed(numbers) if each.headline == "Story 3")
    library.articles.star(starred)
    library.feeds.remove(library.feeds.add(FEED, now=NOW))
    left = library.searching.listed(library.searching.ids("", now=NOW))
    assert {each.id for each in left} >= {opened, starred}
    assert sorted(each.source.rsplit("/", 1)[1] for each in left) == ["1", "2", "3"]
    assert unread(library) == {OTHER: 1}


def test_texts_that_feeds_read_in_full_still_want(library: Library) -> None:
    feed = library.feeds.add(FEED, now=NOW, full_articles=True)
    bring(library, FEED, [arrival(1), arrival(2), Arrival("3", "No address")])
    bring(library, OTHER, [arrival(9)])
    library.articles.keep(reading("https://tide.example/2"), now=NOW, is_opened=False)
    (wanted,) = library.searching.listed(library.feeds.wanting_text(NOW))
    assert wanted.source == "https://tide.example/1"
    assert library.feeds.wanting_text(NOW, feeds=[feed + 1]) == ()
    # Left alone after each failure for longer, then for good.
    later, tried = NOW, []
    for minutes in range(0, 24 * 60, 30):
        later = NOW + timedelta(minutes=minutes)
        if library.feeds.wanting_text(later, feeds=[feed]):
            tried.append(minutes)
            library.feeds.page_failed(wanted.id, "It is gone.", now=later)
    assert tried == [0, 30, 90, 210, 450]
    assert library.feeds.failed_pages(feed) == (1, "It is gone.")
    library.feeds.page_came(wanted.id)
    assert library.feeds.wanting_text(later) == (wanted.id,)
    library.feeds.change(feed, full_articles=False)
    assert library.feeds.wanting_text(later) == ()


def test_what_comes_for_a_feed_that_was_removed_is_dropped(library: Library) -> None:
    assert library.feeds.arrive(99, [arrival(1)], WELL, now=NOW) == ()
    assert library.searching.ids("", now=NOW) == ()

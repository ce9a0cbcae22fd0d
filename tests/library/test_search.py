"""Finding: what is typed, as values, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from reader.errors import LibraryError
from reader.library import FILE, Checked, Library
from reader.library.query import Filter, Query, moment, parse
from reader.model.library import Arrival
from tests.library.conftest import NOW, reading

Keep = Callable[..., int]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ferry levy", Query(('"ferry"', '"levy"'))),
        ('"ferry levy" pier', Query(('"ferry levy"', '"pier"'))),
        ("lev*", Query(('"lev"*',))),
        ("ferry -strike", Query(('"ferry"',), ('"strike"',))),
        ('tag:"to do" -tag:old', Query(filters=(Filter("tag", "to do"), Filter("tag", "old", True)))),
        ("FROM:post is:unread", Query(filters=(Filter("from", "post"), Filter("is", "unread")))),
        ("http://harbourpost.example", Query(('"http //harbourpost.example"',))),
        ("half:time", Query(('"half time"',))),
        ('say "unfinished', Query(('"say"', '"unfinished"'))),
        ('AND OR NOT NEAR(a) ^b {c}:d "', Query(('"AND"', '"OR"', '"NOT"', '"NEAR(a)"', '"^b"', '"{c}:d"'))),
        ("tag: from:", Query()),
        ("— * \x00 \ud800", Query()),
        ("", Query()),
    ],
)
def test_what_is_typed(typed: str, read: Query) -> None:
    assert parse(typed) == read


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("2026-03-14", "2026-03-14T00:00"),
        ("2026-03", "2026-03-01T00:00"),
        ("2026", "2026-01-01T00:00"),
        ("2026-03-14T12:00+02:00", "2026-03-14T10:00"),
        ("today", "2026-11-26T00:00"),
        ("yesterday", "2026-11-25T00:00"),
        ("7d", "2026-11-19T00:00"),
        ("2w", "2026-11-12T00:00"),
        ("1y", "2025-11-26T00:00"),
    ],
)
def test_dates(typed: str, named: str) -> None:
    assert moment(typed, NOW) == datetime.fromisoformat(named).replace(tzinfo=UTC)


@pytest.mark.parametrize("typed", ["soon", "2026-13", "99999y", "0001-01-01T00:00+05:00", "٣d"])
def test_what_is_no_date_is_told(library: Library, typed: str) -> None:
    with pytest.raises(LibraryError, match="is no date"):
        library.searching.ids(f"since:{typed}", now=NOW)


def filled(library: Library) -> dict[int, str]:
    """Four articles, by the names that the tables have for them."""
    kept = {
        "levy": reading(
            "https://a.example/levy", ("Ada Moss", "The pier is not safe", 0.99), published="2026-11-20T10:00:00Z"
        ),
        "strike": reading(
            "https://a.example/strike",
            ("Tom Hale", "The strike goes on", 0.5),
            opening="Dockers voted for a strike. No levy will be paid.",
            headline="Dockers strike",
            published="2026-11-22T10:00:00Z",
            publisher="Daily Tide",
        ),
        "cafe": reading(
            "https://a.example/cafe",
            opening="The Café Améline shut.",
            headline="A café shuts",
            published="2026-01-05T10:00:00Z",
        ),
    }
    numbers = {library.articles.keep(each, now=NOW, is_opened=name != "strike"): name for name, each in kept.items()}
    feed = library.feeds.add("https://tide.example/feed", now=NOW, folder="Ports/North")
    fresh = library.feeds.arrive(
        feed,
        [Arrival("1", "Levy doubled", "https://tide.example/1", NOW - timedelta(hours=1), text="Doubled at noon.")],
        Checked(NOW),
        now=NOW,
        title="Morning Tide",
    )
    numbers |= dict.fromkeys(fresh, "doubled")
    names = {name: number for number, name in numbers.items()}
    library.articles.tag(names["cafe"], ["Food"])
    library.articles.star(names["levy"])
    library.notes.write(names["strike"], "Ask the union.", now=NOW)
    return numbers


@pytest.fixture
def shelf(library: Library) -> dict[int, str]:
    return filled(library)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, dict[int, str]]]:
    """The same for all that only look."""
    with Library(tmp_path_factory.mktemp("shelf") / FILE) as library:
        yield library, filled(library)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("levy", "doubled strike levy"),
        ("LEVY -strike", "doubled levy"),
        ('"ferry levy"', "levy"),
        ('"levy ferry"', ""),
        ("cafe ameline", "cafe"),
        ("doub*", "doubled"),
        ("noon", "doubled"),
        ("-levy", "cafe"),
        ("tag:food", "cafe"),
        ("-tag:food levy", "doubled strike levy"),
        ("from:tide", "doubled strike"),
        ("from:morning", "doubled"),
        ("from:100%", ""),
        ('said:"ada moss"', "levy"),
        ("said:hale", ""),
        ("about:hale", "strike"),
        ("-about:hale levy", "doubled levy"),
        ("since:2026-11-21", "doubled strike"),
        ("-since:2026-11-21", "levy cafe"),
        ("is:unread", "doubled strike"),
        ("is:read", "levy cafe"),
        ("is:starred", "levy"),
        ("is:muted", ""),
        ("is:nonsense", ""),
        ("has:note", "strike"),
        ("has:tag", "cafe"),
        ("-has:note is:unread", "doubled"),
        ("", "doubled strike levy cafe"),
    ],
)
def test_what_is_found(looked_at: tuple[Library, dict[int, str]], typed: str, found: str) -> None:
    library, shelf = looked_at
    numbers = library.searching.ids(typed, now=NOW)
    assert " ".join(shelf[number] for number in numbers) == found
    assert library.searching.count(typed, now=NOW) == len(numbers)
    assert sorted(library.searching.best(typed, now=NOW)) == sorted(numbers)


@pytest.mark.parametrize(
    ("folder", "found"), [("Ports", "doubled"), ("Ports/North", "doubled"), ("Port", ""), ("Ports/South", "")]
)
def test_folders(looked_at: tuple[Library, dict[int, str]], folder: str, found: str) -> None:
    library, shelf = looked_at
    assert " ".join(shelf[number] for number in library.searching.ids("", now=NOW, folder=folder)) == found


def test_best_first_is_by_headline_before_text(looked_at: tuple[Library, dict[int, str]]) -> None:
    library, shelf = looked_at
    assert [shelf[number] for number in library.searching.best("strike", now=NOW)] == ["strike"]
    assert shelf[library.searching.best("levy", now=NOW)[0]] == "doubled"


def test_a_line_of_a_list(looked_at: tuple[Library, dict[int, str]]) -> None:
    library, _ = looked_at
    doubled, strike, levy, _ = library.searching.listed(library.searching.ids("", now=NOW))
    assert (doubled.publisher, doubled.words, doubled.speakers, doubled.is_read) == ("Morning Tide", None, None, False)
    assert len(doubled.feeds) == 1
    assert (strike.speakers, strike.has_notes, strike.is_starred) == (0, True, False)
    assert (levy.speakers, levy.words, levy.is_starred, levy.feeds) == (1, 16, True, ())


class TestKept:
    """Filters that the reader kept."""

    def test_by_name(self, library: Library) -> None:
        library.searching.keep("Ports", "levy", now=NOW)
        library.searching.keep("Ports", "levy is:unread", now=NOW)
        assert [(each.name, each.kind, each.query) for each in library.searching.kept()] == [
            ("Ports", "saved", "levy is:unread")
        ]

    def test_muted_are_left_out_until_the_filter_is_dropped(self, library: Library, shelf: dict[int, str]) -> None:
        everything = library.searching.ids("", now=NOW)
        muting = library.searching.keep("No levies", "levy", "muted", now=NOW)
        library.searching.keep("No food", "tag:food", "muted", now=NOW)
        assert library.searching.ids("", now=NOW) == ()
        assert library.searching.ids("is:muted", now=NOW) == everything
        library.searching.drop(muting, now=NOW)
        assert [shelf[number] for number in library.searching.ids("", now=NOW)] == ["doubled", "strike", "levy"]

    def test_watched_tells_each_change_once(self, library: Library, shelf: dict[int, str]) -> None:
        watching = library.searching.keep("Moss", 'said:"Ada Moss"', "watched", now=NOW)
        assert library.searching.watched(watching, now=NOW) == ()
        new = library.articles.keep(reading("https://b.example/1", ("Ada Moss", "It will be mended", 0.99)), now=NOW)
        library.articles.keep(reading("https://b.example/2", ("Tom Hale", "It will not", 0.99)), now=NOW)
        assert library.searching.watched(watching, now=NOW) == (new,)
        assert library.searching.watched(watching, now=NOW) == ()
        assert library.searching.watched(999, now=NOW) == ()

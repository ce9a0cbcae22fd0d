"""Reading the articles behind entries in full, over loopback; they are in German, so that no model is loaded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from reader.errors import ReaderError
from reader.jobs.full_articles import ReadInFull, read_in_full
from reader.library import Checked, Library
from reader.model.library import Arrival
from reader.settings.config import Config
from reader.workers import Call
from tests.library.conftest import NOW, reading

SHORT = "Die Fähre bleibt im Hafen."
HOUR = timedelta(hours=1)


def here(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Call[Any]:
    """Do in this process what others do in another one."""
    call: Call[Any] = Call(function, args, kwargs)
    try:
        call.future.set_result(function(*args, **kwargs))
    except ReaderError as error:
        call.future.set_exception(error)
    return call


def page(town: str, canonical: str = "") -> str:
    """An article as a paper shows it."""
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    told = "".join(
        f"<p>In {town} hat der Stadtrat am {day} über die Fähre gestritten, die seit Wochen nicht mehr fährt, und über "
        f"die Frage, wer den neuen Anleger mit seinen {number} Pollern bezahlen soll, wenn der Winter vorbei ist.</p>"
        for number, day in enumerate(("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"), 12)
    )
    return (
        f'<!doctype html><html lang="de"><head><title>Streit in {town}</title>{head}</head><body><article>'
        f"<h1>Streit in {town} über die Fähre</h1>{told}</article></body></html>"
    )


class Shelf:
    """A library with one feed on this machine, which is read in full."""

    def __init__(self, library: Library, server: HTTPServer) -> None:
        self.library, self.server = library, server
        address = server.url_for("/rss")
        self.feed = library.feeds.add(address, now=NOW, full_articles=True, is_private=True)

    def bring(self, *addresses: str, text: str = SHORT) -> None:
        arrivals = [Arrival(address, "Streit", address, NOW, text=text) for address in addresses]
        self.library.feeds.arrive(self.feed, arrivals, Checked(NOW), now=NOW)

    def read(self, after: timedelta = timedelta()) -> list[ReadInFull]:
        return list(read_in_full(self.library, here, here, lambda: NOW + after, Config()))

    def text(self, address: str) -> str:
        number = self.library.articles.find_address(address)
        stored = self.library.articles.load(number or 0)
        assert stored
        return stored.article.text

    @property
    def asked(self) -> list[str]:
        return [request.path for request, _ in self.server.log]


@pytest.fixture
def shelf(library: Library, httpserver: HTTPServer) -> Shelf:
    return Shelf(library, httpserver)


def test_what_is_read_in_full_is_found_and_is_still_unread(shelf: Shelf) -> None:
    address = shelf.server.url_for("/brindle")
    shelf.server.expect_request("/brindle").respond_with_data(page("Brindle"), content_type="text/html")
    shelf.bring(address)
    (read,) = shelf.read()
    assert read.error == ""
    (found,) = shelf.library.searching.found("Pollern", now=NOW)
    assert (found.article.headline, found.article.is_read) == ("Streit in Brindle über die Fähre", False)
    stored = shelf.library.articles.load(found.article.id)
    assert stored
    assert stored.is_whole
    assert stored.analysis
    assert stored.analysis.notes
    assert shelf.read(HOUR) == []
    assert shelf.asked == ["/brindle"]


NOTHING = {
    "gone": ("", 404),
    "in trouble": ("", 503),
    "no article": ("<!doctype html><html><body><p>Bitte anmelden.</p></body></html>", 200),
    "less than the feed gave": (page("Brindle"), 200),
}


@pytest.mark.parametrize(("content", "status"), NOTHING.values(), ids=NOTHING)
def test_where_the_page_gives_nothing_the_text_of_the_feed_stays(shelf: Shelf, content: str, status: int) -> None:
    address = shelf.server.url_for("/brindle")
    shelf.server.expect_request("/brindle").respond_with_data(content, status, content_type="text/html")
    text = SHORT if "Streit" not in content else SHORT * 80
    shelf.bring(address, text=text)
    (read,) = shelf.read()
    assert read.error
    assert shelf.text(address) == text
    assert shelf.library.feeds.failed_pages(shelf.feed) == (1, read.error)
    # It is left alone for a while, and not asked again and again.
    assert shelf.read(timedelta(minutes=29)) == []
    assert [bool(each.error) for each in shelf.read(timedelta(minutes=30))] == [True]


def test_nothing_on_this_network_is_asked_for_that_a_feed_names(shelf: Shelf, httpserver: HTTPServer) -> None:
    """The feed is on this machine, and may lead to its own server alone."""
    with HTTPServer(host="127.0.0.1") as other:
        other.expect_request("/admin").respond_with_data(page("Brindle"), content_type="text/html")
        shelf.bring(other.url_for("/admin"), "http://169.254.169.254/latest/meta-data/", "http://[::1]:9/")
        found = shelf.read()
        assert other.log == []
    assert len(found) == 3
    assert all("only an address that you give yourself may lead" in each.error for each in found)


def test_a_server_that_fails_is_left_alone(shelf: Shelf) -> None:
    shelf.server.expect_request("/a").respond_with_data("", 503)
    shelf.bring(*(shelf.server.url_for(f"/{name}") for name in ("a", "b", "c", "d")))
    assert len(shelf.read()) == 2
    assert len(shelf.asked) == 2
    assert len(shelf.read()) == 2


def test_a_page_that_is_known_by_another_address_is_shown_once(shelf: Shelf) -> None:
    own, canonical = shelf.server.url_for("/click?to=7"), shelf.server.url_for("/brindle")
    for path in ("/click", "/brindle"):
        shelf.server.expect_request(path).respond_with_data(page("Brindle", canonical), content_type="text/html")
    first = shelf.library.articles.keep(reading(canonical), now=NOW, is_opened=False)
    shelf.bring(own)
    assert [each.error for each in shelf.read()] == [""]
    (listed,) = shelf.library.searching.listed((first,))
    assert len(listed.copies) == 1
    assert shelf.read(HOUR) == []


def test_a_page_that_says_it_is_another_papers_does_not_take_its_place(shelf: Shelf) -> None:
    theirs = shelf.library.articles.keep(reading("https://harbourpost.example/levy"), now=NOW)
    before = shelf.library.articles.load(theirs)
    address = shelf.server.url_for("/brindle")
    claim = page("Brindle", "https://harbourpost.example/levy")
    shelf.server.expect_request("/brindle").respond_with_data(claim, content_type="text/html")
    shelf.bring(address)
    assert [each.error for each in shelf.read()] == [""]
    assert shelf.library.articles.load(theirs) == before
    assert "Brindle" in shelf.text(address)

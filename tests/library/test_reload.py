"""Reloading over loopback, in processes of its own: what is sent, when, and what is kept of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reader.jobs.asking import Discovered, find
from reader.jobs.reload import Outcome, load, only_reload, reload
from reader.library import Library
from reader.model import Source
from reader.model.library import Feed
from reader.model.subscriptions import Saved
from reader.workers import Lane
from tests.library.conftest import NOW

RSS = (
    "<rss version='2.0'><channel><title>The Post</title><link>/</link><item><title>Levy falls</title>"
    "<link>/levy</link><guid isPermaLink='false'>levy</guid><pubDate>Sat, 14 Mar 2026 12:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;The levy falls.&lt;/p&gt;</description></item></channel></rss>"
)
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def lane() -> Iterator[Lane]:
    with closing(Lane(2)) as open_lane:
        yield open_lane


class Desk:
    """A library, its feeds, and a clock that is set by hand."""

    def __init__(self, library: Library, lane: Lane) -> None:
        self.library, self.lane, self.now = library, lane, NOW

    def clock(self) -> datetime:
        return self.now

    def add(self, address: str, *, is_private: bool = True) -> Feed:
        feed = self.library.feeds.get(self.library.feeds.add(address, now=self.now, is_private=is_private))
        assert feed
        return feed

    def reload(self, after: timedelta = timedelta()) -> list[Outcome]:
        self.now += after
        return list(reload(self.library, self.lane.submit, self.clock))

    def only(self) -> Feed:
        (feed,) = self.library.feeds.all()
        return feed


@pytest.fixture
def desk(library: Library, lane: Lane) -> Desk:
    return Desk(library, lane)


def answering(headers: dict[str, str], body: str = RSS) -> Callable[[Request], Response]:
    def handler(request: Request) -> Response:
        etag = headers.get("ETag")
        if etag and request.headers.get("If-None-Match") == etag:
            return Response(status=304)
        return Response(body, headers={"Content-Type": "application/rss+xml", **headers})

    return handler


def test_what_a_feed_brings_is_in_the_library(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/rss").respond_with_data(RSS)
    outcome = load(desk.library, desk.add(httpserver.url_for("/rss")), desk.lane.submit, desk.clock)
    (listed,) = desk.library.searching.listed(outcome.new)
    assert (listed.headline, listed.source, listed.publisher) == ("Levy falls", httpserver.url_for("/levy"), "The Post")
    stored = desk.library.articles.load(listed.id)
    assert stored
    assert (stored.article.text, stored.is_whole) == ("The levy falls.", False)
    assert (desk.only().title, desk.only().unread) == ("The Post", 1)


def test_after_the_first_load_nothing_is_asked_without_a_condition_nor_early(
    desk: Desk, httpserver: HTTPServer
) -> None:
    sent = {
        "ETag": 'W/"levy 1"',
        "Last-Modified": "sat, 14 mar 2026 12:00:00 GMT",
        "Cache-Control": "max-age=3600",
        "Set-Cookie": "visit=1; Path=/",
    }
    for path in ("/a", "/b"):
        httpserver.expect_request(path).respond_with_handler(answering(sent))
        desk.add(httpserver.url_for(path))
    counts = []
    # 45 minutes: too early; then an hour has gone by.
    for after in (timedelta(), timedelta(), timedelta(minutes=45), timedelta(minutes=15)):
        desk.reload(after)
        counts.append(len(httpserver.log))
    assert counts == [2, 2, 2, 4]
    requests = [request for request, _ in httpserver.log]
    assert not any("If-None-Match" in request.headers for request in requests[:2])
    assert all(request.headers["If-None-Match"] == sent["ETag"] for request in requests[2:])
    assert all(request.headers["If-Modified-Since"] == sent["Last-Modified"] for request in requests[2:])
    assert not any("Cookie" in request.headers or "Referer" in request.headers for request in requests)
    assert [feed.error for feed in desk.library.feeds.all()] == ["", ""]


def test_on_this_network_only_feeds_are_asked_whose_address_the_reader_gave(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/rss").respond_with_data(RSS)
    httpserver.expect_request("/site").respond_with_data("", status=302, headers={"Location": "/rss"})
    desk.add(httpserver.url_for("/rss"), is_private=False)
    (refused,) = desk.reload()
    assert "only an address that you give yourself may lead" in refused.error
    assert httpserver.log == []
    # Given by the reader it is known as one of this network from then on.
    found = discovered(desk.lane, httpserver.url_for("/site"))
    assert found.told.is_private
    desk.add(found.addresses[0], is_private=found.told.is_private)
    desk.add(httpserver.url_for("/rss"))
    assert [outcome.error for outcome in desk.reload(HOUR)] == ["", ""]


ENTRIES = [
    ("http://{server}/levy", True),
    ("http://localhost:9/levy", False),
    ("http://169.254.169.254/latest/meta-data/", False),
    ("http://[::1]/", False),
    ("http://localhost/", False),
]


@pytest.mark.parametrize(("address", "may_be_private"), ENTRIES)
def test_where_the_addresses_in_feeds_may_lead(
    desk: Desk, httpserver: HTTPServer, address: str, may_be_private: bool
) -> None:
    """Nowhere on this network, but from a feed that the reader has there to its own server."""
    server = f"localhost:{httpserver.port}"
    address = address.format(server=server)
    httpserver.expect_request("/rss").respond_with_data(RSS.replace("/levy", address))
    library = desk.library
    (entry,) = load(library, desk.add(httpserver.url_for("/rss")), desk.lane.submit, desk.clock).new
    library.take_in((Saved("http://127.0.0.1:9/kept"),), now=NOW)
    imported = library.articles.find_address("http://127.0.0.1:9/kept")
    (listed,) = library.searching.listed((entry,))
    led_by = library.feeds.led_by(listed)
    assert listed.source == address
    assert led_by == Source(httpserver.url_for("/rss"), "html", httpserver.url_for("/rss"), may_be_private)
    assert imported is not None
    (listed,) = library.searching.listed((imported,))
    assert library.feeds.led_by(listed) == Source(listed.source, "html", listed.source)


def test_a_feed_that_has_moved_for_good_is_asked_where_it_is(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=301, headers={"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data(RSS)
    desk.add(httpserver.url_for("/old"))
    desk.reload()
    assert desk.only().address == httpserver.url_for("/new")
    desk.reload(HOUR)
    assert [request.path for request, _ in httpserver.log] == ["/old", "/new", "/new"]


def test_a_feed_that_is_elsewhere_for_a_while_keeps_its_address(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=302, headers={"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data(RSS)
    desk.add(httpserver.url_for("/old"))
    desk.reload()
    assert desk.only().address == httpserver.url_for("/old")


def test_a_feed_that_is_gone_is_asked_no_more(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/rss").respond_with_data("", status=410)
    desk.add(httpserver.url_for("/rss"))
    desk.reload()
    desk.reload(timedelta(days=30))
    assert len(httpserver.log) == 1
    assert desk.only().stopped
    assert "410" in desk.only().error


def test_a_broken_feed_says_so_and_is_asked_less_and_less(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/rss").respond_with_data("<html><body>Sorry</body></html>")
    desk.add(httpserver.url_for("/rss"))
    asked = []
    for _ in range(8):
        desk.reload(timedelta(minutes=30))
        asked.append(len(httpserver.log))
    assert asked == [1, 2, 2, 3, 3, 3, 3, 4]
    assert "no feed" in desk.only().error
    assert desk.only().failures == 4


def test_a_broken_feed_is_in_nobodys_way(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/broken").respond_with_data("x", status=500)
    httpserver.expect_request("/well").respond_with_data(RSS)
    desk.add("http://127.0.0.1:9/refused")
    desk.add(httpserver.url_for("/broken"))
    desk.add(httpserver.url_for("/well"))
    found = {outcome.feed.address.rpartition("/")[2]: bool(outcome.error) for outcome in desk.reload()}
    assert found == {"refused": True, "broken": True, "well": False}


def test_a_server_that_is_asked_too_much_is_left_alone_with_all_its_feeds(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=429, headers={"Retry-After": "7200"})
    for path in ("/a", "/b", "/c"):
        desk.add(httpserver.url_for(path))
    outcomes = desk.reload()
    assert len(httpserver.log) == 1
    assert all("429" in outcome.error for outcome in outcomes)
    assert desk.library.feeds.due(NOW + HOUR) == ()
    assert len(desk.library.feeds.due(NOW + 2 * HOUR)) == 3


def test_only_the_feeds_that_are_wanted_are_asked(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(RSS)
    wanted = desk.add(httpserver.url_for("/a"))
    desk.add(httpserver.url_for("/b"))
    assert [outcome.feed for outcome in reload(desk.library, desk.lane.submit, desk.clock, feeds=[wanted])] == [wanted]
    assert list(reload(desk.library, desk.lane.submit, desk.clock, feeds=[])) == []


def test_only_one_program_reloads_a_library(tmp_path: Path) -> None:
    with only_reload(tmp_path) as first, only_reload(tmp_path) as second:
        assert (first, second) == (True, False)
    with only_reload(tmp_path) as again:
        assert again


def discovered(lane: Lane, address: str) -> Discovered:
    return lane.submit(find, address).result()


def test_a_feed_is_found_by_its_site_and_asked_for_once(desk: Desk, httpserver: HTTPServer) -> None:
    page = "<!doctype html><html><link rel='alternate' type='application/rss+xml' href='{}'><p>News</p></html>"
    httpserver.expect_request("/rss").respond_with_data(RSS)
    httpserver.expect_request("/").respond_with_data(page.format("/rss"), content_type="text/html")
    found = discovered(desk.lane, httpserver.url_for("/"))
    assert found.addresses == (httpserver.url_for("/rss"),)
    assert found.told.title == "The Post"
    assert [request.path for request, _ in httpserver.log] == ["/", "/rss"]

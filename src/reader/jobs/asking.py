"""Asking for one feed: what runs in a process of its own, which alone loads what it needs. Knows no library."""

from typing import TYPE_CHECKING

import msgspec

from reader.errors import FeedError, ReaderError
from reader.feeds import manners
from reader.model import Source
from reader.model.feeds import FeedDocument, FeedEntry
from reader.model.library import Arrival

if TYPE_CHECKING:
    from reader.fetch.request import Answer

_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
)
# What manners look at.
_KEPT = ("Cache-Control", "Expires", "Date", "Retry-After", "ETag", "Last-Modified")


class Told(msgspec.Struct, frozen=True):
    """What came of asking for a feed.

    `url` is where the answer came from, `status` its number, 0 where there was none, `headers` those of it that matter;
    `is_private` says that it came from this machine or its own network; `moved_to` is where the feed is from now on.
    `error` says why there are no `arrivals`; with "" there may be none.
    """

    url: str
    status: int = 0
    headers: dict[str, str] = {}
    is_private: bool = False
    moved_to: str | None = None
    title: str = ""
    site: str | None = None
    arrivals: tuple[Arrival, ...] = ()
    error: str = ""


class Discovered(msgspec.Struct, frozen=True):
    """The feeds at an address, the best first; `told` is the first one's content."""

    addresses: tuple[str, ...]
    told: Told


def ask(
    address: str,
    etag: str | None = None,
    modified: str | None = None,
    led_by: Source | None = None,
    may_be_private: bool = False,
) -> Told:
    """Ask for a feed. What goes wrong is told, not raised.

    Args:
        address: where it is.
        etag: what its server called the last answer, to the letter.
        modified: when that was changed, to the letter.
        led_by: the page that names the feed; None where the reader gave it.
        may_be_private: whether an address that the reader gave may lead to this machine and its network.
    """
    from reader.fetch import web
    from reader.fetch.request import get

    told = Told(address)
    try:
        headers = {"Accept": _ACCEPT, **manners.conditions(etag, modified)}
        with get(address, headers=headers, led_by=led_by, may_be_private=may_be_private) as answer:
            told = _told(answer)
            if answer.status == manners.UNCHANGED:
                return told
            web.check_status(answer)
            return _read(told, *_content(answer))
    except ReaderError as error:
        return msgspec.structs.replace(told, error=error.message)


def find(address: str) -> Discovered:
    """The feeds at an address, which is that of a feed or of a page that names some.

    Raises:
        ReaderError: it cannot be had, or neither is it a feed nor does it lead to one.
    """
    from reader.feeds import discover
    from reader.fetch import web
    from reader.fetch.request import get

    with get(address, headers={"Accept": _ACCEPT}) as answer:
        web.check_robots(answer)
        web.check_status(answer)
        told, (content, charset) = _told(answer), _content(answer)
        page = Source(address, "html", answer.url, answer.is_private)
    try:
        return Discovered((told.moved_to or address,), _read(told, content, charset))
    except FeedError:
        named = discover.feeds_of(content, told.url, charset)
    for each in named or discover.common_places(told.url):
        found = ask(each, led_by=page)
        if not found.error:
            others = tuple(other for other in named if other != each)
            return Discovered((found.moved_to or each, *others), found)
    raise FeedError(f"{told.url} is no feed and leads to none.", "Look on the site for “RSS”, and give that address.")


def arrivals(document: FeedDocument) -> tuple[Arrival, ...]:
    """The entries of a feed as a library takes them in, but for those that hold nothing to show or open."""
    found = map(_arrival, document.entries)
    return tuple(each for each in found if each.headline or each.address or each.text)


def _told(answer: "Answer") -> Told:
    kept = {name: value for name in _KEPT if (value := answer.headers.get(name))}
    moved_to = answer.url if manners.has_moved(answer.redirects) else None
    return Told(answer.url, answer.status, kept, answer.is_private, moved_to)


def _content(answer: "Answer") -> tuple[bytes, str | None]:
    from reader.feeds.parse import MAX_BYTES

    return answer.read(MAX_BYTES), answer.media_and_charset[1]


def _read(told: Told, content: bytes, charset: str | None) -> Told:
    from reader.feeds.parse import parse

    document = parse(content, told.url, charset)
    return msgspec.structs.replace(told, title=document.title, site=document.site, arrivals=arrivals(document))


def _arrival(entry: FeedEntry) -> Arrival:
    from reader.feeds.prose import plain

    when = entry.published or entry.updated
    return Arrival(entry.name, entry.title, entry.link, when, entry.author, plain(entry.content))

"""The feeds that a page names. Fetches nothing."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.extract.formats import encoding
from reader.extract.page import limits
from reader.text.safe import safe_url

# A site names a handful; sections and comments of one with many, some dozens.
MOST = 20
_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/rss"}
)
_VAGUE_TYPES = frozenset({"application/xml", "text/xml", "application/json"})
# How the path of a feed ends: "/feed", "/news/atom", "/index.rdf"; or "/rss.xml", with the word in its last part.
_NAMES = frozenset({"feed", "feeds", "rss", "rss2", "atom"})
_ENDS = (".rss", ".atom", ".rdf")
_VAGUE_ENDS = (".xml", ".json", ".php")
_WORDS = ("rss", "atom", "feed")
# Comments are not what somebody who adds a site is after.
_COMMENTS = re.compile(r"/comments/(?:feed|default)|comments?[-_]?(?:rss|feed|atom)", re.I)
# Where most systems have theirs, for a site that names none.
_COMMON = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml")


def feeds_of(content: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """The addresses of the feeds that a page names: in its head, else by its links; those of comments last.

    Args:
        content: the page.
        url: where it is.
        charset: the one that was sent along, if any.
    """
    tree = limits.tree_of(encoding.decode(content, charset))
    if tree is None:
        return ()
    base = next((found for element in tree.iter("base") if (found := safe_url(element.get("href"), url))), url)
    named = list(_distinct(_declared(tree, base))) or list(_distinct(_linked(tree, base)))
    return tuple(sorted(named, key=lambda address: bool(_COMMENTS.search(address)))[:MOST])


def common_places(url: str) -> tuple[str, ...]:
    """Where a site that names no feed may have one all the same."""
    return tuple(address for path in _COMMON if (address := safe_url(path, url)))


def _declared(tree: HtmlElement, base: str) -> Iterator[str]:
    for element in tree.iter("link"):
        relations = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "").partition(";")[0].strip().lower()
        is_feed = kind in _TYPES and ("alternate" in relations or "feed" in relations)
        if (is_feed or ("feed" in relations and kind in {"", *_VAGUE_TYPES})) and (
            found := safe_url(element.get("href"), base)
        ):
            yield found


def _linked(tree: HtmlElement, base: str) -> Iterator[str]:
    for element in tree.iter("a"):
        found = safe_url(element.get("href"), base)
        kind = (element.get("type") or "").partition(";")[0].strip().lower()
        if found and (kind in _TYPES or _is_feeds(urlsplit(found).path)):
            yield found


def _is_feeds(path: str) -> bool:
    """Whether a path is called as those of feeds are."""
    name = path.lower().rstrip("/").rpartition("/")[2]
    is_told = name.endswith(_VAGUE_ENDS) and any(word in name for word in _WORDS)
    return name in _NAMES or name.endswith(_ENDS) or is_told


def _distinct(found: Iterator[str]) -> dict[str, None]:
    return dict.fromkeys(found)

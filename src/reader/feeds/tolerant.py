"""feedparser: reads nearly everything that was ever called a feed, slowly. The only door to it."""

import re
import warnings
from calendar import timegm
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.feeds.fields import Draft, Found, words

# It looks for an address of mail in authors, in time that grows with the square of such a run: 64 KB took 15 s. Nothing
# that is read by people has one, pictures written into an article do; words of addresses have up to some hundred.
_LONGEST_RUN = 1_000
_ENDLESS = re.compile(rb"[\w.+-]{%d,}+" % _LONGEST_RUN)
# It takes 13 µs a tag; and it compares each category of an entry with all others, each namespace too: 20,000 took 5 and
# 12 s. A full feed of 500 articles has 20,000 tags and 3,000 categories.
_MOST_BYTES = 2_000_000
_MOST_OF = {b"<": 100_000, b"<category": 5_000, b":subject": 5_000, b"xmlns:": 1_000}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Held:
    """Bytes to be read: of bare ones that name a file it would open that file."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self) -> bytes:
        return self._content


def is_bearable(content: bytes) -> bool:
    """Whether it reads a feed in some seconds at the most."""
    return len(content) <= _MOST_BYTES and all(content.count(word) <= most for word, most in _MOST_OF.items())


def found(content: bytes, url: str) -> Found | None:
    """What it finds in a feed; None where it finds neither an entry nor a kind of feed."""
    import feedparser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            feed: Any = feedparser.parse(
                _Held(_ENDLESS.sub(b"", content)),
                # What is shown of it goes through our own boundary, as text.
                sanitize_html=False,
                resolve_relative_uris=False,
                response_headers={"content-location": url, "content-type": "application/xml"},
            )
    except Exception:  # noqa: BLE001 - whatever it raises, it has found nothing
        return None
    if not feed["entries"] and not feed.get("version"):
        return None
    about = feed["feed"]
    return Found(_get(about, "title"), _get(about, "link"), [_draft(entry) for entry in feed["entries"]])


def _draft(entry: Any) -> Draft:
    contents = [words(each.get("value")) for each in dict.get(entry, "content") or ()]
    detail = dict.get(entry, "author_detail") or {}
    link = _get(entry, "link")
    return Draft(
        name=_get(entry, "id") or link,
        title=_get(entry, "title"),
        link=link,
        published=_moment(entry, "published_parsed") or _moment(entry, "created_parsed"),
        updated=_moment(entry, "updated_parsed"),
        author=words(dict.get(detail, "name")) or _get(entry, "author"),
        content=max((*contents, _get(entry, "summary")), key=len),
    )


def _get(held: Any, key: str) -> str:
    # The dictionary's own way: feedparser's gives one date for another, with a warning.
    return words(dict.get(held, key))


def _moment(entry: Any, key: str) -> datetime | None:
    parts = dict.get(entry, key)
    try:
        return _EPOCH + timedelta(seconds=timegm(parts)) if parts else None
    except (ValueError, OverflowError, TypeError):
        return None

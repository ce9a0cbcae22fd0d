"""From the bytes of a feed to its entries: RSS, Atom, RDF and JSON Feed. Fetches nothing.

fastfeedparser first; feedparser, ten times as slow, where that finds less than an entry should have.
"""

import re
from datetime import datetime

from msgspec.structs import replace

from reader.errors import FeedError
from reader.extract.formats import encoding
from reader.feeds import fast, json_feed, tolerant
from reader.feeds.fields import Draft, Found
from reader.feeds.prose import plain_line
from reader.model.feeds import FeedDocument, FeedEntry
from reader.text.safe import line, safe_url

# The largest ordinary feeds, podcasts of a thousand episodes, have some 10 MB.
MAX_BYTES = 20_000_000
# Those at the front are the newest, almost everywhere.
MAX_ENTRIES = 1_000
# What is longer is no title, no address, no author.
MAX_LINE = 1_000
MAX_ADDRESS = 4_000
MAX_AUTHOR = 200
# An article of 50,000 words with its markup.
MAX_CONTENT = 500_000

_HINT = "Give the address of a feed, or of a site that names its own."
# Digits without sense are read as years: "9999".
_LAST_YEAR = 2100
# What `safe_url` gives back as it is, for a tenth of the time.
_ORDINARY = re.compile(r"https?://[a-zA-Z0-9.-]++(?:/[\w./?=&%~+,;:@!$*()#-]*+)?", re.ASCII)
# A tag's attributes are compared each with all others, by every parser: 300,000 in 3.5 MB took a minute. A smaller feed
# cannot hold enough of them to matter (40,000: 1 s).
_LARGE = 500_000
_ENDLESS_TAG = re.compile(rb"<[^<>]{50000}")
_BASE = b"xml:base"
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?\bencoding=")


def parse(content: bytes, url: str, charset: str | None = None) -> FeedDocument:
    """Read a feed.

    Args:
        content: as it was sent.
        url: where it is, for its relative addresses.
        charset: the one that was sent along, if any.

    Raises:
        FeedError: it is none, is larger than `MAX_BYTES`, or cannot be read.
    """
    if len(content) > MAX_BYTES:
        raise FeedError(f"{url} is larger than {MAX_BYTES // 1_000_000} MB.", _HINT)
    is_endless = len(content) > _LARGE and _ENDLESS_TAG.search(content)
    found = None if is_endless else _found(_declared(content, charset), url)
    if found is None:
        raise FeedError(f"{url} is no feed, or one that cannot be read.", _HINT)
    entries = [entry for draft in found.entries[:MAX_ENTRIES] if (entry := _entry(draft, url)).name]
    return FeedDocument(
        title=plain_line(found.title[:MAX_LINE]),
        site=_address(found.site, url),
        entries=tuple(entries),
        is_cut=len(found.entries) > MAX_ENTRIES,
    )


def _found(content: bytes, url: str) -> Found | None:
    if json_feed.is_json(content):
        return json_feed.found(content)
    first = fast.found(content)
    if first and first.entries and _is_enough(first, content):
        return first
    if not tolerant.is_bearable(content):
        return first
    second = tolerant.found(content, url)
    if not first or not first.entries:
        return second or first
    if not second or len(second.entries) < len(first.entries):
        return first
    if len(second.entries) > len(first.entries):
        return second
    pairs = zip(second.entries, first.entries, strict=True)
    # By the same name, whichever of them reads a feed the next time.
    merged = [replace(two.filled_from(one), name=one.name or two.name) for two, one in pairs]
    return Found(second.title or first.title, second.site or first.site, merged)


def _is_enough(found: Found, content: bytes) -> bool:
    """Whether every entry has all it should, whole; feedparser alone knows what addresses in a feed are relative to."""
    if not all(draft.is_complete for draft in found.entries) or fast.is_damaged(content):
        return False
    return _BASE not in content or all("://" in draft.link for draft in found.entries)


def _declared(content: bytes, charset: str | None) -> bytes:
    """A feed that says itself how it is encoded: where it does not, by what was sent along."""
    named = encoding.known(charset)
    if named in (None, "utf-8") or _XML_ENCODING.match(content) or content[:1] in b"\xef\xff\xfe":
        return content
    return (encoding.attempt(content, named) or "").encode("utf-8") or content


def _entry(draft: Draft, url: str) -> FeedEntry:
    link, title = _address(draft.link, url), plain_line(draft.title[:MAX_LINE])
    name = link if draft.name == link else line(draft.name[:MAX_LINE]) or link
    return FeedEntry(
        name=name or _of_words(title or plain_line(draft.content[:MAX_LINE]), draft),
        title=title,
        link=link,
        published=_sensible(draft.published) if draft.published else None,
        updated=_sensible(draft.updated) if draft.updated else None,
        author=_author(draft.author) if draft.author else None,
        content=draft.content[:MAX_CONTENT],
    )


def _of_words(words: str, draft: Draft) -> str:
    """By what an entry is known that has neither an id nor an address: its first words, of that day."""
    when = draft.published or draft.updated
    return " ".join(filter(None, (words, when.date().isoformat() if when else "")))


def _sensible(moment: datetime) -> datetime | None:
    return moment if moment.year <= _LAST_YEAR else None


def _address(found: str, url: str) -> str | None:
    if not found or len(found) > MAX_ADDRESS:
        return None
    address = found if _ORDINARY.fullmatch(found) else safe_url(found, url)
    # Nothing is relative to the feed itself: it is what an empty link leads to.
    return address if address != url else None


def _author(found: str) -> str | None:
    """The name of an author. "desk@post.example (Mara Vale)" -> "Mara Vale"."""
    name = plain_line(found[:MAX_LINE])
    if "@" not in name:
        return name if name and len(name) <= MAX_AUTHOR else None
    mail, _, behind = name.partition("(")
    before, _, address = name.partition("<")
    if "@" in mail and behind.endswith(")"):
        name = behind[:-1].strip()
    elif "@" in address and before and address.endswith(">"):
        name = before.strip()
    return name if name and len(name) <= MAX_AUTHOR else None

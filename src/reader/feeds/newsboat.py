"""newsboat's list of feeds: an address a line, with tags and a title behind it. Reads no files."""

import shlex

from reader.feeds.opml import MAX_FEEDS
from reader.model.subscriptions import Subscription, Subscriptions
from reader.text.safe import line, safe_url

# What newsboat makes itself, or has programs make, of addresses or of its own articles.
_MADE = {
    "query": "a query feed; save it as a search here",
    "exec": "made by a program, which is not run here",
    "filter": "filtered by a program, which is not run here",
    "file": "a file on this machine, which is not followed",
}


def read(text: str) -> Subscriptions:
    """Read newsboat's `urls`: `https://post.example/rss "News" "~Harbour Post"`. The first tag becomes the folder."""
    feeds: dict[str, Subscription] = {}
    skipped = []
    for number, written in enumerate(text.splitlines(), start=1):
        words = _words(written)
        if not words:
            continue
        address = safe_url(words[0])
        if address is None:
            kind = words[0].partition(":")[0]
            skipped.append(f"Line {number}: {_MADE.get(kind, 'no web address')}.")
        elif len(feeds) < MAX_FEEDS:
            tags = [line(word) for word in words[1:] if word[:1] not in ("~", "!")]
            title = next((line(word[1:]) for word in words[1:] if word[:1] == "~"), "")
            folder = tags[0].replace("/", "-") if tags else ""
            feeds.setdefault(address, Subscription(address, title, folder))
    return Subscriptions(tuple(feeds.values()), tuple(skipped))


def _words(written: str) -> list[str]:
    """The words of a line, without quotation marks and comments; what is quoted and never ends is split at spaces."""
    if written.lstrip()[:1] == "#":
        return []
    try:
        return shlex.split(written)
    except ValueError:
        return written.replace('"', " ").split()

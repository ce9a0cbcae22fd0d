"""fastfeedparser: quick, and strict about what it takes for a feed. The only door to it."""

import warnings
from typing import Any

from reader.feeds.fields import Draft, Found, moment, words


def found(content: bytes) -> Found | None:
    """What it finds in a feed; None where it finds no feed. It never sees text, of which it would fetch an address."""
    import fastfeedparser

    try:
        with warnings.catch_warnings():
            # Of zones of time that dateutil does not know.
            warnings.simplefilter("ignore")
            feed: Any = fastfeedparser.parse(content, include_tags=False, include_media=False, include_enclosures=False)
    except Exception:  # noqa: BLE001 - whatever it raises, it has found nothing
        return None
    about = feed.get("feed", {})
    return Found(words(about.get("title")), words(about.get("link")), [_draft(entry) for entry in feed["entries"]])


def _draft(entry: dict[str, Any]) -> Draft:
    contents = entry.get("content") or [{}]
    # Some give the whole article in the one, some in the other.
    content = max(words(contents[0].get("value")), words(entry.get("description")), key=len)
    return Draft(
        name=words(entry.get("id")),
        title=words(entry.get("title")),
        link=words(entry.get("link")),
        published=moment(entry.get("published")),
        updated=moment(entry.get("updated")),
        author=words(entry.get("author")),
        content=content,
    )

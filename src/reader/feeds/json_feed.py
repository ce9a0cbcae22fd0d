"""JSON Feed (jsonfeed.org), versions 1 and 1.1; what has another type than it should is as if it were not there."""

import json
from typing import Any

from reader.feeds.fields import Draft, Found, moment, words


def is_json(content: bytes) -> bool:
    """Whether it can only be JSON."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def found(content: bytes) -> Found | None:
    """What stands in a JSON Feed; None where it is none."""
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed.get("items"), list):
        return None
    items = [item for item in feed["items"] if isinstance(item, dict)]
    return Found(words(feed.get("title")), words(feed.get("home_page_url")), [_draft(item) for item in items])


def _draft(item: dict[str, Any]) -> Draft:
    link = words(item.get("url")) or words(item.get("external_url"))
    texts = (words(item.get(key)) for key in ("content_html", "content_text", "summary"))
    return Draft(
        name=words(item.get("id")) or link,
        title=words(item.get("title")),
        link=link,
        published=moment(item.get("date_published")),
        updated=moment(item.get("date_modified")),
        author=_author(item),
        content=next(filter(None, texts), ""),
    )


def _author(item: dict[str, Any]) -> str:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return ", ".join(filter(None, (words(each.get("name")) for each in listed if isinstance(each, dict))))

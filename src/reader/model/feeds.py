"""A feed as it came: its own title, and its entries in its order. Nothing here computes, reads or writes."""

from datetime import datetime

import msgspec


class FeedEntry(msgspec.Struct, frozen=True, gc=False):
    """One entry.

    `name` is what the feed knows it by (guid, id, else its address), `link` an http or https address, moments are in
    UTC. `title`, `author` and `name` are safe to show; `content` is what the feed gives of the article, whole or in
    short, as it stands there: HTML or text, not yet safe.
    """

    name: str
    title: str = ""
    link: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    author: str | None = None
    content: str = ""


class FeedDocument(msgspec.Struct, frozen=True):
    """A feed. `site` is the address of what it is the feed of; `is_cut` says that it had more entries than are read."""

    title: str = ""
    site: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    is_cut: bool = False

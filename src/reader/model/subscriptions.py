"""What other readers hand out: feeds that somebody follows, and articles that they kept. Computes nothing."""

from datetime import datetime

import msgspec


class Subscription(msgspec.Struct, frozen=True):
    """A feed that somebody follows; `title` is "" or their name for it, `folder` "" or a path ("News/World")."""

    address: str
    title: str = ""
    folder: str = ""


class Subscriptions(msgspec.Struct, frozen=True):
    """Feeds in the order of the file, and of each line that could not be taken over, why."""

    feeds: tuple[Subscription, ...]
    skipped: tuple[str, ...] = ()


class Saved(msgspec.Struct, frozen=True):
    """An article that somebody kept elsewhere; `added` is when, `published` when it appeared, where known, in UTC."""

    address: str
    title: str = ""
    added: datetime | None = None
    tags: tuple[str, ...] = ()
    is_read: bool = False
    is_starred: bool = False
    published: datetime | None = None

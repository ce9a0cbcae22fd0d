"""newsboat's cache: of its articles those that were read, deleted or flagged; what is unread its feeds bring again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import FeedError
from reader.feeds.fields import words
from reader.feeds.saved import MAX_LINE, MAX_SAVED
from reader.library.connection import ForeignFile, rows_of_others
from reader.model.subscriptions import Saved
from reader.text.safe import line, safe_url

_ITEMS = """SELECT url, title, pubDate, flags, unread AND NOT deleted FROM rss_item
  WHERE NOT unread OR deleted OR flags != ''
  ORDER BY pubDate DESC LIMIT ?"""


def read(path: Path) -> tuple[Saved, ...]:
    """Read what somebody did with articles in newsboat: each address once, the oldest first.

    A flagged article is starred, and tagged with its flags: "a" becomes "flag-a". Nothing is written, not beside the
    file either; newsboat may be at work.

    Raises:
        FeedError: it is damaged, or no cache of newsboat's.
    """
    try:
        rows = rows_of_others(path, ("rss_item",), _ITEMS, (MAX_SAVED,))
    except ForeignFile as error:
        why = f"{path} cannot be read as newsboat's cache: {error}."
        raise FeedError(why, "Give newsboat's cache.db, when newsboat is not running.") from error
    found: dict[str, Saved] = {}
    for row in rows:
        if saved := _saved(row):
            found.setdefault(saved.address, saved)
    return tuple(reversed(found.values()))


def _saved(row: Sequence[object]) -> Saved | None:
    url, title, published, flags, is_unread = row
    address = safe_url(words(url))
    if address is None:
        return None
    letters = sorted({letter for letter in words(flags) if letter.isascii() and letter.isalpha()})
    return Saved(
        address,
        line(words(title)[:MAX_LINE]),
        tags=tuple(f"flag-{letter}" for letter in letters),
        is_read=not is_unread,
        is_starred=bool(letters),
        published=_moment(published),
    )


def _moment(published: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(published, UTC) if isinstance(published, int) and published > 0 else None
    except (ValueError, OverflowError, OSError):
        return None

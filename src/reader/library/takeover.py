"""What was kept before there was a library: places, articles opened, corrections. No file is touched."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from reader.fetch import is_address
from reader.library.addresses import key
from reader.library.articles import Articles
from reader.library.connection import Connection
from reader.model import Correction, Reading

_DIGEST = re.compile("[0-9a-f]{32}")


def take_over(
    db: Connection,
    articles: Articles,
    *,
    places: Mapping[str, int],
    recent: Iterable[tuple[str, str]],
    corrections: Iterable[tuple[Reading, tuple[Correction, ...]]],
    now: datetime,
) -> int:
    """Take over what was kept, all of it or nothing; once more it changes nothing that the library knows better.

    Args:
        db: the library's connection.
        articles: its articles.
        places: where the reader was, by the digest of an article's address in hexadecimal; used when it is opened.
        recent: what the articles opened last are opened by, with their headlines, the newest first.
        corrections: each article of which something was decided, as the program read it, with what was decided.
        now: the moment.

    Returns:
        The number of articles that are new to the library.
    """
    with db.writing():
        before = db.value("SELECT count(*) FROM articles")
        rows = [(bytes.fromhex(address), place) for address, place in places.items() if _DIGEST.fullmatch(address)]
        db.run_many("INSERT OR IGNORE INTO old_places VALUES (?, ?)", rows)
        for number, (source, headline) in enumerate(recent):
            # In the order in which they were opened; nobody knows when.
            opened = now - timedelta(seconds=number + 1)
            _open(db, articles, source, headline, opened)
        for reading, decided in corrections:
            known = articles.find(reading.source, reading.article)
            if known is None or not db.value("SELECT 1 FROM corrections WHERE article = ?", (known,)):
                articles.keep(reading, now=now, is_opened=False, corrections=decided)
        return int(db.value("SELECT count(*) FROM articles")) - int(before)


def _open(db: Connection, articles: Articles, source: str, headline: str, opened: datetime) -> None:
    number, _ = articles.announce(
        key(source),
        source=source,
        address=source if is_address(source) else None,
        headline=headline,
        author=None,
        publisher=None,
        published=None,
        text="",
        now=opened,
    )
    moment = int(opened.timestamp())
    db.run(
        "UPDATE articles SET opened = coalesce(opened, ?1), read = coalesce(read, ?1) WHERE id = ?2", (moment, number)
    )
    articles.take_over_place(number, (source,))

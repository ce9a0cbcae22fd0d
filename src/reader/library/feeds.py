"""The feeds of a library, and what they brought: each article once, by whichever of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.feeds import manners
from reader.fetch import is_address
from reader.library.addresses import canonical, key, key_of_entry, server
from reader.library.articles import Articles
from reader.library.connection import Connection, Row
from reader.library.moments import at, in_utc, seconds
from reader.library.retention import Retention
from reader.library.search import Searching
from reader.model import Source
from reader.model.library import Arrival, Feed, Listed

# A page that gave nothing so often, the last time four hours after the one before, gives nothing.
MOST_TRIES = 5
_FEED = """
  SELECT f.id, f.address, coalesce(nullif(f.renamed, ''), nullif(f.title, ''), f.address), f.folder, f.site,
    f.full_articles, f.etag, f.modified, f.checked, f.due, f.failures, f.error, f.stopped, coalesce(u.unread, 0),
    f.private
  FROM feeds f LEFT JOIN (SELECT feed, count(*) AS unread FROM entries WHERE unread GROUP BY feed) u ON u.feed = f.id
"""


class Checked(NamedTuple):
    """What came of asking a feed, as its manners have it: what to send back the next time, and when that may be.

    `address` is where it has moved to for good, None where it has not; `error` is "" where all is well.
    """

    due: datetime
    etag: str | None = None
    modified: str | None = None
    address: str | None = None
    error: str = ""
    is_gone: bool = False


class Feeds:
    """The feeds of a library. All that changes something raises LibraryError where nothing can be written."""

    def __init__(self, db: Connection, articles: Articles, searching: Searching, retention: Retention) -> None:
        self._db = db
        self._articles = articles
        self._searching = searching
        self._retention = retention

    def add(
        self,
        address: str,
        *,
        now: datetime,
        title: str = "",
        folder: str = "",
        full_articles: bool = False,
        is_private: bool = False,
    ) -> int:
        """Add a feed; one that is known stays, and is asked again if it was stopped.

        Args:
            address: where the feed is, http or https.
            now: the moment.
            title: the reader's name for it; the feed's own unless given.
            folder: "" or a path, "News/World".
            full_articles: its articles are fetched in the background.
            is_private: it is on this machine or its own network, and the reader gave its address: it may be there.

        Returns:
            Its id.
        """
        with self._db.writing():
            return int(
                self._db.value(
                    """INSERT INTO feeds (address, renamed, folder, full_articles, private, added)
                      VALUES (?, ?, ?, ?, ?, ?)
                      ON CONFLICT (address) DO UPDATE SET stopped = 0, private = max(private, excluded.private)
                      RETURNING id""",
                    (address, title, _folder(folder), full_articles, is_private, seconds(now)),
                )
            )

    def all(self) -> tuple[Feed, ...]:
        """All feeds with their unread counts, by folder and title."""
        return tuple(
            sorted(map(_feed, self._db.rows(_FEED)), key=lambda feed: (feed.folder, feed.title.casefold(), feed.id))
        )

    def get(self, feed: int) -> Feed | None:
        """One feed."""
        row = self._db.row(f"{_FEED} WHERE f.id = ?", (feed,))
        return _feed(row) if row else None

    def counts(self) -> dict[int, int]:
        """How many articles of each feed are unread; feeds without any are not in it."""
        return dict(self._db.rows("SELECT feed, count(*) FROM entries WHERE unread GROUP BY feed"))

    def due(self, now: datetime) -> tuple[Feed, ...]:
        """The feeds that may be asked now, those longest due first; none that has stopped."""
        rows = self._db.rows(f"{_FEED} WHERE NOT f.stopped AND f.due <= ? ORDER BY f.due, f.id", (seconds(now),))
        return tuple(map(_feed, rows))

    def change(
        self, feed: int, *, title: str | None = None, folder: str | None = None, full_articles: bool | None = None
    ) -> None:
        """Give a feed another name, folder or way to be read; None leaves each as it is, "" is its own name."""
        with self._db.writing():
            self._db.run(
                """UPDATE feeds SET renamed = coalesce(?, renamed), folder = coalesce(?, folder),
                  full_articles = coalesce(?, full_articles) WHERE id = ?""",
                (title, None if folder is None else _folder(folder), full_articles, feed),
            )

    def remove(self, feed: int) -> None:
        """Remove a feed, with those of its articles that nobody opened or marked and no other feed brought."""
        with self._db.writing():
            mine = [number for (number,) in self._db.rows("SELECT article FROM entries WHERE feed = ?", (feed,))]
            self._db.run("DELETE FROM feeds WHERE id = ?", (feed,))
            self._retention.remove_unwanted(mine)

    def arrive(
        self,
        feed: int,
        arrivals: Sequence[Arrival],
        checked: Checked,
        *,
        now: datetime,
        title: str = "",
        site: str | None = None,
    ) -> tuple[int, ...]:
        """Take in what a feed brought, and how the asking went, in one transaction: all of it or nothing.

        An entry is known by what the feed calls it, else by its address; of one that several feeds bring there is one
        article. Addresses that a feed gives to several entries, or to its own site, tell nothing and are not used. What
        a muting filter finds comes in muted.

        Args:
            feed: its id.
            arrivals: in the order of the feed; none where it had not changed.
            checked: what came of asking.
            now: the moment.
            title: the feed's own.
            site: where the feed's site is.

        Returns:
            The ids of the articles that are new.
        """
        with self._db.writing():
            row = self._db.row("SELECT address, title, renamed, site FROM feeds WHERE id = ?", (feed,))
            if row is None:
                return ()
            address, known_title, renamed, known_site = row
            self._write_checked(feed, checked, now, title, site)
            publisher = renamed or title or known_title or None
            shared = _shared(arrivals, site or known_site)
            # The oldest first, so that numbers of one minute are in order too; without a date in the order of the feed.
            oldest_first = list(reversed(arrivals))
            oldest_first.sort(key=lambda each: in_utc(each.published) or now)
            numbers = [self._arrive(feed, address, each, shared, publisher, now) for each in oldest_first]
            fresh = tuple(number for number in numbers if number is not None)
            if fresh:
                self._searching.mute_arrived(fresh, now=now)
        return fresh

    def led_by(self, listed: Listed) -> Source | None:
        """What named the address of an article, by which it is told where that may lead; None of a file.

        Whoever wrote a feed or a list wrote its addresses too: none of them leads to this machine or its own network,
        but from a feed that is there to the same server, or where the article itself came from there before.
        """
        if not is_address(listed.source):
            return None
        feeds = [feed for number in listed.feeds if (feed := self.get(number))]
        named_by = feeds[0].address if feeds else listed.source
        stored = self._articles.load(listed.id)
        is_private = bool(stored and stored.source.is_private) or any(
            feed.is_private and server(feed.address) == server(listed.source) for feed in feeds
        )
        return Source(named_by, "html", named_by, is_private)

    def wanting_text(
        self, now: datetime, *, feeds: Sequence[int] | None = None, limit: int | None = None
    ) -> tuple[int, ...]:
        """Unread articles without a full text of feeds that are read in full, the newest first.

        Left out are those whose pages are to be left alone until later or for good, and those of a feed that could not
        be had the last time: nor would they.

        Args:
            now: the moment.
            feeds: the ids of those whose articles are looked at; all of them unless given.
            limit: how many at most.
        """
        whose = "full_articles AND failures = 0 AND NOT stopped"
        if feeds is not None:
            whose += f" AND id IN ({', '.join(map(str, feeds))})"
        rows = self._db.rows(
            f"""SELECT a.id FROM articles a LEFT JOIN texts t ON t.article = a.id
              LEFT JOIN failed_pages p ON p.article = a.id
              WHERE t.body IS NULL AND a.address IS NOT NULL AND (p.due IS NULL OR p.due <= ?1 AND p.failures < ?2)
              AND a.id IN (SELECT article FROM entries WHERE unread AND feed IN (SELECT id FROM feeds WHERE {whose}))
              ORDER BY a.id DESC LIMIT ?3""",
            (seconds(now), MOST_TRIES, -1 if limit is None else limit),
        )
        return tuple(number for (number,) in rows)

    def page_failed(self, article: int, error: str, *, now: datetime) -> None:
        """Say that the page of an article gave nothing: it is left alone, each time for longer, in the end for good."""
        with self._db.writing():
            before = self._db.value("SELECT failures FROM failed_pages WHERE article = ?", (article,)) or 0
            due = seconds(manners.due_after_failure(before, {}, now))
            self._db.run("INSERT OR REPLACE INTO failed_pages VALUES (?, ?, ?, ?)", (article, before + 1, due, error))

    def page_came(self, article: int) -> None:
        """Say that there is a full text of an article."""
        with self._db.writing():
            self._db.run("DELETE FROM failed_pages WHERE article = ?", (article,))

    def failed_pages(self, feed: int) -> tuple[int, str]:
        """Of how many unread articles of a feed the page gave nothing, and why in the newest one's case."""
        rows = self._db.rows(
            """SELECT p.error FROM failed_pages p JOIN entries e ON e.article = p.article AND e.feed = ? AND e.unread
              ORDER BY p.article DESC""",
            (feed,),
        )
        return len(rows), rows[0][0] if rows else ""

    def _arrive(
        self, feed: int, address: str, arrival: Arrival, shared: frozenset[str], publisher: str | None, now: datetime
    ) -> int | None:
        """Take in one entry; its article's id if that is new."""
        if self._db.run("UPDATE entries SET seen = ? WHERE feed = ? AND name = ?", (seconds(now), feed, arrival.name)):
            return None
        own = arrival.address if arrival.address and canonical(arrival.address) not in shared else None
        number, is_new = self._articles.announce(
            key(own) if own else key_of_entry(address, arrival.name),
            source=arrival.address or "",
            address=own,
            headline=arrival.headline,
            author=arrival.author,
            publisher=publisher,
            published=in_utc(arrival.published),
            text=arrival.text,
            now=now,
        )
        # A feed that calls all of its entries by new names has not brought them again.
        if not self._db.run(
            "UPDATE OR REPLACE entries SET name = ?, seen = ? WHERE feed = ? AND article = ?",
            (arrival.name, seconds(now), feed, number),
        ):
            self._db.run(
                """INSERT INTO entries (feed, name, article, unread, seen) SELECT ?, ?, id,
                  read IS NULL AND NOT muted AND folded IS NULL AND NOT forgotten, ? FROM articles WHERE id = ?""",
                (feed, arrival.name, seconds(now), number),
            )
        return number if is_new else None

    def _write_checked(self, feed: int, checked: Checked, now: datetime, title: str, site: str | None) -> None:
        self._db.run(
            """UPDATE feeds SET checked = ?, due = ?, etag = ?, modified = ?, error = ?, stopped = ?,
              failures = CASE WHEN ?5 = '' THEN 0 ELSE failures + 1 END,
              title = coalesce(nullif(?, ''), title), site = coalesce(?, site) WHERE id = ?""",
            (
                seconds(now),
                seconds(checked.due),
                checked.etag,
                checked.modified,
                checked.error,
                checked.is_gone,
                title,
                site,
                feed,
            ),
        )
        if checked.address:
            # Where that feed is known already, this one stays where it was.
            self._db.run("UPDATE OR IGNORE feeds SET address = ? WHERE id = ?", (checked.address, feed))


def _shared(arrivals: Iterable[Arrival], site: str | None) -> frozenset[str]:
    """Addresses that tell nothing: given to several entries, or that of the site itself."""
    times = Counter(canonical(each.address) for each in arrivals if each.address)
    several = {address for address, number in times.items() if number > 1}
    return frozenset(several | ({canonical(site)} if site else set()))


def _folder(path: str) -> str:
    return "/".join(part for part in (" ".join(each.split()) for each in path.split("/")) if part)


def _feed(row: Row) -> Feed:
    number, address, title, folder, site, full, etag, modified, checked, due, failures, error, stopped, *last = row
    unread, private = last
    return Feed(
        number,
        address,
        title,
        folder,
        site,
        bool(full),
        etag,
        modified,
        _at(checked),
        _at(due),
        failures,
        error,
        bool(stopped),
        unread,
        bool(private),
    )


def _at(kept: int | None) -> datetime | None:
    return None if kept is None else at(kept)

"""The articles of a library: keeping what was read, finding it again, and what the reader does with it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from reader.analysis.doubt import doubt
from reader.library import schema
from reader.library.addresses import addresses_of, digest, keys_of
from reader.library.connection import Connection
from reader.library.moments import at, seconds
from reader.library.moments import published as published_moment
from reader.library.packing import packed, packed_page, unpacked, unpacked_page
from reader.library.people import People
from reader.library.quotes import Quotes
from reader.library.retention import MARKED
from reader.model import Analysis, Article, Correction, Page, Reading, Source
from reader.model.library import Stored, Version
from reader.pipeline.analyse import mended
from reader.text.safe import encodable

# Of an article without a headline so much of its text is shown in lists: about a line.
_FIRST_WORDS = 80
_CORRECTIONS = tuple[Correction, ...]


class Articles:
    """The articles of a library. All that changes something raises LibraryError where nothing can be written."""

    def __init__(self, db: Connection, people: People, quotes: Quotes) -> None:
        self._db = db
        self._people = people
        self._quotes = quotes

    def keep(
        self,
        reading: Reading,
        *,
        now: datetime,
        is_opened: bool = True,
        corrections: Sequence[Correction] | None = None,
    ) -> int:
        """Keep a reading: a new article, or a newer reading of one that is known by any of its addresses.

        Where the text has changed, the one before becomes a version of it. Analysed anew, its quotes and actors are
        written anew, and what the reader decided stays.

        Args:
            reading: with what the program found by itself, without the reader's corrections.
            now: when it was fetched.
            is_opened: the reader opened it; else it was read for them, in the background.
            corrections: what the reader decided of its quotes, in the place of what was decided before; None leaves
                that as it is.

        Returns:
            The article's id.
        """
        article = replace(reading.article, text=encodable(reading.article.text))
        source = replace(reading.source, given=encodable(reading.source.given))
        keys = keys_of(reading.source, reading.article)
        with self._db.writing():
            number = self._known(keys) or self._new(source, article, now)
            self._alias(number, keys)
            self.take_over_place(number, addresses_of(reading.source, reading.article))
            self._write_text(number, source, article, reading.analysis, now)
            self._describe(number, source, article, now, is_opened=is_opened)
            if corrections is not None:
                self._write_corrections(number, corrections)
            self._write_found(number, article, reading.analysis)
        return number

    def find(self, source: Source, article: Article) -> int | None:
        """The id of an article that is known by any address of these; None of one that is not known."""
        return self._known(keys_of(source, article))

    def find_address(self, address: str) -> int | None:
        """The id of the article that is known by this web address, in any spelling, or by this absolute path."""
        from reader.library.addresses import key

        return self._known((key(address),))

    def find_key(self, key: str) -> int | None:
        """The id of the article of which `key_of` gave this key, now or before."""
        try:
            return self._known((bytes.fromhex(key),))
        except ValueError:
            return None

    def key_of(self, number: int) -> str:
        """A key of an article that lasts, in hexadecimal: in another library too it leads to this article alone."""
        return str(self._db.value("SELECT lower(hex(min(key))) FROM addresses WHERE article = ?", (number,)))

    def load(self, number: int) -> Stored | None:
        """An article with all that is kept of it, or what its feed gave of it; None where there is none."""
        row = self._db.row(
            """SELECT a.source, a.address, a.headline, a.author, a.publisher, a.published, a.position, a.arrived,
              t.fetched, coalesce(t.text, ''), t.body, c.decided
              FROM articles a LEFT JOIN texts t ON t.article = a.id LEFT JOIN corrections c ON c.article = a.id
              WHERE a.id = ?""",
            (number,),
        )
        if row is None:
            return None
        given, address, headline, author, publisher, published, position, arrived, fetched, text, body, decided = row
        found = unpacked(body, text) if body else None
        if found is None:
            byline = (author,) if author else ()
            article = Article(
                text, headline=headline, byline=byline, publisher=publisher, published=published, url=address
            )
            found = Source(given, "html", address), article, None
        source, article, analysis = found
        corrections = _decoded(decided)
        moment = at(arrived if fetched is None else fetched)
        return Stored(number, source, article, moment, analysis, corrections, position, body is not None)

    def read(self, ids: Iterable[int], *, now: datetime, is_read: bool = True) -> tuple[int, ...]:
        """Mark articles as read or unread; gives those that were changed, by which it can be taken back."""
        with self._db.writing():
            values: tuple[int, ...] = ()
            if is_read:
                sql, values = (
                    "UPDATE articles SET read = ?2 WHERE id = ?1 AND read IS NULL RETURNING id",
                    (seconds(now),),
                )
            else:
                sql = "UPDATE articles SET read = NULL WHERE id = ?1 AND read IS NOT NULL RETURNING id"
            changed = [number for number in ids if self._db.row(sql, (number, *values))]
        return tuple(changed)

    def star(self, number: int, *, is_starred: bool = True) -> None:
        """Star an article, or take the star away."""
        with self._db.writing():
            self._db.run("UPDATE articles SET starred = ? WHERE id = ?", (is_starred, number))

    def tag(self, number: int, tags: Iterable[str]) -> None:
        """Give an article these tags, in any case, and no others."""
        wanted = {tag.casefold(): tag for tag in (" ".join(each.split()) for each in tags) if tag}
        with self._db.writing():
            self._db.run("DELETE FROM tags WHERE article = ?", (number,))
            self._db.run_many("INSERT OR IGNORE INTO tags VALUES (?, ?)", [(tag, number) for tag in wanted.values()])

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags with the number of their articles, most used first."""
        rows = self._db.rows("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY 2 DESC, 1")
        return tuple((tag, number) for tag, number in rows)

    def open(self, number: int, *, now: datetime) -> None:
        """Say that an article is opened as it is kept; it is read then."""
        with self._db.writing():
            row = (self._opened(now), number)
            self._db.run("UPDATE articles SET opened = ?1, read = coalesce(read, ?1) WHERE id = ?2", row)

    def _opened(self, now: datetime) -> int:
        """When an article is opened now: after every other one, for two may be opened within a second."""
        last = self._db.value("SELECT max(opened) FROM articles WHERE opened IS NOT NULL")
        return max(seconds(now), int(last or 0) + 1)

    def place(self, number: int, offset: int) -> None:
        """Keep where the reader is in an article's text."""
        with self._db.writing():
            self._db.run("UPDATE articles SET position = ? WHERE id = ? AND position != ?1", (offset, number))

    def recent(self, limit: int = 50) -> tuple[int, ...]:
        """The articles that were opened last, the newest first; those of standard input cannot be opened again."""
        rows = self._db.rows(
            "SELECT id FROM articles WHERE opened IS NOT NULL AND source != '-' ORDER BY opened DESC, id DESC LIMIT ?",
            (limit,),
        )
        return tuple(number for (number,) in rows)

    def correct(self, number: int, corrections: Sequence[Correction]) -> None:
        """Keep what the reader decided of an article's quotes, all of it, in the order in which it was decided."""
        with self._db.writing():
            self._write_corrections(number, corrections)
            self.refresh((number,))

    def corrected(self) -> Iterable[Stored]:
        """All articles of which the reader decided something."""
        rows = self._db.rows("SELECT article FROM corrections ORDER BY article")
        return (stored for (number,) in rows if (stored := self.load(number)))

    def refresh(self, ids: Iterable[int]) -> None:
        """Write the quotes and actors of articles anew, as they are after all that was decided."""
        with self._db.writing():
            for number in ids:
                stored = self.load(number)
                if stored and stored.analysis:
                    self._write_found(number, stored.article, stored.analysis)

    def versions(self, number: int) -> tuple[Version, ...]:
        """The texts that an article had before the one it has, the latest first."""
        rows = self._db.rows(
            "SELECT id, fetched, headline, text, body FROM versions WHERE article = ? ORDER BY id DESC", (number,)
        )
        found = []
        for version, fetched, headline, text, body in rows:
            _, article, analysis = (unpacked(body, text) if body else None) or (
                None,
                Article(text, headline=headline),
                None,
            )
            found.append(Version(version, at(fetched), article, analysis))
        return tuple(found)

    def is_marked(self, number: int) -> bool:
        """Whether the reader starred, tagged, noted or corrected an article: it and its page are kept for ever."""
        return bool(self._db.value(f"SELECT {MARKED} FROM articles a WHERE id = ?", (number,)))

    def keep_page(self, number: int, page: Page, *, now: datetime) -> None:
        """Keep the page as it was fetched, of an article that is marked; of any other nothing is kept."""
        with self._db.writing():
            if self.is_marked(number):
                row = (number, seconds(now), packed_page(page))
                self._db.run("INSERT OR REPLACE INTO pages (article, fetched, page) VALUES (?, ?, ?)", row)

    def page(self, number: int) -> Page | None:
        """The page of an article as it was fetched, where it was kept."""
        found = self._db.value("SELECT page FROM pages WHERE article = ?", (number,))
        return unpacked_page(found) if found else None

    def pages(self, first: int | None = None) -> Iterable[tuple[Page, datetime]]:
        """All pages that are kept, with when they were fetched; those of articles from the id `first` on."""
        ids = self._db.rows(
            "SELECT article, fetched FROM pages WHERE article >= ?", (-(1 << 62) if first is None else first,)
        )
        return ((page, at(fetched)) for number, fetched in ids if (page := self.page(number)))

    def announce(
        self,
        key: bytes,
        *,
        source: str,
        address: str | None,
        headline: str,
        author: str | None,
        publisher: str | None,
        published: datetime | None,
        text: str,
        now: datetime,
    ) -> tuple[int, bool]:
        """Know of an article that a feed announces, inside of a transaction; one that is known stays as it is.

        Returns:
            Its id, and whether it is new.
        """
        known = self._known((key,))
        if known is not None:
            return known, False
        number = self._free(published or now, now)
        self._db.run(
            """INSERT INTO articles (id, source, address, headline, author, publisher, published, arrived, changed)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                number,
                source,
                address,
                headline or text[:_FIRST_WORDS],
                author,
                publisher,
                published.isoformat() if published else None,
                seconds(now),
                self._next_change(),
            ),
        )
        self._db.run("INSERT INTO addresses VALUES (?, ?)", (key, number))
        if text:
            self._db.run("INSERT INTO texts VALUES (?, ?, ?, NULL)", (number, seconds(now), text))
        self._index(number)
        return number, True

    def _known(self, keys: Iterable[bytes]) -> int | None:
        for key in keys:
            if (number := self._db.value("SELECT article FROM addresses WHERE key = ?", (key,))) is not None:
                return int(number)
        return None

    def _new(self, source: Source, article: Article, now: datetime) -> int:
        number = self._free(published_moment(article.published) or now, now)
        self._db.run(
            "INSERT INTO articles (id, source, headline, arrived, changed) VALUES (?, ?, '', ?, 0)",
            (number, source.given, seconds(now)),
        )
        # Every article is in the index at any time: taking out what is not there would damage it.
        self._index(number)
        return number

    def _free(self, published: datetime, now: datetime) -> int:
        """A number of the minute in which an article appeared, that nothing else has; none lies in the future."""
        first = schema.first_id(min(published, now))
        width = 1 << schema.ARTICLE_BITS
        while True:
            last = self._db.value("SELECT max(id) FROM articles WHERE id >= ? AND id < ?", (first, first + width))
            if last is None:
                return first
            if last + 1 < first + width:
                return int(last) + 1
            first += width

    def _alias(self, number: int, keys: Iterable[bytes]) -> None:
        """Know an article by more addresses; one that another article has stays with that."""
        self._db.run_many("INSERT OR IGNORE INTO addresses VALUES (?, ?)", [(key, number) for key in keys])

    def take_over_place(self, number: int, addresses: Iterable[str]) -> None:
        """Take over where the reader was before, kept by an address to the letter, inside of a transaction."""
        if self._db.value("SELECT 1 FROM old_places LIMIT 1") is None:
            return
        for address in addresses:
            place = self._db.value("DELETE FROM old_places WHERE key = ? RETURNING position", (digest(address),))
            if place is not None:
                self._db.run("UPDATE articles SET position = ? WHERE id = ? AND position = 0", (place, number))

    def _write_text(self, number: int, source: Source, article: Article, analysis: Analysis, now: datetime) -> None:
        before = self._db.row("SELECT text, body FROM texts WHERE article = ?", (number,))
        self._unindex(number)
        if before and before[1] and before[0] != article.text:
            self._db.run(
                """INSERT INTO versions (article, fetched, headline, text, body)
                  SELECT article, fetched, headline, text, body FROM texts JOIN articles ON id = article
                  WHERE id = ?""",
                (number,),
            )
        row = (number, seconds(now), article.text, packed(source, article, analysis))
        self._db.run("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?)", row)

    def _describe(self, number: int, source: Source, article: Article, now: datetime, *, is_opened: bool) -> None:
        """Write what lists show of an article, and put it into the index."""
        headline = article.headline or article.text[:_FIRST_WORDS]
        seen = self._opened(now) if is_opened else None
        self._db.run(
            """UPDATE articles SET source = CASE source WHEN '-' THEN source ELSE ? END, address = coalesce(?, address),
              headline = ?, author = coalesce(?, author), publisher = coalesce(?, publisher),
              published = coalesce(?, published), words = ?, changed = ?, forgotten = 0, opened = coalesce(?, opened),
              read = coalesce(read, ?) WHERE id = ?""",
            (
                source.given,
                article.url or source.url,
                headline,
                ", ".join(article.byline) or None,
                article.publisher,
                article.published,
                len(article.text.split()),
                self._next_change(),
                seen,
                seen,
                number,
            ),
        )
        self._index(number)

    def _write_corrections(self, number: int, corrections: Sequence[Correction]) -> None:
        if corrections:
            decided = msgspec.json.encode(tuple(corrections)).decode("utf-8")
            self._db.run("INSERT OR REPLACE INTO corrections VALUES (?, ?)", (number, decided))
        else:
            self._db.run("DELETE FROM corrections WHERE article = ?", (number,))

    def _write_found(self, number: int, article: Article, analysis: Analysis) -> None:
        """Write the actors and quotes of an article as they are with what the reader decided."""
        decided = _decoded(self._db.value("SELECT decided FROM corrections WHERE article = ?", (number,)))
        shown = mended(article, analysis, decided) if decided else analysis
        keys = [key for (key,) in self._db.rows("SELECT key FROM addresses WHERE article = ?", (number,))]
        day = schema.moment_of(number).date().isoformat()
        persons = self._people.replace(number, keys, shown, day)
        self._quotes.replace(number, article, shown, persons)
        speakers = {quote.speaker for quote in shown.quotes if doubt(quote) == "sure"} & persons.keys()
        self._db.run("UPDATE articles SET speakers = ? WHERE id = ?", (len(speakers), number))

    def _next_change(self) -> int:
        return int(self._db.value("SELECT coalesce(max(changed), 0) + 1 FROM articles"))

    def _index(self, number: int) -> None:
        self._db.run(
            """INSERT INTO article_index (rowid, headline, text) SELECT id, headline, text FROM article_words
              WHERE id = ?""",
            (number,),
        )

    def _unindex(self, number: int) -> None:
        """Take an article out of the index while its row and text are still those that were put in."""
        self._db.run("DELETE FROM article_index WHERE rowid = ?", (number,))


def _decoded(decided: str | None) -> tuple[Correction, ...]:
    return msgspec.json.decode(decided, type=_CORRECTIONS) if decided else ()

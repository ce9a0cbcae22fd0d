"""What is thrown out, so that the file does not grow for ever: nothing that the reader marked."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from reader.library import schema
from reader.library.connection import Connection
from reader.library.moments import seconds
from reader.library.quotes import Quotes

# What keeps an article for ever.
MARKED = """(a.starred OR EXISTS (SELECT 1 FROM tags WHERE article = a.id) OR
  EXISTS (SELECT 1 FROM notes WHERE article = a.id) OR EXISTS (SELECT 1 FROM corrections WHERE article = a.id))"""
# Nobody has an interest in it but a feed that still lists it.
_UNWANTED = f"a.opened IS NULL AND NOT {MARKED} AND NOT EXISTS (SELECT 1 FROM entries WHERE article = a.id)"
# Copies of a story appear within a week or two; what is older is compared with nothing new.
_FOLD_DAYS = timedelta(days=30)
# A forgotten article is known for so long after its feed last had it, so that it does not come in again as a new one.
_TOMBSTONE_DAYS = timedelta(days=30)
# So many are thrown out in one transaction: others can write in between.
_AT_ONCE = 200


class Retention:
    """Throwing out. All of it raises LibraryError where nothing can be written."""

    def __init__(self, db: Connection, quotes: Quotes) -> None:
        self._db = db
        self._quotes = quotes

    def older_than(self, days: int, *, now: datetime) -> int:
        """Throw out what appeared longer ago and is not marked; gives the number of articles."""
        return self._throw_out(schema.first_id(now - timedelta(days=days)), None, now)

    def down_to(self, size: int, *, now: datetime) -> int:
        """Throw out the oldest of what is not marked until the file has so many bytes; gives the number of articles."""
        return self._throw_out(None, size, now)

    def size(self) -> int:
        """How many bytes of the file are in use."""
        pages, free, size = (self._db.value(f"PRAGMA {name}") for name in ("page_count", "freelist_count", "page_size"))
        return int((pages - free) * size)

    def remove_unwanted(self, ids: Sequence[int]) -> None:
        """Remove, inside of a transaction, what of some articles no feed has any more and nobody opened or marked."""
        for number in ids:
            if self._db.value(f"SELECT 1 FROM articles a WHERE a.id = ? AND {_UNWANTED}", (number,)):
                self._empty(number)
                self._db.run("DELETE FROM article_index WHERE rowid = ?", (number,))
                self._db.run("DELETE FROM articles WHERE id = ?", (number,))

    def _throw_out(self, before: int | None, size: int | None, now: datetime) -> int:
        self._drop_old_folds(now)
        number = 0
        while size is None or self.size() > size:
            with self._db.writing():
                rows = self._db.rows(
                    f"""SELECT a.id FROM articles a WHERE NOT a.forgotten AND (?1 IS NULL OR a.id < ?1) AND NOT {MARKED}
                      ORDER BY a.id LIMIT ?2""",
                    (before, _AT_ONCE),
                )
                for (article,) in rows:
                    if size is not None and self.size() <= size:
                        break
                    self._forget(article)
                    number += 1
            self._give_room_back()
            if not rows:
                break
        self._remove_tombstones(now)
        self._give_room_back()
        return number

    def _forget(self, number: int) -> None:
        """Leave of an article only that it was there, so that its feed does not bring it as a new one."""
        self._db.run("DELETE FROM article_index WHERE rowid = ?", (number,))
        self._empty(number)
        self._db.run(
            "UPDATE articles SET forgotten = 1, opened = NULL, headline = '', position = 0 WHERE id = ?", (number,)
        )
        self._db.run(
            """INSERT INTO article_index (rowid, headline, text) SELECT id, headline, text FROM article_words
              WHERE id = ?""",
            (number,),
        )

    def _empty(self, number: int) -> None:
        """Take away all that was found in an article; its row in the index is the caller's."""
        self._quotes.remove(number)
        for table in ("actors", "texts", "versions", "pages", "fold_signatures", "story_terms", "story_articles"):
            self._db.run(f"DELETE FROM {table} WHERE article = ?", (number,))

    def _remove_tombstones(self, now: datetime) -> None:
        since = seconds(now - _TOMBSTONE_DAYS)
        with self._db.writing():
            rows = self._db.rows(
                """SELECT id FROM articles WHERE forgotten AND arrived < ?1 AND NOT EXISTS
                  (SELECT 1 FROM entries WHERE article = articles.id AND seen >= ?1)""",
                (since,),
            )
            self._remove(number for (number,) in rows)

    def _remove(self, ids: Iterable[int]) -> None:
        for number in ids:
            self._db.run("DELETE FROM article_index WHERE rowid = ?", (number,))
            self._db.run("DELETE FROM articles WHERE id = ?", (number,))

    def _drop_old_folds(self, now: datetime) -> None:
        first = schema.first_id(now - _FOLD_DAYS)
        with self._db.writing():
            self._db.run("DELETE FROM fold_bands WHERE article < ?", (first,))
            self._db.run("DELETE FROM fold_signatures WHERE article < ?", (first,))
            self._db.run("DELETE FROM story_terms WHERE article < ?", (first,))
            self._db.run("DELETE FROM stories WHERE NOT EXISTS (SELECT 1 FROM story_articles WHERE story = stories.id)")

    def _give_room_back(self) -> None:
        with self._db.writing():
            self._db.rows("PRAGMA incremental_vacuum")

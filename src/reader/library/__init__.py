"""The library: feeds, everything that was read, and all that a person said in it, in one SQLite file.

    with Library(paths.library_file()) as library:
        article = library.articles.keep(reading, now=now)
        library.searching.ids('ferry from:post is:unread', now=now)

The only part that knows SQLite. It asks no clock (`now` is always given, with its zone) and prints nothing; every error
is a LibraryError. A `Library` belongs to the thread that made it: another thread opens its own, which takes a
millisecond, and sees what the first one has written. Nothing here takes 100 ms on 100,000 articles but taking in a
large feed, the most quoted of all time (130 ms), merging and parting people, retention, backup and check: those belong
in a thread, and so does whatever a screen must not wait for.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.library.articles import Articles
from reader.library.connection import Connection
from reader.library.feeds import Checked, Feeds
from reader.library.notes import Notes
from reader.library.people import People
from reader.library.quotes import Quotes
from reader.library.retention import Retention
from reader.library.search import Searching
from reader.library.takeover import take_over
from reader.library.upkeep import Upkeep
from reader.model import Correction, Reading
from reader.model.subscriptions import Saved
from reader.settings.paths import LIBRARY

if TYPE_CHECKING:
    from reader.library.folding import Folding
    from reader.library.stories import Stories

__all__ = ["FILE", "Checked", "Library"]

# Its name in the data folder.
FILE = LIBRARY


class Library:
    """A library, open for one thread.

    Args:
        path: its file; made where it is missing.
        is_private: nothing is kept: what is there can be read, and whatever would change it raises LibraryError.

    Raises:
        LibraryError: it is damaged, of a newer version, or cannot be opened. Nothing was changed in it; articles can be
            read without it.
    """

    def __init__(self, path: Path, *, is_private: bool = False) -> None:
        self._db = Connection(path, read_only=is_private)
        self.quotes = Quotes(self._db)
        self.people = People(self._db, self.quotes)
        self.articles = Articles(self._db, self.people, self.quotes)
        self.searching = Searching(self._db, self.people)
        self.retention = Retention(self._db, self.quotes)
        self.feeds = Feeds(self._db, self.articles, self.searching, self.retention)
        self.notes = Notes(self._db)
        self.upkeep = Upkeep(self._db)

    @cached_property
    def folding(self) -> "Folding":
        """What is folded into what."""
        # It brings numpy, which nothing else here needs.
        from reader.library.folding import Folding

        return Folding(self._db)

    @cached_property
    def stories(self) -> "Stories":
        """Which articles tell of one event."""
        from reader.library.stories import Stories

        return Stories(self._db, self.articles)

    @property
    def is_empty(self) -> bool:
        """Whether no article is known."""
        return self._db.value("SELECT 1 FROM articles LIMIT 1") is None

    @property
    def keeps(self) -> bool:
        """Whether anything can be kept: to be asked before keeping what nobody asked for, a place or a read mark."""
        return not self._db.read_only

    @property
    def changes(self) -> int:
        """A number that is another one once anybody else, in this program or another, has written into the file."""
        return int(self._db.value("PRAGMA data_version"))

    @property
    def notice(self) -> str:
        """What the reader must know of how it is kept, in our own words; "" where there is nothing."""
        return self._db.notice

    def take_over(
        self,
        *,
        places: Mapping[str, int],
        recent: Iterable[tuple[str, str]],
        corrections: Iterable[tuple[Reading, tuple[Correction, ...]]],
        now: datetime,
    ) -> int:
        """Take over what was kept in files before there was a library (`reader.library.takeover`)."""
        return take_over(self._db, self.articles, places=places, recent=recent, corrections=corrections, now=now)

    def take_in(self, saved: Iterable[Saved], *, now: datetime) -> int:
        """Take in articles that the reader kept elsewhere (`reader.library.saved`)."""
        from reader.library.saved import take_in

        return take_in(self._db, self.articles, saved, now=now)

    def join(self, article: int) -> None:
        """Put an article to its copies, and to the story that it tells."""
        self.folding.fold(article)
        self.stories.place(article)

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept when it ends, or nothing where an error leaves it."""
        return self._db.writing()

    def repeatable(self) -> AbstractContextManager[None]:
        """What is written inside can be had again, and may be lost when the power fails: it waits for no disk."""
        return self._db.repeatable()

    def close(self) -> None:
        """Let go of the file; it may be called again."""
        self._db.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

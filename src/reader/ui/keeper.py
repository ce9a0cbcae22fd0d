"""What the library keeps of what is opened: what to do in it, and who tells the reader where it could not be done.

The functions run on the library's own thread (`reader.ui.archive`); `Keeper` is the program's side of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader import fetch
from reader.errors import LibraryError
from reader.model import Analysis, Correction, Page, Reading, Source
from reader.model.library import KeptNote, Listed, Stored
from reader.settings import state
from reader.settings.config import Config
from reader.settings.state import Recent
from reader.ui.archive import Archive
from reader.ui.home.asking import beyond, next_unread

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")

_MEGABYTE = 1_000_000


class KeptArticle(NamedTuple):
    """What the library has of an article, when it was opened."""

    stored: Stored
    listed: Listed
    notes: tuple[KeptNote, ...]

    @property
    def reading(self) -> Reading:
        """The article with what the program found by itself, as it is kept."""
        return Reading(self.stored.source, self.stored.article, self.stored.analysis or Analysis())

    @property
    def is_analysed(self) -> bool:
        """Whether everything was found in it, by this program or an older one."""
        return self.stored.is_whole and self.stored.analysis not in (None, Analysis())


def known(library: Library, number: int | None) -> KeptArticle | None:
    """What is kept of an article, by its id."""
    stored = library.articles.load(number) if number is not None else None
    listed = library.searching.listed((stored.id,)) if stored else ()
    return KeptArticle(stored, listed[0], library.notes.of(stored.id)) if stored and listed else None


def given(library: Library, source: str) -> KeptArticle | None:
    """What is kept behind an address, with everything found in it; None of what has to be read first.

    A file is read each time: that takes no longer than it is noticed, and it may have been changed a moment ago.
    """
    found = known(library, library.articles.find_address(source)) if fetch.is_address(source) else None
    return found if found and found.is_analysed else None


def opened(library: Library, reading: Reading, now: datetime) -> KeptArticle | None:
    """Keep an article that was opened, nothing found in it yet; one whose text is kept stays with what was found.

    Returns:
        What is kept of it; None where nothing is, and nothing can be.
    """
    before = known(library, library.articles.find(reading.source, reading.article))
    if not library.keeps:
        return before
    if before and before.is_analysed and before.stored.article.text == reading.article.text:
        library.articles.open(before.stored.id, now=now)
        return before
    return known(library, library.articles.keep(reading, now=now))


def analysed(library: Library, reading: Reading, now: datetime) -> int | None:
    """Keep an article with what the program found in it by itself; its id, None where nothing is kept."""
    return library.articles.keep(reading, now=now, is_opened=False) if library.keeps else None


def join(library: Library, number: int) -> None:
    """Put an article to its copies, and to the story that it tells."""
    if library.keeps:
        library.join(number)


def decide(
    library: Library, number: int, decided: Sequence[Correction], before: Sequence[Correction]
) -> tuple[Correction, ...]:
    """Keep the decisions about an article beside those of another program.

    Args:
        library: the library.
        number: the article's id.
        decided: all decisions about it, in the order they were made.
        before: what was kept when this was asked last: of these, what is not among the decided was taken back.

    Returns:
        All that is kept now.
    """
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(decided, before, strict=False)))
    with library.transaction():
        stored = library.articles.load(number)
        there = list(stored.corrections) if stored else []
        for taken_back in before[same:]:
            if taken_back in there:
                del there[len(there) - 1 - there[::-1].index(taken_back)]
        whole = (*there, *decided[same:])
        library.articles.correct(number, whole)
    return whole


class WayIn(NamedTuple):
    """How an article of the library is opened: from a source, which a feed may have named, or as it is kept."""

    source: str
    led_by: Source | None = None
    kept: KeptArticle | None = None


def way(library: Library, number: int) -> WayIn | None:
    """How an article is opened; None where it is gone.

    Where its address may lead, `Feeds.led_by` says. What is neither an address nor a file that was opened before is
    shown as it is kept, so that no feed can name a file of this machine.
    """
    kept = known(library, number)
    if kept is None:
        return None
    listed = kept.listed
    if fetch.is_address(listed.source):
        return WayIn(listed.source, library.feeds.led_by(listed))
    if listed.source != fetch.STDIN and listed.words is not None and not listed.feeds:
        return WayIn(listed.source)
    return WayIn(listed.source, kept=kept)


def recent(library: Library, in_front: int | None) -> list[Recent]:
    """The articles opened last, the newest first, without the one that is in front."""
    listed = library.searching.listed(library.articles.recent())
    return [Recent(each.source, each.headline, each.id) for each in listed if each.id != in_front]


class Another(NamedTuple):
    """Another article of a list, by its id, and how it is opened."""

    number: int
    way: WayIn


def unread(
    library: Library, number: int | None, direction: int, now: datetime, listed: Sequence[int] | None = None
) -> Another | None:
    """The next unread article down a list, or the one before; None of none.

    Args:
        library: the library.
        number: the article to go on from; None of one that is not kept.
        direction: 1 is down, -1 up.
        now: the moment.
        listed: the articles of the list, in its order; all that are unread unless given, the newest first.
    """
    if listed is None:
        listed = library.searching.ids("is:unread", now=now)
    found = next_unread(library, beyond(listed, number, direction), now)
    wanted = None if found is None else way(library, found)
    return None if found is None or wanted is None else Another(found, wanted)


def tidy(library: Library, config: Config, now: datetime) -> None:
    """Throw out what is older, or more, than the settings allow, once a day; what the reader marked stays."""
    day = now.date().isoformat()
    if not library.keeps or state.load().tidied == day:
        return
    if config.keep_days:
        library.retention.older_than(config.keep_days, now=now)
    if config.keep_megabytes:
        library.retention.down_to(config.keep_megabytes * _MEGABYTE, now=now)
    state.keep_tidied(day)


class Keeper:
    """The program's side of the library: nothing here waits for it but what says so, and no fault of it is in the way.

    Args:
        archive: the library.
        say: tells the reader something; called with a fault once, however often it is met.
    """

    def __init__(self, archive: Archive, say: Callable[[str], None]) -> None:
        self._archive, self._say = archive, say
        self._said: set[str] = set()

    @property
    def is_on(self) -> bool:
        """Whether there is a library at all."""
        return self._archive.path is not None

    async def ask(self, do: Callable[[Library], T]) -> T | None:
        """What the library answers; None where there is none, or where it cannot be used, which is told."""
        if not self.is_on:
            return None
        try:
            notice, found = await self._archive.ask(lambda library: (library.notice, do(library)))
        except LibraryError as error:
            self.tell(error)
            return None
        self._tell(notice)
        return found

    def change(self, do: Callable[[Library], T], then: Callable[[T], object] | None = None) -> None:
        """Have something changed, and be called with what came of it; a fault is told."""
        if self.is_on:
            self._archive.change(do, then, self.tell)

    def place(self, number: int, offset: int) -> None:
        """Keep where the reader is in an article; from any thread. A fault of it alone is not worth a word."""
        if self.is_on:
            self._archive.change(lambda library: library.articles.place(number, offset) if library.keeps else None)

    def keep_page(self, number: int, page: Page | None) -> None:
        """Keep the page as it was fetched of an article that was marked."""
        if page is not None:
            now = datetime.now(UTC)
            self.change(lambda library: library.articles.keep_page(number, page, now=now))

    def tidy(self, config: Config, now: datetime) -> None:
        """Have thrown out what the settings say, once a day."""
        if config.keep_days or config.keep_megabytes:
            self.change(lambda library: tidy(library, config, now))

    def tell(self, error: LibraryError) -> None:
        """Tell of a fault, once."""
        self._tell(str(error))

    def finish(self) -> None:
        """Wait for what is to be kept; from any thread."""
        if self.is_on:
            self._archive.finish()

    def _tell(self, words: str) -> None:
        if words and words not in self._said:
            self._said.add(words)
            self._say(words)

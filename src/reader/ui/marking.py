"""What the reader marks of one article: a star, tags, read or unread, notes; and taking the last of it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from reader.model import Page, Reading, Span
from reader.model.library import KeptNote, Listed
from reader.render.noted import NOTED
from reader.ui import acts
from reader.ui.keeper import Keeper, KeptArticle, analysed, join, known

if TYPE_CHECKING:
    from reader.library import Library

_NOTHING_KEPT = "Nothing is kept of this article, so that it cannot be marked."


class ShowsMarks(Protocol):
    """What tells the reader of what was marked."""

    def say(self, words: str, *, is_error: bool = False, seconds: float | None = None) -> None:
        """Say something that passes."""

    def show_marks(self) -> None:
        """Show what is marked now."""


class Marking:
    """The marks of one article, as the library has them: what could not be kept is not shown.

    Args:
        keeper: the library.
        known: what it has of the article; None where nothing is kept.
        page: the page it was fetched as, where it was fetched now; kept of an article that is marked.
        shows: tells the reader.
    """

    def __init__(self, keeper: Keeper, known: KeptArticle | None, page: Page | None, shows: ShowsMarks) -> None:
        self._keeper, self.page, self._shows = keeper, page, shows
        self._kept = known
        # An article that was opened is read; until the library was asked again it is listed as it was before.
        self._is_read: bool | None = True
        self.deeds = acts.Deeds()
        """What takes back what was done of the article, decisions about its quotes included."""

    @property
    def number(self) -> int | None:
        """The article's id in the library."""
        return self._kept.stored.id if self._kept else None

    @property
    def tags(self) -> tuple[str, ...]:
        """The article's tags."""
        return self._kept.listed.tags if self._kept else ()

    @property
    def notes(self) -> tuple[KeptNote, ...]:
        """What is noted to the article, and to words in it."""
        return self._kept.notes if self._kept else ()

    @property
    def in_words(self) -> str:
        """What the status says of it: "★ #harbour ✎ 2"."""
        if self._kept is None:
            return ""
        listed = self._kept.listed
        parts = ["★"] if listed.is_starred else []
        parts += [f"#{tag}" for tag in listed.tags]
        parts += [f"{NOTED} {len(self.notes)}"] if self.notes else []
        parts += [] if self._is_read or listed.is_read else ["unread"]
        return " ".join(parts)

    @property
    def is_kept(self) -> bool:
        """Whether it can be marked; that it cannot is told."""
        if self._kept is None:
            self._shows.say(_NOTHING_KEPT)
        return self._kept is not None

    def with_tags(self, then: Callable[[tuple[str, ...]], None]) -> None:
        """Call with all tags that are used, the most used first."""
        self._keeper.change(lambda library: tuple(tag for tag, _ in library.articles.tags()), then)

    def keep_found(self, found: Reading) -> None:
        """Keep what was found in the article; then look who else has it, and which story it tells."""
        now = datetime.now(UTC)

        def join_it(number: int | None) -> None:
            if number is not None:
                self._keeper.change(lambda library: join(library, number))

        self._keeper.change(lambda library: analysed(library, found, now), join_it)

    def star(self) -> None:
        """Star the article, or take the star away."""
        self._do(acts.star)

    def turn_read(self) -> None:
        """Mark the article as unread, or as read."""
        self._do(partial(acts.turn_read, now=datetime.now(UTC)))

    def tag(self, tags: tuple[str, ...]) -> None:
        """Give the article these tags, and no others."""
        self._do(partial(acts.tag, tags=tags))

    def note_on(self, words: Span | None) -> KeptNote | None:
        """The note to these words, or to all of the article."""
        return acts.note_on(self.notes, words)

    def write(self, line: str, text: str, words: Span | None) -> None:
        """Write a note to words of the article's text, or to all of it; an empty line takes it away."""
        now = datetime.now(UTC)
        self._do(lambda library, listed: acts.write(library, listed.id, line, text, words, now))

    def look_up(self) -> None:
        """Show how the article is marked now, here or on another screen."""
        if (number := self.number) is not None:
            self._keeper.change(lambda library: known(library, number), self._show)

    def _do(self, act: Callable[[Library, Listed], acts.Deed | None]) -> None:
        """Do something, say so once it is kept, and remember what takes it back."""
        if not self.is_kept or self._kept is None:
            return
        number = self._kept.stored.id

        def do(library: Library) -> tuple[acts.Deed | None, KeptArticle | None]:
            # As it is marked now: a key may be pressed again before the screen has told what the first one did.
            kept = known(library, number)
            deed = act(library, kept.listed) if kept else None
            return deed, known(library, number)

        def done(found: tuple[acts.Deed | None, KeptArticle | None]) -> None:
            deed, kept = found
            if deed is not None:
                self.deeds.add(partial(self._take_back, number, deed))
                self._show(kept)
                self._shows.say(deed.said, seconds=2)
                self._keeper.keep_page(number, self.page)

        self._keeper.change(do, done)

    def _take_back(self, number: int, deed: acts.Deed) -> None:
        def take_back(library: Library) -> KeptArticle | None:
            deed.back(library)
            return known(library, number)

        def done(kept: KeptArticle | None) -> None:
            self._show(kept)
            self._shows.say(deed.undone, seconds=2)

        self._keeper.change(take_back, done)

    def _show(self, kept: KeptArticle | None) -> None:
        if kept is not None:
            self._kept, self._is_read = kept, None
            self._shows.show_marks()

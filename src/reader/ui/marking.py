"""What the reader marks of one article: a star, tags, read or unread, notes; and taking the last of it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from reader.model import Page, Reading, Span
from reader.model.library import Note
from reader.ui.keeper import Keeper, KeptArticle, analysed, join

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
        listed = known.listed if known else None
        self.number = known.stored.id if known else None
        """The article's id in the library."""
        self.is_starred = bool(listed and listed.is_starred)
        self.tags = listed.tags if listed else ()
        self.notes = known.notes if known else ()
        # An article that was opened is read.
        self.is_read = True
        self._done: list[Callable[[], object]] = []

    @property
    def in_words(self) -> str:
        """What the status says of it: "★ #harbour ✎ 2"."""
        parts = ["★"] if self.is_starred else []
        parts += [f"#{tag}" for tag in self.tags]
        parts += [f"✎ {len(self.notes)}"] if self.notes else []
        parts += [] if self.is_read else ["unread"]
        return " ".join(parts)

    @property
    def is_kept(self) -> bool:
        """Whether it can be marked; that it cannot is told."""
        if self.number is None:
            self._shows.say(_NOTHING_KEPT)
        return self.number is not None

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
        before = self.is_starred
        self._set_star(not before, lambda: self._set_star(before))

    def turn_read(self) -> None:
        """Mark the article as unread, or as read."""
        before = self.is_read
        self._set_read(not before, lambda: self._set_read(before))

    def tag(self, tags: tuple[str, ...]) -> None:
        """Give the article these tags, and no others."""
        before = self.tags
        self._set_tags(tags, lambda: self._set_tags(before))

    def note_on(self, words: Span | None) -> Note | None:
        """The note to these words, or to all of the article."""
        for note in self.notes:
            place = None if note.words is None else (note.words.start, note.words.end)
            if place == ((words.start, words.end) if words else None):
                return note
        return None

    def write(self, line: str, text: str, words: Span | None) -> None:
        """Write a note to words of the article's text, or to all of it; an empty line takes it away."""
        before = self.note_on(words)
        if line == (before.note if before else ""):
            return
        self._set_note(line, text, words, lambda: self._set_note(before.note if before else "", text, words))

    def did(self, take_back: Callable[[], object]) -> None:
        """Remember what takes something back that was decided of a quote."""
        self._done.append(take_back)

    def undo(self) -> bool:
        """Take back what was done last; whether anything was."""
        if not self._done:
            return False
        self._done.pop()()
        return True

    # Each is told of when it is kept. What takes it back is None where it takes something back itself.

    def _set_star(self, is_starred: bool, take_back: Callable[[], None] | None = None) -> None:
        def show() -> None:
            self.is_starred = is_starred

        said = "★ Starred." if is_starred else "The star is taken away."
        self._change(
            lambda library, number: library.articles.star(number, is_starred=is_starred), show, said, take_back
        )

    def _set_read(self, is_read: bool, take_back: Callable[[], None] | None = None) -> None:
        def show() -> None:
            self.is_read = is_read

        now = datetime.now(UTC)
        said = "Marked as read." if is_read else "Marked as unread."
        self._change(
            lambda library, number: library.articles.read((number,), now=now, is_read=is_read), show, said, take_back
        )

    def _set_tags(self, tags: tuple[str, ...], take_back: Callable[[], None] | None = None) -> None:
        def show() -> None:
            self.tags = tags

        said = f"Tagged: {', '.join(tags)}." if tags else "The tags are taken away."
        self._change(lambda library, number: library.articles.tag(number, tags), show, said, take_back)

    def _set_note(self, line: str, text: str, words: Span | None, take_back: Callable[[], None] | None = None) -> None:
        before, now = self.note_on(words), datetime.now(UTC)
        found: list[tuple[Note, ...]] = []

        def write(library: Library, number: int) -> None:
            if before and line:
                library.notes.rewrite(before.id, line)
            elif before:
                library.notes.remove(before.id)
            elif line:
                library.notes.write(number, line, now=now, text=text, words=words)
            found.append(library.notes.of(number))

        def show() -> None:
            self.notes = found[0]

        said = "Noted." if line else "The note is taken away."
        self._change(write, show, said, take_back)

    def _change(
        self,
        do: Callable[[Library, int], object],
        show: Callable[[], None],
        said: str,
        take_back: Callable[[], None] | None,
    ) -> None:
        number = self.number
        if number is None:
            self._shows.say(_NOTHING_KEPT)
            return

        def then(_: object) -> None:
            show()
            if take_back is not None:
                self._done.append(take_back)
            self._shows.show_marks()
            self._shows.say(said, seconds=2)
            self._keeper.keep_page(number, self.page)

        self._keeper.change(lambda library: do(library, number), then)

"""The reader's place in one article: taken up where it was left, and kept while they read."""

from __future__ import annotations

from reader.model import Reading
from reader.settings import state


class Bookmark:
    """Remembers one place. Without an article that has an address, it remembers nothing.

    Args:
        on: whether places are kept at all.
    """

    def __init__(self, *, on: bool) -> None:
        self._on = on
        self._key: str | None = None
        self._length = 0
        self._place = 0

    def open(self, reading: Reading) -> int:
        """The offset to begin at; 0 for the top."""
        self._key = state.article_key(reading.source, reading.article) if self._on else None
        self._length = len(reading.article.text)
        place = state.load().places.get(self._key, 0) if self._key else 0
        # The article may have been shortened since.
        self._place = place if place < self._length else 0
        return self._place

    def move(self, in_sight: tuple[int, int], *, at_top: bool) -> None:
        """Note what is on the screen. An article read to its end begins at its top the next time."""
        first, after_last = in_sight
        self._place = 0 if at_top or after_last >= self._length else first

    def close(self) -> None:
        """Keep the place."""
        if self._key:
            state.keep_place(self._key, self._place)

"""The reader's place in one article: taken up where it was left, and kept while they read."""

from __future__ import annotations

import threading

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
        self._place = self._kept = 0
        self._lock = threading.Lock()

    def open(self, reading: Reading) -> int:
        """The offset to begin at; 0 for the top."""
        self._key = state.article_key(reading.source, reading.article) if self._on else None
        self._length = len(reading.article.text)
        place = state.load().places.get(self._key, 0) if self._key else 0
        # The article may have been shortened since.
        self._kept = place
        self._place = place if place < self._length else 0
        return self._place

    def move(self, in_sight: tuple[int, int], *, at_top: bool) -> None:
        """Note what is on the screen. An article read to its end begins at its top the next time."""
        first, after_last = in_sight
        self._place = 0 if at_top or after_last >= self._length else first

    @property
    def is_kept(self) -> bool:
        """Whether the place is the one that was kept last."""
        return self._place == self._kept

    def keep(self) -> None:
        """Keep the place, where it is another one than was kept last; from any thread."""
        with self._lock:
            if self._key and not self.is_kept:
                self._kept = self._place
                state.keep_place(self._key, self._place)

"""The reader's place in one article: taken up where it was left, and kept while they read."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Bookmark:
    """Remembers one place.

    Args:
        length: of the article's text.
        place: the offset that was kept of it; 0 where none was.
        keep: keeps an offset; None where nothing is kept.
    """

    def __init__(self, length: int, place: int, keep: Callable[[int], None] | None) -> None:
        self._length, self._keep = length, keep
        # The article may have been shortened since.
        self.begin = place if place < length else 0
        """The offset to begin at; 0 for the top."""
        self._place, self._kept = self.begin, place
        self._lock = threading.Lock()

    def move(self, in_sight: tuple[int, int], *, at_top: bool) -> None:
        """Note what is on the screen. An article read to its end begins at its top the next time."""
        first, after_last = in_sight
        self._place = 0 if at_top or after_last >= self._length else first

    def keep(self) -> None:
        """Keep the place, where it is another one than was kept last; from any thread."""
        with self._lock:
            if self._keep is not None and self._place != self._kept:
                self._kept = self._place
                self._keep(self._place)

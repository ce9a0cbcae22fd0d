"""The first and the last word of a quote, while the reader moves them. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

# An end goes no farther from where it is than this in one step: longer runs without a space are no words.
_REACH = 400
_WORD = re.compile(r"\S+")


class Extent(NamedTuple):
    """A stretch of the text, and which of its ends is moved."""

    start: int
    end: int
    at_end: bool = True

    def turned(self) -> Extent:
        """The same words; the other end is moved from now on."""
        return self._replace(at_end=not self.at_end)

    def moved(self, text: str, direction: int) -> Extent:
        """One end a word on or back; at least one word stays, and the text's own ends are the last."""
        if self.at_end:
            end = _next_end(text, self.end) if direction > 0 else _previous_end(text, self.end)
            return self._replace(end=end) if text[self.start : end].strip() else self
        start = _next_start(text, self.start) if direction > 0 else _previous_start(text, self.start)
        return self._replace(start=start) if text[start : self.end].strip() else self


def _next_end(text: str, at: int) -> int:
    found = _WORD.search(text, at, at + _REACH)
    return found.end() if found else at


def _previous_start(text: str, at: int) -> int:
    words = list(_WORD.finditer(text, max(0, at - _REACH), at))
    return words[-1].start() if words else at


def _previous_end(text: str, at: int) -> int:
    """Behind the word before the one that ends here: a sentence's stop goes with its word."""
    words = list(_WORD.finditer(text, max(0, at - _REACH), at))
    return words[-2].end() if len(words) > 1 else at


def _next_start(text: str, at: int) -> int:
    words = list(_WORD.finditer(text, at, at + _REACH))
    return words[1].start() if len(words) > 1 else at

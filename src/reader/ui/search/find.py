"""Finds what the reader types in the article's text, in any script. Pure.

Both are compared as Unicode compares words without case: case folded, in composed form (NFC). Folding can lengthen a
text ("ß" to "ss") and composing shorten it, so each folded place is led back to the offset it came from.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from reader.model import Span
from reader.ui.characters import MARKS

# What a keyboard types for what a newspaper prints.
_TYPED = {"'": "['’‘]", '"': '["“”„«»]', "-": "[-‐‑–—−]"}
# Turkish has an i with and one without a dot; who types either means both, and the dot folding leaves is dropped.
_ONE_I = str.maketrans({"ı": "i", "İ": "i"})
# Characters that fold to one character and never compose with what follows: most of any text, taken in one piece.
_PLAIN = re.compile(
    "[\u0000-\u007f\u00a0-\u00de\u00e0-\u0130\u0132-\u0148\u014a-\u01ef\u0370-\u038f\u0391-\u03af\u03b1-\u03ff"
    f"\u0400-\u0482\u048a-\u052f\u2010-\u2027\u3001-\u3096\u30a0-\u9fff\uac00-\ud7a3\uff01-\uff60]+(?![{MARKS}])"
)
# A slice of work must be able to end within a plain text.
_LONGEST_STRETCH = 20_000
# One character and its marks.
_CLUSTER = re.compile(f"(?s).[{MARKS}]*")


class Folded:
    """A text as it is searched, and the way back from its places to offsets. It is folded a slice at a time.

    Args:
        text: the text.
        keeps_case: case counts.
    """

    def __init__(self, text: str, *, keeps_case: bool) -> None:
        self._stretches = _stretches(text)
        self._source = text
        self._keeps_case = keeps_case
        self._pieces: list[str] = []
        self._places: list[int] = [0]
        self._offsets: list[int] = [0]
        self._in_step: list[bool] = []
        self.text: str | None = None
        """The folded text, once it is whole."""

    def fold_more(self, characters: int = sys.maxsize) -> bool:
        """Fold at least so many characters more; whether all is folded."""
        until = self._offsets[-1] + characters
        while self.text is None and self._offsets[-1] < until:
            stretch = next(self._stretches, None)
            if stretch is None:
                self.text = "".join(self._pieces)
                break
            start, end, is_plain = stretch
            piece = _fold(self._source[start:end], keeps_case=self._keeps_case)
            self._pieces.append(piece)
            self._places.append(self._places[-1] + len(piece))
            self._offsets.append(end)
            # In a plain stretch place and offset go in step; any place within another stretch is all of it.
            self._in_step.append(is_plain)
        return self.text is not None

    def span(self, start: int, end: int) -> Span:
        """The offsets that two places came from."""
        first = bisect_right(self._places, start) - 1
        last = bisect_right(self._places, end - 1) - 1
        return Span(
            self._offsets[first] + (start - self._places[first] if self._in_step[first] else 0),
            self._offsets[last] + end - self._places[last] if self._in_step[last] else self._offsets[last + 1],
        )


def has_case(query: str) -> bool:
    """Whether case counts in a search: when the query has a capital letter."""
    return any(character.isupper() for character in query)


def matches(text: str, query: str) -> tuple[Span, ...]:
    """Every place where the query stands, in order and without overlap.

    Case counts only when the query has a capital letter. A straight mark also finds a curly one, a hyphen a dash,
    and a space any white space, so that a phrase is found over the end of a paragraph line. "strasse" finds "Straße",
    "istanbul" finds "İSTANBUL", "cafe" with an accent finds it however the accent is written.
    """
    folded = Folded(text, keeps_case=has_case(query))
    folded.fold_more()
    return tuple(matches_in(folded, query))


def pattern_of(query: str) -> re.Pattern[str]:
    """What a query finds in a folded text, as a pattern; white space counts once, or a row of it took cubic time."""
    wanted = _fold(" ".join(query.split()), keeps_case=has_case(query))
    return re.compile(
        "".join(_TYPED.get(character) or (r"\s+" if character == " " else re.escape(character)) for character in wanted)
    )


def matches_in(folded: Folded, query: str) -> Iterator[Span]:
    """The same, one after the other, in a text that was folded whole as `has_case` of the query asks."""
    if query.strip():
        end = 0
        for found in pattern_of(query).finditer(folded.text or ""):
            span = folded.span(found.start(), found.end())
            # Each s of a folded "ß" leads back to all of it.
            if span.start >= end:
                end = span.end
                yield span


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Cut a text into plain stretches and single characters with their marks: start, end, and whether it is plain."""
    at = 0
    while at < len(text):
        plain = _PLAIN.match(text, at, at + _LONGEST_STRETCH)
        found = plain or _CLUSTER.match(text, at)
        assert found is not None  # any character begins a cluster
        yield at, found.end(), plain is not None
        at = found.end()


def _fold(text: str, *, keeps_case: bool) -> str:
    text = unicodedata.normalize("NFC", text)
    if keeps_case:
        return text
    return unicodedata.normalize("NFC", text.translate(_ONE_I).casefold())

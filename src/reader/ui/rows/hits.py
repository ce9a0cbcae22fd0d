"""Words of a search, marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Span
from reader.text.safe import on_screen
from reader.ui.rows import Words

_BREAKS = str.maketrans("\n\t", "  ")


def marked(text: str, start: int, hits: Sequence[Span], inks: tuple[str, ...]) -> Iterator[Words]:
    """A stretch of a text that begins at an offset, with the hits in the ink of a match."""
    # One character for one, so that offsets hold.
    text = on_screen(text).translate(_BREAKS)
    at = 0
    for hit in hits:
        first, last = hit.start - start, hit.end - start
        if at < first:
            yield Words(text[at:first], inks)
        yield Words(text[first:last], (*inks, "match"))
        at = last
    if at < len(text):
        yield Words(text[at:], inks)

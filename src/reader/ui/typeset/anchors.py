"""Where the reader is in an article, in terms that hold when it is set anew; and where they were before. Pure."""

from __future__ import annotations

from typing import NamedTuple

from reader.ui.typeset.galley import Galley

# Going back further than this is reading again, not returning from a jump.
_KEPT_ANCHORS = 100


class ScrollAnchor(NamedTuple):
    """A line of text and how far under the top of the screen it stands; `top` counts rows while no text is in sight."""

    offset: int
    below: int
    top: int | None


def anchor_at(galley: Galley, top: int, height: int) -> ScrollAnchor:
    """The place of a reader who sees `height` rows of a galley from row `top` on."""
    offset = galley.offset_below(top)
    below = galley.row_of(offset) - top
    in_text = bool(galley.body.starts) and (top >= len(galley.head) or (top > 0 and below < height))
    return ScrollAnchor(offset, below, None if in_text else top)


def top_for(galley: Galley, anchor: ScrollAnchor) -> int:
    """The first row to show, so that the reader is at this place again."""
    return anchor.top if anchor.top is not None else max(galley.row_of(anchor.offset) - anchor.below, 0)


class Trail:
    """The anchors of the places jumped from, the latest last."""

    def __init__(self) -> None:
        self._anchors: list[ScrollAnchor] = []

    def add(self, anchor: ScrollAnchor) -> None:
        """Keep a place, once if the reader has not moved since."""
        if not self._anchors or self._anchors[-1] != anchor:
            self._anchors = [*self._anchors[-_KEPT_ANCHORS + 1 :], anchor]

    def last(self) -> ScrollAnchor | None:
        """Take the latest place off."""
        return self._anchors.pop() if self._anchors else None

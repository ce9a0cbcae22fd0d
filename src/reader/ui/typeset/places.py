"""Where the reader is on a page, in terms that hold when the page is set anew; and where they were before. Pure."""

from __future__ import annotations

from typing import NamedTuple

from reader.ui.typeset.page import Page

# Going back further than this is reading again, not returning from a jump.
_KEPT_PLACES = 100


class Place(NamedTuple):
    """A line of text and how far under the top of the screen it stands; `top` counts rows while no text is in sight."""

    offset: int
    below: int
    top: int | None


def place_at(page: Page, top: int, height: int) -> Place:
    """The place of a reader who sees `height` rows of a page from row `top` on."""
    offset = page.offset_below(top)
    below = page.row_of(offset) - top
    in_text = bool(page.body.starts) and (top >= len(page.head) or (top > 0 and below < height))
    return Place(offset, below, None if in_text else top)


def top_for(page: Page, place: Place) -> int:
    """The first row to show, so that the reader is at this place again."""
    return place.top if place.top is not None else max(page.row_of(place.offset) - place.below, 0)


class Trail:
    """The places jumped from, the latest last."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def add(self, place: Place) -> None:
        """Keep a place, once if the reader has not moved since."""
        if not self._places or self._places[-1] != place:
            self._places = [*self._places[-_KEPT_PLACES + 1 :], place]

    def last(self) -> Place | None:
        """Take the latest place off."""
        return self._places.pop() if self._places else None

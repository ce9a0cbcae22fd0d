"""Keeps an article set in a galley: its head anew when something is found, its text when the width changes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reader.model import Analysis, Article
from reader.render import glance
from reader.ui.attention.focus import Remark
from reader.ui.characters import printable
from reader.ui.typeset.body import blocks, remarks
from reader.ui.typeset.galley import Body, Galley, HeadRow
from reader.ui.typeset.head import reading_minutes, set_head

# Characters set between two looks at the keys: 3 ms of work, where 16 ms is a frame of the screen.
SLICE = 20_000
# Of the head, what stays while quotes are shown alone: the rule that says whose article it is.
_SHORT_HEAD = 3


class Typesetter:
    """One article and its galley. A new galley is set beside the old one, until it holds what the reader sees.

    Args:
        article: what to set.
        awaited_points: how many key points are being looked for; room is kept for them.
    """

    def __init__(self, article: Article, awaited_points: int = 0) -> None:
        self.article = msgspec.structs.replace(article, text=printable(article.text))
        self.minutes = reading_minutes(len(article.text.split()))
        self.galley = Galley([], Body())
        self._analysis = Analysis()
        self._note = ""
        self._awaited_points = awaited_points
        self._alone: Sequence[Remark] | None = None
        self._width = 0
        self._coming = self.galley.body
        # The whole text at its width, for when the quotes shown alone make place for it again.
        self._whole: tuple[int, Body] = (0, self._coming)

    @property
    def width(self) -> int:
        """The measure the galley is set in, in cells; 0 before it is."""
        return self._width

    @property
    def is_done(self) -> bool:
        """Whether all of the text is set."""
        return self._coming.is_whole

    def show_alone(self, shown: Sequence[Remark] | None) -> None:
        """Set these quotes alone from now on, or the whole text."""
        self._alone = shown

    def begin(self, width: int) -> None:
        """Begin to set the text anew."""
        self._width = width
        if self._alone is not None:
            self._coming = Body(remarks(self.article.text, self._alone, width))
            return
        if self._whole[0] != width:
            self._whole = width, Body(blocks(self.article, width))
        self._coming = self._whole[1]

    def go_on(self, seen: int, characters: int = SLICE) -> bool:
        """Set a slice more.

        Args:
            seen: the offset up to which the reader sees the text.
            characters: how much at least.

        Returns:
            Whether the galley is another than before.
        """
        self._coming.set_more(characters)
        if self._coming is self.galley.body or not (self._coming.is_whole or self._coming.end > seen):
            return False
        self.galley = Galley(self._head(), self._coming)
        return True

    def take(self, analysis: Analysis, note: str) -> None:
        """Set the head for what was found, or with a note of why there is nothing."""
        # Fewer lines than were kept free leave the rest free until the galley is set anew for another width.
        room = len(self.galley.head) if self._awaited_points and analysis.key_points else 0
        self._analysis, self._note, self._awaited_points = analysis, note, 0
        if self._width:
            self.galley = Galley(self._head(room), self.galley.body)

    def _head(self, room: int = 0) -> Sequence[HeadRow]:
        points = self._analysis.key_points
        rows = set_head(
            self.article,
            self._width,
            minutes=self.minutes,
            points=points,
            glance=glance.lines(self.article, self._analysis) if points else (),
            awaited_points=self._awaited_points,
            note=self._note,
            room=room,
        )
        return rows if self._alone is None else rows[:_SHORT_HEAD]

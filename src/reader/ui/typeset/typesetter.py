"""Keeps an article set in a galley: its head anew when something is found, its text when the width changes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reader.model import Analysis, Article
from reader.render import glance
from reader.text.safe import on_screen
from reader.ui.attention.focus import Remark
from reader.ui.typeset.body import blocks, remarks
from reader.ui.typeset.galley import Body, Galley, HeadRow
from reader.ui.typeset.head import Points, awaited_rows, reading_minutes, set_head

# Characters set between two looks at the keys: 3 ms of work, where 16 ms is a frame of the screen.
SLICE = 20_000
# Of the lede, so much is in sight at once: four lines of 72 hold the 40 words that most ledes have at most.
_LEDE_ROWS = 4
# Of the head, what stays while quotes are shown alone: the rule that says whose article it is.
_SHORT_HEAD = 3


class Typesetter:
    """One article and its galley. A new galley is set beside the old one, until it holds what the reader sees.

    Args:
        article: what to set.
        awaited_points: how many key points are being looked for.
        is_folded: whether only the number of key points is shown; None where that goes by the room on the screen.
        fold_key: the key that shows and folds them.
    """

    def __init__(
        self, article: Article, awaited_points: int = 0, *, is_folded: bool | None = None, fold_key: str = ""
    ) -> None:
        self.article = msgspec.structs.replace(article, text=on_screen(article.text))
        self.minutes = reading_minutes(len(article.text.split()))
        self.galley = Galley([], Body())
        self._analysis = Analysis()
        self._note = ""
        self._awaited_points = awaited_points
        self._is_folded, self._fold_key = is_folded, fold_key
        # The fewest rows of the head: what was kept free for key points stays free until the reader moves.
        self._room = 0
        self._is_tight = False
        self._alone: Sequence[Remark] | None = None
        self._width = self._height = 0
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

    @property
    def is_awaiting(self) -> bool:
        """Whether key points are still being looked for."""
        return self._awaited_points > 0

    @property
    def is_folded(self) -> bool:
        """Whether only the number of key points is shown."""
        return bool(self._is_folded)

    @property
    def points_row(self) -> int:
        """The row of the rule over the key points."""
        return len(self._rows(is_folded=True, room=0)) - 2

    def begin(self, width: int, height: int) -> None:
        """Begin to set the text anew, for a screen of so many rows."""
        self._width, self._height = width, height
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
        self._room, self._is_tight = 0, False
        self._is_tight = not self._fits(len(self._rows(is_folded=True, room=0)))
        self.galley = Galley(self._head(), self._coming)
        return True

    def take(self, analysis: Analysis, note: str) -> None:
        """Set the head for what was found, with what to know of it; or with a note of why there is nothing."""
        if self.is_awaiting:
            self._is_folded = False if self._room and analysis.key_points else self._is_folded
            self._room = len(self.galley.head) if analysis.key_points else 0
        self._analysis, self._note, self._awaited_points = analysis, note or " ".join(analysis.notes), 0
        self._set_head()

    def fold(self, is_folded: bool) -> None:
        """Show only the number of key points, or all of them."""
        self._is_folded, self._room = is_folded, 0
        self._set_head()

    def give_back(self) -> bool:
        """Leave no more rows free than are needed; whether there were any."""
        is_kept = self._room and not self.is_awaiting
        before, self._room = len(self.galley.head), 0 if is_kept else self._room
        if is_kept:
            self._set_head()
        return len(self.galley.head) < before

    def _set_head(self) -> None:
        if self._width:
            self.galley = Galley(self._head(), self.galley.body)

    def _head(self) -> Sequence[HeadRow]:
        if self._alone is not None:
            self._is_tight = False
            return self._rows(is_folded=True, room=0)[:_SHORT_HEAD]
        if self.is_awaiting:
            short = self._rows(is_folded=True, room=0)
            kept = len(short) + awaited_rows(self.article, self._width, self._awaited_points)
            self._room = kept if self._fits(kept) and not self._is_folded else 0
        elif self._is_folded is None and self._analysis.key_points:
            self._is_folded = not self._fits(len(self._rows(is_folded=False, room=0)))
        return self._rows(is_folded=self.is_folded, room=self._room)

    def _fits(self, rows: int) -> bool:
        """Whether the lede is on the first screen under so many rows."""
        return rows + _LEDE_ROWS <= self._height

    def _rows(self, *, is_folded: bool, room: int) -> list[HeadRow]:
        return set_head(
            self.article,
            self._width,
            minutes=self.minutes,
            points=Points(self._analysis.key_points, is_folded, self.is_awaiting, self._fold_key),
            brief=glance.brief(self.article, self._analysis),
            note=self._note,
            room=room,
            is_tight=self._is_tight,
        )

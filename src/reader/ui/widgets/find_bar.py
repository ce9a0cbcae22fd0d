"""The line that asks for words to find; keeps what was found and which match the reader is at."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from textual import on, work
from textual.message import Message
from textual.widgets import Input

from reader.model import Span
from reader.ui.attention import navigation
from reader.ui.search.find import Folded, has_case, matches_in

# Between two looks at the keys: 3 ms of work each, where 16 ms is a frame of the screen.
_CHARACTERS_AT_ONCE = 40_000
_MATCHES_AT_ONCE = 4_000


class FindBar(Input):
    """Searches a text while the reader types. A search goes on after the line is closed, until it is ended."""

    class Moved(Message):
        """There are other matches, or another one is current."""

    class Closed(Message):
        """The line was closed; the search may go on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder="find in the article", id=id, compact=True)
        self.query_text = ""
        self.matches: Sequence[Span] = ()
        self.current: int | None = None
        self._text = ""
        self._from = 0
        self._within: Sequence[Span] | None = None
        # By whether case counts.
        self._folded: dict[bool, Folded] = {}
        self._steps: Iterator[None] = iter(())

    @property
    def active(self) -> bool:
        """Whether something is searched for."""
        return bool(self.query_text)

    @property
    def is_open(self) -> bool:
        """Whether the line is there to type in."""
        return self.has_class("-open")

    def ask(self, text: str, start_from: int) -> None:
        """Open the line; the first match at or after `start_from` will be current."""
        if text != self._text:
            self._folded = {}
        self._text, self._from = text, start_from
        self.add_class("-open")
        self.value = ""
        self.focus()

    def keep_within(self, spans: Sequence[Span] | None) -> None:
        """Look only into these spans, in order of the text, or everywhere."""
        self._within = spans
        if self.active:
            self._search()

    def step(self, direction: int, visible: tuple[int, int]) -> None:
        """Go to the next or the previous match."""
        self.current = navigation.step(self.matches, self.current, direction, visible)
        self.post_message(self.Moved())

    def end(self) -> None:
        """Close the line and forget the search."""
        self._steps = iter(())
        self.query_text, self.matches, self.current = "", (), None
        self.post_message(self.Moved())
        self._close()

    @on(Input.Changed)
    def _take(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.query_text = event.value.strip()
            self._search()

    def _search(self) -> None:
        """Search; in a long text the rest of it while keys are answered."""
        self._steps = self._searching()
        if next(self._steps, self) is not self:
            self._search_on()

    @work(exclusive=True, group="searching")
    async def _search_on(self) -> None:
        while next(self._steps, self) is not self:
            await asyncio.sleep(0)

    def _searching(self) -> Iterator[None]:
        """The steps of a search; it is done when they end."""
        keeps_case = has_case(self.query_text)
        folded = self._folded.setdefault(keeps_case, Folded(self._text, keeps_case=keeps_case))
        while not folded.fold_more(_CHARACTERS_AT_ONCE):
            yield
        found: list[Span] = []
        ahead = matches_in(folded, self.query_text)
        while some := list(islice(ahead, _MATCHES_AT_ONCE)):
            found += some if self._within is None else filter(self._is_within, some)
            if len(some) == _MATCHES_AT_ONCE:
                yield
        self.matches = found
        index = bisect_left(found, self._from, key=lambda span: span.start)
        self.current = (index if index < len(found) else 0) if found else None
        self.post_message(self.Moved())

    def _is_within(self, match: Span) -> bool:
        index = bisect_left(self._within or (), match.end, key=lambda span: span.start) - 1
        return index >= 0 and self._within is not None and match.start < self._within[index].end

    @on(Input.Submitted)
    def _close(self) -> None:
        if self.is_open:
            self.remove_class("-open")
            self.post_message(self.Closed())

"""The line that asks for words to find; keeps what was found and which match the reader is at."""

from __future__ import annotations

from textual import on
from textual.message import Message
from textual.widgets import Input

from reader.model import Span
from reader.ui import find, navigation


class FindBar(Input):
    """Searches a text while the reader types. A search goes on after the line is closed, until it is ended."""

    DEFAULT_CSS = """
    FindBar { display: none; height: 1; border: none; border-left: outer $accent; padding: 0 1; }
    FindBar, FindBar:focus { background: $background; background-tint: $background 0%; }
    FindBar:focus { border: none; border-left: outer $accent; }
    FindBar.-open { display: block; }
    """

    class Moved(Message):
        """There are other matches, or another one is current."""

    class Closed(Message):
        """The line was closed; the search may go on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder="find in the article", id=id, compact=True)
        self.query_text = ""
        self.matches: tuple[Span, ...] = ()
        self.current: int | None = None
        self._text = ""
        self._from = 0

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
        self._text, self._from = text, start_from
        self.add_class("-open")
        self.value = ""
        self.focus()

    def step(self, direction: int, visible: tuple[int, int]) -> None:
        """Go to the next or the previous match."""
        self.current = navigation.step(self.matches, self.current, direction, visible)
        self.post_message(self.Moved())

    def end(self) -> None:
        """Close the line and forget the search."""
        self.query_text, self.matches, self.current = "", (), None
        self.post_message(self.Moved())
        self._close()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        if not self.is_open:
            return
        self.query_text = event.value.strip()
        self.matches = find.matches(self._text, self.query_text)
        ahead = (index for index, span in enumerate(self.matches) if span.start >= self._from)
        self.current = next(ahead, 0) if self.matches else None
        self.post_message(self.Moved())

    @on(Input.Submitted)
    def _close(self) -> None:
        if self.is_open:
            self.remove_class("-open")
            self.post_message(self.Closed())

"""The line that asks for a link's number; keeps which number leads where."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.message import Message
from textual.widgets import Input

from reader.model import Link


class LinkBar(Input):
    """Asks for a number while numbers stand on the links."""

    class Closed(Message):
        """The line was closed, with the link that was chosen, if one was."""

        def __init__(self, link: Link | None) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, restrict=r"\d*", placeholder="number of the link, then Enter")
        self._numbers: Mapping[int, Link] = {}

    @property
    def is_open(self) -> bool:
        """Whether the line is there to type in."""
        return self.has_class("-open")

    def ask(self, numbers: Mapping[int, Link]) -> None:
        """Open the line for these links."""
        self._numbers = numbers
        self.value = ""
        self.add_class("-open")
        self.focus()

    def close(self, link: Link | None = None) -> None:
        """Close the line."""
        if self.is_open:
            self.remove_class("-open")
            self.post_message(self.Closed(link))

    @on(Input.Submitted)
    def _choose(self, event: Input.Submitted) -> None:
        event.stop()
        link = self._numbers.get(int(event.value or 0))
        if link is None and event.value:
            self.value = ""
            self.placeholder = f"there is no link {event.value} here"
        else:
            self.close(link)

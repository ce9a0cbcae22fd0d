"""The last door before the terminal: of whatever a widget draws, only what can be shown goes through. Pure."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text import safe


class OnlyShown(LineFilter):
    """Takes out of every line what a terminal would obey, whichever widget forgot to.

    What is shown is made safe where it comes in and where it is set; this is for what comes another way, such as what
    is pasted into a line that asks. An image brings control codes of its own, which are left alone.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line without them."""
        if not any(safe.NOT_WRITTEN.search(segment.text) for segment in segments):
            return segments
        if any(segment.control for segment in segments):
            return segments
        return [segment._replace(text=safe.printable(segment.text)) for segment in segments]

"""The window that asks for another article."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from reader.settings.state import Recent
from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.widgets.source_box import SourceBox
from reader.ui.windows.window import Window


class OpenWindow(Window[SourceBox.Given]):
    """Gives what to open.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        recent: the articles opened last, the newest first.
        given: what was given before, where it came to nothing.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    OpenWindow > .frame { width: 76; padding: 1 2; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, recent: Sequence[Recent], given: str = "") -> None:
        super().__init__(keymap, inks)
        self._box, self._given = SourceBox(recent, inks), given

    def compose(self) -> ComposeResult:
        """The line with the recent articles, in a frame."""
        with self.framed(Vertical(), "open"):
            yield self._box

    def on_mount(self) -> None:
        """Have the keys go to the line."""
        self._box.ask(self._given)

    def move(self, by: Stride, direction: int) -> None:
        """To another recent article."""
        self._box.move(by, direction)

    @on(SourceBox.Given)
    def _take(self, event: SourceBox.Given) -> None:
        event.stop()
        if event.source:
            self.dismiss(event)

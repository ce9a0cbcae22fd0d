"""The window that asks for a note: one line to some words, or to the article."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reader.text.safe import on_one_line
from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.windows.window import Window

# Twenty lines of a page; more was pasted by mistake.
LONGEST_NOTE = 2_000


class NoteWindow(Window[str]):
    """Gives what the reader wrote, "" where the note is to be taken away, or None when they leave with Esc.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        about: what it is written to, in words.
        line: what is written already.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    NoteWindow > .frame { width: 72; padding: 1 2; }
    NoteWindow Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    NoteWindow Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    NoteWindow Static { margin-bottom: 1; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, about: str, line: str) -> None:
        super().__init__(keymap, inks)
        self._about = about
        self._line = Input(line, placeholder="a line of your own; nothing takes it away")
        self._line.max_length = max(LONGEST_NOTE, len(line))
        self._line.select_on_focus = False

    def compose(self) -> ComposeResult:
        """What it is about, over the line."""
        with self.framed(Vertical(), "note"):
            yield Static(Content.styled(self._about, self.inks.style("dim")))
            yield self._line

    def on_mount(self) -> None:
        """Have the keys go to the end of the line."""
        self._line.focus()
        self._line.cursor_position = len(self._line.value)

    def move(self, by: Stride, direction: int) -> None:
        """There is nothing to move in."""

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(on_one_line(event.value))

"""The window in which a quote's first and last word are moved."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.model import Span
from reader.text.safe import on_screen
from reader.ui.attention.extent import Extent
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.windows.window import Window

# What is shown of the text before and behind the words, in characters: two lines, room for moving. Of the words
# themselves, where they are many, so much at either end: the ends are what is moved, and a low screen has 15 lines.
_AROUND, _AT_EITHER_END = 160, 240


class ExtentWindow(Window[Span]):
    """Gives where the right words stand, or None when the reader leaves with Esc.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        text: the article's.
        extent: the words as they are now.
    """

    SCOPE = "extent"
    DEFAULT_CSS = """
    ExtentWindow { background: $background 0%; }
    ExtentWindow > .frame { width: 84; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, text: str, extent: Extent) -> None:
        super().__init__(keymap, inks)
        self._text, self.extent = text, extent

    def compose(self) -> ComposeResult:
        """The words, and what stands around them."""
        with self.framed(VerticalScroll(can_focus=False), "the words that were said"):
            yield Static()

    def on_mount(self) -> None:
        """Show the words as they are."""
        self._show()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self._show()

    def step(self, direction: int) -> None:
        """Move the end that is moved by a word; 1 is on, -1 back."""
        self.extent = self.extent.moved(self._text, direction)
        self._show()

    def turn(self) -> None:
        """Move the other end from now on."""
        self.extent = self.extent.turned()
        self._show()

    def choose(self) -> None:
        """Take these words."""
        self.dismiss(Span(self.extent.start, self.extent.end))

    def _show(self) -> None:
        start, end, at_end = self.extent
        dim, text, mark = self.inks.style("dim"), self.inks.style("text", "current"), self.inks.style("accent")
        before = on_screen(self._text[max(0, start - _AROUND) : start])
        after = on_screen(self._text[end : end + _AROUND])
        if start > _AROUND:
            before = f"… {before.partition(' ')[2]}"
        if end + _AROUND < len(self._text):
            after = f"{after.rpartition(' ')[0]} …"
        edges = ("[", "▌") if at_end else ("▐", "]")
        self.query_one(Static).update(
            Content.assemble(
                (before, dim), (edges[0], mark), (self._words(start, end), text), (edges[1], mark), (after, dim)
            )
        )

    def _words(self, start: int, end: int) -> str:
        words = on_screen(self._text[start:end])
        if len(words) <= 2 * _AT_EITHER_END:
            return words
        return f"{words[:_AT_EITHER_END].rpartition(' ')[0]} … {words[-_AT_EITHER_END:].partition(' ')[2]}"

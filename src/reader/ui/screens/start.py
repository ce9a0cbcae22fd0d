"""The screen that asks for something to read."""

from __future__ import annotations

import time
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.errors import ReaderError
from reader.settings.state import Recent
from reader.text.safe import on_screen
from reader.ui.attention.navigation import Stride
from reader.ui.keys import footers
from reader.ui.keys.keymap import Keymap
from reader.ui.screens.view import View
from reader.ui.theme.themes import Inks
from reader.ui.widgets.source_box import SourceBox

_HOW = "Paste a web address, or the path of a page, mail or text file. Enter opens it"
_FEEDS = "onrecord feeds add ADDRESS follows a feed."
_NOTHING = "Nothing to open yet: paste a web address or a path."


class StartScreen(View):
    """One line to paste a URL or a path into, over the articles opened last; `SourceBox.Given` goes to the program.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        recent: the articles opened last, the newest first.
        given: what was given before, where it came to nothing, and why.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    StartScreen { align: center middle; background: $background; }
    StartScreen > Vertical { width: 72; max-width: 100%; height: auto; padding: 0 2; }
    StartScreen #name { margin-bottom: 2; }
    StartScreen #how { margin-top: 1; }
    """

    def __init__(
        self, keymap: Keymap, inks: Inks, recent: Sequence[Recent], given: tuple[str, ReaderError] | None = None
    ) -> None:
        super().__init__(keymap, inks, footers.of_screen(self.SCOPE))
        self._box, self._has_recent = SourceBox(recent, inks), bool(recent)
        self._masthead, self._how = Static(id="name"), Static(id="how")
        self._given, self._fault = (given[0], on_screen(str(given[1]))) if given else ("", "")

    def compose(self) -> ComposeResult:
        """The name, the line with the recent articles, and how to use it."""
        with Vertical():
            yield self._masthead
            yield self._box
            yield self._how

    def on_mount(self) -> None:
        """Write the words around the line."""
        self.use_inks(self.inks)
        self._box.ask(self._given)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        name = [("On Record\n", inks.style("headline")), ("Read the news, and see who said what.", inks.style("dim"))]
        self._masthead.update(Content.assemble(*name))
        self._box.use_inks(inks)
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened, what went wrong, or how it is used."""
        if self.opening is not None:
            words, ink = self.opening.label(time.monotonic()), "dim"
        elif self._fault:
            words, ink = self._fault, "error"
        else:
            words, ink = self._usage(), "dim"
        self._how.update(Content.styled(words, self.inks.style(ink)))

    def _usage(self) -> str:
        keys = self.keymap.hints("prompt", {"scroll_down": "goes to the recent ones", "leave": "quits"})
        shown = keys if self._has_recent else keys[1:]
        return ", ".join([_HOW, *(f"{hint.key} {hint.word}" for hint in shown)]) + f". {_FEEDS}"

    def show_failure(self, failure: ReaderError) -> None:
        """Tell what went wrong, under the line that can be mended."""
        self._fault = on_screen(str(failure))
        self.show_status()

    def move(self, by: Stride, direction: int) -> None:
        """To another recent article."""
        self._box.move(by, direction)

    def close(self) -> None:
        """Stop what is being opened, else leave the program."""
        if not self.stop_opening():
            self.post_message(self.Left())

    @on(SourceBox.Given)
    def _look(self, event: SourceBox.Given) -> None:
        self._fault = "" if event.source else _NOTHING
        self.show_status()
        if not event.source:
            event.stop()

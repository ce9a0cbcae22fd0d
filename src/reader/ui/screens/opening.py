"""What stands where the first article will, until it is there: what is being done, or why there is none."""

from __future__ import annotations

import time

from textual.app import ComposeResult
from textual.message import Message

from reader.errors import ReaderError
from reader.ui.keys import footers
from reader.ui.screens.view import View
from reader.ui.theme.themes import Inks
from reader.ui.widgets.bars import KeyLine, StatusRule
from reader.ui.widgets.notice import Notice


class OpeningScreen(View):
    """No article yet."""

    SCOPE = "opening"
    DEFAULT_CSS = "OpeningScreen.-failed KeyLine { visibility: hidden; }"

    class Retried(Message):
        """The reader wants the same source tried again."""

    failure: ReaderError | None = None

    def compose(self) -> ComposeResult:
        """Room for an error, and two lines at the foot."""
        yield Notice(id="notice")
        yield StatusRule(id="status")
        yield KeyLine(self.keymap, self.inks, self.SCOPE, footers.of_screen(self.SCOPE))

    def on_resize(self) -> None:
        """Draw the status for the new width."""
        self.call_after_refresh(self.show_status)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.query_one(KeyLine).use_inks(inks)
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened, or why it could not be."""
        if self.opening is not None:
            self.failure = None
        label = self.opening.label(time.monotonic()) if self.opening else "nothing to read" if self.failure else ""
        self.query_one(StatusRule).show(label, "", self.inks, error=self.failure is not None)
        keys = self.keymap.hints(self.SCOPE, {"retry": "tries again", "open": "opens another", "close": "quits"})
        self.set_class(self.failure is not None, "-failed")
        self.query_one(Notice).show(self.failure, self.inks, keys)

    def show_failure(self, failure: ReaderError) -> None:
        """Show an error in the place of the article."""
        self.failure = failure
        self.show_status()

    def retry(self) -> None:
        """Try again, after an error."""
        if self.failure is not None:
            self.post_message(self.Retried())

    def close(self) -> None:
        """Stop what is being opened."""
        self.stop_opening()

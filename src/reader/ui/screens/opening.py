"""What stands where the first article will, until it is there: what is being done, or why there is none."""

from __future__ import annotations

import time

from textual.app import ComposeResult
from textual.message import Message

from reader.errors import ReaderError
from reader.ui.keys import footers
from reader.ui.keys.keymap import Keymap
from reader.ui.screens.view import View
from reader.ui.theme.themes import Inks
from reader.ui.widgets.notice import Notice


class OpeningScreen(View):
    """No article yet."""

    SCOPE = "opening"
    DEFAULT_CSS = "OpeningScreen.-failed KeyLine { visibility: hidden; }"

    class Retried(Message):
        """The reader wants the same source tried again."""

    def __init__(self, keymap: Keymap, inks: Inks) -> None:
        super().__init__(keymap, inks, footers.of_screen(self.SCOPE))
        self.failure: ReaderError | None = None
        self._notice = Notice()

    def compose(self) -> ComposeResult:
        """Room for an error, and two lines at the foot."""
        yield self._notice
        yield self.status_rule
        yield self.key_line

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened, or why it could not be."""
        if self.opening is not None:
            self.failure = None
        label = self.opening.label(time.monotonic()) if self.opening else "nothing to read" if self.failure else ""
        self.status_rule.show(label, "", self.inks, error=self.failure is not None)
        keys = self.keymap.hints(self.SCOPE, {"retry": "tries again", "open": "opens another", "close": "quits"})
        self.set_class(self.failure is not None, "-failed")
        self._notice.show(self.failure, self.inks, keys)

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

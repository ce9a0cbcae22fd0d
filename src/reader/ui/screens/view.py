"""What fills the screen and lies under the windows; each also tells what else is being opened."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual.message import Message

from reader.errors import ReaderError
from reader.ui.keys.footers import Words
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.widgets.bars import KeyLine, StatusRule
from reader.ui.widgets.command_screen import CommandScreen
from reader.ui.work import Work
from reader.workers import Stopped

# An error has a hint to be read, too; that something was stopped, the reader knows.
_FAILURE_SECONDS, _STOPPED_SECONDS = 10, 2


class View(CommandScreen[None]):
    """A screen of its own. While something else is opened it stays as it is, and says so.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        footer: which commands its footer has, where it has one.
        is_first: no other view lies under it.
    """

    class Left(Message):
        """The reader goes back to what lies under it."""

    class OpeningStopped(Message):
        """What is being opened is no longer wanted."""

    def __init__(self, keymap: Keymap, inks: Inks, footer: Words, *, is_first: bool = True) -> None:
        super().__init__(keymap, inks)
        self.status_rule = StatusRule(id="status")
        self.key_line = KeyLine(keymap, inks, self.SCOPE, footer, id="keys")
        self.is_first = is_first
        self.opening: Work | None = None

    def on_resize(self) -> None:
        """Draw the status for the new width."""
        self.call_after_refresh(self.show_status)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.key_line.use_inks(inks)

    def show_opening(self, work: Work | None) -> None:
        """Tell what is being opened."""
        self.opening = work
        self.show_status()

    def show_failure(self, failure: ReaderError) -> None:
        """Tell that what was to be opened could not be; what is on the screen stays."""
        if isinstance(failure, Stopped):
            self.notify(str(failure), timeout=_STOPPED_SECONDS)
        else:
            self.notify(str(failure), severity="error", timeout=_FAILURE_SECONDS)

    @property
    def listed(self) -> Sequence[int] | None:
        """The articles of the library that it lists, by their ids, in its order; None where it is no list of them."""
        return None

    def follow(self, number: int) -> None:
        """Go to an article of the list: the reader is there now, in front of it."""

    def stop_opening(self) -> bool:
        """Have what is being opened given up; whether anything was."""
        if self.opening is None:
            return False
        self.post_message(self.OpeningStopped())
        return True

    @abstractmethod
    def show_status(self) -> None:
        """Tell anew what is going on."""

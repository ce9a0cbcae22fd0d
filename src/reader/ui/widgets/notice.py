"""What stands in the place of the article when there is none: the error, what to try, and the keys for it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from reader.errors import ReaderError
from reader.text.safe import on_screen
from reader.ui.keys.keymap import Hint, in_one_line
from reader.ui.theme.themes import Inks


class Notice(Static):
    """An error in the middle of the screen; hidden until there is one."""

    DEFAULT_CSS = """
    Notice { width: 1fr; height: 1fr; align: center middle; content-align: center middle; text-align: center; }
    Notice { padding: 0 4; display: none; }
    """

    def show(self, failure: ReaderError | None, inks: Inks, keys: Sequence[Hint]) -> None:
        """Show an error and the keys that help, or go away."""
        self.display = failure is not None
        if failure is not None:
            hint = f"\n\n{on_screen(failure.hint)}" if failure.hint else ""
            message = (on_screen(failure.message), inks.style("error"))
            self.update(Content.assemble(message, hint, (f"\n\n{in_one_line(keys)}", inks.style("dim"))))

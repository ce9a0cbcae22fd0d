"""The windows that stand in front of a screen: one frame, its title above, the keys that work in it below."""

from __future__ import annotations

from typing import TypeVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.ui.keys import footers
from reader.ui.keys.keymap import in_one_line
from reader.ui.widgets.command_screen import CommandScreen

T = TypeVar("T")
W = TypeVar("W", bound=Widget)


class Window(CommandScreen[T | None], ModalScreen[T | None]):
    """Gives what the reader chose in it, or None when they leave it."""

    DEFAULT_CSS = """
    Window { align: center middle; background: $background 70%; }
    Window > .frame {
        max-width: 100%; height: auto; max-height: 100%;
        background: $background; border: round $rule; padding: 0 1;
        border-title-color: $dim; border-subtitle-color: $dim;
    }
    """

    def framed(self, widget: W, title: str) -> W:
        """Make a widget the frame of the window."""
        widget.add_class("frame")
        widget.border_title = title
        hints = self.keymap.hints(self.SCOPE, footers.of_screen(self.SCOPE))
        # Keys are whatever the reader likes; as a string they would be read as markup.
        widget.border_subtitle = Content(in_one_line(hints))
        return widget

    def close(self) -> None:
        """Leave the window."""
        self.dismiss()

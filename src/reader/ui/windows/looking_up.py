"""The windows of a line over a list, and those of them in which what is typed chooses among names."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.window import Window

# Nobody's name is longer; more was pasted by mistake.
LONGEST_NAME = 120

T = TypeVar("T")


class LineWindow(Window[T]):
    """A window with a line over a list of what may be chosen.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    LineWindow > .frame { width: 60; padding: 1 2; }
    LineWindow Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    LineWindow Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    LineWindow ChoiceList { height: auto; max-height: 12; margin-top: 1; }
    LineWindow ChoiceList > .option-list--option { padding: 0; }
    """

    def __init__(self, keymap: Keymap, inks: Inks) -> None:
        super().__init__(keymap, inks)
        self.list = ChoiceList()
        self.list.can_focus = False

    @abstractmethod
    def show_choices(self) -> None:
        """List what may be chosen."""

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.show_choices()


class LookUpWindow(LineWindow[T]):
    """Gives what the reader chose of the list, or None when they leave with Esc."""

    def frame_of(self, asked: str, hint: str) -> Vertical:
        """The line over the list, in a frame; `hint` stands in the line while nothing is typed."""
        return self.framed(Vertical(Input(placeholder=hint, max_length=LONGEST_NAME), self.list), asked)

    @abstractmethod
    def choice(self, index: int) -> T:
        """What stands at a place of the list."""

    def on_mount(self) -> None:
        """List what may be chosen, and have the keys go to the line."""
        self.show_choices()
        self.query_one(Input).focus()

    def move(self, by: Stride, direction: int) -> None:
        """To another name."""
        self.list.move(by, direction)

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if (at := self.list.highlighted) is not None:
            self.dismiss(self.choice(at))

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.choice(event.option_index))

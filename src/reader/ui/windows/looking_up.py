"""The windows in which what is typed chooses among names: a line over a list."""

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


class LookUpWindow(Window[T]):
    """Gives what the reader chose of the list, or None when they leave with Esc.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    LookUpWindow > .frame { width: 60; padding: 1 2; }
    LookUpWindow Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    LookUpWindow Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    LookUpWindow ChoiceList { height: auto; max-height: 12; margin-top: 1; }
    LookUpWindow ChoiceList > .option-list--option { padding: 0; }
    """

    def __init__(self, keymap: Keymap, inks: Inks) -> None:
        super().__init__(keymap, inks)
        self.list = ChoiceList()
        self.list.can_focus = False

    def frame_of(self, asked: str, hint: str) -> Vertical:
        """The line over the list, in a frame; `hint` stands in the line while nothing is typed."""
        return self.framed(Vertical(Input(placeholder=hint, max_length=LONGEST_NAME), self.list), asked)

    @abstractmethod
    def show_choices(self) -> None:
        """List what may be chosen."""

    @abstractmethod
    def choice(self, index: int) -> T:
        """What stands at a place of the list."""

    def on_mount(self) -> None:
        """List what may be chosen, and have the keys go to the line."""
        self.show_choices()
        self.query_one(Input).focus()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.show_choices()

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

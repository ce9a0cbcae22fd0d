"""The menu of what can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.window import Window

What = Literal["quote", "points", "link", "note"]


class Copyable(NamedTuple):
    """One row of the menu: what it copies, what it says, and whether there is any of it."""

    what: What
    label: str
    is_there: bool


class CopyWindow(Window[What]):
    """Gives what to copy, or None when the reader leaves with Esc.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        rows: what can be copied from this article, and what could not.
    """

    SCOPE = "copy"
    DEFAULT_CSS = """
    CopyWindow { background: $background 0%; }
    CopyWindow > .frame { width: 46; }
    CopyWindow ChoiceList { height: auto; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, rows: Sequence[Copyable]) -> None:
        super().__init__(keymap, inks)
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The rows."""
        with self.framed(Vertical(), "copy"):
            yield ChoiceList()

    def on_mount(self) -> None:
        """Fill the list, and start at the first thing there is."""
        key, text, dim = (self.inks.style(ink) for ink in ("accent", "text", "dim"))
        options = self.query_one(ChoiceList)
        for number, row in enumerate(self._rows, 1):
            words = Content.assemble((f"{number}  ", key), (row.label, text if row.is_there else dim))
            options.add_option(Option(words, id=row.what, disabled=not row.is_there))
        options.highlighted = next((index for index, row in enumerate(self._rows) if row.is_there), None)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._rows[event.option_index].what)

    def move(self, by: Stride, direction: int) -> None:
        """To another row."""
        self.query_one(ChoiceList).move(by, direction)

    def choose(self) -> None:
        """Copy what the reader is at."""
        self.query_one(ChoiceList).choose()

    def choose_number(self, number: int) -> None:
        """Copy what stands at a number, counted from 1, if there is any of it."""
        if number <= len(self._rows) and self._rows[number - 1].is_there:
            self.dismiss(self._rows[number - 1].what)

"""The menu of what can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList

What = Literal["quote", "points", "link", "note"]


class Copyable(NamedTuple):
    """One row of the menu: what it copies, what it says, and whether there is any of it."""

    what: What
    label: str
    is_there: bool


class CopyScreen(ModalScreen[What | None]):
    """Gives what to copy, or None when the reader leaves with Esc.

    Args:
        rows: what can be copied from this article, and what could not.
        inks: the styles to draw with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,Y", "dismiss", "Close"),
        *((str(number), f"choose({number})", "Copy it") for number in range(1, 5)),
    ]
    DEFAULT_CSS = """
    CopyScreen { align: center middle; background: $background 0%; }
    CopyScreen > Vertical {
        width: 46; max-width: 100%; height: auto; background: $background; border: round $rule; padding: 0 1;
        border-title-color: $dim; border-subtitle-color: $dim;
    }
    CopyScreen ChoiceList { height: auto; }
    """

    def __init__(self, rows: Sequence[Copyable], inks: Inks) -> None:
        super().__init__()
        self._rows, self._inks = rows, inks

    def compose(self) -> ComposeResult:
        """The rows."""
        with Vertical() as frame:
            frame.border_title = "copy"
            frame.border_subtitle = "esc closes"
            yield ChoiceList()

    def on_mount(self) -> None:
        """Fill the list, and start at the first thing there is."""
        key, text, dim = (self._inks.style(ink) for ink in ("accent", "text", "dim"))
        options = self.query_one(ChoiceList)
        for number, row in enumerate(self._rows, 1):
            words = Content.assemble((f"{number}  ", key), (row.label, text if row.is_there else dim))
            options.add_option(Option(words, id=row.what, disabled=not row.is_there))
        options.highlighted = next((index for index, row in enumerate(self._rows) if row.is_there), None)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._rows[event.option_index].what)

    def action_choose(self, number: int) -> None:
        """Copy what stands at a number, counted from 1, if there is any of it."""
        row = self._rows[number - 1]
        if row.is_there:
            self.dismiss(row.what)

"""A list to choose one thing from with the keys of the article: j, k, g, G and Enter, or a click."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class ChoiceList(OptionList):
    """A list of ours: no markup in what it shows, and no frame of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
        Binding("g", "first", "First", show=False),
        Binding("G", "last", "Last", show=False),
        Binding("space", "page_down", "Page down", show=False),
        Binding("b", "page_up", "Page up", show=False),
    ]
    DEFAULT_CSS = """
    ChoiceList { border: none; padding: 0; background: $background; scrollbar-size-vertical: 1; }
    ChoiceList:focus { border: none; background-tint: $background 0%; }
    ChoiceList > .option-list--option { padding: 0 1; }
    ChoiceList:focus:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

"""A list to choose one thing from, moved in by the commands of its screen, or with a click."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import OptionList

from reader.ui.attention.navigation import Stride, lines_in


class ChoiceList(OptionList, inherit_bindings=False):
    """A list of ours: no markup in what it shows, no frame and no keys of its own."""

    DEFAULT_CSS = """
    ChoiceList { border: none; padding: 0; background: $background; scrollbar-size-vertical: 1; }
    ChoiceList:focus { border: none; background-tint: $background 0%; }
    ChoiceList > .option-list--option { padding: 0 1; }
    ChoiceList:focus:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def move(self, by: Stride, direction: int) -> None:
        """To another item; 1 is down, -1 up."""
        if by == "half":
            self._move_half(direction)
            return
        ways: dict[str, tuple[Callable[[], None], Callable[[], None]]] = {
            "line": (self.action_cursor_down, self.action_cursor_up),
            "page": (self.action_page_down, self.action_page_up),
            "end": (self.action_last, self.action_first),
        }
        down, up = ways[by]
        (down if direction > 0 else up)()

    def _move_half(self, direction: int) -> None:
        if self.option_count:
            lines = max(self.virtual_size.height // self.option_count, 1)
            items = max(lines_in("half", self.size.height, 0) // lines, 1)
            at = -1 if self.highlighted is None else self.highlighted
            self.highlighted = min(max(at + direction * items, 0), self.option_count - 1)

    def choose(self) -> None:
        """Take the item that the reader is at."""
        self.action_select()

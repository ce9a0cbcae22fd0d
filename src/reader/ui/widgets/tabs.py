"""The names of the lists, set into a rule over the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.ui.attention.panes import Tab
from reader.ui.theme.themes import Inks

# Before a name, room for the mark of the list that has the keys; after it, a space.
_MARK, _NO_MARK = "▸ ", "  "
_AROUND = len(_MARK) + 1


class Label(NamedTuple):
    """What a tab is called: its name, and how much is in the list, with the words of its filter."""

    tab: Tab
    name: str
    amount: str


def fitted(labels: Sequence[Label], chosen: Tab, width: int) -> list[str]:
    """The words on the tabs that fit a width: all amounts, else that of the open list, else initials of the others."""
    full = [f"{label.name} {label.amount}" for label in labels]
    open_only = [f"{label.name} {label.amount}" if label.tab == chosen else label.name for label in labels]
    initials = [words if label.tab == chosen else label.name[0] for label, words in zip(labels, full, strict=True)]
    for words in (full, open_only, initials):
        if sum(cell_len(each) + _AROUND for each in words) <= width:
            return words
    others = sum(cell_len(each) + _AROUND for each, label in zip(initials, labels, strict=True) if label.tab != chosen)
    room = max(width - others - _AROUND, 1)
    return [_cut(words, room) if label.tab == chosen else words for label, words in zip(labels, initials, strict=True)]


def _cut(words: str, room: int) -> str:
    return words if cell_len(words) <= room else set_cell_size(words, room - 1).rstrip() + "…"


class Tabs(Static):
    """The tabs; a click chooses one."""

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab: Tab = tab

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ends: list[tuple[int, Tab]] = []

    def show(self, labels: Sequence[Label], chosen: Tab, inks: Inks, *, has_keys: bool) -> None:
        """Show which list is open, how much is in each, and whether the keys go to it."""
        names: list[Content] = []
        lines: list[Content] = []
        self._ends = []
        column = 0
        for label, words in zip(labels, fitted(labels, chosen, self.size.width), strict=True):
            is_open = label.tab == chosen
            mark = _MARK if is_open and has_keys else _NO_MARK
            names.append(Content.styled(f"{mark}{words} ", inks.style("headline" if is_open else "dim")))
            line = "━" if is_open and has_keys else "─"
            size = cell_len(words) + _AROUND
            lines.append(Content.styled(line * size, inks.style("accent" if is_open else "rule")))
            column += size
            self._ends.append((column, label.tab))
        lines.append(Content.styled("─" * max(self.size.width - column, 0), inks.style("rule")))
        self.update(Content("").join([*names, Content("\n"), *lines]))

    def on_click(self, event: events.Click) -> None:
        """Post the tab under the mouse."""
        for end, name in self._ends:
            if event.x < end:
                self.post_message(self.Clicked(name))
                return

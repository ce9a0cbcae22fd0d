"""The names of the lists, set into a rule over the one that is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.ui.attention.panes import Tab
from reader.ui.theme.themes import Inks

# Before a name, room for the mark of the list that has the keys; after it, a space.
_MARK, _NO_MARK = "▸ ", "  "
_AROUND = len(_MARK) + 1
# Between the number of quotes and the words of a filter.
_DOT = " · "
# What the lists are called where their names do not fit: words that can be read, not the beginnings of words.
_SHORT: dict[Tab, str] = {"quotes": "Said", "actors": "Who", "timeline": "When", "figures": "Figures"}


class Label(NamedTuple):
    """What a tab is called: its name, and how much is in the list, behind that the words of its filter."""

    tab: Tab
    name: str
    amount: str


def fitted(labels: Sequence[Label], opened: Collection[Tab], width: int) -> list[str]:
    """The words on the tabs that fit a width: amounts, longer names, and then a filter's words give way."""

    def words(of_open: Callable[[Label], str], of_others: Callable[[Label], str]) -> list[str]:
        return [of_open(label) if label.tab in opened else of_others(label) for label in labels]

    ways = [(_full, _full), (_full, _name), (_full, _short)]
    most = max(label.amount.count(_DOT) for label in labels)
    ways += [(partial(_filtered, criteria=criteria), _short) for criteria in range(most - 1, 0, -1)]
    for of_open, of_others in (*ways, (_counted, _name), (_counted, _short), (_short_counted, _short)):
        found = words(of_open, of_others)
        if sum(cell_len(each) + _AROUND for each in found) <= width:
            return found
    return words(_short, _short)


def _full(label: Label) -> str:
    return f"{label.name} {label.amount}"


def _filtered(label: Label, criteria: int) -> str:
    """With the first words of its filter alone."""
    parts = label.amount.split(_DOT)
    return f"{label.name} {_DOT.join([*parts[: criteria + 1], '…'] if criteria + 1 < len(parts) else parts)}"


def _counted(label: Label) -> str:
    return f"{label.name} {_count(label)}"


def _short_counted(label: Label) -> str:
    return f"{_short(label)} {_count(label)}"


def _name(label: Label) -> str:
    return label.name


def _short(label: Label) -> str:
    return _SHORT[label.tab]


def _count(label: Label) -> str:
    return label.amount.partition(" ")[0]


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

    def show(self, labels: Sequence[Label], opened: Collection[Tab], inks: Inks, *, keys: Tab | None) -> None:
        """Show which lists are open, how much is in each, and to which of them the keys go."""
        names: list[Content] = []
        lines: list[Content] = []
        self._ends = []
        column = 0
        for label, words in zip(labels, fitted(labels, opened, self.size.width), strict=True):
            is_open, has_keys = label.tab in opened, label.tab == keys
            mark = _MARK if has_keys else _NO_MARK
            names.append(Content.styled(f"{mark}{words} ", inks.style("headline" if is_open else "dim")))
            line = "━" if has_keys else "─"
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

"""Every key of a screen, from the command table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise, zip_longest

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.keys.command import Scope, Sections, commands_of
from reader.ui.keys.footers import DAILY
from reader.ui.keys.keymap import Keymap, key_labels
from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import wrap
from reader.ui.windows.window import Window

_KEY_COLUMN = 10
# The table stands in two columns, and in three, from these widths on: most descriptions then take one line, and all of
# them are to be seen at once in a window of 160 columns and 45 lines.
_TWO_COLUMNS, _THREE_COLUMNS = 112, 146
_GAP = 4


class HelpWindow(Window[None]):
    """The keys of the screen under it.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        scope: that screen's.
    """

    SCOPE = "help"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    DEFAULT_CSS = """
    HelpWindow.-wide > .frame { width: 158; }
    HelpWindow > .frame { width: 80; scrollbar-gutter: stable; scrollbar-size-vertical: 1; padding: 0 2; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, scope: Scope) -> None:
        super().__init__(keymap, inks)
        self._sections = daily_first(keymap.of(scope))

    def compose(self) -> ComposeResult:
        """One text, in a frame that scrolls."""
        with self.framed(VerticalScroll(can_focus=False), "keys"):
            yield Static()

    def move(self, by: Stride, direction: int) -> None:
        """Scroll by lines, pages, or all the way."""
        scroll = self.query_one(VerticalScroll)
        lines = lines_in(by, scroll.size.height, scroll.virtual_size.height)
        scroll.scroll_relative(y=direction * lines, animate=False)

    def on_resize(self) -> None:
        """Set the table for the new width."""
        self.call_after_refresh(self._set)

    def _set(self) -> None:
        static = self.query_one(Static)
        static.update(Content("\n").join(self._lines(static.size.width)))

    def _lines(self, width: int) -> Iterator[Content]:
        count = 1 if width < _TWO_COLUMNS else 2 if width < _THREE_COLUMNS else 3
        column = (width + _GAP) // count - _GAP
        columns = _in_columns([list(self._section(name, column)) for name in self._sections], count)
        for line in zip_longest(*columns, fillvalue=Content("")):
            *before, last = line
            padded = (Content.assemble(each, " " * (column + _GAP - each.cell_length)) for each in before)
            yield Content.assemble(*padded, last)

    def _section(self, name: str, width: int) -> Iterator[Content]:
        key, text, heading = (self.inks.style(ink) for ink in ("accent", "text", "heading"))
        yield Content("")
        yield Content.styled(name, heading)
        for command in self._sections[name]:
            label = " ".join(key_labels(command))
            column = max(_KEY_COLUMN, cell_len(label) + 1)
            for line in wrap(command.description, 0, len(command.description), width - column):
                words = command.description[line.start : line.end]
                yield Content.assemble((label.ljust(column), key), (words, text))
                label = ""


def daily_first(sections: Sections) -> Sections:
    """The commands that one day of reading takes, and behind them all others in their sections."""
    every_day = [command for name in DAILY for command in commands_of(sections) if command.id == name]
    others = {name: tuple(each for each in section if each not in every_day) for name, section in sections.items()}
    return {name: section for name, section in {"Every day": tuple(every_day), **others}.items() if section}


def _in_columns(sections: Sequence[Sequence[Content]], count: int) -> list[list[Content]]:
    """The sections in so many columns, in order, as even as they come."""
    cuts = ((0, *cut, len(sections)) for cut in combinations(range(1, len(sections)), count - 1))
    columns = ([list(chain.from_iterable(sections[a:b])) for a, b in pairwise(cut)] for cut in cuts)
    return min(columns, key=lambda each: max(map(len, each)), default=[list(chain.from_iterable(sections))])

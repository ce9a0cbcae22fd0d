"""Every key, from the command table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.commands import key_labels
from reader.ui.commands.keys import Sections
from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import wrap

_KEY_COLUMN = 12
# The table stands in two columns from this width on: most descriptions then take one line.
_TWO_COLUMNS = 112
_GAP = 4


class HelpScreen(ModalScreen[None]):
    """The key table, over the article; any of Esc, q, ? and Enter closes it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,enter", "dismiss", "Close"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen.-wide > VerticalScroll { width: 158; }
    HelpScreen > VerticalScroll {
        width: 80; max-width: 100%; height: auto; max-height: 100%; scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        background: $background; border: round $rule; padding: 0 2; border-title-color: $dim;
        border-subtitle-color: $dim;
    }
    """

    def __init__(self, sections: Sections, inks: Inks) -> None:
        super().__init__()
        self._sections, self._inks = sections, inks

    def compose(self) -> ComposeResult:
        """One text, in a frame that scrolls."""
        with VerticalScroll() as scroll:
            scroll.border_title = "keys"
            scroll.border_subtitle = "j k scroll · esc closes"
            yield Static()

    def on_resize(self) -> None:
        """Set the table for the new width."""
        self.call_after_refresh(self._set)

    def _set(self) -> None:
        static = self.query_one(Static)
        static.update(Content("\n").join(self._lines(static.size.width)))

    def _lines(self, width: int) -> Iterator[Content]:
        if width < _TWO_COLUMNS:
            for name in self._sections:
                yield from self._section(name, width)
        else:
            column = (width - _GAP) // 2
            left, right = _halves([list(self._section(name, column)) for name in self._sections])
            for one, other in zip_longest(left, right, fillvalue=Content("")):
                yield Content.assemble(one, " " * (column + _GAP - one.cell_length), other)

    def _section(self, name: str, width: int) -> Iterator[Content]:
        key, text, heading = (self._inks.style(ink) for ink in ("accent", "text", "heading"))
        yield Content("")
        yield Content.styled(name, heading)
        for command in self._sections[name]:
            label = " ".join(key_labels(command))
            for line in wrap(command.description, 0, len(command.description), width - _KEY_COLUMN):
                words = command.description[line.start : line.end]
                yield Content.assemble((label.ljust(_KEY_COLUMN), key), (words, text))
                label = ""

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _halves(sections: Sequence[Sequence[Content]]) -> tuple[list[Content], list[Content]]:
    """The sections in two columns, in order, as even as they come."""
    columns = [(sections[:at], sections[at:]) for at in range(len(sections) + 1)]
    left, right = min(columns, key=lambda pair: max(sum(map(len, column)) for column in pair))
    return list(chain.from_iterable(left)), list(chain.from_iterable(right))

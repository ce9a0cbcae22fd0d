"""The two lines at the foot of the screen: what is going on, set into a rule, and the keys that matter."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from reader.ui.attention.panes import Pane
from reader.ui.commands import footer
from reader.ui.commands.keys import Sections
from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import on_one_line


class StatusRule(Static):
    """A rule with the state of things on its left and the place in the article on its right."""

    def show(self, state: str, place: str, inks: Inks, *, error: bool = False) -> None:
        """Set words into the rule; `error` makes those on the left stand out."""
        width = self.size.width
        state = on_one_line(state)
        left = Content.assemble(("── ", inks.style("rule")), (state, inks.style("error" if error else "dim")), " ")
        right = Content.assemble(" ", (place, inks.style("dim")), (" ──", inks.style("rule")))
        if not state:
            left = Content.styled("───", inks.style("rule"))
        if not place:
            right = Content.styled("───", inks.style("rule"))
        left = left.truncate(max(width - right.cell_length, 0), ellipsis=True)
        between = max(width - left.cell_length - right.cell_length, 0)
        self.update(Content.assemble(left, ("─" * between, inks.style("rule")), right), layout=False)


class KeyLine(Static):
    """As many of the commands of a pane as fit, the most needed first; a click runs one."""

    class Clicked(Message):
        """A command was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, sections: Sections, inks: Inks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sections, self._inks = sections, inks
        self._pane: Pane = "article"
        self._ends: list[tuple[int, str]] = []

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.on_resize()

    def use_pane(self, pane: Pane) -> None:
        """Show the commands of another pane."""
        self._pane = pane
        self.on_resize()

    def on_resize(self) -> None:
        """Choose the commands for the new width."""
        parts: list[Content] = [Content(" ")]
        column = 1
        self._ends = []
        for command, key, word in footer(self._sections, self._pane):
            column += cell_len(key) + len(word) + 3
            if column > self.size.width:
                break
            parts.append(Content.assemble((key, self._inks.style("accent")), (f" {word}  ", self._inks.style("dim"))))
            self._ends.append((column, command.action()))
        self.update(Content("").join(parts), layout=False)

    def on_click(self, event: Click) -> None:
        """Post the command under the mouse."""
        for end, action in self._ends:
            if event.x < end:
                self.post_message(self.Clicked(action))
                return

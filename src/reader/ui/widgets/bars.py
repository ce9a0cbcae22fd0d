"""The two lines at the foot of the screen: what is going on, set into a rule, and the keys that matter."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from reader.text.safe import on_one_line
from reader.ui.keys.command import Scope
from reader.ui.keys.footers import Words
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks


class StatusRule(Static):
    """A rule with the state of things on its left and the place in the article on its right."""

    DEFAULT_CSS = "StatusRule { height: 1; }"

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
    """As many commands of a screen as fit, the most needed first; a click runs one.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        scope: the screen's.
        words: which commands, and what they are called.
    """

    DEFAULT_CSS = "KeyLine { height: 1; }"

    def __init__(self, keymap: Keymap, inks: Inks, scope: Scope, words: Words, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap, self._inks = keymap, inks
        self._scope, self._words = scope, words
        self._ends: list[tuple[int, str]] = []

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.on_resize()

    def use_words(self, words: Words) -> None:
        """Show other commands."""
        self._words = words
        self.on_resize()

    def on_resize(self) -> None:
        """Choose the commands for the new width."""
        parts: list[Content] = [Content(" ")]
        column = 1
        self._ends = []
        for key, word, action in self._keymap.hints(self._scope, self._words):
            column += cell_len(key) + len(word) + 3
            if column > self.size.width:
                break
            parts.append(Content.assemble((key, self._inks.style("accent")), (f" {word}  ", self._inks.style("dim"))))
            self._ends.append((column, action))
        self.update(Content("").join(parts), layout=False)

    async def on_click(self, event: Click) -> None:
        """Run the command under the mouse."""
        for end, action in self._ends:
            if event.x < end:
                await self.screen.run_action(action)
                return

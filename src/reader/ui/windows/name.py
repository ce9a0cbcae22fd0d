"""The window that asks who said it: one of the article's actors, or a name that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from reader.text.safe import on_one_line
from reader.ui.keys.keymap import Keymap
from reader.ui.search import fuzzy
from reader.ui.theme.themes import Inks
from reader.ui.windows.looking_up import LookUpWindow


class NameWindow(LookUpWindow[str]):
    """Gives the name of who said it, or None when the reader leaves with Esc.

    What is typed chooses among the names, the best first; behind them it stands itself, as a name of its own.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        names: those of the article's actors.
    """

    def __init__(self, keymap: Keymap, inks: Inks, names: Sequence[str]) -> None:
        super().__init__(keymap, inks)
        self._names, self._shown, self._typed = names, list(names), ""

    def compose(self) -> ComposeResult:
        """The line over the names."""
        yield self.frame_of("who said it", "a name, or some of its letters")

    def choice(self, index: int) -> str:
        """A name of the list."""
        return self._shown[index]

    def show_choices(self) -> None:
        """List the names."""
        text, dim = self.inks.style("text"), self.inks.style("dim")
        options = [Option(Content.styled(on_one_line(name), text)) for name in self._shown]
        if self._typed:
            options[-1] = Option(Content.assemble((self._typed, text), ("  as it is typed", dim)))
        self.list.set_options(options)
        self.list.highlighted = 0 if self._typed else None
        self.list.display = bool(options)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._typed = typed = on_one_line(event.value)
        scored = [(fuzzy.match(typed, name)[0], name) for name in self._names]
        found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        self._shown = [*(name for _, name in found), typed] if typed else list(self._names)
        self.show_choices()

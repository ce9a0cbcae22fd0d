"""The window that asks who said it: one of the article's actors, or a name that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.text.safe import on_one_line
from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.search import fuzzy
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.window import Window

# Nobody's name is longer; more was pasted by mistake.
LONGEST_NAME = 120


class NameWindow(Window[str]):
    """Gives the name of who said it, or None when the reader leaves with Esc.

    What is typed chooses among the names, the best first; behind them it stands itself, as a name of its own.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        names: those of the article's actors.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    NameWindow > .frame { width: 60; padding: 1 2; }
    NameWindow Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    NameWindow Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    NameWindow ChoiceList { height: auto; max-height: 12; margin-top: 1; }
    NameWindow ChoiceList > .option-list--option { padding: 0; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, names: Sequence[str]) -> None:
        super().__init__(keymap, inks)
        self._names, self._shown, self._typed = names, list(names), ""
        self._list = ChoiceList()
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """The line over the names."""
        with self.framed(Vertical(), "who said it"):
            yield Input(placeholder="a name, or some of its letters", max_length=LONGEST_NAME)
            yield self._list

    def on_mount(self) -> None:
        """List the names, and have the keys go to the line."""
        self._show()
        self.query_one(Input).focus()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self._show()

    def move(self, by: Stride, direction: int) -> None:
        """To another name."""
        self._list.move(by, direction)

    def _show(self) -> None:
        text, dim = self.inks.style("text"), self.inks.style("dim")
        options = [Option(Content.styled(on_one_line(name), text)) for name in self._shown]
        if self._typed:
            options[-1] = Option(Content.assemble((self._typed, text), ("  as it is typed", dim)))
        self._list.set_options(options)
        self._list.highlighted = 0 if self._typed else None
        self._list.display = bool(options)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._typed = typed = on_one_line(event.value)
        scored = [(fuzzy.match(typed, name)[0], name) for name in self._names]
        found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        self._shown = [*(name for _, name in found), typed] if typed else list(self._names)
        self._show()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if (at := self._list.highlighted) is not None:
            self.dismiss(self._shown[at])

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._shown[event.option_index])

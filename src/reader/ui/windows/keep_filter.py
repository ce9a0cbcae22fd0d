"""The window that asks under which name a filter is kept, and what for."""

from __future__ import annotations

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.model.library import SearchKind
from reader.text.safe import on_one_line
from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.window import Window

_LONGEST_NAME = 60
_WAYS: tuple[tuple[SearchKind, str], ...] = (
    ("saved", "save: a place of its own"),
    ("watched", "watch: a place, and onrecord watch tells what is new"),
    ("muted", "mute: what it finds is not shown, now and when it arrives"),
)


class KeptFilter(NamedTuple):
    """A filter's name, and what it is kept for."""

    name: str
    kind: SearchKind


class KeepFilterWindow(Window[KeptFilter]):
    """Gives the name of a filter and what it is kept for.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        query: the filter, which is its name unless another one is typed.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    KeepFilterWindow > .frame { width: 66; padding: 1 2; }
    KeepFilterWindow Static { height: auto; max-height: 3; margin-bottom: 1; }
    KeepFilterWindow Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    KeepFilterWindow Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    KeepFilterWindow ChoiceList { height: auto; margin-top: 1; }
    KeepFilterWindow ChoiceList > .option-list--option { padding: 0; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, query: str) -> None:
        super().__init__(keymap, inks)
        self._query = query
        self._said = Static(markup=False)
        self._line = Input(placeholder="a name; without one, the filter itself", max_length=_LONGEST_NAME)
        self._list = ChoiceList()
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """The filter, the line for its name, and what it can be kept for."""
        with self.framed(Vertical(), "keep this filter"):
            yield self._said
            yield self._line
            yield self._list

    def on_mount(self) -> None:
        """Have the keys go to the line."""
        self.use_inks(self.inks)
        self._line.focus()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        at = self._list.highlighted or 0
        self._said.update(Content.styled(on_one_line(self._query), inks.style("dim")))
        self._list.set_options(Option(Content.styled(words, inks.style("text"))) for _, words in _WAYS)
        self._list.highlighted = at

    def move(self, by: Stride, direction: int) -> None:
        """To another way to keep it."""
        self._list.move(by, direction)

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        self._keep(self._list.highlighted or 0)

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._keep(event.option_index)

    def _keep(self, way: int) -> None:
        name = " ".join(self._line.value.split()) or " ".join(self._query.split())[:_LONGEST_NAME]
        self.dismiss(KeptFilter(name, _WAYS[way][0]))

"""The line that asks for something to open, over the articles opened last."""

from __future__ import annotations

import os
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.settings.state import Recent
from reader.text.safe import on_screen
from reader.ui.attention.navigation import Stride
from reader.ui.rows.headlines import has_words, headline_lines
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList


class SourceBox(Vertical):
    """Takes an address or a path; what is typed also chooses among the recent articles.

    The keys stay with the line: moving goes into the list, and from its first item back.

    Args:
        recent: the articles opened last, the newest first.
        inks: the styles to draw with.
    """

    class Given(Message):
        """The reader gave a source, "" where nothing was; or chose an article of the library, by its id."""

        def __init__(self, source: str, article: int | None = None) -> None:
            super().__init__()
            self.source, self.article = source, article

    DEFAULT_CSS = """
    SourceBox { height: auto; }
    SourceBox Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    SourceBox Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    SourceBox ChoiceList { height: auto; max-height: 12; margin-top: 1; }
    SourceBox ChoiceList > .option-list--option { padding: 0; }
    """

    def __init__(self, recent: Sequence[Recent], inks: Inks) -> None:
        super().__init__()
        self._recent, self._inks = recent, inks
        self._shown: Sequence[Recent] = recent
        self._given = ""
        self._line = Input(placeholder="URL or path of an article", id="source")
        self._list = ChoiceList(id="recent")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """The line over the list."""
        yield self._line
        yield self._list

    def on_mount(self) -> None:
        """List the recent articles."""
        self._show()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying at the same article."""
        self._inks = inks
        at = self._list.highlighted
        self._show()
        self._list.highlighted = at

    def ask(self, value: str = "") -> None:
        """Have the keys go to the line, with what was given before: it is mended, or typed over."""
        self._given = self._line.value = value
        self._line.focus()
        self._line.action_select_all()

    def move(self, by: Stride, direction: int) -> None:
        """To another recent article, or from the first back to the line."""
        if direction < 0 and not self._list.highlighted:
            self._list.highlighted = None
        else:
            self._list.move(by, direction)

    def _show(self) -> None:
        self._list.set_options(Option(headline_lines(each.headline, each.source, self._inks)) for each in self._shown)
        self._list.highlighted = None
        self._list.display = bool(self._shown)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        words = "" if event.value == self._given else event.value
        self._shown = [each for each in self._recent if has_words(each.headline, each.source, words)]
        self._show()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        at = self._list.highlighted
        if at is None:
            self.post_message(self.Given(pasted(event.value)))
        else:
            self._give(self._shown[at])

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._give(self._shown[event.option_index])

    def _give(self, chosen: Recent) -> None:
        self.post_message(self.Given(chosen.source, chosen.article))


def pasted(value: str) -> str:
    """What was meant: shells paste paths in quotes, mail programs addresses in <>, and ~ is a home folder."""
    value = on_screen(value).strip()
    for first, last in ("''", '""', "<>"):
        if len(value) > 1 and value[0] == first and value[-1] == last:
            value = value[1:-1].strip()
    return os.path.expanduser(value)

"""The window over a quote's evidence: what it rests on, and what the reader can decide of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.rows import Paragraph
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.window import Window

Answer = Literal["right", "wrong", "somebody else", "none", "other words", "given"]


class Choice(NamedTuple):
    """One row of the menu: what is answered, how it is worded, and for "given" the name of who said it."""

    answer: Answer
    label: str
    name: str | None = None
    is_there: bool = True


class EvidenceWindow(Window[Choice]):
    """Gives what the reader decides, or None when they leave with Esc.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        title: which quote it is.
        evidence: what its speaker rests on.
        choices: what can be decided of it.
    """

    SCOPE = "evidence"
    DEFAULT_CSS = """
    EvidenceWindow { background: $background 0%; }
    EvidenceWindow > .frame { width: 84; }
    EvidenceWindow VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    EvidenceWindow ChoiceList { height: auto; margin-top: 1; }
    """

    def __init__(
        self, keymap: Keymap, inks: Inks, title: str, evidence: Sequence[Paragraph], choices: Sequence[Choice]
    ) -> None:
        super().__init__(keymap, inks)
        self._title, self._evidence, self._choices = title, evidence, choices

    def compose(self) -> ComposeResult:
        """The evidence over the menu."""
        with self.framed(Vertical(), self._title):
            with VerticalScroll(can_focus=False):
                yield Static()
            yield ChoiceList()

    def on_mount(self) -> None:
        """Fill the menu."""
        self.use_inks(self.inks)
        self._list.highlighted = next(index for index, choice in enumerate(self._choices) if choice.is_there)

    def on_resize(self) -> None:
        """Leave the evidence what the menu leaves; it scrolls where that is little."""
        room = self.size.height - len(self._choices) - 3
        self.query_one(VerticalScroll).styles.max_height = max(room, 1)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.query_one(Static).update(Content("\n").join(self._lines()))
        at = self._list.highlighted
        self._list.set_options(self._options())
        self._list.highlighted = at

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def _lines(self) -> list[Content]:
        return [
            Content.assemble(
                " " * paragraph.indent, *((words.text, self.inks.style(*words.inks)) for words in paragraph.words)
            )
            for paragraph in self._evidence
            if any(words.text for words in paragraph.words)
        ]

    def _options(self) -> list[Option]:
        key, text, dim = (self.inks.style(ink) for ink in ("accent", "text", "dim"))
        return [
            Option(
                Content.assemble((f"{number}  ", key), (choice.label, text if choice.is_there else dim)),
                disabled=not choice.is_there,
            )
            for number, choice in enumerate(self._choices, 1)
        ]

    def move(self, by: Stride, direction: int) -> None:
        """To another row; by pages through the evidence, where that is longer than it is shown; all the way is both."""
        scroll = self.query_one(VerticalScroll)
        if by != "line":
            height = scroll.virtual_size.height if by == "end" else scroll.size.height
            scroll.scroll_relative(y=direction * max(height - 1, 1), animate=False)
        if by != "page" or not scroll.max_scroll_y:
            self._list.move(by, direction)

    def choose(self) -> None:
        """Decide what the reader is at."""
        self._list.choose()

    def choose_number(self, number: int) -> None:
        """Decide what stands at a number, counted from 1."""
        if number <= len(self._choices) and self._choices[number - 1].is_there:
            self.dismiss(self._choices[number - 1])

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._choices[event.option_index])

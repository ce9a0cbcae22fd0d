"""The screen that asks for something to read."""

from __future__ import annotations

import os
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import printable

_HOW = "Paste a web address, or the path of a page, mail or text file. Enter opens it, Esc quits."


class StartScreen(Screen[None]):
    """One line to paste a URL or a path into."""

    class Opened(Message):
        """The reader gave a source."""

        def __init__(self, source: str) -> None:
            super().__init__()
            self.source = source

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.quit", "Quit", show=False)]
    DEFAULT_CSS = """
    StartScreen { align: center middle; background: $background; }
    StartScreen > Vertical { width: 72; max-width: 100%; height: auto; padding: 0 2; }
    StartScreen Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    StartScreen Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    StartScreen #name { margin-bottom: 2; }
    StartScreen #how { margin-top: 1; }
    """

    def __init__(self, inks: Inks) -> None:
        super().__init__()
        self._inks = inks

    def compose(self) -> ComposeResult:
        """The name, the line, and how to use it."""
        with Vertical():
            yield Static(id="name")
            yield Input(placeholder="URL or path of an article", id="source")
            yield Static(id="how")

    def on_mount(self) -> None:
        """Write the words around the line."""
        self.use_inks(self._inks)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        name = [("On Record\n", inks.style("headline")), ("Read the news, and see who said what.", inks.style("dim"))]
        self.query_one("#name", Static).update(Content.assemble(*name))
        self.query_one("#how", Static).update(Content.styled(_HOW, inks.style("dim")))

    @on(Input.Submitted)
    def _open(self, event: Input.Submitted) -> None:
        source = pasted(event.value)
        if source:
            self.app.post_message(self.Opened(source))
        else:
            missing = Content.styled("Nothing to open yet: paste a web address or a path.", self._inks.style("error"))
            self.query_one("#how", Static).update(missing)


def pasted(value: str) -> str:
    """What was meant: shells paste paths in quotes, mail programs addresses in <>, and ~ is a home folder."""
    value = printable(value).strip()
    for first, last in ("''", '""', "<>"):
        if len(value) > 1 and value[0] == first and value[-1] == last:
            value = value[1:-1].strip()
    return os.path.expanduser(value)

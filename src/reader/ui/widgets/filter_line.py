"""The line that a filter is typed into, under what it could go on with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.text.safe import on_one_line
from reader.ui.beside import beside
from reader.ui.home.completing import Typed, completions, typed
from reader.ui.theme.themes import Inks

# A filter that is longer was pasted by mistake.
LONGEST = 500

Names = Callable[[Typed], Awaitable[Sequence[str]]]


class FilterLine(Vertical):
    """Takes a filter; each change is told.

    Args:
        inks: the styles to draw with.
        names: gives what the library knows for the key that is being typed.
    """

    class Changed(Message):
        """The filter is another one."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Message):
        """The filter is to stay."""

    DEFAULT_CSS = """
    FilterLine { height: 2; display: none; }
    FilterLine.-open { display: block; }
    FilterLine Static { height: 1; padding: 0 1; }
    FilterLine Input, FilterLine Input:focus {
        border: none; border-left: outer $accent; height: 1; padding: 0 1;
        background: $background; background-tint: $background 0%;
    }
    """

    def __init__(self, inks: Inks, names: Names) -> None:
        super().__init__()
        self._inks, self._names = inks, names
        self._offered: Sequence[str] = ()
        self._hint = Static(markup=False)
        self._line = Input(placeholder="words, tag: from: said: about: since: is: has:, - for not", max_length=LONGEST)

    @property
    def is_open(self) -> bool:
        """Whether it is there to type in."""
        return self.has_class("-open")

    def compose(self) -> ComposeResult:
        """What it could go on with, over the line."""
        yield self._hint
        yield self._line

    def ask(self, text: str) -> None:
        """Open the line with a filter to go on with."""
        self.add_class("-open")
        self._line.value = text
        self._line.cursor_position = len(text)
        self._line.focus()

    def end(self) -> None:
        """Close it."""
        self.remove_class("-open")

    def complete(self) -> bool:
        """Take the first of what it could go on with; whether there is any."""
        if self._offered:
            self._line.value = self._offered[0]
            self._line.cursor_position = len(self._line.value)
        return bool(self._offered)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self._show()

    @on(Input.Changed)
    def _take(self, event: Input.Changed) -> None:
        event.stop()
        beside(self, partial(self._offer, event.value), "offering")
        if self.is_open:
            self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    async def _offer(self, text: str) -> None:
        end = typed(text)
        self._offered = tuple(completions(text, await self._names(end)))
        self._show()

    def _show(self) -> None:
        before = len(typed(self._line.value).before)
        words = [on_one_line(each[before:]) for each in self._offered]
        parts = [("Tab ", self._inks.style("accent")), ("  ".join(words), self._inks.style("dim"))] if words else []
        self._hint.update(Content.assemble(*parts))

"""The articles that a front page leads to, to choose one from."""

from __future__ import annotations

import time
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.model import Listing, Source, Teaser
from reader.text.safe import on_screen
from reader.ui.attention.navigation import Stride
from reader.ui.keys import footers
from reader.ui.keys.keymap import Keymap
from reader.ui.rows.headlines import has_words, headline_lines
from reader.ui.screens.view import View
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList


class FrontPageScreen(View):
    """A list of headlines; the one chosen opens over it, and the reader comes back to it from there.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        listing: what was met in the place of an article.
        origin: where it came from.
        is_first: no other view lies under it.
    """

    class Chosen(Message):
        """The reader chose an article."""

        def __init__(self, url: str, led_by: Source) -> None:
            super().__init__()
            self.url, self.led_by = url, led_by

    SCOPE = "listing"
    DEFAULT_CSS = """
    FrontPageScreen { align: center top; }
    FrontPageScreen > Vertical { width: 76; max-width: 100%; height: 1fr; padding: 1 2 0 2; }
    FrontPageScreen #page { height: auto; margin-bottom: 1; }
    FrontPageScreen ChoiceList { height: 1fr; }
    FrontPageScreen Input { border: none; background: $background; padding: 0 1; height: 1; display: none; }
    FrontPageScreen Input:focus { border: none; background-tint: $background 0%; }
    FrontPageScreen Input.-open { display: block; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, listing: Listing, origin: Source, *, is_first: bool = True) -> None:
        super().__init__(keymap, inks, footers.of_screen(self.SCOPE, is_first=is_first), is_first=is_first)
        self._listing, self._origin = listing, origin
        self._shown: Sequence[Teaser] = listing.entries
        self._head, self._list = Static(id="page"), ChoiceList()
        self._line = Input(placeholder="words of a headline", id="filter")

    def compose(self) -> ComposeResult:
        """What the page is, its articles, and two lines at the foot."""
        with Vertical():
            yield self._head
            yield self._list
            yield self._line
        yield self.status_rule
        yield self.key_line

    def on_mount(self) -> None:
        """Show every article, the reader being at the first."""
        self._show(self._shown)
        self._list.focus()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying at the same article."""
        super().use_inks(inks)
        at = self._list.highlighted
        self._show(self._shown)
        self._list.highlighted = at
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened."""
        label = self.opening.label(time.monotonic()) if self.opening else ""
        self.status_rule.show(label, "", self.inks)

    def _show(self, entries: Sequence[Teaser]) -> None:
        self._shown = entries
        notice = (on_screen(self._listing.notice), self.inks.style("headline"))
        tally = f"{len(entries)} of {len(self._listing.entries)} articles"
        self._head.update(Content.assemble(notice, (f"\n{tally}", self.inks.style("dim"))))
        # A blank line parts one from the next.
        self._list.set_options(Option(headline_lines(each.headline, each.url, self.inks, "\n")) for each in entries)
        self._list.highlighted = 0 if entries else None

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._shown[event.option_index].url, self._origin))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._show([each for each in self._listing.entries if has_words(each.headline, each.url, event.value)])

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self._list.focus()

    def move(self, by: Stride, direction: int) -> None:
        """To another article."""
        self._list.move(by, direction)

    def choose(self) -> None:
        """Open the article that the reader is at."""
        self._list.choose()

    def browse(self) -> None:
        """Open the article that the reader is at in the browser."""
        if self._list.highlighted is not None:
            self.app.open_url(self._shown[self._list.highlighted].url)

    def ask_for_words(self) -> None:
        """Ask for words that the headlines shown must have."""
        self._line.add_class("-open")
        self._line.focus()

    def close(self) -> None:
        """Stop what is being opened; else end the filter; else go back to what lies under the list."""
        if self.stop_opening():
            return
        if self._line.has_class("-open"):
            self._line.remove_class("-open")
            self._line.value = ""
            self._list.focus()
        elif not self.is_first:
            self.post_message(self.Left())

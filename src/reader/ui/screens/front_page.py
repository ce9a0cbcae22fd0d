"""The articles that a front page leads to, to choose one from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar
from urllib.parse import urlsplit

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.model import Listing, Teaser
from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import on_one_line, printable
from reader.ui.widgets.choice_list import ChoiceList


class FrontPageScreen(Screen[None]):
    """A list of headlines; the one chosen opens over it, and Esc comes back to it.

    Args:
        listing: what was met in the place of an article.
        inks: the styles to draw with.
    """

    class Chosen(Message):
        """The reader chose an article."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("slash", "filter", "Filter", show=False),
    ]
    DEFAULT_CSS = """
    FrontPageScreen { align: center top; }
    FrontPageScreen > Vertical { width: 76; max-width: 100%; height: 1fr; padding: 1 2 0 2; }
    FrontPageScreen #page { height: auto; margin-bottom: 1; }
    FrontPageScreen ChoiceList { height: 1fr; }
    FrontPageScreen Input { border: none; background: $background; padding: 0 1; height: 1; display: none; }
    FrontPageScreen Input:focus { border: none; background-tint: $background 0%; }
    FrontPageScreen Input.-open { display: block; }
    FrontPageScreen #how { height: 1; padding: 0 1; }
    """

    def __init__(self, listing: Listing, inks: Inks) -> None:
        super().__init__()
        self._listing, self._inks = listing, inks
        self._shown: Sequence[Teaser] = listing.entries

    def compose(self) -> ComposeResult:
        """What the page is, its articles, and the keys."""
        with Vertical():
            yield Static(id="page")
            yield ChoiceList()
            yield Input(placeholder="words of a headline", id="filter")
            yield Static(id="how")

    def on_mount(self) -> None:
        """Show every article, the reader being at the first."""
        self._show(self._shown)
        self.query_one(ChoiceList).focus()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying at the same article."""
        self._inks = inks
        at = self.query_one(ChoiceList).highlighted
        self._show(self._shown)
        self.query_one(ChoiceList).highlighted = at

    def _show(self, entries: Sequence[Teaser]) -> None:
        self._shown = entries
        dim = self._inks.style("dim")
        message = (printable(self._listing.notice), self._inks.style("headline"))
        tally = f"{len(entries)} of {len(self._listing.entries)} articles"
        self.query_one("#page", Static).update(Content.assemble(message, (f"\n{tally}", dim)))
        self.query_one("#how", Static).update(Content.styled("Enter opens · / filters · Esc goes back", dim))
        options = self.query_one(ChoiceList)
        options.set_options(self._options(entries))
        options.highlighted = 0 if entries else None

    def _options(self, entries: Iterable[Teaser]) -> list[Option]:
        text, dim = self._inks.style("text"), self._inks.style("dim")
        return [
            Option(Content.assemble((on_one_line(entry.headline), text), (f"\n{whereabouts(entry.url)}\n", dim)))
            for entry in entries
        ]

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.app.post_message(self.Chosen(self._shown[event.option_index].url))

    def action_filter(self) -> None:
        """Ask for words that the headlines shown must have."""
        asked = self.query_one(Input)
        asked.add_class("-open")
        asked.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._show(having(self._listing.entries, event.value))

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.query_one(ChoiceList).focus()

    def action_leave(self) -> None:
        """End the filter, else go back to where the page was asked for."""
        asked = self.query_one(Input)
        if asked.has_class("-open"):
            asked.remove_class("-open")
            asked.value = ""
            self.query_one(ChoiceList).focus()
        else:
            self.dismiss()


def having(entries: Sequence[Teaser], words: str) -> tuple[Teaser, ...]:
    """The articles whose headline or address has every one of some words, in any order and case."""
    wanted = words.casefold().split()
    return tuple(
        entry for entry in entries if all(word in f"{entry.headline} {entry.url}".casefold() for word in wanted)
    )


def whereabouts(url: str) -> str:
    """An address without what is the same in all of them: "harbourpost.example/news/orle-dam"."""
    parts = urlsplit(url)
    return on_one_line(f"{parts.netloc}{parts.path}".removeprefix("www.").rstrip("/"))

"""The sidebar: who said what, who acts, what happened when, and the numbers. Shows model values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from reader.model import Analysis, Note
from reader.render.facts import event_sentences, figure_sentences
from reader.settings.config import Tint
from reader.ui.attention.current import Target
from reader.ui.attention.panes import TABS, Tab
from reader.ui.attention.quote_filter import NO_FILTER, Filter, in_words, listed
from reader.ui.rows import Row
from reader.ui.rows.actors import actor_rows
from reader.ui.rows.figures import figure_rows
from reader.ui.rows.quotes import quote_rows
from reader.ui.rows.timeline import timeline_rows
from reader.ui.theme.themes import Inks
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.sidebar_width import TWO_LISTS
from reader.ui.widgets.tabs import Label, Tabs

# What a list says that has nothing to show.
_NONE_FOUND: dict[Tab, str] = {
    "quotes": "No quotes were found in this article.",
    "actors": "No actors were found in this article.",
    "timeline": "No dated events were found in this article.",
    "figures": "No figures were found in this article.",
}


class Sidebar(Vertical):
    """Four lists of one analysis, and the item of each that is current; the quotes beside another where both fit."""

    tab: reactive[Tab] = reactive[Tab]("quotes", init=False)
    """The list that is open; where there are two, the one that is moved in."""

    def __init__(self, inks: Inks, tint: Tint = "calm", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks, self._tint = inks, tint
        self._text = ""
        self._analysis = Analysis()
        self._note: str | None = ""
        self._notes: Sequence[Note] = ()
        self._shown: set[Tab] = set()
        self.filter: Filter = NO_FILTER
        self._tabs = Tabs(id="tabs")
        self._lists = {tab: RowList(inks, id=tab) for tab in TABS}
        self._beside: Tab = "actors"

    def compose(self) -> ComposeResult:
        """The tabs over the lists."""
        yield self._tabs
        with Horizontal():
            yield from self._lists.values()

    @property
    def open_list(self) -> RowList:
        """The list that is moved in."""
        return self._lists[self.tab]

    @property
    def _opened(self) -> tuple[Tab, ...]:
        """The lists on the screen."""
        return ("quotes", self._beside) if self.outer_size.width >= TWO_LISTS else (self.tab,)

    def show(self, text: str, analysis: Analysis, note: str | None = None) -> None:
        """Show what was found in a text.

        Args:
            text: the article's.
            analysis: what was found.
            note: why there is nothing; that nothing was found, unless given.
        """
        self._text, self._analysis, self._note = text, analysis, note
        self.filter = NO_FILTER
        self._shown.clear()
        self._show_open()
        self._show_tabs()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show what the reader wrote, with the quotes."""
        if notes != self._notes:
            self._notes = notes
            self._shown.discard("quotes")
            self._show_open()

    def use_filter(self, criteria: Filter) -> None:
        """List only the quotes that meet some criteria."""
        self.filter = criteria
        self._shown.discard("quotes")
        self._show_open()
        self._show_tabs()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        for each in self._lists.values():
            each.use_inks(inks)
        self._show_tabs()

    def mark(self, targets: Sequence[Target]) -> None:
        """Make what leads to these the current items of their lists."""
        for each in self._lists.values():
            each.mark(targets)

    def watch_tab(self) -> None:
        """Open the list."""
        if self.tab != "quotes":
            self._beside = self.tab
        self._show_open()
        self._show_tabs()

    def on_resize(self) -> None:
        """Show one list or two, and draw the tabs for the new width."""
        self._show_open()
        self.call_after_refresh(self._show_tabs)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_tabs(self) -> None:
        amounts = {
            "quotes": self._quote_amount(),
            "actors": str(len(self._analysis.actors)),
            "timeline": str(len(event_sentences(self._analysis))),
            "figures": str(len(figure_sentences(self._analysis))),
        }
        labels = [Label(tab, tab.capitalize(), amounts[tab]) for tab in TABS]
        self._tabs.show(labels, self._opened, self._inks, keys=self.tab if self.open_list.has_focus else None)

    @property
    def filter_in_words(self) -> str:
        """What the status says of the filter: "3 of 24 quotes listed: Alloush"; "" without one."""
        shown = listed(self._analysis, self.filter)
        if shown is None:
            return ""
        return f"{len(shown)} of {len(self._analysis.quotes)} quotes listed: {in_words(self._analysis, self.filter)}"

    def _quote_amount(self) -> str:
        all_quotes = len(self._analysis.quotes)
        shown = listed(self._analysis, self.filter)
        if shown is None:
            return str(all_quotes)
        return f"{len(shown)}/{all_quotes} · {in_words(self._analysis, self.filter)}"

    def _show_open(self) -> None:
        """Show and fill what is open; the rest is filled when it is opened, so that no analysis stops the keys."""
        opened = self._opened
        for tab, each in self._lists.items():
            each.display = tab in opened
            each.set_class(tab in opened[1:], "-second")
            if tab in opened and tab not in self._shown:
                self._shown.add(tab)
                each.show(self._rows(tab))

    def _rows(self, tab: Tab) -> Iterable[Row]:
        note = self._note
        if note is None:
            note = _NONE_FOUND[tab]
            if self._analysis.notes and not self._analysis.actors:
                # Nothing was looked for; the list of quotes says the notes itself.
                note = "" if tab == "quotes" else " ".join(self._analysis.notes)
        if tab == "quotes":
            shown = listed(self._analysis, self.filter)
            note = "" if self._analysis.quotes else note
            return quote_rows(self._analysis, shown, note, self._tint, self._notes)
        if tab == "actors":
            return actor_rows(self._analysis, note)
        rows = timeline_rows if tab == "timeline" else figure_rows
        return rows(self._text, self._analysis, note)

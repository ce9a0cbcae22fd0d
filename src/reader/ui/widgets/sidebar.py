"""The sidebar: who said what, in order, and who acts. Shows model values; tells what the reader chose."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Padding
from textual.widgets import ContentSwitcher, OptionList, Static
from textual.widgets.option_list import Option

from reader.model import Actor, Analysis, Quote
from reader.ui.navigation import DOUBTED_BELOW, actors_by_quotes, quotes_per_speaker, speaker_colours
from reader.ui.themes import Inks
from reader.ui.widgets.wrapping import printable

Tab = Literal["quotes", "actors"]

# A quote in the list is there to be recognised; whole it stands in the article, one Enter away.
_SHOWN_CHARACTERS = 180
# After a speaker's name, or after the speech act of the one quote that may be another's.
_DOUBT = " ?"
# Quotes stand in from the name they belong to.
_QUOTE_INDENT = Spacing(0, 0, 0, 2)
_UNKNOWN_SPEAKER = "Speaker not named"


class Tabs(Static):
    """The names of the two lists, set into a rule; a click chooses one."""

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab: Tab = tab

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ends: list[tuple[int, Tab]] = []

    def show(self, tab: Tab, quotes: int, actors: int, inks: Inks, *, has_keys: bool) -> None:
        """Show which list is open, how much is in each, and whether the keys go to it."""
        labels: list[tuple[Tab, str]] = [("quotes", f"Quotes {quotes}"), ("actors", f"Actors {actors}")]
        names: list[Content] = []
        lines: list[Content] = []
        self._ends = []
        column = 0
        for name, label in labels:
            chosen = name == tab
            mark = "▸ " if chosen and has_keys else "  "
            names.append(Content.styled(f"{mark}{label} ", inks.style("headline" if chosen else "dim")))
            line = "━" if chosen and has_keys else "─"
            lines.append(Content.styled(line * (len(label) + 3), inks.style("accent" if chosen else "rule")))
            column += len(label) + 3
            self._ends.append((column, name))
        lines.append(Content.styled("─" * max(self.size.width - column, 0), inks.style("rule")))
        self.update(Content("").join([*names, Content("\n"), *lines]))

    def on_click(self, event: events.Click) -> None:
        """Post the tab under the mouse."""
        for end, name in self._ends:
            if event.x < end:
                self.post_message(self.Clicked(name))
                return


class MarkedList(OptionList):
    """A list whose current item has the same bar before it as the current quote in the article."""

    bar: Style = Style()

    def render_line(self, y: int) -> Strip:
        """Draw a line of an item."""
        strip = super().render_line(y)
        index = next((segment.style.meta.get("option") for segment in strip if segment.style), None)
        if index is None or index != self.highlighted or not strip.cell_length:
            return strip
        ground = next((segment.style for segment in strip if segment.style), RichStyle())
        return Strip.join([Strip([Segment("▌", ground + self.bar.rich_style)], 1), strip.crop(1)])


class Sidebar(Vertical):
    """Two lists of one analysis, and the item of each that is current."""

    tab: reactive[Tab] = reactive[Tab]("quotes", init=False)
    """The list that is open."""

    class QuoteChosen(Message):
        """The reader moved to a quote, or pressed Enter or clicked on it (`firmly`)."""

        def __init__(self, index: int, *, firmly: bool) -> None:
            super().__init__()
            self.index = index
            self.firmly = firmly

    class ActorChosen(Message):
        """The reader moved to an actor, or pressed Enter or clicked on it (`firmly`)."""

        def __init__(self, actor_id: str, *, firmly: bool) -> None:
            super().__init__()
            self.actor_id = actor_id
            self.firmly = firmly

    def __init__(self, inks: Inks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks = inks
        self._analysis = Analysis()
        self._note = ""

    def compose(self) -> ComposeResult:
        """The tabs over the two lists."""
        yield Tabs(id="tabs")
        with ContentSwitcher(initial="quotes"):
            yield MarkedList(id="quotes", markup=False)
            yield MarkedList(id="actors", markup=False)

    def on_mount(self) -> None:
        """Show the empty lists."""
        self._show()

    @property
    def open_list(self) -> OptionList:
        """The list that is open."""
        return self.query_one(f"#{self.tab}", OptionList)

    def move_by_item(self, direction: int) -> None:
        """Make the next or the previous item of the open list current."""
        if direction > 0:
            self.open_list.action_cursor_down()
        else:
            self.open_list.action_cursor_up()

    def move_by_page(self, direction: int) -> None:
        """Move the current item of the open list by a page."""
        self.open_list.call_later(self.open_list.run_action, "page_down" if direction > 0 else "page_up")

    def move_to_end(self, direction: int) -> None:
        """Make the last or the first item of the open list current."""
        if direction > 0:
            self.open_list.action_last()
        else:
            self.open_list.action_first()

    def show(self, analysis: Analysis, note: str = "") -> None:
        """Show what was found; `note` says why there is nothing."""
        self._analysis = analysis
        self._note = note
        self._show()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the current items staying current."""
        self._inks = inks
        lists = [self.query_one(f"#{name}", OptionList) for name in ("quotes", "actors")]
        current = [options.highlighted for options in lists]
        self._show()
        for options, highlighted in zip(lists, current, strict=True):
            with options.prevent(OptionList.OptionHighlighted):
                options.highlighted = highlighted

    def mark(self, quote: int | None, actor_id: str | None) -> None:
        """Make a quote, by its place in the analysis, and an actor the current items of their lists."""
        order = [actor.id for actor in actors_by_quotes(self._analysis)]
        self._mark("quotes", None if quote is None else f"quote-{quote}")
        self._mark("actors", f"actor-{order.index(actor_id)}" if actor_id in order else None)

    def _mark(self, name: Tab, option_id: str | None) -> None:
        options = self.query_one(f"#{name}", OptionList)
        with options.prevent(OptionList.OptionHighlighted):
            options.highlighted = None if option_id is None else options.get_option_index(option_id)

    def watch_tab(self) -> None:
        """Open the list."""
        self.query_one(ContentSwitcher).current = self.tab
        self._show_tabs()

    def on_resize(self) -> None:
        """Draw the tabs for the new width."""
        self.call_after_refresh(self._show_tabs)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_tabs(self) -> None:
        analysis = self._analysis
        has_keys = self.open_list.has_focus
        self.query_one(Tabs).show(self.tab, len(analysis.quotes), len(analysis.actors), self._inks, has_keys=has_keys)

    def _show(self) -> None:
        self._show_tabs()
        for name, rows in (("quotes", self._quote_options()), ("actors", self._actor_options())):
            options = self.query_one(f"#{name}", MarkedList)
            options.bar = self._inks.style("accent")
            with options.prevent(OptionList.OptionHighlighted):
                options.set_options(list(rows))

    def _quote_options(self) -> Iterable[Option]:
        actors = {actor.id: actor for actor in self._analysis.actors}
        colours = speaker_colours(self._analysis)
        index = 0
        for _, group in groupby(self._analysis.quotes, key=_speaker_of):
            quotes = list(group)
            speaker = quotes[0].speaker
            ink = f"speaker-{colours[speaker]}" if speaker in colours else "nobody"
            all_doubted = all(_is_doubted(quote) for quote in quotes)
            yield self._speaker_heading(
                quotes[0], actors.get(speaker or ""), ink, doubted=all_doubted, first=index == 0
            )
            for quote in quotes:
                line = self._quote_line(quote, ink, doubted=_is_doubted(quote) and not all_doubted)
                yield Option(Padding(line, _QUOTE_INDENT), id=f"quote-{index}")
                index += 1
        for note in (self._note, *self._analysis.notes):
            if note:
                yield Option(Content.styled(printable(note) + "\n", self._inks.style("dim")), disabled=True)

    def _speaker_heading(self, quote: Quote, actor: Actor | None, ink: str, *, doubted: bool, first: bool) -> Option:
        name = actor.name if actor else (quote.mention.text if quote.mention else _UNKNOWN_SPEAKER)
        mark = _DOUBT if doubted else ""
        parts = ["" if first else "\n", (_on_one_line(name) + mark, self._inks.style(ink, "name"))]
        if actor and actor.role:
            parts += ["\n", (_on_one_line(actor.role), self._inks.style("dim"))]
        return Option(Content.assemble(*parts), disabled=True)

    def _quote_line(self, quote: Quote, ink: str, *, doubted: bool) -> Content:
        text = _on_one_line(quote.text)
        if len(text) > _SHOWN_CHARACTERS:
            text = text[:_SHOWN_CHARACTERS].rsplit(" ", 1)[0] + " …"
        act = _on_one_line(quote.speech_act) + (_DOUBT if doubted else "")
        return Content.assemble((text, self._inks.style(ink)), ("  " + act, self._inks.style("dim")))

    def _actor_options(self) -> Iterable[Option]:
        counts = quotes_per_speaker(self._analysis)
        colours = speaker_colours(self._analysis)
        for index, actor in enumerate(actors_by_quotes(self._analysis)):
            ink = f"speaker-{colours[actor.id]}" if actor.id in colours else "text"
            parts = [(_on_one_line(actor.name), self._inks.style(ink, "name"))]
            if actor.role:
                parts.append(("\n" + _on_one_line(actor.role), self._inks.style("dim")))
            tally = f"\n{_count(counts[actor.id], 'quote')} · {_count(len(actor.mentions), 'mention')}"
            parts.append((tally, self._inks.style("dim")))
            if index:
                yield Option("", disabled=True)
            yield Option(Content.assemble(*parts), id=f"actor-{index}")

    def _post_choice(self, event: OptionList.OptionHighlighted | OptionList.OptionSelected, *, firmly: bool) -> None:
        event.stop()
        kind, _, number = (event.option.id or "").partition("-")
        if kind == "quote":
            self.post_message(self.QuoteChosen(int(number), firmly=firmly))
        elif kind == "actor":
            actor = actors_by_quotes(self._analysis)[int(number)]
            self.post_message(self.ActorChosen(actor.id, firmly=firmly))

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        self._post_choice(event, firmly=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._post_choice(event, firmly=True)


def _speaker_of(quote: Quote) -> tuple[str | None, str | None]:
    """What quotes must share to stand under one name: the speaker, or the words for one who is not known."""
    return quote.speaker, quote.mention.text if quote.mention and not quote.speaker else None


def _is_doubted(quote: Quote) -> bool:
    return quote.confidence < DOUBTED_BELOW


def _on_one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""The library's home: its places, the articles of one of them, and a preview of the article that the reader is at."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import LibraryError
from reader.text.safe import on_one_line
from reader.ui.archive import Archive
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.beside import beside
from reader.ui.home.lines import place_line, shortened
from reader.ui.home.preview import fault, preview
from reader.ui.keeper import WayIn
from reader.ui.keys import footers
from reader.ui.keys.keymap import Keymap
from reader.ui.rows import counted, notes
from reader.ui.screens.home_desk import HomeDesk, MakeReload, Shows
from reader.ui.theme.themes import Inks
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.widgets.filter_line import FilterLine
from reader.ui.widgets.row_list import RowList
from reader.ui.work import BEAT_SECONDS

Pane = Literal["places", "articles", "preview"]
_PANES: tuple[Pane, ...] = ("places", "articles", "preview")
# Columns from which on two panes stand beside one another, and all three.
_TWO, _THREE = 90, 140
# Columns of the places, with the space around them; a longer name is cut.
_PLACES_WIDTH = 30
# Of those the rule, a space and the scroll bar.
_PLACES_MARGIN = 3
# What other programs bring, a reload by cron for one, is looked for so often; a look costs 1 ms where nothing came.
_LOOK_SECONDS = 30.0


class HomeScreen(Shows):
    """The articles of the library; the one chosen opens over it, and the reader comes back to it from there.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        archive: the library.
        now: the moment, with the reader's zone.
        reload: makes a reload of some feeds, or of all; None where there is nothing to ask them with.
        is_first: no other view lies under it.
    """

    class Chosen(Message):
        """The reader chose an article, by how it is opened; a story, by its id; or, None, the page of all people."""

        def __init__(self, what: WayIn | int | None) -> None:
            super().__init__()
            self.what = what

    class Without(Message):
        """There is nothing in the library yet, or it cannot be used, and why."""

        def __init__(self, error: LibraryError | None = None) -> None:
            super().__init__()
            self.error = error

    SCOPE = "home"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (_TWO, "-two"), (_THREE, "-three")]  # noqa: RUF012 - so by Textual
    DEFAULT_CSS = f"""
    HomeScreen #panes {{ height: 1fr; }}
    HomeScreen #places {{ width: {_PLACES_WIDTH}; height: 1fr; padding: 1 0 0 0; border-right: solid $rule; }}
    HomeScreen #middle {{ width: 4fr; height: 1fr; }}
    HomeScreen #place {{ height: 3; padding: 1 2; }}
    HomeScreen #preview {{ width: 3fr; height: 1fr; padding: 1 0 0 1; border-left: solid $rule; }}
    HomeScreen.-one #places, HomeScreen.-one #preview, HomeScreen.-two #places {{ display: none; }}
    HomeScreen.-three.-hidden #places {{ display: none; }}
    HomeScreen.-two.-at-places #places {{ display: block; }}
    HomeScreen.-two.-at-places #preview {{ display: none; }}
    HomeScreen.-one.-at-places #places {{ display: block; width: 1fr; border-right: none; }}
    HomeScreen.-one.-at-preview #preview {{ display: block; border-left: none; }}
    HomeScreen.-one.-at-places #middle, HomeScreen.-one.-at-preview #middle {{ display: none; }}
    """

    def __init__(
        self,
        keymap: Keymap,
        inks: Inks,
        archive: Archive,
        now: Callable[[], datetime],
        reload: MakeReload | None = None,
        *,
        is_first: bool = True,
    ) -> None:
        super().__init__(keymap, inks, footers.of_screen(self.SCOPE, is_first=is_first), is_first=is_first)
        self.desk = HomeDesk(self, archive, now, reload)
        self._pane: Pane = "articles"
        self._places, self._head = ChoiceList(id="places"), Static(id="place", markup=False)
        self._list, self._line = self.desk.list, FilterLine(inks, self.desk.names)
        self._preview = RowList(inks, id="preview")

    def compose(self) -> ComposeResult:
        """Three panes, and two lines at the foot."""
        with Horizontal(id="panes"):
            yield self._places
            with Vertical(id="middle"):
                yield self._head
                yield self._list
                yield self._line
            yield self._preview
        yield self.status_rule
        yield self.key_line

    def on_mount(self) -> None:
        """Show what is unread, or all where nothing is."""
        self.show_pane("articles")
        self.desk.begin()
        self.set_interval(_LOOK_SECONDS, self._look_for_fresh)
        self.set_interval(BEAT_SECONDS, self._beat)

    def _beat(self) -> None:
        if self.desk.work:
            self.show_status()

    def _look_for_fresh(self) -> None:
        if self.is_current and not self._line.is_open:
            self.desk.look_for_fresh()

    def on_screen_resume(self) -> None:
        """Show what was done meanwhile, in an article that was in front."""
        self.desk.resume()

    def on_unmount(self) -> None:
        """Ask no more feeds."""
        self.desk.stop()

    def go_without(self, error: LibraryError | None = None) -> None:
        """Say that there is nothing to show, and why."""
        self.post_message(self.Without(error))

    # -- showing ------------------------------------------------------------------------------------------------

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying where they are."""
        super().use_inks(inks)
        for widget in (self._list, self._line, self._preview):
            widget.use_inks(inks)
        self.show_places()
        self.show_head()
        self._show_preview()
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened, and where in the list the reader is."""
        at, count = self._list.place
        work = self.opening or self.desk.work
        label = work.label(time.monotonic()) if work else ""
        self.status_rule.show(label, f"{at:,} of {count:,}" if count else "", self.inks)

    def show_head(self, fault: str = "") -> None:
        """Say which articles are listed, what is wrong with the filter, and what came in since."""
        desk = self.desk
        count = counted(len(self._list.ids), "article")
        # A story's headline may be longer than the line, and the count behind it is to be seen.
        label = shortened(on_one_line(desk.place.label), max(self._head.content_size.width - len(count) - 2, 1))
        words = [(label, self.inks.style("headline")), (f"  {count}", self.inks.style("dim"))]
        if desk.filter and not self._line.is_open:
            words.append((f"  {on_one_line(desk.filter)}", self.inks.style("accent")))
        if fault:
            words.append((f"  {on_one_line(fault)}", self.inks.style("error")))
        if desk.fresh:
            key = self.keymap.label("reload")
            words.append((f"  {len(desk.fresh):,} new · {key} takes them in", self.inks.style("accent")))
        self._head.update(Content.assemble(*words))
        self.show_status()

    def on_resize(self) -> None:
        """Tell as much as the new width takes."""
        self.call_after_refresh(self.show_head if self.desk.places else self.show_status)

    def show_places(self) -> None:
        """Show the places with their counts, the reader staying at theirs."""
        width = (self._places.size.width or _PLACES_WIDTH) - _PLACES_MARGIN
        lines = (place_line(each, width) for each in self.desk.places)
        with self._places.prevent(OptionList.OptionHighlighted):
            self._places.set_options(
                Option(Content.assemble(*((words.text, self.inks.style(*words.inks)) for words in line)))
                for line in lines
            )
            keys = [each.key for each in self.desk.places]
            self._places.highlighted = keys.index(self.desk.place.key) if self.desk.place.key in keys else None
        self._show_preview()

    @on(ArticleList.Moved)
    def _follow(self) -> None:
        self._show_preview()
        self.show_status()

    def _show_preview(self) -> None:
        listed, wrong = self._list.current, self.desk.fault

        async def show() -> None:
            rows = list(fault(wrong)) if wrong else []
            if listed is not None:
                stored, hit = await self.desk.stored(listed), await self.desk.hit(listed)
                rows += preview(listed, stored, self.desk.now(), hit)
            elif self.desk.places and not self._list.ids:
                rows += notes("Nothing here.")
            self._preview.show(rows)

        beside(self, show, "preview")

    @property
    def listed(self) -> Sequence[int]:
        """The articles of the list."""
        return self._list.ids

    def follow(self, number: int) -> None:
        """Go to an article of the list."""
        self._list.go_to(number)

    # -- moving -------------------------------------------------------------------------------------------------

    def show_pane(self, pane: Pane) -> None:
        """Give the keys to a pane, and show it where there is room for one only."""
        self._pane = pane
        for each in _PANES:
            self.set_class(each == pane, f"-at-{each}")
        if pane == "places":
            self.remove_class("-hidden")
        {"places": self._places, "articles": self._list, "preview": self._preview}[pane].focus()

    def show_pane_by(self, direction: int) -> None:
        """Give the keys to the next pane; while a filter is typed, complete it."""
        if self._line.is_open:
            self._line.complete()
        else:
            self.show_pane(_PANES[(_PANES.index(self._pane) + direction) % len(_PANES)])

    def toggle_places(self) -> None:
        """Hide the places, or show them, with the keys where they take another pane's room."""
        if self.has_class("-three"):
            hides = not self.has_class("-hidden")
            self.set_class(hides, "-hidden")
            if hides and self._pane == "places":
                self.show_pane("articles")
        else:
            self.show_pane("articles" if self._pane == "places" else "places")

    def move(self, by: Stride, direction: int) -> None:
        """To another place or article, or on in the preview."""
        if self._pane == "places":
            self._places.move(by, direction)
        elif self._pane == "articles":
            self._list.move(by, direction)
        else:
            preview = self._preview
            lines = lines_in(by, preview.size.height, preview.virtual_size.height)
            to = preview.scroll_offset.y + direction * lines
            preview.scroll_to(y=to, animate=False, force=True, immediate=True)

    def choose(self) -> None:
        """Open the current article; of a place, go to its articles."""
        if self._pane == "places":
            self._places.choose()
        else:
            self._list.choose()

    @on(OptionList.OptionHighlighted)
    def _go_to_place(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        place = self.desk.places[event.option_index]
        if place.kind != "people":
            self.desk.go_to_place(place)

    @on(OptionList.OptionSelected)
    def _enter_place(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.desk.places[event.option_index].kind == "people":
            self.post_message(self.Chosen(None))
        else:
            self.show_pane("articles")

    @on(ArticleList.Chosen)
    def _open(self) -> None:
        self.desk.open()

    def open_way(self, way: WayIn) -> None:
        """Have an article opened."""
        self.post_message(self.Chosen(way))

    def open_story(self, story: int) -> None:
        """Have the page of a story opened."""
        self.post_message(self.Chosen(story))

    def browse(self) -> None:
        """Open the current article in the browser."""
        self.desk.browse()

    def close(self) -> None:
        """Stop what is being opened; else end the filter; else go to the list; else to what lies under it."""
        if self.stop_opening() or self.desk.stop():
            return
        if self._line.is_open or self.desk.filter:
            self._line.end()
            self.show_pane("articles")
            self.desk.use_filter("")
            self.show_head()
        elif self._pane != "articles":
            self.show_pane("articles")
        elif not self.is_first:
            self.post_message(self.Left())

    # -- filters ------------------------------------------------------------------------------------------------

    def ask_for_words(self) -> None:
        """Ask for a filter."""
        self.show_pane("articles")
        self._line.ask(f"{self.desk.filter} " if self.desk.filter else "")

    @on(FilterLine.Changed)
    def _try_filter(self, event: FilterLine.Changed) -> None:
        self.desk.use_filter(event.text)

    @on(FilterLine.Kept)
    def _keep_filter(self) -> None:
        self._line.end()
        self.show_pane("articles")
        self.show_head()

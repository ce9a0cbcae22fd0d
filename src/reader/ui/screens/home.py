"""The library's home: its places, the articles of one of them, and a preview of the article that the reader is at."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import LibraryError
from reader.model.library import Listed
from reader.text.safe import on_one_line
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.home import acts, asking
from reader.ui.home.completing import Typed
from reader.ui.home.lines import place_line
from reader.ui.home.places import ALL, UNREAD, Place
from reader.ui.home.preview import fault, preview
from reader.ui.keys import footers
from reader.ui.keys.keymap import Keymap
from reader.ui.rows import counted, notes
from reader.ui.screens.view import View
from reader.ui.shelf import Shelf
from reader.ui.theme.themes import Inks
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.widgets.filter_line import FilterLine
from reader.ui.widgets.row_list import RowList
from reader.ui.windows.keep_filter import KeepFilterWindow, Kept
from reader.ui.windows.tags import TagWindow

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")
Pane = Literal["places", "articles", "preview"]
_PANES: tuple[Pane, ...] = ("places", "articles", "preview")
# Columns from which on two panes stand beside one another, and all three.
_TWO, _THREE = 90, 140
# Columns of the places, with the space around them; a longer name is cut.
_PLACES_WIDTH = 30
# What other programs bring, a reload by cron for one, is looked for so often; a look costs 1 ms where nothing came.
_LOOK_SECONDS = 30.0


class HomeScreen(View):
    """The articles of the library; the one chosen opens over it, and the reader comes back to it from there.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        shelf: the library.
        now: the moment, with the reader's zone.
        is_first: no other view lies under it.
    """

    class Chosen(Message):
        """The reader chose an article."""

        def __init__(self, way: asking.Way) -> None:
            super().__init__()
            self.way = way

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
        self, keymap: Keymap, inks: Inks, shelf: Shelf, now: Callable[[], datetime], *, is_first: bool = True
    ) -> None:
        super().__init__(keymap, inks, footers.of_screen(self.SCOPE, is_first=is_first), is_first=is_first)
        self._shelf, self._now = shelf, now
        self._deeds = acts.Deeds()
        self._place, self._filter = UNREAD, ""
        self._known: tuple[Place, ...] = ()
        self._fresh: Sequence[int] = ()
        self._pane: Pane = "articles"
        self._places, self._head = ChoiceList(id="places"), Static(id="place", markup=False)
        self._list = ArticleList(inks, self._look_up, now, id="articles")
        self._line = FilterLine(inks, self._names)
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
        self.run_worker(self._begin())
        self.set_interval(_LOOK_SECONDS, self._look_for_fresh)

    async def _begin(self) -> None:
        try:
            first = await self._shelf.ask(lambda library: asking.first(library, self._now()))
        except LibraryError as error:
            self.post_message(self.Without(error))
            return
        if first.is_empty:
            self.post_message(self.Without())
            return
        if first.notice:
            self.notify(first.notice, severity="warning", timeout=10)
        self._place = first.place
        self._list.show(first.ids)
        self._show_head()
        self._gather()
        self._find(self._list.at)

    def on_screen_resume(self) -> None:
        """Show what was done meanwhile, in an article that was in front."""
        if self._known:
            self._list.forget()
            self._gather()

    # -- asking the library -------------------------------------------------------------------------------------

    async def _ask(self, do: Callable[[Library], T]) -> T | None:
        """Have something done; None, and a word of it, where it could not be."""
        try:
            return await self._shelf.ask(do)
        except LibraryError as error:
            self.show_failure(error)
            return None

    async def _look_up(self, ids: Sequence[int]) -> Sequence[Listed]:
        return await self._ask(lambda library: library.searching.listed(ids)) or ()

    async def _names(self, end: Typed) -> Sequence[str]:
        return await self._ask(lambda library: asking.names(library, end)) or ()

    def _gather(self) -> None:
        """Count anew what is unread in each place."""

        async def gather() -> None:
            found = await self._ask(lambda library: asking.places(library, self._now()))
            if found is not None:
                self._known = found
                self._show_places()

        self.run_worker(gather(), group="places", exclusive=True)

    def _find(self, at: int | None = None, *, keep_scroll: bool = False) -> None:
        """Show the articles of the place and the filter; `at` is where the reader is in them."""

        async def find() -> None:
            place, text = self._place, self._filter
            try:
                found = await self._shelf.ask(lambda library: asking.ids(library, place, text, self._now()))
            except LibraryError as error:
                # Of a filter that is half typed: "since:2026-" is no date yet.
                self._show_head(str(error))
                return
            self._fresh = ()
            if tuple(self._list.ids) != found:
                self._list.show(found, at, keep_scroll=keep_scroll)
            self._show_head()

        self.run_worker(find(), group="list", exclusive=True)

    def _look_for_fresh(self) -> None:
        """See what came into the list from elsewhere; it is told, and nothing moves."""

        async def look() -> None:
            place, text = self._place, self._filter
            shown = self._list.ids
            found = await self._ask(lambda library: asking.fresh(library, place, text, shown, self._now()))
            if found and found != self._fresh:
                self._fresh = found
                self._show_head()
                self._gather()

        if self.is_current and self._known and not self._line.is_open:
            self.run_worker(look(), group="fresh", exclusive=True)

    # -- showing ------------------------------------------------------------------------------------------------

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying where they are."""
        super().use_inks(inks)
        for widget in (self._list, self._line, self._preview):
            widget.use_inks(inks)
        self._show_places()
        self._show_head()
        self._show_preview()
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened, and where in the list the reader is."""
        at, count = self._list.place
        label = self.opening.label(time.monotonic()) if self.opening else ""
        self.status_rule.show(label, f"{at:,} of {count:,}" if count else "", self.inks)

    def _show_head(self, fault_in_filter: str = "") -> None:
        """Say which articles are listed, and what came in since."""
        count = counted(len(self._list.ids), "article")
        words = [(on_one_line(self._place.label), self.inks.style("headline")), (f"  {count}", self.inks.style("dim"))]
        if self._filter and not self._line.is_open:
            words.append((f"  {on_one_line(self._filter)}", self.inks.style("accent")))
        if fault_in_filter:
            words.append((f"  {on_one_line(fault_in_filter)}", self.inks.style("error")))
        if self._fresh:
            words.append((f"  {len(self._fresh):,} new: Enter on the place takes them in", self.inks.style("accent")))
        self._head.update(Content.assemble(*words))
        self.show_status()

    def _show_places(self) -> None:
        width = (self._places.size.width or _PLACES_WIDTH) - 3
        options = [
            Option(Content.assemble(*((words.text, self.inks.style(*words.inks)) for words in place_line(each, width))))
            for each in self._known
        ]
        with self._places.prevent(OptionList.OptionHighlighted):
            self._places.set_options(options)
            keys = [each.key for each in self._known]
            self._places.highlighted = keys.index(self._place.key) if self._place.key in keys else None

    @on(ArticleList.Moved)
    def _follow(self) -> None:
        self._show_preview()
        self.show_status()

    def _show_preview(self) -> None:
        listed, place = self._list.current, self._place
        wrong = next((each.fault for each in self._known if each.key == place.key), place.fault)

        async def show() -> None:
            rows = list(fault(wrong)) if wrong else []
            if listed is not None:
                stored = await self._ask(lambda library: library.articles.load(listed.id))
                rows += preview(listed, stored, self._now())
            elif self._known and not self._list.ids:
                rows += notes("Nothing here.")
            self._preview.show(rows)

        self.run_worker(show(), group="preview", exclusive=True)

    # -- moving -------------------------------------------------------------------------------------------------

    @property
    def _at(self) -> Place | None:
        """The place that the reader is at on the left."""
        at = self._places.highlighted
        return self._known[at] if at is not None and at < len(self._known) else None

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
            height, whole = self._preview.size.height, self._preview.virtual_size.height
            self._preview.scroll_relative(y=direction * lines_in(by, height, whole), animate=False, force=True)

    def choose(self) -> None:
        """Open the current article; of a place, go to its articles."""
        if self._pane == "places":
            self._places.choose()
        else:
            self._list.choose()

    @on(OptionList.OptionHighlighted)
    def _go_to_place(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        place = self._known[event.option_index]
        if place.key != self._place.key:
            self._place = place
            self._find()
            self._show_preview()

    @on(OptionList.OptionSelected)
    def _enter_place(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.show_pane("articles")
        self._find(self._list.at, keep_scroll=True)

    @on(ArticleList.Chosen)
    def _open(self) -> None:
        listed = self._list.current
        if listed is None:
            return

        async def open_it() -> None:
            way = await self._ask(lambda library: asking.way(library, listed))
            if way is None:
                return
            self.post_message(self.Chosen(way))
            if not listed.is_read and self._shelf.keeps:
                self._do(lambda library: acts.turn_read(library, listed, self._now()), is_noted=False)

        self.run_worker(open_it(), group="going", exclusive=True)

    def browse(self) -> None:
        """Open the current article in the browser."""
        listed = self._list.current
        if listed is not None and listed.address:
            self.app.open_url(listed.address)
        else:
            self.notify("This article has no web address.")

    def go_to_unread(self, direction: int) -> None:
        """To the next unread article of the list, or the one before."""
        at, _ = self._list.place
        ahead = self._list.ids[at:] if direction > 0 else self._list.ids[: max(at - 1, 0)][::-1]

        async def go() -> None:
            found = await self._ask(lambda library: asking.next_unread(library, ahead, self._now()))
            if found is None or not self._list.go_to(found):
                self.notify(f"Nothing unread {'further on' if direction > 0 else 'before this'}.", timeout=2)

        self.show_pane("articles")
        self.run_worker(go(), group="going", exclusive=True)

    def close(self) -> None:
        """Stop what is being opened; else end the filter; else go to the list; else to what lies under it."""
        if self.stop_opening():
            return
        if self._line.is_open or self._filter:
            self._line.end()
            self.show_pane("articles")
            self._use_filter("")
        elif self._pane != "articles":
            self.show_pane("articles")
        elif not self.is_first:
            self.post_message(self.Left())

    # -- filters ------------------------------------------------------------------------------------------------

    def ask_for_words(self) -> None:
        """Ask for a filter."""
        self.show_pane("articles")
        self._line.ask(f"{self._filter} " if self._filter else "")

    @on(FilterLine.Changed)
    def _try_filter(self, event: FilterLine.Changed) -> None:
        self._use_filter(event.text)

    @on(FilterLine.Kept)
    def _keep_shown(self) -> None:
        self._line.end()
        self.show_pane("articles")
        self._show_head()

    def _use_filter(self, text: str) -> None:
        if text.strip() != self._filter:
            self._filter = text.strip()
            self._find(self._list.at)
        self._show_head()

    def ask_for_name(self) -> None:
        """Ask under which name the filter is kept, and what for."""
        if not self._filter:
            key = self.keymap.label("find")
            self.notify(f"Filter the list first: {key} asks for words." if key else "Filter the list first.")
            return
        query = " ".join(part for part in (self._place.query, self._filter) if part)

        def keep(kept: Kept | None) -> None:
            if kept is not None:
                self._do(lambda library: acts.keep(library, kept.name, query, kept.kind, self._now()), finds=True)

        self.app.push_screen(KeepFilterWindow(self.keymap, self.inks, query), keep)

    def drop_search(self) -> None:
        """Forget the kept search that the reader is at."""
        search = self._place.search
        if search is None:
            self.notify("Go to a kept search first, on the left.")
            return
        self._place = ALL
        self._do(lambda library: acts.drop(library, search, self._now()), finds=True)

    # -- marks --------------------------------------------------------------------------------------------------

    def _do(self, act: Callable[[Library], acts.Deed | None], *, is_noted: bool = True, finds: bool = False) -> None:
        """Do something, and show what it changed; `finds` where that may be other articles."""
        at = self._list.at

        async def do() -> None:
            deed = await self._ask(act)
            if deed is not None and is_noted:
                self._deeds.add(deed)
                if deed.said:
                    key = self.keymap.label("undo")
                    self.notify(f"{deed.said} {key} takes it back." if key else deed.said, timeout=4)
            self._list.forget()
            self._gather()
            if finds:
                self._find(at, keep_scroll=True)

        # In a group of their own, where none gives up another: what was done is done.
        self.run_worker(do(), group="doing")

    def star(self) -> None:
        """Star the current article, or take the star away."""
        if (listed := self._list.current) is not None:
            self._do(lambda library: acts.star(library, listed))

    def turn_read(self) -> None:
        """Mark the current article as read, or as unread again."""
        if (listed := self._list.current) is not None:
            self._do(lambda library: acts.turn_read(library, listed, self._now()))

    def ask_for_tags(self) -> None:
        """Ask which tags the current article has."""
        listed = self._list.current
        if listed is None:
            return

        async def ask() -> None:
            known = await self._ask(lambda library: library.articles.tags())
            window = TagWindow(self.keymap, self.inks, listed.tags, [tag for tag, _ in known or ()])
            self.app.push_screen(window, give)

        def give(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self._do(lambda library: acts.tag(library, listed, tags))

        self.run_worker(ask(), group="asking", exclusive=True)

    def read_all(self) -> None:
        """Mark all articles of the list as read."""
        ids = self._list.ids
        self._do(lambda library: acts.read_all(library, ids, self._now()))

    def undo(self) -> None:
        """Take back what was done last."""
        deed = self._deeds.last()
        if deed is None:
            self.notify("Nothing to take back.", timeout=2)
            return

        async def undo() -> None:
            await self._ask(deed.back)
            self.notify(deed.undone, timeout=2)
            self._list.forget()
            self._gather()
            self._find(self._list.at, keep_scroll=True)

        self.run_worker(undo(), group="doing")

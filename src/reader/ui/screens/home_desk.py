"""What the library's home knows and does: the place and the filter it shows, and all that the library is asked for."""

from __future__ import annotations

import asyncio
import time
from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.errors import LibraryError, ReaderError
from reader.model.library import Hit, Listed, Stored
from reader.ui import acts
from reader.ui.archive import Archive
from reader.ui.beside import beside
from reader.ui.home import asking
from reader.ui.home.completing import Typed, quoted
from reader.ui.home.places import ALL, UNREAD, HomePlace
from reader.ui.home.reloading import Reloading
from reader.ui.keeper import WayIn, way
from reader.ui.screens.view import View
from reader.ui.widgets.article_list import ArticleList
from reader.ui.windows.keep_filter import KeepFilterWindow, KeptFilter
from reader.ui.windows.tags import TagWindow
from reader.ui.work import Work

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")
MakeReload = Callable[[Collection[int] | None], Reloading]


class Shows(View):
    """The screen, as the desk tells it what to show."""

    @abstractmethod
    def go_without(self, error: LibraryError | None = None) -> None:
        """Leave: there is nothing in the library yet, or it cannot be used, and why."""

    @abstractmethod
    def show_head(self, fault: str = "") -> None:
        """Say which articles are listed."""

    @abstractmethod
    def show_places(self) -> None:
        """Show the places with their counts."""

    @abstractmethod
    def open_way(self, way: WayIn) -> None:
        """Open an article."""

    @abstractmethod
    def open_story(self, story: int) -> None:
        """Open the page of a story."""


class HomeDesk:
    """One library on the screen. What it finds out is shown by the screen, which it tells.

    Args:
        screen: shows it.
        archive: the library.
        now: the moment, with the reader's zone.
        reload: makes a reload of some feeds, or of all; None where there is nothing to ask them with.
    """

    def __init__(self, screen: Shows, archive: Archive, now: Callable[[], datetime], reload: MakeReload | None) -> None:
        self._screen, self._archive, self.now = screen, archive, now
        self.list = ArticleList(screen.inks, self._look_up, now, id="articles")
        self.place, self.filter = UNREAD, ""
        self.places: tuple[HomePlace, ...] = ()
        """All of them, once they are counted."""
        self.fresh: Sequence[int] = ()
        """What came into the list from elsewhere, and is not shown yet."""
        self._seen = 0
        self._deeds = acts.Deeds()
        self._reload = reload
        self.reloading: Reloading | None = None
        self.work: Work | None = None
        """The asking of feeds, while it goes on."""

    @property
    def fault(self) -> str:
        """What was wrong the last time with the feed that is shown; "" where nothing was."""
        return next((each.fault for each in self.places if each.key == self.place.key), "")

    # -- asking the library -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show what is unread, or all where nothing is."""
        beside(self._screen, self._begin, "beginning")

    async def _begin(self) -> None:
        try:
            first = await self._archive.ask(lambda library: asking.first(library, self.now()))
        except LibraryError as error:
            self._screen.go_without(error)
            return
        if first.is_empty:
            self._screen.go_without()
            return
        if first.notice:
            self._screen.notify(first.notice, severity="warning", timeout=10)
        self.place = first.place
        self.list.show(first.ids)
        self._screen.show_head()
        self.count()
        self.find()

    async def _ask(self, do: Callable[[Library], T]) -> T | None:
        """Have something done; None, and a word of it, where it could not be."""
        try:
            return await self._archive.ask(do)
        except LibraryError as error:
            self._screen.show_failure(error)
            return None

    async def _look_up(self, ids: Sequence[int]) -> Sequence[Listed]:
        return await self._ask(lambda library: library.searching.listed(ids)) or ()

    async def names(self, end: Typed) -> Sequence[str]:
        """What the library knows for the key of a filter."""
        return await self._ask(lambda library: asking.names(library, end)) or ()

    async def stored(self, listed: Listed) -> Stored | None:
        """An article with all that is kept of it."""
        return await self._ask(lambda library: library.articles.load(listed.id))

    async def hit(self, listed: Listed) -> Hit | None:
        """Where the words that the list was searched for stand in an article."""
        query = asking.query_of(self.place, self.filter)
        return await self._ask(lambda library: asking.hit(library, listed.id, query)) if query else None

    def resume(self) -> None:
        """Show what was done meanwhile, in an article that was in front."""
        if self.places:
            self.list.forget()
            self.count()

    def count(self) -> None:
        """Count anew what is unread in each place."""

        async def count() -> None:
            found = await self._ask(lambda library: asking.places(library, self.now()))
            if found is not None:
                self.places = found
                self._screen.show_places()

        beside(self._screen, count, "places")

    def go_to_place(self, place: HomePlace) -> None:
        """Show another place."""
        if place.key != self.place.key:
            self.place = place
            self.find(is_other=True)

    def use_filter(self, text: str) -> None:
        """Show only what a filter finds."""
        if text.strip() != self.filter:
            self.filter = text.strip()
            self.find()

    def find(self, *, is_other: bool = False) -> None:
        """Show the articles of the place and the filter; the reader stays at theirs, but in another place."""

        async def find() -> None:
            place, text = self.place, self.filter
            try:
                found, seen = await self._archive.ask(lambda library: asking.ids(library, place, text, self.now()))
            except LibraryError as error:
                # Of a filter that is half typed, too: "since:2026-" is no date yet.
                self._screen.show_head(str(error))
                return
            self.fresh, self._seen = (), seen
            if tuple(self.list.ids) != found:
                self.list.show(found, None if is_other else self.list.at)
            self._screen.show_head()

        beside(self._screen, find, "list")

    def look_for_fresh(self) -> None:
        """See what came into the list from elsewhere; it is told, and nothing moves."""

        async def look() -> None:
            place, text, shown, seen = self.place, self.filter, self.list.ids, self._seen
            found = await self._ask(lambda library: asking.fresh(library, place, text, shown, seen, self.now()))
            if found is None:
                return
            self.fresh, self._seen = found
            self._screen.show_head()
            self.count()
            if not self.list.ids:
                self.find()

        if self.places:
            beside(self._screen, look, "fresh")

    def reload(self, *, all_feeds: bool) -> None:
        """Ask all feeds for what is new, or those at hand; where something new is known of, take it in instead."""
        if self.fresh:
            self.find()
            return
        if self._reload is None or self.reloading is not None:
            return
        listed, place = self.list.current, self.place
        at_hand = asking.feeds_of(place, self.places) or (listed.feeds if listed else ())
        if not all_feeds and not at_hand:
            self._screen.notify("Go to a feed, or to an article that one brought.", timeout=2)
            return
        self.reloading = self._reload(None if all_feeds else at_hand)
        self.work = Work("asking feeds…", time.monotonic())

        async def ask(reloading: Reloading) -> None:
            try:
                done = await asyncio.to_thread(reloading.run)
            except ReaderError as error:
                self._screen.show_failure(error)
            else:
                self._screen.notify(done.said, severity="warning" if done.is_error else "information", timeout=6)
            finally:
                # What runs beside a screen is given up before the screen is told that it ends; a thread goes on.
                reloading.stop()
                self.reloading = self.work = None
            self.look_for_fresh()

        beside(self._screen, partial(ask, self.reloading), "reloading", exclusive=False)
        self._screen.show_status()

    def stop(self) -> bool:
        """Ask no more feeds; whether any were being asked."""
        if self.reloading is not None:
            self.reloading.stop()
        return self.reloading is not None

    # -- going about --------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Open the current article, and mark it as read."""
        listed = self.list.current
        if listed is None:
            return

        async def open_it() -> None:
            found = await self._ask(lambda library: way(library, listed.id))
            if found is None:
                return
            self._screen.open_way(found)
            if not listed.is_read and self._archive.keeps:
                self._do(lambda library: acts.turn_read(library, listed, self.now()), is_noted=False)

        beside(self._screen, open_it, "going")

    def show_story(self) -> None:
        """Open the page of the story that is shown, else of the one that the current article tells."""
        listed, stories = self.list.current, self.place.stories

        async def show() -> None:
            story = await self._ask(lambda library: asking.story(library, stories, listed))
            if story is None:
                self._screen.notify("No other article that was read tells this story.")
            else:
                self._screen.open_story(story)

        beside(self._screen, show, "going")

    def browse(self) -> None:
        """Open the current article in the browser."""
        listed = self.list.current
        if listed is not None and listed.address:
            self._screen.app.open_url(listed.address)
        else:
            self._screen.notify("This article has no web address.")

    def go_to_unread(self, direction: int) -> None:
        """To the next unread article of the list, or the one before."""
        ahead = asking.beyond(self.list.ids, self.list.at, direction)

        async def go() -> None:
            found = await self._ask(lambda library: asking.next_unread(library, ahead, self.now()))
            if found is None or not self.list.go_to(found):
                self._screen.notify(f"Nothing unread {'further on' if direction > 0 else 'before this'}.", timeout=2)

        beside(self._screen, go, "going")

    # -- filters that are kept ----------------------------------------------------------------------------------

    def ask_for_name(self) -> None:
        """Ask under which name the filter is kept, and what for."""
        if not self.filter:
            self._screen.notify("Filter the list first, then keep the filter.")
            return
        feed = f"from:{quoted(self.place.label)}" if self.place.kind == "feed" else ""
        query = " ".join(part for part in (self.place.query, feed, self.filter) if part)

        def keep(kept: KeptFilter | None) -> None:
            if kept is not None:
                self._do(lambda library: acts.keep(library, kept.name, query, kept.kind, self.now()), finds=True)

        self._screen.app.push_screen(KeepFilterWindow(self._screen.keymap, self._screen.inks, query), keep)

    def drop_search(self) -> None:
        """Forget the kept search that the reader is at."""
        search = self.place.search
        if search is None:
            self._screen.notify("Go to a kept search first, on the left.")
            return
        self.place = ALL
        self._do(lambda library: acts.drop(library, search, self.now()), finds=True)

    # -- marks --------------------------------------------------------------------------------------------------

    def _do(self, act: Callable[[Library], acts.Deed | None], *, is_noted: bool = True, finds: bool = False) -> None:
        """Do something, and show what it changed; `finds` where that may be other articles."""

        async def do() -> None:
            deed = await self._ask(act)
            if deed is not None and is_noted:
                self._deeds.add(partial(self._take_back, deed))
                if not deed.is_seen:
                    key = self._screen.keymap.label("undo")
                    self._screen.notify(f"{deed.said} {key} takes it back." if key else deed.said, timeout=4)
            self._show_done(finds=finds)

        # In a group of their own, where none gives up another: what was done is done.
        beside(self._screen, do, "doing", exclusive=False)

    def _show_done(self, *, finds: bool) -> None:
        self.list.forget()
        self.count()
        if finds:
            self.find()

    def star(self) -> None:
        """Star the current article, or take the star away."""
        if (listed := self.list.current) is not None:
            self._do(lambda library: acts.star(library, listed))

    def turn_read(self) -> None:
        """Mark the current article as read, or as unread again."""
        if (listed := self.list.current) is not None:
            self._do(lambda library: acts.turn_read(library, listed, self.now()))

    def read_all(self) -> None:
        """Mark all articles of the list as read."""
        ids = self.list.ids
        self._do(lambda library: acts.read_all(library, ids, self.now()))

    def ask_for_tags(self) -> None:
        """Ask which tags the current article has."""
        listed = self.list.current
        if listed is None:
            return

        async def ask() -> None:
            known = await self._ask(lambda library: library.articles.tags())
            tags = [tag for tag, _ in known or ()]
            self._screen.app.push_screen(TagWindow(self._screen.keymap, self._screen.inks, listed.tags, tags), give)

        def give(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self._do(lambda library: acts.tag(library, listed, tags))

        beside(self._screen, ask, "asking")

    def undo(self) -> None:
        """Take back what was done last."""
        if not self._deeds.undo():
            self._screen.notify("Nothing to take back.", timeout=2)

    def _take_back(self, deed: acts.Deed) -> None:
        async def undo() -> None:
            await self._ask(deed.back)
            self._screen.notify(deed.undone, timeout=2)
            self._show_done(finds=True)

        beside(self._screen, undo, "doing", exclusive=False)

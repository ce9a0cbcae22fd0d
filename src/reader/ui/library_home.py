"""The way to the library's home and from there: when it is shown, what is shown without it, and what opens over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from textual.notifications import SeverityLevel
from textual.screen import Screen

from reader.errors import LibraryError
from reader.ui.archive import Archive
from reader.ui.home.reloading import Reloading
from reader.ui.keeper import Keeper, WayIn, unread, way
from reader.ui.keys.keymap import Keymap
from reader.ui.pages import Pages
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.home import HomeScreen
from reader.ui.screens.home_desk import MakeReload
from reader.ui.screens.view import View
from reader.ui.theme.theme_switch import ThemeSwitch
from reader.workers import Lanes


class HomeProgram(Protocol):
    """The program, as its home sees it."""

    keymap: Keymap
    themes: ThemeSwitch
    pages: Pages

    @property
    def screen_stack(self) -> Sequence[Screen[object]]:
        """All screens, the one in front last."""

    @property
    def view(self) -> View:
        """The screen in front, without the windows before it."""

    @property
    def keeper(self) -> Keeper:
        """What is asked of the library."""

    def go(self, way: WayIn, *, instead_of: ArticleScreen | None = None) -> None:
        """Open an article of the library, in front or in the place of another."""

    def show(self, view: View) -> None:
        """Show a screen in front, or in the place of one that only waits for the first article."""

    def show_start(self) -> None:
        """Ask for something to read, in the place of the screen in front."""

    def pop_screen(self) -> object:
        """Leave the screen in front."""

    def notify(self, message: str, *, severity: SeverityLevel = "information", timeout: float | None = None) -> None:
        """Say something that passes."""


class LibraryHome:
    """The home of a run.

    Args:
        program: shows it.
        archive: the library.
        lanes: the processes that ask feeds; None where there are none.
        clock: gives the moment, with the reader's zone; that of the machine unless given.
    """

    def __init__(
        self, program: HomeProgram, archive: Archive, lanes: Lanes | None, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._program, self._archive, self._lanes = program, archive, lanes
        self._now = clock or now

    def screen(self, *, is_first: bool) -> HomeScreen:
        """The home as a screen."""
        inks = self._program.themes.inks
        return HomeScreen(self._program.keymap, inks, self._archive, self._now, self._reload, is_first=is_first)

    @property
    def _reload(self) -> MakeReload | None:
        path, lanes = self._archive.path, self._lanes
        if path is None or lanes is None:
            return None
        return lambda feeds: Reloading(path, lanes, feeds, self._now)

    def show(self) -> None:
        """Show it: what lies over it is left, and where it lies nowhere it comes in front."""
        if not any(isinstance(screen, HomeScreen) for screen in self._program.screen_stack):
            self._program.show(self.screen(is_first=False))
        while not isinstance(self._program.view, HomeScreen):
            self._program.pop_screen()

    def leave(self, error: LibraryError | None) -> None:
        """Leave it: there is nothing in it yet, or it cannot be used. Reading works without."""
        if error is not None:
            self._program.notify(str(error), severity="error", timeout=10)
        if self._program.view.is_first:
            self._program.show_start()
        else:
            if error is None:
                self._program.notify("Nothing is in the library yet.")
            self._program.pop_screen()

    def open(self, what: WayIn | int | None) -> None:
        """Open one of its articles, the page of a story by its id, or the page of all people."""
        if what is None:
            self._program.pages.show_people()
        elif isinstance(what, int):
            self._program.pages.show_story(what)
        else:
            self._program.go(what)

    async def open_recent(self, article: int) -> None:
        """Open an article again: where its address may lead is what whoever named it may lead to, not the reader."""
        found = await self._program.keeper.ask(lambda library: way(library, article))
        if found is not None:
            self._program.go(found)

    async def open_unread(self, number: int | None, direction: int) -> None:
        """Open the next unread article in the place of the one in front, or the one before.

        It goes on in the list that lies under the article: of a feed, a tag, a search, a story, somebody's quotes; else
        in all that is unread.

        Args:
            number: the id of the article in front; None where it is not kept.
            direction: 1 is down the list, -1 up.
        """
        front, under = self._program.view, self._under
        listed = under.listed if under else None
        wanted = await self._program.keeper.ask(lambda library: unread(library, number, direction, self._now(), listed))
        if wanted is None:
            self._program.notify("There is no other unread article that way.", timeout=2)
        elif isinstance(front, ArticleScreen) and front is self._program.view:
            self._program.go(wanted.way, instead_of=front)
            if under:
                under.follow(wanted.number)

    @property
    def _under(self) -> View | None:
        """The screen that the one in front was opened from."""
        views = [screen for screen in self._program.screen_stack if isinstance(screen, View)]
        return views[-2] if len(views) > 1 else None


def now() -> datetime:
    """The moment, with the reader's zone."""
    return datetime.now().astimezone()

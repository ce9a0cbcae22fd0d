"""Opening an article: shown at once as it is kept, and fetched anew beside that; else fetched first."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from reader.errors import ReaderError
from reader.model import Listing, Page, Reading, Source, Span
from reader.ui.keeper import Keeper, KeptArticle, given, opened
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.view import View
from reader.ui.session import Opening
from reader.ui.work import BEAT_SECONDS

# What was fetched so lately is not fetched anew when it is opened: few corrections are out sooner.
FRESH = timedelta(minutes=10)


class ShowsViews(Protocol):
    """The program, as far as it shows what was opened."""

    @property
    def is_busy(self) -> bool:
        """Whether the reader is at a window or a line, whose keys must not go to a screen that comes in front."""

    def show(self, view: View, instead_of: View | None = None) -> None:
        """Show a view in front, or in the place of another one in front."""

    def show_failure(self, source: str, failure: ReaderError) -> None:
        """Tell why nothing came."""

    def article_screen(
        self,
        reading: Reading,
        known: KeptArticle | None,
        *,
        is_analysed: bool,
        page: Page | None = None,
        instead_of: ArticleScreen | None = None,
        place: Span | None = None,
    ) -> ArticleScreen:
        """The screen of an article."""

    def front_page(self, listing: Listing, origin: Source) -> FrontPageScreen:
        """The screen of the articles that a page lists."""

    def begin(self, opening: Coroutine[Any, Any, object]) -> None:
        """Open something, in the place of what is being opened."""


class Opener:
    """Brings what was asked for onto the screen.

    Args:
        program: the program, which shows it.
        keeper: the library.
        analyses: whether there are processes that find anything in an article.
    """

    def __init__(self, program: ShowsViews, keeper: Keeper, *, analyses: bool) -> None:
        self._program, self._keeper, self._analyses = program, keeper, analyses

    async def open(self, opening: Opening, instead_of: ArticleScreen | None = None) -> None:
        """Open something, in front of what is on the screen or in the place of an article."""
        kept = await self._keeper.ask(lambda library: given(library, opening.source))
        if kept is not None:
            await self._show_kept(kept, opening, instead_of)
            return
        try:
            found = await opening.acquire()
        except ReaderError as failure:
            self._program.show_failure(opening.source, failure)
            return
        if isinstance(found, Listing):
            await self._until_free()
            assert opening.origin is not None
            self._program.show(self._program.front_page(found, opening.origin))
        else:
            await self._show_found(found, opening.page, instead_of)

    async def show_as_kept(
        self, kept: KeptArticle, place: Span | None = None, instead_of: ArticleScreen | None = None
    ) -> ArticleScreen:
        """Show an article as it is kept, at a stretch of its text or where the reader left it."""
        await self._until_free()
        make = self._program.article_screen
        is_analysed = kept.is_analysed or not self._analyses
        screen = make(kept.reading, kept, is_analysed=is_analysed, instead_of=instead_of, place=place)
        self._program.show(screen, instead_of)
        now, number = datetime.now(UTC), kept.stored.id
        self._keeper.change(lambda library: library.articles.open(number, now=now) if library.keeps else None)
        return screen

    async def keep(self, reading: Reading) -> KeptArticle | None:
        """Keep an article that is opened; what is kept of it, None where nothing is."""
        now = datetime.now(UTC)
        return await self._keeper.ask(lambda library: opened(library, reading, now))

    async def _show_kept(self, kept: KeptArticle, opening: Opening, instead_of: ArticleScreen | None) -> None:
        screen = await self.show_as_kept(kept, instead_of=instead_of)
        if datetime.now(UTC) - kept.stored.fetched > FRESH:
            await self._look_again(opening, screen)

    async def _show_found(self, found: Reading, page: Page | None, instead_of: ArticleScreen | None) -> None:
        """Show an article that was fetched, with what was found in it before where its text is the same."""
        known = await self.keep(found)
        await self._until_free()
        is_same = known is not None and known.is_analysed and known.stored.article.text == found.article.text
        shown = known.reading if known and is_same else found
        program = self._program
        screen = program.article_screen(shown, known, is_analysed=is_same, page=page, instead_of=instead_of)
        program.show(screen, instead_of)

    async def _look_again(self, opening: Opening, screen: ArticleScreen) -> None:
        """Fetch an article anew that is shown as it was kept; what it has become is offered, and kept when shown."""
        desk = screen.desk
        try:
            found = await opening.acquire()
        except ReaderError as failure:
            desk.say(f"Shown as it was kept: {failure.message}", seconds=4)
            return
        if isinstance(found, Listing):
            return
        desk.marking.page = page = opening.page
        if found.article.text != desk.reading.article.text:
            show = self._show_found
            desk.newer = lambda: self._program.begin(show(found, page, screen))
            desk.say("This article has changed since it was kept. r shows it as it is now; both are kept.", seconds=10)

    async def _until_free(self) -> None:
        while self._program.is_busy:
            await asyncio.sleep(BEAT_SECONDS)

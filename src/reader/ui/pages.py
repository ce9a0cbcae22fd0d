"""The pages over many articles: which one opens over which, and the articles that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from textual.notifications import SeverityLevel

from reader.errors import ReaderError
from reader.model import Reading, Span
from reader.model.library import Person, Said, Suggestion
from reader.ui.archive import Archive
from reader.ui.commands.pages import PageKind
from reader.ui.deciding import Decided
from reader.ui.keeper import WayIn, known, way
from reader.ui.keys.keymap import Keymap
from reader.ui.rows.pages import Item, PageRows, Spot, Whom
from reader.ui.rows.pages.changes import changes_shown
from reader.ui.rows.pages.person import people_shown
from reader.ui.rows.pages.story import story_shown
from reader.ui.screens.page import Make, PageScreen, PersonScreen
from reader.ui.screens.view import View
from reader.ui.theme.theme_switch import ThemeSwitch

if TYPE_CHECKING:
    from reader.library import Library


class PagesProgram(Protocol):
    """The program, as the pages see it."""

    keymap: Keymap
    themes: ThemeSwitch

    @property
    def view(self) -> View:
        """The screen in front, without the windows before it."""

    def go(self, way: WayIn, place: Span | None = None) -> None:
        """Open an article of the library, at a stretch of its text where it is shown as it is kept."""

    def push_screen(self, screen: View) -> object:
        """Show a page in front."""

    def notify(self, message: str, *, severity: SeverityLevel = "information") -> None:
        """Say something that passes."""

    def run_worker(self, work: Coroutine[Any, Any, None], *, group: str, exclusive: bool) -> object:
        """Do something beside, in the place of what was done so before."""


class Pages:
    """The pages of a run.

    Args:
        program: shows them.
        archive: the library.
    """

    def __init__(self, program: PagesProgram, archive: Archive) -> None:
        self._program, self._archive = program, archive
        self._decided: Decided = []

    def show(self, kind: PageKind, reading: Reading, actor: str) -> None:
        """Open the page of an actor of an article, of its story, or of what changed in it."""
        if kind == "person":
            self._run(self._show_actor(reading, actor))
        else:
            self._run(self._show_of(kind, reading))

    def show_person(self, person: int) -> None:
        """Open the page of somebody, by their id."""
        self._run(self._show_person(lambda library: library.people.get(person)))

    def show_people(self) -> None:
        """Open the page of all people, most quoted first."""
        self._push(lambda library: people_shown(library.people.most_quoted()))

    def show_story(self, story: int) -> None:
        """Open the page of a story, by its id."""
        self._push(partial(_story, story=story))

    def open(self, item: Item) -> None:
        """Open what an item of a page leads to."""
        match item:
            case Whom(person):
                self.show_person(person)
            case Suggestion(one=one, other=other):
                front = self._program.view
                at_one = isinstance(front, PersonScreen) and front.person.id == one.id
                self.show_person(other.id if at_one else one.id)
            case Said():
                self._run(self._open(Spot(item.article, item.start, item.end)))
            case Spot():
                self._run(self._open(item))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self._program.run_worker(self._told(work), group="pages", exclusive=True)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something, and say what went wrong."""
        try:
            await work
        except ReaderError as failure:
            self._program.notify(str(failure), severity="error")

    async def _show_actor(self, reading: Reading, actor: str) -> None:
        name = next((each.name for each in reading.analysis.actors if each.id == actor), "")

        def whose(library: Library) -> Person | None:
            article = library.articles.find(reading.source, reading.article)
            return library.people.whose(article, actor) if article is not None else None

        await self._show_person(whose, name)

    async def _show_person(self, who: Callable[[Library], Person | None], name: str = "This one") -> None:
        person = await self._archive.ask(who)
        if person is None:
            self._program.notify(f"{name} has no page: nothing of theirs is kept, or you said that this is nobody.")
            return
        keymap, inks = self._program.keymap, self._program.themes.inks
        self._program.push_screen(PersonScreen(keymap, inks, self._archive, person, self._decided))

    async def _show_of(self, kind: PageKind, reading: Reading) -> None:
        """The page of a story, or of changes, where there is anything to show."""

        def find(library: Library) -> tuple[Make | None, str]:
            article = library.articles.find(reading.source, reading.article)
            if article is None:
                return None, "This article is not in the library."
            if kind == "changes":
                if not library.articles.versions(article):
                    return None, "This article has not changed since it was read first."
                return partial(_changes, article=article), ""
            story = library.stories.of(article)
            if story is None or library.stories.get(story) is None:
                return None, "No other article that was read tells this story."
            return partial(_story, story=story), ""

        make, why_not = await self._archive.ask(find)
        if make is None:
            self._program.notify(why_not)
        else:
            self._push(make)

    def _push(self, make: Make) -> None:
        keymap, inks = self._program.keymap, self._program.themes.inks
        self._program.push_screen(PageScreen(keymap, inks, self._archive, make))

    async def _open(self, place: Spot) -> None:
        found = await self._archive.ask(partial(_way_to, article=place.article))
        if found is None:
            self._program.notify("This article is no longer in the library.")
        else:
            self._program.go(found, Span(place.start, place.end) if place.end else None)


def _way_to(library: Library, article: int) -> WayIn | None:
    """How an article is opened at words of it: as it is kept, where everything was found in it."""
    kept = known(library, article)
    return WayIn(kept.stored.source.given, kept=kept) if kept and kept.is_analysed else way(library, article)


def _story(library: Library, story: int) -> PageRows | None:
    from reader.library.pages import story_page

    page = story_page(library, story)
    return story_shown(page) if page else None


def _changes(library: Library, article: int) -> PageRows:
    from reader.library.pages import revisions

    stored = library.articles.load(article)
    headline = (stored.article.headline if stored else "") or "Untitled"
    return changes_shown(article, headline, revisions(library, article))

"""The program on the screen: which screens there are, one over the other, and what belongs to no single one of them."""

from __future__ import annotations

import os
import time
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from rich.console import Console, RenderableType
from textual import events, on
from textual.app import App
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.widgets import Input

from reader import fetch
from reader.errors import FetchError, ReaderError
from reader.model import Listing, Page, Reading, Source, Span
from reader.settings import paths
from reader.settings.config import Config
from reader.settings.state import Recent
from reader.text import safe
from reader.ui.archive import Archive
from reader.ui.boundary import OnlyShown
from reader.ui.commands.table import SECTIONS
from reader.ui.keeper import Keeper, KeptArticle, WayIn, recent
from reader.ui.keys import names
from reader.ui.keys.keymap import Keymap
from reader.ui.library_home import LibraryHome
from reader.ui.opener import Opener
from reader.ui.pages import Pages
from reader.ui.palette import Places, TableCommands
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.home import HomeScreen
from reader.ui.screens.opening import OpeningScreen
from reader.ui.screens.page import PageScreen
from reader.ui.screens.start import StartScreen
from reader.ui.screens.view import View
from reader.ui.session import Opening
from reader.ui.terminal import LateAnswer, Terminal
from reader.ui.theme import themes
from reader.ui.theme.theme_shelf import ThemeShelf
from reader.ui.theme.theme_switch import LOOK_SECONDS, ThemeSwitch
from reader.ui.wanted import ConfigChanged, PageWanted, UnreadWanted
from reader.ui.widgets.source_box import SourceBox
from reader.ui.windows.help import HelpWindow
from reader.ui.windows.image import drawing
from reader.ui.windows.open import OpenWindow
from reader.ui.windows.themes import ThemeWindow
from reader.ui.work import BEAT_SECONDS
from reader.workers import Lanes

# Of a toast: more than the widest screen shows in a few lines.
_LONGEST_TOAST = 1_000
# As many as stand over one another on a screen of 24 lines.
_MOST_WARNINGS = 5
# What is old is thrown out of the library when the first article has long been read.
_TIDY_SECONDS = 60.0


class OnRecord(App[None]):
    """The reader.

    Args:
        config: the settings.
        lanes: the processes that fetch, clean and analyse.
        source: what to open; without it, and without a reading, the start screen asks.
        stdin: what came over standard input, when the source is "-".
        led_by: what named the source; None where the reader gave it.
        reading: an article already read, shown as it is.
        warnings: what went wrong before the screen was there.
        terminal: what is known of the terminal; by default what the environment says.
        driver: what stands between the screen and the terminal; Textual's own unless given.
        archive: the library; none unless given. Whoever made it closes it.
    """

    TITLE = "On Record"
    COMMANDS: ClassVar[set[type[Provider]]] = {TableCommands, Places}  # type: ignore[assignment] # Textual's own is wider
    CSS_PATH = Path(__file__).with_name("app.tcss")

    def __init__(
        self,
        config: Config,
        lanes: Lanes | None = None,
        *,
        source: str | None = None,
        stdin: bytes | None = None,
        led_by: Source | None = None,
        reading: Reading | None = None,
        warnings: Sequence[str] = (),
        terminal: Terminal | None = None,
        driver: type[Driver] | None = None,
        archive: Archive | None = None,
    ) -> None:
        self.terminal = terminal or Terminal(depth="none" if os.environ.get("NO_COLOR") else "full")
        colourless = self.terminal.depth == "none"
        self._shelf = ThemeShelf(paths.themes_folder(), sixteen=self.terminal.depth == "sixteen")
        self._only_shown = OnlyShown()
        # With NO_COLOR Textual turns our colours to greys unless the terminal's own are asked for.
        super().__init__(driver_class=driver, ansi_color=True if colourless else None)
        # For what went wrong, when the screen is gone; without codes, for standard error lets none of them through.
        self.error_console = Console(markup=False, highlight=False, stderr=True, color_system=None)
        sections, clashes = names.with_own(SECTIONS, config.keys)
        self.keymap = Keymap(sections)
        # Textual's own key for the palette gives way to the table's.
        self._bindings.key_to_bindings.pop(self.COMMAND_PALETTE_BINDING, None)
        self.keymap.bind(self._bindings, "everywhere")
        self._late = LateAnswer(owed=self.terminal.owes, now=time.monotonic())
        self.config = config
        self._lanes = lanes
        self._source, self._stdin, self._reading, self._led_by = source, stdin, reading, led_by
        self._opening: Opening | None = None
        self.archive = archive or Archive()
        self.keeper = Keeper(self.archive, partial(self.notify, severity="warning", timeout=10))
        self._opener = Opener(self, self.keeper, analyses=lanes is not None)
        self.pages, self.home = Pages(self, self.archive), LibraryHome(self, self.archive, lanes)
        self.themes = ThemeSwitch(self, self._shelf, colourless=colourless)
        faults = self.themes.begin(config.theme, light=self.terminal.light)
        self._warnings = [*warnings, *faults, *clashes]

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End it; the reader's place is what is on the screen now: that they scrolled may not have been told yet."""
        for screen in self._screen_stack:
            if isinstance(screen, ArticleScreen):
                screen.note_place()
        super().exit(result, return_code, message)

    def leave_at_once(self) -> None:
        """Keep the reader's places and give the terminal back, from any thread, without waiting for the screen."""
        for screen in self._screen_stack:
            if isinstance(screen, ArticleScreen):
                screen.keep_place()
        self.keeper.finish()
        if give_back := getattr(self._driver, "give_back", None):
            give_back()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our style sheets' variables, for Textual's own themes, which lack them."""
        return themes.css_variables(self._shelf.palette(themes.DEFAULT).colors)

    async def on_mount(self) -> None:
        """Show the first screen, and say what went wrong before."""
        self._beat = self.set_interval(BEAT_SECONDS, self._tell_opening, pause=True)
        if self._reading is not None:
            known = await self._opener.keep(self._reading)
            self.push_screen(self.article_screen(self._reading, known, is_analysed=True))
        elif self._source is not None:
            self.push_screen(OpeningScreen(self.keymap, self.themes.inks))
            self.open(self._source, self._led_by)
        elif self.archive.is_there:
            self.push_screen(self.home.screen(is_first=True))
        else:
            self.push_screen(StartScreen(self.keymap, self.themes.inks, await self._recent()))
        for warning in self._warnings[:_MOST_WARNINGS]:
            self.notify(warning, severity="warning", timeout=10)
        if (more := len(self._warnings) - _MOST_WARNINGS) > 0:
            self.notify(f"And {more:,} more of these.", severity="warning", timeout=10)
        self.set_interval(LOOK_SECONDS, self.themes.follow_files)
        self.set_timer(_TIDY_SECONDS, lambda: self.keeper.tidy(self.config, datetime.now(UTC)))

    async def on_event(self, event: events.Event) -> None:
        """Take what happens, but for an answer of the terminal that comes late as key presses."""
        if isinstance(event, events.Key) and self._late.eats(event.key, time.monotonic()):
            return
        if isinstance(event, events.Paste):
            event.text = safe.printable(event.text)
        await super().on_event(event)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something that passes: always words, never markup, with nothing in them that a terminal would obey.

        What is still there to be read is not said again: of a key held down, each toast drew all before it anew.
        """
        words = safe.printable(message[:_LONGEST_TOAST])
        if any(said.message == words for said in self._notifications):
            return
        super().notify(words, title=safe.one_line(title), severity=severity, timeout=timeout, markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every drawn line goes through, what can be shown last."""
        return [*super().get_line_filters(), self._only_shown]

    def action_command(self, command_id: str, argument: str) -> None:
        """Run a command of the table that holds on every screen."""
        self.keymap.run(command_id, argument, "everywhere", self)

    # -- one screen over the other ------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """The screen in front, without the windows before it."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, View))

    def ask_for_source(self) -> None:
        """Ask for something to open; what is on the screen stays until it is there."""
        self.run_worker(self._ask_for_source(), group="asking", exclusive=True)

    async def _ask_for_source(self) -> None:
        given = fetch.without_password(self._opening.source) if self._opening and self._opening.failure else ""
        window = OpenWindow(self.keymap, self.themes.inks, await self._recent(), given)
        if not self.screen.is_modal:
            self.push_screen(window, self._open_given)

    async def _recent(self) -> Sequence[Recent]:
        """The articles opened last, without the one in front: it is there already."""
        if not self.config.keep_recent:
            return ()
        front = next((each for each in reversed(self.screen_stack) if isinstance(each, View)), None)
        in_front = front.number if isinstance(front, ArticleScreen) else None
        return await self.keeper.ask(lambda library: recent(library, in_front)) or ()

    @on(SourceBox.Given)
    async def _open_given(self, event: SourceBox.Given | None) -> None:
        if event and event.article is not None:
            await self.home.open_recent(event.article)
        elif event:
            self.open(event.source)

    @on(HomeScreen.Without)
    def _leave_home(self, event: HomeScreen.Without) -> None:
        self.home.leave(event.error)

    @on(HomeScreen.Chosen)
    def _open_kept(self, event: HomeScreen.Chosen) -> None:
        self.home.open(event.what)

    @on(FrontPageScreen.Chosen)
    def _open_listed(self, event: FrontPageScreen.Chosen) -> None:
        self.open(event.url, event.led_by)

    @on(OpeningScreen.Retried)
    def _open_again(self) -> None:
        if self._opening:
            self.open(self._opening.source, self._opening.led_by)

    def open(self, source: str, led_by: Source | None = None, instead_of: ArticleScreen | None = None) -> None:
        """Open something in front of what is on the screen, once it is there; what was being opened is given up.

        Args:
            source: what to open, as `reader.pipeline.load` takes it.
            led_by: the page that it was chosen from; None where the reader gave it.
            instead_of: the article in whose place it is shown.
        """
        if self._lanes is None:
            return
        self._opening = opening = Opening(self._lanes, source, self._stdin, self._tell_opening, led_by)
        self.begin(self._opener.open(opening, instead_of))

    def go(self, way: WayIn, place: Span | None = None, instead_of: ArticleScreen | None = None) -> None:
        """Open an article of the library, in front or in the place of another."""
        if way.kept is None:
            self.open(way.source, way.led_by, instead_of)
        else:
            self.begin(self._opener.show_as_kept(way.kept, place, instead_of))

    def begin(self, opening: Coroutine[Any, Any, object]) -> None:
        """Open something, in the place of what is being opened."""
        self.run_worker(opening, group="opening", exclusive=True)

    @on(UnreadWanted)
    async def _open_unread(self, event: UnreadWanted) -> None:
        await self.home.open_unread(event.number, event.direction)

    def show_failure(self, source: str, failure: ReaderError) -> None:
        """Tell why nothing came; a path that leads to no file can be mended where it was to be opened first."""
        is_path = isinstance(failure, FetchError) and source != fetch.STDIN and not fetch.is_address(source)
        if is_path and isinstance(self.view, OpeningScreen):
            self.show_start((fetch.without_password(source), failure))
        else:
            self.view.show_failure(failure)

    def show_start(self, given: tuple[str, ReaderError] | None = None) -> None:
        """Ask for something to read, in the place of the screen in front; `given` is what was wrong, and why."""
        self.run_worker(self._show_start(given, self.view), group="asking", exclusive=True)

    async def _show_start(self, given: tuple[str, ReaderError] | None, front: View) -> None:
        recent = await self._recent()
        if self.view is front:
            self.switch_screen(StartScreen(self.keymap, self.themes.inks, recent, given))

    @property
    def is_busy(self) -> bool:
        """Whether the reader is at a window or a line, whose keys must not go to a screen that comes in front."""
        asks = isinstance(self.focused, Input) and not isinstance(self.screen, StartScreen)
        return self.screen.is_modal or asks

    @property
    def _is_replaced(self) -> bool:
        """Whether the screen in front only waits for the first article."""
        return len(self.screen_stack) < 2 or isinstance(self.view, (StartScreen, OpeningScreen))

    def show(self, view: View, instead_of: View | None = None) -> None:
        """Show a view in front, or in the place of what only waits for it, or of another one in front."""
        if self._is_replaced or instead_of is self.screen:
            self.switch_screen(view)
        else:
            self.push_screen(view)

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
        """The screen of an article; see `ArticleScreen`."""
        is_listed = not self._is_replaced and isinstance(self.view, (FrontPageScreen, HomeScreen))
        return ArticleScreen(
            self.keymap,
            self.themes.inks,
            self.config,
            reading,
            self._lanes,
            is_analysed=is_analysed,
            notes_folder=paths.notes_folder(self.config.notes_folder, with_source=self._source is not None),
            keeper=self.keeper,
            known=known,
            page=page,
            is_first=instead_of.is_first if instead_of else self._is_replaced,
            is_listed=instead_of.desk.is_listed if instead_of else is_listed,
            draw_image=drawing() if self.terminal.pictures else None,
            place=place,
        )

    def front_page(self, listing: Listing, origin: Source) -> FrontPageScreen:
        """The screen of the articles that a page lists."""
        return FrontPageScreen(self.keymap, self.themes.inks, listing, origin, is_first=self._is_replaced)

    def _tell_opening(self) -> None:
        work = self._opening.work if self._opening else None
        (self._beat.resume if work else self._beat.pause)()
        self.view.show_opening(work)

    @on(View.OpeningStopped)
    def _stop_opening(self) -> None:
        if self._opening:
            self._opening.stop()

    @on(View.Left)
    def close_front(self) -> None:
        """Leave the view in front for the one under it; the last one ends the program."""
        if self.view.is_first:
            self.exit()
        else:
            self.pop_screen()

    @on(ConfigChanged)
    def _keep_config(self, event: ConfigChanged) -> None:
        self.config = event.config
        for screen in self.screen_stack:
            if isinstance(screen, ArticleScreen):
                screen.desk.take_config(event.config)

    @on(PageWanted)
    def _show_page(self, event: PageWanted) -> None:
        self.pages.show(event.kind, event.reading, event.actor)

    @on(PageScreen.Chosen)
    def _open_item(self, event: PageScreen.Chosen) -> None:
        self.pages.open(event.item)

    def use_next_theme(self) -> None:
        """Change to the next theme, and remember it."""
        self.themes.keep(self.themes.following)
        self.notify(f"Theme: {self.theme}", timeout=2)

    def choose_theme(self) -> None:
        """Let the reader choose a theme, the screen showing each one they are at."""
        window = ThemeWindow(self.keymap, self.themes.inks, self.themes.palettes, self.theme)
        self.push_screen(window, partial(self.themes.keep_or_return, self.theme))

    @on(ThemeWindow.Previewed)
    def _preview_theme(self, event: ThemeWindow.Previewed) -> None:
        # A preview that comes after the choice is of the theme chosen.
        if isinstance(self.screen, ThemeWindow):
            self.themes.use(event.name)

    def show_help(self) -> None:
        """Show every key of the screen in front."""
        self.push_screen(HelpWindow(self.keymap, self.themes.inks, self.view.SCOPE))

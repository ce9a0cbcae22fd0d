"""The program on the screen: which screens there are, one over the other, and what belongs to no single one of them."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from typing import ClassVar

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
from reader.model import Listing, Reading, Source, Span
from reader.settings import paths, state
from reader.settings.config import Config
from reader.settings.state import Recent
from reader.text import safe
from reader.ui.archive import Archive
from reader.ui.boundary import OnlyShown
from reader.ui.commands.table import SECTIONS
from reader.ui.keys import names
from reader.ui.keys.keymap import Keymap
from reader.ui.pages import Pages
from reader.ui.palette import Places, TableCommands
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.opening import OpeningScreen
from reader.ui.screens.page import PageScreen
from reader.ui.screens.reading_desk import ReadingDesk
from reader.ui.screens.start import StartScreen
from reader.ui.screens.view import View
from reader.ui.session import Opening
from reader.ui.terminal import LateAnswer, Terminal
from reader.ui.theme import themes
from reader.ui.theme.theme_shelf import ThemeShelf
from reader.ui.theme.theme_switch import ThemeSwitch
from reader.ui.widgets.source_box import SourceBox
from reader.ui.windows.help import HelpWindow
from reader.ui.windows.image import Draw
from reader.ui.windows.open import OpenWindow
from reader.ui.windows.themes import ThemeWindow
from reader.ui.work import BEAT_SECONDS
from reader.workers import Lanes

# Of a toast: more than the widest screen shows in a few lines.
_LONGEST_TOAST = 1_000
# As many as stand over one another on a screen of 24 lines.
_MOST_WARNINGS = 5
# A theme is saved by hand, and seen at once after that; the look at the folder costs some 50 µs.
_LOOK_SECONDS = 1.0


class OnRecord(App[None]):
    """The reader.

    Args:
        config: the settings.
        lanes: the processes that fetch, clean and analyse.
        source: what to open; without it, and without a reading, the start screen asks.
        stdin: what came over standard input, when the source is "-".
        reading: an article already read, shown as it is.
        warnings: what went wrong before the screen was there.
        terminal: what is known of the terminal; by default what the environment says.
        driver: what stands between the screen and the terminal; Textual's own unless given.
        archive: the library; none unless given.
    """

    TITLE = "On Record"
    COMMANDS: ClassVar[set[type[Provider]]] = {TableCommands, Places}  # type: ignore[assignment] # Textual's own is wider
    CSS = """
    Screen { color: $foreground; }
    View:ansi { background: $background; }
    /* What lies under a window cannot be made fainter without colours, so it is not shown. */
    HelpWindow:ansi, FilterWindow:ansi, ImageWindow:ansi, OpenWindow:ansi { background: $background; }
    HelpWindow:nocolor, FilterWindow:nocolor, ImageWindow:nocolor, OpenWindow:nocolor {
        background: $background;
    }
    /* Words that pass stand over the status and the keys, which stay. */
    ToastRack { margin-bottom: 2; }
    Toast { background: $highlight; border-left: outer $accent; }
    CommandPalette > Vertical { background: $background; }
    CommandPalette #--input, CommandPalette #--results { background: $background; }
    CommandPalette #--input { border: hkey $rule; }
    CommandPalette #--input.--list-visible { border-bottom: none; }
    CommandPalette CommandList.--visible { border-bottom: hkey $rule; }
    CommandPalette CommandList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(
        self,
        config: Config,
        lanes: Lanes | None = None,
        *,
        source: str | None = None,
        stdin: bytes | None = None,
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
        self._source, self._stdin, self._reading = source, stdin, reading
        self._opening: Opening | None = None
        self.pages = Pages(self, archive or Archive(None))
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
                screen.bookmark.keep()
        if give_back := getattr(self._driver, "give_back", None):
            give_back()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our style sheets' variables, for Textual's own themes, which lack them."""
        return themes.css_variables(self._shelf.palettes[themes.DEFAULT].colors)

    def on_mount(self) -> None:
        """Show the first screen, and say what went wrong before."""
        self._beat = self.set_interval(BEAT_SECONDS, self._tell_opening, pause=True)
        if self._reading is not None:
            self.push_screen(self._article(self._reading, is_analysed=True))
        elif self._source is not None:
            self.push_screen(OpeningScreen(self.keymap, self.themes.inks))
            self.open(self._source)
        else:
            self.push_screen(StartScreen(self.keymap, self.themes.inks, self._recent()))
        for warning in self._warnings[:_MOST_WARNINGS]:
            self.notify(warning, severity="warning", timeout=10)
        if (more := len(self._warnings) - _MOST_WARNINGS) > 0:
            self.notify(f"And {more:,} more of these.", severity="warning", timeout=10)
        self.set_interval(_LOOK_SECONDS, self._look_at_themes)

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
        given = fetch.without_password(self._opening.source) if self._opening and self._opening.failure else ""
        window = OpenWindow(self.keymap, self.themes.inks, self._recent(), given)
        self.push_screen(window, lambda source: self.open(source) if source else None)

    def _recent(self) -> Sequence[Recent]:
        """The articles opened last, without the one in front: it is there already."""
        if not self.config.keep_recent:
            return ()
        front = next((each for each in reversed(self.screen_stack) if isinstance(each, View)), None)
        in_front = state.opened_by(front.desk.reading) if isinstance(front, ArticleScreen) else None
        return [each for each in state.load().recent if each.source != in_front]

    @on(SourceBox.Given)
    def _open_given(self, event: SourceBox.Given) -> None:
        self.open(event.source)

    @on(FrontPageScreen.Chosen)
    def _open_listed(self, event: FrontPageScreen.Chosen) -> None:
        self.open(event.url, event.led_by)

    @on(OpeningScreen.Retried)
    def _open_again(self) -> None:
        if self._opening:
            self.open(self._opening.source, self._opening.led_by)

    def open(self, source: str, led_by: Source | None = None) -> None:
        """Open something in front of what is on the screen, once it is there; what was being opened is given up.

        Args:
            source: what to open, as `reader.pipeline.load` takes it.
            led_by: the page that it was chosen from; None where the reader gave it.
        """
        if self._lanes is None:
            return
        opening = Opening(self._lanes, source, self._stdin, self._tell_opening, led_by)
        self._opening = opening
        self.run_worker(self._open(opening), group="opening", exclusive=True)

    async def _open(self, opening: Opening) -> None:
        try:
            found = await opening.acquire()
        except ReaderError as failure:
            self._show_failure(opening.source, failure)
            return
        await self._until_free()
        if isinstance(found, Listing):
            assert opening.origin is not None
            inks, is_first = self.themes.inks, self._is_replaced
            self._show(FrontPageScreen(self.keymap, inks, found, opening.origin, is_first=is_first))
            return
        if self.config.keep_recent:
            state.keep_recent(found)
        self._show(self._article(found, is_analysed=False))

    def _show_failure(self, source: str, failure: ReaderError) -> None:
        """Tell why nothing came; a path that leads to no file can be mended where it was to be opened first."""
        is_path = isinstance(failure, FetchError) and source != fetch.STDIN and not fetch.is_address(source)
        if is_path and isinstance(self.view, OpeningScreen):
            given = fetch.without_password(source), failure
            self.switch_screen(StartScreen(self.keymap, self.themes.inks, self._recent(), given))
        else:
            self.view.show_failure(failure)

    async def _until_free(self) -> None:
        while self._is_busy:
            await asyncio.sleep(BEAT_SECONDS)

    @property
    def _is_busy(self) -> bool:
        """Whether the reader is at a window or a line, whose keys must not go to a screen that comes in front."""
        asks = isinstance(self.focused, Input) and not isinstance(self.screen, StartScreen)
        return self.screen.is_modal or asks

    @property
    def _is_replaced(self) -> bool:
        """Whether the screen in front only waits for the first article."""
        return len(self.screen_stack) < 2 or isinstance(self.view, (StartScreen, OpeningScreen))

    def _show(self, view: View) -> None:
        if self._is_replaced:
            self.switch_screen(view)
        else:
            self.push_screen(view)

    def _article(self, reading: Reading, *, is_analysed: bool, place: Span | None = None) -> ArticleScreen:
        return ArticleScreen(
            self.keymap,
            self.themes.inks,
            self.config,
            reading,
            self._lanes,
            is_analysed=is_analysed,
            notes_folder=paths.notes_folder(self.config.notes_folder, with_source=self._source is not None),
            is_first=self._is_replaced,
            is_listed=not self._is_replaced and isinstance(self.view, FrontPageScreen),
            draw_image=self._draw_image(),
            place=place,
        )

    def _draw_image(self) -> Draw | None:
        if not self.terminal.pictures:
            return None
        from textual_image.widget import Image

        return Image

    def _tell_opening(self) -> None:
        work = self._opening.work if self._opening else None
        if work:
            self._beat.resume()
        else:
            self._beat.pause()
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

    @on(ReadingDesk.ConfigChanged)
    def _keep_config(self, event: ReadingDesk.ConfigChanged) -> None:
        self.config = event.config
        for screen in self.screen_stack:
            if isinstance(screen, ArticleScreen):
                screen.desk.take_config(event.config)

    # -- pages over many articles -------------------------------------------------------------------------------

    def show_reading(self, reading: Reading, place: Span | None) -> None:
        """Show an article of the library in front, at a stretch of its text."""
        self._show(self._article(reading, is_analysed=True, place=place))

    @on(ReadingDesk.PageWanted)
    def _show_page(self, event: ReadingDesk.PageWanted) -> None:
        self.pages.show(event.kind, event.reading, event.actor)

    @on(PageScreen.Chosen)
    def _open_item(self, event: PageScreen.Chosen) -> None:
        self.pages.open(event.item)

    # -- themes and help ----------------------------------------------------------------------------------------

    def use_next_theme(self) -> None:
        """Change to the next theme, and remember it."""
        self.themes.keep(self.themes.following)
        self.notify(f"Theme: {self.theme}", timeout=2)

    def choose_theme(self) -> None:
        """Let the reader choose a theme, the screen showing each one they are at."""
        before = self.theme

        def keep_or_return(chosen: str | None) -> None:
            if chosen is None:
                self.themes.use(before)
            else:
                self.themes.keep(chosen)

        self.push_screen(ThemeWindow(self.keymap, self.themes.inks, self.themes.palettes, before), keep_or_return)

    @on(ThemeWindow.Previewed)
    def _preview_theme(self, event: ThemeWindow.Previewed) -> None:
        # A preview that comes after the choice is of the theme chosen.
        if isinstance(self.screen, ThemeWindow):
            self.themes.use(event.name)

    def _look_at_themes(self) -> None:
        if self.app_focus:
            for fault in self.themes.follow_files():
                self.notify(fault, severity="warning", timeout=10)

    def show_help(self) -> None:
        """Show every key of the screen in front."""
        self.push_screen(HelpWindow(self.keymap, self.themes.inks, self.view.SCOPE))

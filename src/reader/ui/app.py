"""The program on the screen: themes, screens, and what belongs to no single one of them."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from textual import events, on
from textual.app import App
from textual.command import Provider

from reader.model import Reading
from reader.settings import paths, state
from reader.settings.config import Config
from reader.ui import keys
from reader.ui.commands import BY_ID, SECTIONS, bind
from reader.ui.palette import Places, TableCommands
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.choose_theme import ThemeScreen
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.image import Draw
from reader.ui.screens.start import StartScreen
from reader.ui.terminal import LateAnswer, Terminal
from reader.ui.theme import themes
from reader.ui.theme.theme_shelf import ThemeShelf
from reader.ui.theme.themes import Inks, Palette
from reader.workers import Lanes

# A theme is saved by hand, and seen at once after that; the look at the folder costs some 50 µs.
_LOOK_SECONDS = 1.0


@runtime_checkable
class Inked(Protocol):
    """A screen that draws with our styles."""

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""


class OnRecord(App[None]):
    """The reader.

    Args:
        config: the settings.
        workers: the processes that fetch, clean and analyse.
        source: what to open; without it, and without a reading, the start screen asks.
        stdin: what came over standard input, when the source is "-".
        reading: an article already read, shown as it is.
        warnings: what went wrong before the screen was there.
        terminal: what is known of the terminal; by default what the environment says.
    """

    TITLE = "On Record"
    COMMANDS: ClassVar[set[type[Provider]]] = {TableCommands, Places}  # type: ignore[assignment] # Textual's own is wider
    CSS = """
    Screen { color: $foreground; }
    ArticleScreen:ansi, StartScreen:ansi, FrontPageScreen:ansi { background: $background; }
    /* What lies under a window cannot be made fainter without colours, so it is not shown. */
    HelpScreen:ansi, FilterScreen:ansi, ImageScreen:ansi { background: $background; }
    HelpScreen:nocolor, FilterScreen:nocolor, ImageScreen:nocolor { background: $background; }
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
        workers: Lanes | None = None,
        *,
        source: str | None = None,
        stdin: bytes | None = None,
        reading: Reading | None = None,
        warnings: Sequence[str] = (),
        terminal: Terminal | None = None,
    ) -> None:
        self.terminal = terminal or Terminal(depth="none" if os.environ.get("NO_COLOR") else "full")
        own = paths.config_folder() / "themes"
        self._shelf = ThemeShelf(own, sixteen=self.terminal.depth == "sixteen")
        self._palettes = self._shelf.palettes
        # With NO_COLOR Textual turns our colours to greys unless the terminal's own are asked for.
        super().__init__(ansi_color=True if self.terminal.depth == "none" else None)
        self.sections, clashes = keys.with_own(SECTIONS, config.keys)
        # Textual's own key for the palette gives way to the table's.
        self._bindings.key_to_bindings.pop(self.COMMAND_PALETTE_BINDING, None)
        bind(self._bindings, self.sections, for_app=True)
        self._late = LateAnswer(owed=self.terminal.owes, now=time.monotonic())
        self.config = config
        self._processes = workers
        self._source, self._stdin, self._reading = source, stdin, reading
        self._warnings = [*warnings, *self._shelf.faults, *clashes]
        self._register_themes()
        self.theme = self._first_theme()

    def _register_themes(self) -> None:
        for palette in self._palettes.values():
            self.register_theme(themes.to_textual(palette))

    def _first_theme(self) -> str:
        if self.config.theme and self.config.theme not in self._palettes:
            known = ", ".join(sorted(self._palettes))
            self._warnings.append(f"There is no theme {self.config.theme!r}. There are: {known}.")
        suited = themes.DEFAULT_LIGHT if self.terminal.light else themes.DEFAULT
        wanted = (self.config.theme, state.load().theme, suited)
        return next(name for name in wanted if name in self._palettes)

    @property
    def palette(self) -> Palette:
        """The palette in use."""
        return self._palettes[self.theme]

    @property
    def inks(self) -> Inks:
        """The styles of the palette in use."""
        return Inks(self.palette.colors, colourless=self.terminal.depth == "none")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our style sheets' variables, for Textual's own themes, which lack them."""
        return themes.css_variables(self._palettes[themes.DEFAULT].colors)

    def on_mount(self) -> None:
        """Show the first screen, and say what went wrong before."""
        if self._source is None and self._reading is None:
            self.push_screen(StartScreen(self.inks))
        else:
            self._open(self._source or "")
        for warning in self._warnings:
            self.notify(warning, severity="warning", timeout=10, markup=False)
        self.set_interval(_LOOK_SECONDS, self._look_at_themes)

    async def on_event(self, event: events.Event) -> None:
        """Take what happens, but for an answer of the terminal that comes late as key presses."""
        if isinstance(event, events.Key) and self._late.eats(event.key, time.monotonic()):
            return
        await super().on_event(event)

    def _open(self, source: str, *, asked: bool = False) -> None:
        folder = paths.notes_folder(self.config.notes_folder, with_source=self._source is not None)
        screen = ArticleScreen(
            self.config,
            self.inks,
            self.sections,
            self._processes,
            source,
            self._stdin,
            folder,
            reading=self._reading,
            asked=asked,
            is_listed=isinstance(self.screen, FrontPageScreen),
            draw_image=self._draw_image(),
        )
        self.push_screen(screen)

    def _draw_image(self) -> Draw | None:
        if not self.terminal.pictures:
            return None
        from textual_image.widget import Image

        return Image

    @on(StartScreen.Opened)
    def _open_given(self, event: StartScreen.Opened) -> None:
        self._open(event.source, asked=True)

    @on(ArticleScreen.Listed)
    def _list_articles(self, event: ArticleScreen.Listed) -> None:
        self.push_screen(FrontPageScreen(event.listing, self.inks))

    @on(FrontPageScreen.Chosen)
    def _open_listed(self, event: FrontPageScreen.Chosen) -> None:
        self._open(event.url, asked=True)

    @on(ArticleScreen.ConfigChanged)
    def _keep_config(self, event: ArticleScreen.ConfigChanged) -> None:
        self.config = event.config

    def action_command(self, command_id: str, key: str) -> None:
        """Run a command of the table that holds on every screen."""
        BY_ID[command_id].act(self)

    def use_next_theme(self) -> None:
        """Change to the next theme, and remember it."""
        names = self._shelf.ours
        self._keep_theme(next((name for name in names if name > self.theme), names[0]))
        self.notify(f"Theme: {self.theme}", timeout=2, markup=False)

    def choose_theme(self) -> None:
        """Let the reader choose a theme, the screen showing each one they are at."""
        before = self.theme
        self.push_screen(
            ThemeScreen(self._palettes, before, self.inks), lambda chosen: self._keep_or_return(chosen, before)
        )

    def _keep_or_return(self, chosen: str | None, before: str) -> None:
        if chosen is None:
            self._use_theme(before)
        else:
            self._keep_theme(chosen)

    @on(ThemeScreen.Previewed)
    def _preview_theme(self, event: ThemeScreen.Previewed) -> None:
        # A preview that comes after the choice is of the theme chosen.
        if isinstance(self.screen, ThemeScreen):
            self._use_theme(event.name)

    def _keep_theme(self, name: str) -> None:
        self._use_theme(name)
        state.keep_theme(name)

    def _use_theme(self, name: str) -> None:
        self.theme = name
        for screen in self.screen_stack:
            if isinstance(screen, Inked):
                screen.use_inks(self.inks)

    def _look_at_themes(self) -> None:
        if not self.app_focus or not self._shelf.changed():
            return
        for fault in self._shelf.reload():
            self.notify(fault, severity="warning", timeout=10, markup=False)
        palettes = self._shelf.palettes
        # A theme whose file was taken away is kept while it is in use.
        palettes.setdefault(self.theme, self.palette)
        self._palettes = palettes
        self._register_themes()
        self.mutate_reactive(App.theme)
        self._use_theme(self.theme)

    def show_help(self) -> None:
        """Show every key."""
        self.push_screen(HelpScreen(self.sections, self.inks))

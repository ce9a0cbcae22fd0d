"""The program on the screen: themes, screens, and what belongs to no single one of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual import on
from textual.app import App
from textual.command import Provider

from reader import config as settings
from reader import paths
from reader.config import Config
from reader.model import Reading
from reader.ui import keys, themes
from reader.ui.commands import BY_ID, SECTIONS, bind
from reader.ui.palette import Places, TableCommands
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.start import StartScreen
from reader.ui.themes import Inks, Palette
from reader.workers import Workers


class OnRecord(App[None]):
    """The reader.

    Args:
        config: the settings.
        workers: the processes that fetch, clean and analyse.
        source: what to open; without it, and without a reading, the start screen asks.
        stdin: what came over standard input, when the source is "-".
        reading: an article already read, shown as it is.
        warnings: what went wrong before the screen was there.
    """

    TITLE = "On Record"
    COMMANDS: ClassVar[set[type[Provider]]] = {TableCommands, Places}  # type: ignore[assignment] # Textual's own is wider
    CSS = """
    Screen { background: $background; color: $foreground; }
    Toast { background: $highlight; border-left: outer $accent; }
    CommandPalette > Vertical { background: $background; }
    CommandPalette #--input, CommandPalette #--results { background: $background; }
    """

    def __init__(
        self,
        config: Config,
        workers: Workers | None = None,
        *,
        source: str | None = None,
        stdin: bytes | None = None,
        reading: Reading | None = None,
        warnings: Sequence[str] = (),
    ) -> None:
        self._palettes, faults = themes.load([themes.shipped_folder(), paths.config_folder() / "themes"])
        # With NO_COLOR Textual turns our colours to greys unless the terminal's own are asked for.
        self.colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if self.colourless else None)
        self.sections, clashes = keys.with_own(SECTIONS, config.keys)
        # Textual's own key for the palette gives way to the table's.
        self._bindings.key_to_bindings.pop(self.COMMAND_PALETTE_BINDING, None)
        bind(self._bindings, self.sections, for_app=True)
        self.config = config
        self._processes = workers
        self._source, self._stdin, self._reading = source, stdin, reading
        self._warnings = [*warnings, *faults, *clashes]
        for palette in self._palettes.values():
            self.register_theme(themes.to_textual(palette))
        self.theme = self._first_theme()

    def _first_theme(self) -> str:
        wanted = (self.config.theme, settings.remembered_theme(), themes.DEFAULT)
        if self.config.theme and self.config.theme not in self._palettes:
            known = ", ".join(sorted(self._palettes))
            self._warnings.append(f"There is no theme {self.config.theme!r}. There are: {known}.")
        return next(name for name in wanted if name in self._palettes)

    @property
    def palette(self) -> Palette:
        """The palette in use."""
        return self._palettes[self.theme]

    @property
    def inks(self) -> Inks:
        """The styles of the palette in use."""
        return Inks(self.palette.colors, colourless=self.colourless)

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

    def _open(self, source: str, *, asked: bool = False) -> None:
        folder = paths.notes_folder(self.config.notes_folder, with_source=not asked)
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
        )
        self.push_screen(screen)

    @on(StartScreen.Opened)
    def _open_given(self, event: StartScreen.Opened) -> None:
        self._open(event.source, asked=True)

    @on(ArticleScreen.MeasureChanged)
    def _keep_measure(self, event: ArticleScreen.MeasureChanged) -> None:
        self.config = msgspec.structs.replace(self.config, measure=event.measure)

    def action_command(self, command_id: str, key: str) -> None:
        """Run a command of the table that holds on every screen."""
        BY_ID[command_id].act(self)

    def use_next_theme(self) -> None:
        """Change to the next theme, and remember it."""
        names = sorted(self._palettes)
        name = names[(names.index(self.theme) + 1) % len(names)]
        self.theme = name
        settings.remember_theme(name)
        for screen in self.screen_stack:
            if isinstance(screen, ArticleScreen | StartScreen):
                screen.use_inks(self.inks)
        self.notify(f"Theme: {name}", timeout=2, markup=False)

    def show_help(self) -> None:
        """Show every key."""
        self.push_screen(HelpScreen(self.sections, self.inks))

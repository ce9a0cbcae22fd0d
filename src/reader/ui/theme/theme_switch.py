"""The theme in use: which one it is first, how it is changed on every screen, and that it follows its file."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.app import App

from reader.settings import state
from reader.ui.theme import themes
from reader.ui.theme.theme_shelf import ThemeShelf
from reader.ui.theme.themes import Inks, Palette

# A theme is saved by hand, and seen at once after that; the look at the folder costs some 50 µs.
LOOK_SECONDS = 1.0


@runtime_checkable
class Inked(Protocol):
    """A screen that draws with our styles."""

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""


class ThemeSwitch:
    """Changes the theme of a program.

    Args:
        app: the program; its theme is changed from here alone.
        shelf: the themes there are.
        colourless: the terminal shows no colours.
    """

    def __init__(self, app: App[None], shelf: ThemeShelf, *, colourless: bool) -> None:
        self._app, self._shelf, self._colourless = app, shelf, colourless
        self.palettes = shelf.palettes
        self._register()

    def _register(self) -> None:
        for palette in self.palettes.values():
            self._app.register_theme(themes.to_textual(palette))

    def begin(self, wanted: str, *, light: bool | None) -> list[str]:
        """Use the theme that is wanted, else the one chosen last, else one that suits the terminal.

        Returns:
            A sentence for each fault of a theme, and for one that is wanted and is not there.
        """
        faults = list(self._shelf.faults)
        if wanted and wanted not in self.palettes:
            known = ", ".join(sorted(self.palettes))
            faults.append(f"There is no theme {wanted!r}. There are: {known}.")
        suited = themes.DEFAULT_LIGHT if light else themes.DEFAULT
        names = (wanted, state.load().theme, suited)
        self._app.theme = next(name for name in names if name in self.palettes)
        return faults

    @property
    def palette(self) -> Palette:
        """The palette in use."""
        return self.palettes[self._app.theme]

    @property
    def inks(self) -> Inks:
        """The styles of the palette in use."""
        return Inks(self.palette.colors, colourless=self._colourless)

    @property
    def following(self) -> str:
        """The name of our theme after the one in use; Textual's are passed over."""
        names = self._shelf.ours
        return next((name for name in names if name > self._app.theme), names[0])

    def use(self, name: str) -> None:
        """Show a theme."""
        self._app.theme = name
        for screen in self._app.screen_stack:
            if isinstance(screen, Inked):
                screen.use_inks(self.inks)

    def keep(self, name: str) -> None:
        """Show a theme, and remember it."""
        self.use(name)
        state.keep_theme(name)

    def keep_or_return(self, before: str, chosen: str | None) -> None:
        """Keep the theme that was chosen of those shown, or show the one before again."""
        if chosen is None:
            self.use(before)
        else:
            self.keep(chosen)

    def follow_files(self) -> None:
        """Show what changed in the reader's own files, while they look; tells each fault that was not told before."""
        if not self._app.app_focus or not self._shelf.changed():
            return
        faults = self._shelf.reload()
        palettes = self._shelf.palettes
        # A theme whose file was taken away is kept while it is in use.
        palettes.setdefault(self._app.theme, self.palette)
        self.palettes = palettes
        self._register()
        self._app.mutate_reactive(App.theme)
        self.use(self._app.theme)
        for fault in faults:
            self._app.notify(fault, severity="warning", timeout=10)

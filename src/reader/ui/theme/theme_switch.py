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

    Attributes:
        palette: the palette in use.
    """

    def __init__(self, app: App[None], shelf: ThemeShelf, *, colourless: bool) -> None:
        self._app, self._shelf, self._colourless = app, shelf, colourless
        self.palette = shelf.palette(themes.DEFAULT)
        self._register_ours()

    def _register_ours(self) -> None:
        for name in self._shelf.ours:
            self._app.register_theme(themes.to_textual(self._shelf.palette(name)))

    def begin(self, wanted: str, *, light: bool | None) -> list[str]:
        """Use the theme that is wanted, else the one chosen last, else one that suits the terminal.

        Returns:
            A sentence for each fault of a theme, and for one that is wanted and is not there.
        """
        faults = list(self._shelf.faults)
        there = self._shelf.names
        if wanted and wanted not in there:
            known = ", ".join(sorted(there))
            faults.append(f"There is no theme {wanted!r}. There are: {known}.")
        suited = themes.DEFAULT_LIGHT if light else themes.DEFAULT
        names = (wanted, state.load().theme, suited)
        self._take(next(name for name in names if name in there))
        return faults

    def _take(self, name: str) -> None:
        """Make a theme the one in use. One whose file was taken away stays while it is in use."""
        if name in self._shelf.names:
            self.palette = self._shelf.palette(name)
            self._app.register_theme(themes.to_textual(self.palette))
        self._app.theme = name

    @property
    def palettes(self) -> dict[str, Palette]:
        """All there are to choose from, by name, the one in use among them."""
        found = {name: self._shelf.palette(name) for name in self._shelf.names}
        return {**found, self._app.theme: self.palette}

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
        self._take(name)
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
        self._register_ours()
        self.use(self._app.theme)
        self._app.mutate_reactive(App.theme)
        for fault in faults:
            self._app.notify(fault, severity="warning", timeout=10)

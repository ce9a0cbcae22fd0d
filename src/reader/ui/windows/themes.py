"""The list of themes; the screen behind it shows the one the reader is at."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks, Palette
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.window import Window


class ThemeWindow(Window[str]):
    """Gives the name of the theme chosen, or None when the reader leaves with Esc.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        palettes: the themes by name.
        current: the name of the one in use.
    """

    class Previewed(Message):
        """The reader is at a theme."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    SCOPE = "themes"
    # At the right edge, over the lists: the article is what a theme is judged by.
    DEFAULT_CSS = """
    ThemeWindow { align: right middle; background: $background 0%; }
    ThemeWindow > .frame { width: 36; padding: 0; }
    ThemeWindow ChoiceList { height: auto; max-height: 100%; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, palettes: Mapping[str, Palette], current: str) -> None:
        super().__init__(keymap, inks)
        self._palettes, self._current = palettes, current

    def compose(self) -> ComposeResult:
        """The list."""
        with self.framed(Vertical(), "theme"):
            yield ChoiceList()

    def move(self, by: Stride, direction: int) -> None:
        """To another theme."""
        self.query_one(ChoiceList).move(by, direction)

    def choose(self) -> None:
        """Keep the theme that the reader is at."""
        self.query_one(ChoiceList).choose()

    def on_mount(self) -> None:
        """Start at the theme in use."""
        options = self.query_one(ChoiceList)
        options.add_options(self._options())
        options.highlighted = list(self._palettes).index(self._current)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying at the same theme."""
        super().use_inks(inks)
        options = self.query_one(ChoiceList)
        for option in self._options():
            options.replace_option_prompt(option.id or "", option.prompt)

    def _options(self) -> list[Option]:
        text, dim = self.inks.style("text"), self.inks.style("dim")
        return [
            Option(Content.assemble((name.ljust(22), text), ("dark" if palette.dark else "light", dim)), id=name)
            for name, palette in self._palettes.items()
        ]

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.app.post_message(self.Previewed(event.option.id or ""))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

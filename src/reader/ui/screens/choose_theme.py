"""The list of themes; the screen behind it shows the one the reader is at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.ui.theme.themes import Inks, Palette
from reader.ui.widgets.choice_list import ChoiceList


class ThemeScreen(ModalScreen[str | None]):
    """Gives the name of the theme chosen, or None when the reader leaves with Esc.

    Args:
        palettes: the themes by name.
        current: the name of the one in use.
        inks: the styles to draw with.
    """

    class Previewed(Message):
        """The reader is at a theme."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,T", "dismiss", "Close")]
    # At the right edge, over the lists: the article is what a theme is judged by.
    DEFAULT_CSS = """
    ThemeScreen { align: right middle; background: $background 0%; }
    ThemeScreen > Vertical {
        width: 36; max-width: 100%; height: auto; max-height: 100%; background: $background; border: round $rule;
        border-title-color: $dim; border-subtitle-color: $dim;
    }
    ThemeScreen ChoiceList { height: auto; max-height: 100%; }
    """

    def __init__(self, palettes: Mapping[str, Palette], current: str, inks: Inks) -> None:
        super().__init__()
        self._palettes, self._current, self._inks = palettes, current, inks

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical() as frame:
            frame.border_title = "theme"
            frame.border_subtitle = "enter keeps · esc goes back"
            yield ChoiceList()

    def on_mount(self) -> None:
        """Start at the theme in use."""
        options = self.query_one(ChoiceList)
        options.add_options(self._options())
        options.highlighted = list(self._palettes).index(self._current)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles, the reader staying at the same theme."""
        self._inks = inks
        options = self.query_one(ChoiceList)
        for option in self._options():
            options.replace_option_prompt(option.id or "", option.prompt)

    def _options(self) -> list[Option]:
        text, dim = self._inks.style("text"), self._inks.style("dim")
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

"""The window that asks for the tags of an article."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.text.safe import on_one_line
from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.windows.looking_up import LineWindow

_LONGEST = 300


class TagWindow(LineWindow[tuple[str, ...]]):
    """Gives the tags that the article is to have, parted by commas where they are typed.

    The list has the tags that are used; the one chosen takes the place of what is typed after the last comma.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        tags: those that the article has.
        known: all that are used, the most used first.
    """

    DEFAULT_CSS = "TagWindow ChoiceList { max-height: 10; }"

    def __init__(self, keymap: Keymap, inks: Inks, tags: Sequence[str], known: Sequence[str]) -> None:
        super().__init__(keymap, inks)
        self._known = known
        self._shown: Sequence[str] = ()
        self._line = Input("".join(f"{tag}, " for tag in tags), placeholder="tags, parted by commas")
        self._line.max_length = max(_LONGEST, len(self._line.value) + 60)

    def compose(self) -> ComposeResult:
        """The line over the tags."""
        with self.framed(Vertical(), "tags"):
            yield self._line
            yield self.list

    def on_mount(self) -> None:
        """Have the keys go to the end of the line."""
        self.show_choices()
        self._line.focus()
        self._line.select_on_focus = False
        self._line.cursor_position = len(self._line.value)

    def move(self, by: Stride, direction: int) -> None:
        """To another tag; from the first back to the line."""
        if direction < 0 and not self.list.highlighted:
            self.list.highlighted = None
        else:
            self.list.move(by, direction)

    def _parts(self) -> tuple[list[str], str]:
        *before, last = self._line.value.split(",")
        return [tag for tag in map(str.strip, before) if tag], last.strip()

    def show_choices(self) -> None:
        """List the tags that are used, by what is typed after the last comma; without those that the article has."""
        before, last = self._parts()
        has = {tag.casefold() for tag in before}
        self._shown = [tag for tag in self._known if last.casefold() in tag.casefold() and tag.casefold() not in has]
        text = self.inks.style("text")
        self.list.set_options(Option(Content.styled(on_one_line(tag), text)) for tag in self._shown)
        self.list.highlighted = None
        self.list.display = bool(self._shown)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.show_choices()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if (at := self.list.highlighted) is not None:
            self._put(self._shown[at])
            return
        before, last = self._parts()
        # A filter takes a tag in quotation marks, and has no way to write one that holds them.
        self.dismiss(tuple(tag.replace('"', "'") for tag in (*before, last) if tag))

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._put(self._shown[event.option_index])

    def _put(self, tag: str) -> None:
        before, _ = self._parts()
        self._line.value = "".join(f"{each}, " for each in (*before, tag))
        self._line.cursor_position = len(self._line.value)

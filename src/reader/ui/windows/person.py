"""The window that asks for somebody out of all the articles, by some of the letters of their name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.errors import ReaderError
from reader.model.library import Person
from reader.render.attribution import counted
from reader.text.safe import on_one_line
from reader.ui.archive import Archive
from reader.ui.attention.navigation import Stride
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.name import LONGEST_NAME
from reader.ui.windows.window import Window

if TYPE_CHECKING:
    from reader.library import Library

Found = Sequence[tuple[Person, str]]


class PersonWindow(Window[Person]):
    """Gives whom the reader chose, or None when they leave with Esc. Two of one name are told apart by their roles.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        archive: the library.
        title: what is asked.
        but: who is not offered.
    """

    SCOPE = "prompt"
    DEFAULT_CSS = """
    PersonWindow > .frame { width: 70; padding: 1 2; }
    PersonWindow Input { border: none; border-bottom: solid $rule; background: $background; padding: 0; height: 2; }
    PersonWindow Input:focus { border: none; border-bottom: solid $accent; background-tint: $background 0%; }
    PersonWindow ChoiceList { height: auto; max-height: 12; margin-top: 1; }
    PersonWindow ChoiceList > .option-list--option { padding: 0; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, archive: Archive, title: str, but: Person) -> None:
        super().__init__(keymap, inks)
        self._archive, self._title, self._but = archive, title, but
        self._found: Found = ()
        self._list = ChoiceList()
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """The line over the names."""
        frame = self.framed(Vertical(), "")
        # A name is whatever a page says; as a string it would be read as markup.
        frame.border_title = Content(self._title)
        with frame:
            yield Input(placeholder="a name, or the beginning of one", max_length=LONGEST_NAME)
            yield self._list

    def on_mount(self) -> None:
        """Have the keys go to the line."""
        self._show()
        self.query_one(Input).focus()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self._show()

    def move(self, by: Stride, direction: int) -> None:
        """To another name."""
        self._list.move(by, direction)

    @on(Input.Changed)
    def _look_up(self, event: Input.Changed) -> None:
        event.stop()
        self.run_worker(self._find(event.value), group="finding", exclusive=True)

    async def _find(self, name: str) -> None:
        try:
            self._found = await self._archive.ask(partial(_named, name=name, but=self._but.id))
        except ReaderError as failure:
            self.notify(str(failure), severity="error")
        self._show()

    def _show(self) -> None:
        text, dim = self.inks.style("text"), self.inks.style("dim")
        self._list.set_options(
            Option(Content.assemble((on_one_line(person.name), text), (f"  {on_one_line(what)}", dim)))
            for person, what in self._found
        )
        self._list.highlighted = 0 if self._found else None
        self._list.display = bool(self._found)

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if (at := self._list.highlighted) is not None:
            self.dismiss(self._found[at][0])

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._found[event.option_index][0])


def _named(library: Library, name: str, but: int) -> Found:
    """Those of a name, each with what tells them from others of that name."""
    found = []
    for person in library.people.named(name):
        if person.id != but:
            roles = [role.role for role in library.quotes.roles(person.id)[:1]]
            found.append((person, ", ".join([*roles, counted(person.quotes, "quote")])))
    return found

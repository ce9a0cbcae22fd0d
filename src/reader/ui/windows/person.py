"""The window that asks for somebody out of all the articles, by some of the letters of their name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from reader.errors import ReaderError
from reader.model.library import Person
from reader.render.attribution import counted
from reader.text.safe import on_one_line
from reader.ui.archive import Archive
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.windows.looking_up import LookUpWindow

if TYPE_CHECKING:
    from reader.library import Library

Found = Sequence[tuple[Person, str]]


class PersonWindow(LookUpWindow[Person]):
    """Gives whom the reader chose, or None when they leave with Esc. Two of one name are told apart by their roles.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        archive: the library.
        title: what is asked.
        but: who is not offered.
    """

    DEFAULT_CSS = "PersonWindow > .frame { width: 70; }"

    def __init__(self, keymap: Keymap, inks: Inks, archive: Archive, title: str, but: Person) -> None:
        super().__init__(keymap, inks)
        self._archive, self._title, self._but = archive, title, but
        self._found: Found = ()

    def compose(self) -> ComposeResult:
        """The line over the names."""
        frame = self.frame_of("", "a name, or the beginning of one")
        # A name is whatever a page says; as a string it would be read as markup.
        frame.border_title = Content(self._title)
        yield frame

    def choice(self, index: int) -> Person:
        """Somebody of the list."""
        return self._found[index][0]

    @on(Input.Changed)
    def _look_up(self, event: Input.Changed) -> None:
        event.stop()
        self.run_worker(self._find(event.value), group="finding", exclusive=True)

    async def _find(self, name: str) -> None:
        try:
            self._found = await self._archive.ask(partial(_named, name=name, but=self._but.id))
        except ReaderError as failure:
            self.notify(str(failure), severity="error")
        self.show_choices()

    def show_choices(self) -> None:
        """List who was found."""
        text, dim = self.inks.style("text"), self.inks.style("dim")
        self.list.set_options(
            Option(Content.assemble((on_one_line(person.name), text), (f"  {on_one_line(what)}", dim)))
            for person, what in self._found
        )
        self.list.highlighted = 0 if self._found else None
        self.list.display = bool(self._found)


def _named(library: Library, name: str, but: int) -> Found:
    """Those of a name, each with what tells them from others of that name."""
    found = []
    for person in library.people.named(name):
        if person.id != but:
            roles = [role.role for role in library.quotes.roles(person.id)[:1]]
            found.append((person, ", ".join([*roles, counted(person.quotes, "quote")])))
    return found

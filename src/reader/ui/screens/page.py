"""The screens over many articles: of a person, a story, a search, of what changed. One list; its items lead on."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from reader.errors import ReaderError
from reader.model.library import Person, Said, Suggestion
from reader.text.safe import on_one_line
from reader.ui.archive import Archive
from reader.ui.attention.current import Target
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.deciding import Decided, PersonDecision, dismissed, merged, refused, split
from reader.ui.keys import footers
from reader.ui.keys.command import Scope
from reader.ui.keys.keymap import Keymap
from reader.ui.rows.pages import Item, PageRows, Spot
from reader.ui.rows.pages.person import person_shown
from reader.ui.screens.view import View
from reader.ui.theme.themes import Inks
from reader.ui.widgets.row_list import RowList
from reader.ui.windows.person import PersonWindow

if TYPE_CHECKING:
    from reader.library import Library

# What of a person is shown before the rest of a long page is laid out: more quotes than any screen has lines.
_FIRST_QUOTES = 100

Make = Callable[["Library"], PageRows | None]
"""Looks a page up and lays it out; None where there is nothing to show any more. Runs in a thread."""


class PageScreen(View):
    """One page. What its items lead to opens over it, and the reader comes back to it from there.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        archive: the library.
        make: looks the page up.
        is_first: no other view lies under it.
    """

    class Chosen(Message):
        """The reader chose an item."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    SCOPE: ClassVar[Scope] = "page"
    DEFAULT_CSS = """
    PageScreen { align: center top; }
    PageScreen > RowList { width: 100; max-width: 100%; height: 1fr; padding: 1 1 0 1; }
    """

    def __init__(self, keymap: Keymap, inks: Inks, archive: Archive, make: Make, *, is_first: bool = False) -> None:
        super().__init__(keymap, inks, footers.of_screen(self.SCOPE, is_first=is_first), is_first=is_first)
        self.archive, self.make = archive, make
        self.rows = RowList(inks, id="page")
        self.said = ""
        """What was done last; the next move ends it."""
        self._items: Sequence[Item] = ()
        self._title = ""

    def compose(self) -> ComposeResult:
        """The list, and two lines at the foot."""
        yield self.rows
        yield self.status_rule
        yield self.key_line

    def on_mount(self) -> None:
        """Have the page looked up."""
        self.rows.focus()
        self.look_up()

    def look_up(self, said: str = "") -> None:
        """Look the page up anew; `said` is what the status says then."""
        self.run_worker(self._look_up(said), group="page", exclusive=True)

    async def _look_up(self, said: str) -> None:
        try:
            for make in self._makes():
                shown = await self.archive.ask(make)
                if shown is not None:
                    self._show(shown, said)
        except ReaderError as failure:
            self.notify(str(failure), severity="error")

    def _makes(self) -> Sequence[Make]:
        """What is looked up, one after the other: a beginning, then all."""
        return (self.make,)

    def _show(self, shown: PageRows, said: str) -> None:
        self._items, self._title, self.said = shown.items, shown.title, said
        self.rows.show(shown.rows)
        self.show_status()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.rows.use_inks(inks)
        self.show_status()

    def show_status(self) -> None:
        """Tell what is being opened, what was done, or what the page is of."""
        opening = self.opening.label(time.monotonic()) if self.opening else ""
        at = f"{self.rows.current.at + 1} of {len(self._items)}" if self.rows.current else ""
        self.status_rule.show(opening or self.said or self._title, at, self.inks)

    @property
    def item(self) -> Item | None:
        """What the reader is at."""
        current = self.rows.current
        return self._items[current.at] if current and current.at < len(self._items) else None

    @property
    def listed(self) -> Sequence[int]:
        """The articles that its items lead to."""
        return tuple(dict.fromkeys(item.article for item in self._items if isinstance(item, Said | Spot)))

    def move(self, by: Stride, direction: int) -> None:
        """To another item; past the last and where there is none, on in what is read."""
        target = self.rows.item_by(by, direction)
        if target is None or target == self.rows.current:
            lines = lines_in(by, self.rows.size.height, self.rows.virtual_size.height)
            self.rows.scroll_relative(y=direction * lines, animate=False)
        else:
            self._go(target)

    def _go(self, target: Target) -> None:
        self.said = ""
        self.rows.mark((target,))
        self.show_status()

    def choose(self) -> None:
        """Open what the reader is at."""
        if self.item is not None:
            self.post_message(self.Chosen(self.item))

    @on(RowList.Clicked)
    def _choose_clicked(self, event: RowList.Clicked) -> None:
        """The first click goes to an item, one on the current item opens it."""
        if event.target == self.rows.current:
            self.choose()
        else:
            self._go(event.target)

    def close(self) -> None:
        """Stop what is being opened; else go back to what lies under the page."""
        if not self.stop_opening() and not self.is_first:
            self.post_message(self.Left())


class PersonScreen(PageScreen):
    """The page of a person, on which the reader decides who is one with whom.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        archive: the library.
        person: whose page.
        decided: what was decided in this run, to be taken back.
        is_first: no other view lies under it.
    """

    SCOPE = "person"

    def __init__(
        self,
        keymap: Keymap,
        inks: Inks,
        archive: Archive,
        person: Person,
        decided: Decided,
        *,
        is_first: bool = False,
    ) -> None:
        super().__init__(keymap, inks, archive, partial(_person, person=person.id), is_first=is_first)
        self.person, self._decided = person, decided

    def _makes(self) -> Sequence[Make]:
        if self.person.quotes <= _FIRST_QUOTES:
            return (self.make,)
        return (partial(_person, person=self.person.id, limit=_FIRST_QUOTES), self.make)

    def accept(self) -> None:
        """Keep that the two of a suggestion are one; without one at hand, ask who this person is."""
        item = self.item
        if isinstance(item, Suggestion):
            one, other = item.one, item.other
            self._decide(merged(other, one) if one.id == self.person.id else merged(one, other))
            return
        name = on_one_line(self.person.name)
        window = PersonWindow(self.keymap, self.inks, self.archive, f"{name} is the same as", self.person)
        self.app.push_screen(window, lambda found: self._decide(merged(self.person, found)) if found else None)

    def refuse(self) -> None:
        """Keep that the two of a suggestion are not one; at a quote, that somebody else is its speaker."""
        item = self.item
        if isinstance(item, Suggestion):
            self._decide(refused(item))
        elif isinstance(item, Said) and item.actor is not None:
            self._decide(split(item))
        else:
            self.notify("Go to a quote first: % gives it, and all of its article, to somebody of their own.")

    def dismiss_person(self) -> None:
        """Keep that this is nobody."""
        self._decide(dismissed(self.person))

    def undo(self) -> None:
        """Take the last decision back."""
        if self._decided:
            self.run_worker(self._undo(), group="deciding", exclusive=True)
        else:
            self.notify("You have decided nothing about people in this run.")

    def _decide(self, decision: PersonDecision) -> None:
        self.run_worker(self._keep(decision), group="deciding", exclusive=True)

    async def _keep(self, decision: PersonDecision) -> None:
        try:
            self._decided.append((decision.what, await self.archive.ask(decision.do)))
        except ReaderError as failure:
            self.notify(str(failure), severity="error")
            return
        self._tell(f"✓ {decision.what} · {self.keymap.label('undo')} takes it back")

    async def _undo(self) -> None:
        what, take_back = self._decided[-1]
        try:
            await self.archive.ask(take_back)
        except ReaderError as failure:
            self.notify(str(failure), severity="error")
            return
        self._decided.pop()
        self._tell(f"taken back: {what}")

    def _tell(self, said: str) -> None:
        """Say it at once: of somebody who is nobody any more there is no page to look up, and the old one stays."""
        self.said = said
        self.show_status()
        self.look_up(said)


def _person(library: Library, person: int, limit: int | None = None) -> PageRows | None:
    from reader.library.pages import person_page

    page = person_page(library, person, limit=limit)
    return person_shown(page) if page else None

"""Textual's command palette: the commands of the table that the screen below it knows, and the places of its article.

Article text never passes through Textual's own matcher, which reads markup: matches are found and marked here.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.ui.commands.moving import jump
from reader.ui.keys.command import commands_of
from reader.ui.keys.keymap import arguments_of, key_labels
from reader.ui.keys.names import label
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.view import View
from reader.ui.search import fuzzy
from reader.ui.search.jumps import jumps


class Entry(NamedTuple):
    """One line of the palette: its words, what is said beside them, and what it does."""

    words: str
    beside: str
    act: Callable[[], object]


class Entries(Provider):
    """Offers entries, those first that match best what is typed."""

    @abstractmethod
    def entries(self) -> Iterator[Entry]:
        """The entries, in their order."""

    async def discover(self) -> Hits:
        """Every entry, before anything is typed."""
        for entry in self.entries():
            yield DiscoveryHit(_shown(entry), entry.act, entry.words)

    async def search(self, query: str) -> Hits:
        """The entries that match what is typed."""
        for entry in self.entries():
            score, offsets = fuzzy.match(query, entry.words)
            if score:
                yield Hit(score, _shown(entry, offsets), entry.act, entry.words)


def _shown(entry: Entry, offsets: tuple[int, ...] = ()) -> Content:
    words = Content(entry.words)
    for offset in offsets:
        words = words.stylize("bold underline", offset, offset + 1)
    return Content.assemble(words, (f"  {entry.beside}", "$dim")) if entry.beside else words


class TableCommands(Entries):
    """The commands of the screen below by their descriptions, with the reader's keys for them."""

    def entries(self) -> Iterator[Entry]:
        """One entry a command, or one a key where the key matters."""
        screen = self.screen
        if not isinstance(screen, View):
            return
        for command in commands_of(screen.keymap.sections):
            if command.id == "command_palette" or not {screen.SCOPE, "everywhere"} & set(command.acts):
                continue
            run = screen.run_action
            if command.arguments:
                for key, argument in arguments_of(command):
                    action = command.action(screen.SCOPE, argument)
                    yield Entry(f"{command.description}: {label(key)}", label(key), partial(run, action))
            else:
                keys = " ".join(key_labels(command))
                yield Entry(command.description, keys, partial(run, command.action(screen.SCOPE)))


class Places(Entries):
    """The lists, speakers, key points and headings of the article."""

    def entries(self) -> Iterator[Entry]:
        """One entry for each place to jump to."""
        screen = self.screen
        if isinstance(screen, ArticleScreen):
            for place in jumps(screen.desk.reading):
                yield Entry(place.words, place.said, partial(jump, screen.desk, place.to))

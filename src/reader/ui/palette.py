"""Textual's command palette: the commands of the table that the screen below it knows, and the places of its article.

Article text never passes through Textual's own matcher, which reads markup: matches are found and marked here.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.ui.commands import commands_of, key_labels
from reader.ui.commands.moving import jump
from reader.ui.screens.article import ArticleScreen
from reader.ui.search import fuzzy
from reader.ui.search.jumps import jumps

if TYPE_CHECKING:
    from reader.ui.app import OnRecord


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
    """Every command by its description, with the reader's keys for it."""

    def entries(self) -> Iterator[Entry]:
        """One entry a command, or one a key where the key matters."""
        without_article = not isinstance(self.screen, ArticleScreen)
        for command in commands_of(cast("OnRecord", self.app).sections):
            if command.id == "command_palette" or (without_article and not command.is_for_app):
                continue
            run = self.screen.run_action
            if command.takes_key:
                for key in command.keys.split():
                    yield Entry(f"{command.description}: {key}", key, partial(run, command.action(key)))
            else:
                keys = " ".join(key_labels(command))
                yield Entry(command.description, keys, partial(run, command.action()))


class Places(Entries):
    """The lists, speakers, key points and headings of the article."""

    def entries(self) -> Iterator[Entry]:
        """One entry for each place to jump to."""
        screen = self.screen
        if isinstance(screen, ArticleScreen) and screen.reading is not None:
            for place in jumps(screen.reading):
                yield Entry(place.words, place.said, partial(jump, screen, place.to))

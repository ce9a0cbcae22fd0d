"""The commands of the table in Textual's command palette: those that the screen below it knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.ui.commands import COMMANDS, key_labels
from reader.ui.screens.article import ArticleScreen


class TableCommands(Provider):
    """Offers every command by its description, with its keys."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for title, keys, action in self._entries():
            display = Content.assemble(title, (f"  {keys}", "$dim"))
            yield DiscoveryHit(display, partial(self.screen.run_action, action), title)

    async def search(self, query: str) -> Hits:
        """The commands that match what is typed."""
        matcher = self.matcher(query)
        for title, keys, action in self._entries():
            score = matcher.match(title)
            if score:
                display = Content.assemble(matcher.highlight(title), (f"  {keys}", "$dim"))
                yield Hit(score, display, partial(self.screen.run_action, action), title)

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        """The description, the keys and the action of each command; one entry a key where the key matters."""
        without_article = not isinstance(self.screen, ArticleScreen)
        for command in COMMANDS:
            if command.id == "command_palette" or (without_article and not command.is_for_app):
                continue
            if command.takes_key:
                for key in command.keys.split():
                    yield f"{command.description}: {key}", key, command.action(key)
            else:
                yield command.description, " ".join(key_labels(command)), command.action()

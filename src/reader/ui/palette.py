"""The commands of the table in Textual's command palette."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.ui.commands import COMMANDS, key_labels


class TableCommands(Provider):
    """Offers every command by its description, with its keys."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for title, keys, action in _entries():
            display = Content.assemble(title, (f"  {keys}", "$dim"))
            yield DiscoveryHit(display, partial(self.screen.run_action, action), title)

    async def search(self, query: str) -> Hits:
        """The commands that match what is typed."""
        matcher = self.matcher(query)
        for title, keys, action in _entries():
            score = matcher.match(title)
            if score:
                display = Content.assemble(matcher.highlight(title), (f"  {keys}", "$dim"))
                yield Hit(score, display, partial(self.screen.run_action, action), title)


def _entries() -> Iterator[tuple[str, str, str]]:
    """The description, the keys and the action of each command; one entry a key where the key matters."""
    for command in COMMANDS:
        if command.takes_key:
            for key in command.keys.split():
                yield f"{command.description}: {key}", key, command.action.format(key=key)
        elif command.id != "command_palette":
            yield command.description, " ".join(key_labels(command)), command.action

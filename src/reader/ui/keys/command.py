"""What a command is: its name, its keys, and what it does in each kind of screen. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

Scope = Literal[
    "everywhere", "article", "listing", "home", "page", "person", "opening", "prompt", "filter", "copy", "themes",
    "help", "image", "evidence", "extent",
]  # fmt: skip
"""A kind of screen; "everywhere" is every screen but the windows that stand in front of one."""
WINDOWS: tuple[Scope, ...] = ("filter", "copy", "themes", "help", "image", "evidence", "extent")

Act = Callable[..., None]


class Command(NamedTuple):
    """One thing the reader can ask for. A key stands for one command, whatever screen it is pressed on.

    `keys` are Textual's names, parted by spaces. `acts` says for each scope what the command does there: it is called
    with the screen, or with the program for what holds everywhere. Where the command does another thing with each of
    its keys, `arguments` says with what it is then called, one for each key.
    """

    id: str
    keys: str
    description: str
    acts: Mapping[Scope, Act]
    arguments: str = ""

    def action(self, scope: Scope, argument: str = "") -> str:
        """Textual's action of the command on a screen of some scope."""
        owner = "" if scope in self.acts else "app."
        return f"{owner}command({self.id!r}, {argument!r})"


Sections = Mapping[str, tuple[Command, ...]]
"""Commands in the order they are shown, by the name of what they are for."""


def commands_of(sections: Sections) -> list[Command]:
    """All commands of a table."""
    return [command for section in sections.values() for command in section]

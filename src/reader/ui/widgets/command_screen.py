"""What every screen has in common: the keys of its scope, run by the command table."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.screen import Screen

from reader.ui.keys.command import Scope
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks

T = TypeVar("T")


class CommandScreen(Screen[T]):
    """A screen whose keys are those that the command table has for its scope.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
    """

    SCOPE: ClassVar[Scope]

    def __init__(self, keymap: Keymap, inks: Inks) -> None:
        super().__init__()
        self.keymap, self.inks = keymap, inks
        keymap.bind(self._bindings, self.SCOPE)

    def action_command(self, command_id: str, argument: str) -> None:
        """Run a command of the table."""
        self.keymap.run(command_id, argument, self.SCOPE, self)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self.inks = inks

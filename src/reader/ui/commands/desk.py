"""What commands may touch: a screen as they see it. Each screen is more than this; none of it is theirs.

What only some commands need stands beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.screen import ModalScreen

from reader.model import Reading
from reader.settings.config import Config
from reader.ui.attention.current import Current
from reader.ui.attention.navigation import Stride
from reader.ui.attention.panes import Pane, Tab
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks

T = TypeVar("T")
MakeWindow = Callable[[Keymap, Inks], ModalScreen[T]]


class Moves(Protocol):
    """What can be moved in: a text by lines, a list by items."""

    def move(self, by: Stride, direction: int) -> None:
        """A line, a page, or all the way; 1 is down, -1 up."""


class Chooses(Protocol):
    """A list of which one item can be taken."""

    def choose(self) -> None:
        """Take the item that the reader is at."""


class Closes(Protocol):
    """What can be left."""

    def close(self) -> None:
        """Leave it."""


class Desk(Moves, Closes, Protocol):
    """An article being read: what is known of it, what the reader is at, and how both are changed."""

    @property
    def reading(self) -> Reading:
        """The article, and what was found in it so far."""

    @property
    def current(self) -> Current:
        """What the reader is at."""

    @property
    def pane(self) -> Pane:
        """Where the keys go."""

    @property
    def in_sight(self) -> tuple[int, int]:
        """The first offset of the text on the screen, and the one after the last."""

    @property
    def config(self) -> Config:
        """The settings, with what the reader changed in this run."""

    def say(self, words: str, *, is_error: bool = False, seconds: float | None = None) -> None:
        """Say something that passes, after so many seconds where the usual ones are too long."""

    def ask(self, make: MakeWindow[T], then: Callable[[T | None], None] | None = None) -> None:
        """Show a window in front, and do something with what the reader chose in it; None when they left it."""

    def go(self, current: Current) -> None:
        """Make something current, and bring it onto the screen."""

    def show_pane(self, pane: Pane) -> None:
        """Give the keys to a pane."""

    def show_list(self, tab: Tab) -> None:
        """Open a list: beside the article while the keys go there, else with the keys."""

    def use_config(self, config: Config) -> None:
        """Go by other settings, in the articles to come as well."""

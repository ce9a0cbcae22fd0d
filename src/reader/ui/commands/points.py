"""The key points: more of them or fewer, and another way of choosing them."""

from __future__ import annotations

from typing import Protocol

from msgspec.structs import replace

from reader.settings.config import MOST_KEY_POINTS
from reader.summarize import METHODS
from reader.ui.commands import focusing
from reader.ui.commands.focusing import FocusDesk


class PointsDesk(FocusDesk, Protocol):
    """An article whose key points can be chosen anew."""

    def choose_points(self) -> None:
        """Choose the key points anew, by the settings as they are now; a choice under way is given up."""

    def fold_points(self) -> None:
        """Show only the number of key points, or all of them again; remembered."""


def fold(desk: PointsDesk) -> None:
    """Show only the number of key points, or all of them again."""
    desk.show_pane("article")
    focusing.end_alone(desk)
    desk.fold_points()


def number(desk: PointsDesk, direction: int) -> None:
    """One key point more, or one fewer; remembered for the run."""
    wanted = desk.config.key_points + direction
    if 1 <= wanted <= MOST_KEY_POINTS:
        desk.use_config(replace(desk.config, key_points=wanted))
        desk.choose_points()
    else:
        desk.say(f"Key points go from 1 to {MOST_KEY_POINTS}.", seconds=2)


def method(desk: PointsDesk) -> None:
    """Choose the key points by the next method; remembered for the run."""
    following = METHODS[(METHODS.index(desk.config.method) + 1) % len(METHODS)]
    desk.use_config(replace(desk.config, method=following))
    desk.choose_points()

"""The key points: more of them or fewer, and another way of choosing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.config import MOST_KEY_POINTS
from reader.summarize import METHODS

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def number(screen: ArticleScreen, direction: int) -> None:
    """One key point more, or one fewer; remembered for the run."""
    wanted = screen.config.key_points + direction
    if 1 <= wanted <= MOST_KEY_POINTS:
        screen.use_config(replace(screen.config, key_points=wanted))
    else:
        screen.notify(f"Key points go from 1 to {MOST_KEY_POINTS}.", timeout=2, markup=False)


def method(screen: ArticleScreen) -> None:
    """Choose the key points by the next method; remembered for the run."""
    following = METHODS[(METHODS.index(screen.config.method) + 1) % len(METHODS)]
    screen.use_config(replace(screen.config, method=following))

"""The key points: more of them or fewer, and another way of choosing them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.errors import ReaderError
from reader.settings.config import MOST_KEY_POINTS, Config
from reader.summarize import METHODS

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def number(screen: ArticleScreen, direction: int) -> None:
    """One key point more, or one fewer; remembered for the run."""
    wanted = screen.config.key_points + direction
    if 1 <= wanted <= MOST_KEY_POINTS:
        screen.use_config(replace(screen.config, key_points=wanted))
        choose(screen)
    else:
        screen.notify(f"Key points go from 1 to {MOST_KEY_POINTS}.", timeout=2, markup=False)


def method(screen: ArticleScreen) -> None:
    """Choose the key points by the next method; remembered for the run."""
    following = METHODS[(METHODS.index(screen.config.method) + 1) % len(METHODS)]
    screen.use_config(replace(screen.config, method=following))
    choose(screen)


def choose(screen: ArticleScreen) -> None:
    """Choose the key points anew, by the settings as they are now; a choice under way is given up."""
    screen.run_worker(_choose(screen), group="points", exclusive=True)


def catch_up(screen: ArticleScreen, analysed_with: Config) -> None:
    """Choose anew if other key points were asked for while the article was analysed."""
    config = screen.config
    if (config.key_points, config.method) != (analysed_with.key_points, analysed_with.method):
        choose(screen)


async def _choose(screen: ArticleScreen) -> None:
    config, reading, workers = screen.config, screen.reading, screen.processes
    if reading is None or workers is None or not reading.analysis.sentences:
        return
    call = workers.key_points(reading.article, reading.analysis, config.key_points, config.method)
    try:
        analysis = await asyncio.wrap_future(call.future)
    except ReaderError as error:
        screen.notify(str(error), severity="error", markup=False)
    else:
        screen.show_points(analysis, f"key points: {len(analysis.key_points)} · {config.method}")

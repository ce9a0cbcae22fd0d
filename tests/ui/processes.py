"""The screen with real worker processes, and a page for them to read."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

import dam_story
from screen_text import article_screen, whole_screen
from textual.pilot import Pilot

from reader.library import Library
from reader.library.opening import open_library
from reader.settings import paths
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.opening import OpeningScreen
from reader.workers import Lanes
from waiting import PATIENCE

PAGE = f"""<!doctype html><html lang="en"><head><title>{dam_story.HEADLINE}</title></head><body><article>
<h1>{dam_story.HEADLINE}</h1>{"".join(f"<p>{words}</p>" for kind, words in dam_story.BLOCKS if kind == "paragraph")}
</article></body></html>"""


# A page with nothing to read on it.
BARE_PAGE = "<!doctype html><html><head><title>Harbour Post</title></head><body><p>Menu</p></body></html>"


@asynccontextmanager
async def started(
    workers: Lanes,
    source: str | None,
    size: tuple[int, int] = (130, 30),
    config: Config | None = None,
    stdin: bytes | None = None,
) -> AsyncIterator[Pilot[None]]:
    with kept_in_library() as archive:
        app = OnRecord(config or Config(), workers, source=source, stdin=stdin, archive=archive)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot


@contextmanager
def kept_in_library() -> Iterator[Archive]:
    """The library that the program has, let go of at its end."""
    archive = Archive(paths.library_file())
    yield archive
    archive.close()


def library() -> Library:
    """The library that a program has left, to look into."""
    return open_library(now=datetime.now(UTC))


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for what a worker process brings about."""
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up, whole_screen(pilot.app)
        await pilot.pause(0.05)
    await pilot.pause()


def all_done(pilot: Pilot[None]) -> Callable[[], bool]:
    """What runs beside the screen has ended, such as the search of the command palette."""
    return lambda: all(worker.is_finished for worker in pilot.app.workers)


def is_open(pilot: Pilot[None]) -> Callable[[], bool]:
    """Whether an article is in front."""
    return lambda: isinstance(pilot.app.screen, ArticleScreen)


def analysed(pilot: Pilot[None]) -> Callable[[], bool]:
    """Whether the article in front is there, and everything is found in it."""
    return lambda: is_open(pilot)() and "quotes, " in article_screen(pilot).state


def failed(pilot: Pilot[None]) -> Callable[[], bool]:
    """Whether an error stands in the place of the first article."""
    return lambda: isinstance(pilot.app.screen, OpeningScreen) and pilot.app.screen.failure is not None


async def article_of(pilot: Pilot[None]) -> ArticleScreen:
    """The article, once it is in front."""
    await until(pilot, is_open(pilot))
    return article_screen(pilot)

"""The screen with real worker processes, and a page for them to read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import dam_story
from screen_text import article_screen, whole_screen
from textual.pilot import Pilot

from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.workers import Lanes

PAGE = f"""<!doctype html><html lang="en"><head><title>{dam_story.HEADLINE}</title></head><body><article>
<h1>{dam_story.HEADLINE}</h1>{"".join(f"<p>{words}</p>" for kind, words in dam_story.BLOCKS if kind == "paragraph")}
</article></body></html>"""


@asynccontextmanager
async def started(
    workers: Lanes,
    source: str | None,
    size: tuple[int, int] = (130, 30),
    config: Config | None = None,
    stdin: bytes | None = None,
) -> AsyncIterator[Pilot[None]]:
    app = OnRecord(config or Config(), workers, source=source, stdin=stdin)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for what a worker process brings about; a minute is for machines with other work to do."""
    for _ in range(1200):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.05)
    raise AssertionError(whole_screen(pilot.app))


def analysed(pilot: Pilot[None]) -> Callable[[], bool]:
    return lambda: "quotes, " in article_screen(pilot).state

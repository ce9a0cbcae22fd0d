"""One way to run the screen in a test: the fictional story, its own settings folders, no colour set from outside."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import dam_story
import pytest
import textual.app
import textual.pilot
from textual.notifications import Notification
from textual.pilot import Pilot

from reader.model import Reading
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.workers import Lanes
from waiting import PATIENCE

WIDE = (130, 26)
NARROW = (60, 20)

# Textual draws at most this often, and only when there is something to draw.
FRAME_SECONDS = 1 / 50

Open = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


async def at_rest(*_: float) -> None:
    """Wait for the next frame, then until nothing is left to run at once."""
    await asyncio.sleep(FRAME_SECONDS)
    while asyncio.get_running_loop()._ready:  # type: ignore[attr-defined] # asyncio tells it no other way
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the screen itself; a pilot takes a process that a loaded machine holds back for one that is idle."""
    monkeypatch.setattr(textual.app, "wait_for_idle", at_rest)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", at_rest)
    monkeypatch.setattr(Notification, "time_left", PATIENCE)  # a toast is there until the test has looked


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def workers() -> Iterator[Lanes]:
    with pytest.MonkeyPatch.context() as environment:
        # A proxy of the machine must not stand between a process and the test's own server.
        environment.setenv("no_proxy", "127.0.0.1,localhost")
        workers = Lanes()
        workers.warm_up(Config().language_model)
        yield workers
        workers.close()


@pytest.fixture
def opened(own_folders: Path) -> Open:
    @asynccontextmanager
    async def open_reading(
        reading: Reading | None = None,
        size: tuple[int, int] = WIDE,
        config: Config | None = None,
        archive: Archive | None = None,
    ) -> AsyncIterator[Pilot[None]]:
        # Notes go where the test looks, whatever documents folder this machine has.
        config = config or Config(notes_folder=str(own_folders))
        app = OnRecord(config, reading=reading or dam_story.reading(), archive=archive)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return open_reading

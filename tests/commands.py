"""Commands in one process of their own: each would load the language model anew, 2 s, and tests run some forty."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from reader import workers
from reader.workers import Call, Lane

P = ParamSpec("P")
T = TypeVar("T")

ROOT = Path(__file__).parents[1]


def _here(folder: str, environment: dict[str, str], work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the work as a process that was started now, in this folder, would do it."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    return work(*args, **kwargs)


class KeptLane:
    """What a command is given in place of a lane of one process: a lane that outlives the command."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Call[T]:
        return self._lane.submit(_here, os.getcwd(), dict(os.environ), work, *args, **kwargs)

    def close(self) -> None:
        """The next command needs it."""


@pytest.fixture(scope="session")
def kept_lane() -> Iterator[Lane]:
    lane = Lane()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", str(ROOT))  # `_here` is found there
        lane.warm_up(os.getpid)
    yield lane
    lane.close()


@pytest.fixture
def one_process(kept_lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that read in one process read in the same; those that ask for several get their own."""
    monkeypatch.setattr(workers, "Lane", lambda size=1, **how: KeptLane(kept_lane) if size == 1 else Lane(size, **how))

"""Asking feeds for what is new, beside the screen: in a thread, through the lane of what nobody waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from concurrent.futures import CancelledError
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reader.text.safe import on_one_line
from reader.ui.home.lines import age
from reader.workers import Call, Lanes, Stopped

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.library import Feed

T = TypeVar("T")


class Reloaded(NamedTuple):
    """What came of it, in words, and the number of articles that are new."""

    said: str
    new: int = 0
    is_error: bool = False


class Reloading:
    """One reload. It may be stopped; what was taken in until then stays.

    Args:
        path: the library's file.
        lanes: the processes that ask.
        feeds: the ids of the feeds to ask; all of them unless given. None is asked before it is due.
        now: the moment, with the reader's zone.
        told: called in that thread with how many feeds were asked.
    """

    def __init__(self, path: Path, lanes: Lanes, feeds: Collection[int] | None, now: Callable[[], datetime]) -> None:
        self._path, self._lanes, self._feeds, self._now = path, lanes, feeds, now
        self._is_stopped = threading.Event()
        self._calls: list[Call[Any]] = []

    def stop(self) -> None:
        """Ask no more feeds, and wait for no answer: a silent server holds up neither the reader nor the end."""
        self._is_stopped.set()
        for call in self._calls:
            call.cancel()

    def _submit(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> Call[T]:
        call = self._lanes.background(function, *args, **kwargs)
        self._calls.append(call)
        if self._is_stopped.is_set():
            call.cancel()
        return call

    def run(self) -> Reloaded:
        """Do it, in a thread.

        Raises:
            LibraryError: nothing can be written.
            Stopped: the processes were ended.
        """
        try:
            return self._run()
        except (Stopped, CancelledError):
            if not self._is_stopped.is_set():
                raise
            return Reloaded("Stopped; what came until then is kept.")

    def _run(self) -> Reloaded:
        from reader.jobs.reload import only_reload, reload
        from reader.library import Library

        with Library(self._path) as library, only_reload(self._path.parent) as is_alone:
            feeds = [feed for feed in library.feeds.all() if self._feeds is None or feed.id in self._feeds]
            if not feeds:
                return Reloaded("There are no feeds yet: onrecord feeds add ADDRESS adds one.")
            if not is_alone:
                return Reloaded("Another reload is at work.")
            asked, new, faults = 0, 0, []
            for outcome in reload(library, self._submit, self._now, feeds=feeds):
                asked, new = asked + 1, new + len(outcome.new)
                if outcome.error:
                    faults.append(f"{on_one_line(outcome.feed.title)}: {on_one_line(outcome.error)}")
                if self._is_stopped.is_set():
                    break
            whole = self._read_in_full(library, feeds)
        if not asked and not whole:
            return Reloaded(_not_due([feed.due for feed in feeds if feed.due and not feed.stopped], self._now()))
        said = f"{new:,} new." if new else "Nothing new."
        if whole:
            said += f" {whole:,} read in full."
        if len(faults) == 1:
            said += f" {faults[0]}"
        elif faults:
            said += f" {len(faults)} of {asked} feeds had errors: they are marked with ✗."
        return Reloaded(said, new, is_error=bool(faults) and not new)

    def _read_in_full(self, library: Library, feeds: Collection[Feed]) -> int:
        """Read the articles of feeds that are read in full; gives how many were."""
        from reader.jobs.full_articles import read_in_full
        from reader.settings import config

        whole, (settings, _) = 0, config.load()
        if not self._is_stopped.is_set():
            for read in read_in_full(library, self._submit, self._submit, self._now, settings, feeds=feeds):
                whole += not read.error
                if self._is_stopped.is_set():
                    break
        return whole


def _not_due(due: Collection[datetime], now: datetime) -> str:
    """Why no feed was asked: its server said when it may be."""
    if not due:
        return "These feeds are gone, and are not asked any more."
    wait = age(now, min(due)) if min(due) > now else "now"
    return f"Not asked yet: the feed may be asked again in {wait}." if wait != "now" else "Nothing new."

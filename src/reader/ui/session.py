"""From what the reader gave to what they read: fetched and cleaned, then analysed. Knows no screen.

```
source ── Opening ──▶ Reading ── Session ──▶ Reading with its analysis, other key points
             └──────▶ Listing
```

Either can be stopped and tried again; why it came to nothing is kept as its `failure` until then.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import replace

from reader.errors import ReaderError
from reader.model import Analysis, Correction, Listing, Page, Reading, Source
from reader.pipeline.analyse import mended
from reader.settings.config import Config
from reader.ui.work import Work
from reader.workers import Call, Lanes, Stopped

T = TypeVar("T")


class Errand:
    """What other processes do for the reader, one call after the other.

    Args:
        changed: called when a call is begun, and when it has ended.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.work: Work | None = None
        """What is being done."""
        self.failure: ReaderError | None = None
        """Why the last try came to nothing."""
        self._call: Call[Any] | None = None
        self._is_stopped = False

    def stop(self) -> bool:
        """Give up what is being done; whether anything was."""
        if self._call is None:
            return False
        self._is_stopped = True
        self._call.cancel()
        return True

    async def _wait(self, what: str, call: Call[T]) -> T:
        """Wait for a process, and say so; when nobody waits any longer, the call is given up."""
        self._call, self._is_stopped = call, False
        self.work = Work(what, time.monotonic())
        self._changed()
        try:
            result = await asyncio.wrap_future(call.future)
        except asyncio.CancelledError:
            if not self._is_stopped:
                call.cancel()
                raise
        except ReaderError as error:
            self.failure = error
            raise
        finally:
            self._call = self.work = None
            self._changed()
        if self._is_stopped:
            self.failure = Stopped("Stopped.")
            raise self.failure
        return result


class Opening(Errand):
    """A source that is fetched and cleaned.

    Args:
        lanes: the processes that do it.
        source: what the reader gave, as `reader.pipeline.load` takes it.
        stdin: what came over standard input, when the source is "-".
        changed: called when something is begun, and when it has ended.
        led_by: the page that the source was chosen from; None where the reader gave it.
    """

    def __init__(
        self,
        lanes: Lanes,
        source: str,
        stdin: bytes | None,
        changed: Callable[[], None],
        led_by: Source | None = None,
    ) -> None:
        super().__init__(changed)
        self._lanes, self.source, self._stdin, self.led_by = lanes, source, stdin, led_by
        self.origin: Source | None = None
        """Where it came from, once it has been fetched."""
        self.page: Page | None = None
        """It as it was fetched."""

    async def acquire(self) -> Reading | Listing:
        """Go the whole way: to an article in which nothing is found yet, or to the articles that stand in its place.

        Raises:
            ReaderError: there is neither, or the reader stopped it.
        """
        self.failure = None
        page = await self._wait("fetching…", self._lanes.load(self.source, self._stdin, self.led_by))
        self.origin, self.page = page.source, page
        cleaned = await self._wait("reading…", self._lanes.to_article(page))
        return cleaned if isinstance(cleaned, Listing) else Reading(page.source, cleaned, Analysis())


class Session(Errand):
    """One article while it is read.

    Args:
        reading: the article, with its analysis or still without one.
        lanes: the processes that analyse; not needed for an article that is analysed.
        is_analysed: whether it is.
        changed: called when something is begun, and when it has ended.
        corrections: what the reader decided of its quotes, in the order in which they did.
        keep: keeps what was decided; it is given all of it, and what was kept before.
    """

    def __init__(
        self,
        reading: Reading,
        lanes: Lanes | None,
        *,
        is_analysed: bool,
        changed: Callable[[], None],
        corrections: tuple[Correction, ...] = (),
        keep: Callable[[tuple[Correction, ...], tuple[Correction, ...]], None] | None = None,
    ) -> None:
        super().__init__(changed)
        self.reading, self.lanes = reading, lanes
        self.is_analysed = is_analysed
        self.corrections = corrections
        """What the reader decided of its quotes, in the order in which they did."""
        self._keep = keep
        self._kept = self.corrections
        self._found = reading.analysis
        if is_analysed:
            self._take(reading.analysis)

    async def analyse(self, config: Config) -> Reading:
        """Find everything in the article.

        Raises:
            ReaderError: it could not be analysed, or the reader stopped it.
        """
        assert self.lanes is not None
        self.failure = None
        call = self.lanes.analyze(self.reading.article, config.key_points, config.language_model, config.method)
        self._take(await self._wait("finding quotes and speakers…", call))
        if self.corrections:
            await self.choose_points(config)
        self.is_analysed = True
        return self.reading

    async def choose_points(self, config: Config) -> bool:
        """Choose other key points; whether that can be done for this article. A choice given up ends by itself.

        Raises:
            ReaderError: they could not be chosen.
        """
        if self.lanes is None or not self.reading.analysis.sentences:
            return False
        call = self.lanes.key_points(self.reading.article, self.reading.analysis, config.key_points, config.method)
        chosen = await asyncio.wrap_future(call.future)
        self._take(replace(self._found, key_points=chosen.key_points))
        return True

    def correct(self, decided: Correction) -> None:
        """Add a decision of the reader, and have it kept; the key points stay until they are chosen anew."""
        self._decide((*self.corrections, decided))

    def undo(self) -> Correction | None:
        """Take the last decision back; which one it was, None where there is none."""
        if not self.corrections:
            return None
        last = self.corrections[-1]
        self._decide(self.corrections[:-1])
        return last

    def take_kept(self, kept: tuple[Correction, ...]) -> bool:
        """Take what is kept now; whether it is other than what was decided here: in another window, too."""
        is_latest = self._kept == self.corrections
        if kept == self.corrections or not is_latest:
            return False
        self.corrections = self._kept = kept
        self._take(self._found)
        return True

    @property
    def found(self) -> Reading:
        """The article with what the program found by itself."""
        return replace(self.reading, analysis=self._found)

    async def bring_up_to_date(self, config: Config) -> bool:
        """Find everything anew where another program found it, else choose other key points where others are asked for.

        Returns:
            Whether everything was found anew.

        Raises:
            ReaderError: it could not be, and what was found before stays.
        """
        if self.lanes is None:
            return False
        call = self.lanes.engine(self.reading.article, config.language_model)
        if await asyncio.wrap_future(call.future) != self._found.engine:
            await self.analyse(config)
            return True
        if len(self._found.key_points) != config.key_points or config.method != Config().method:
            await self.choose_points(config)
        return False

    def _decide(self, decided: tuple[Correction, ...]) -> None:
        before, self._kept = self._kept, decided
        self.corrections = decided
        self._take(self._found)
        if self._keep is not None:
            self._keep(decided, before)

    def _take(self, found: Analysis) -> None:
        """Show what the program found by itself with the reader's decisions laid over it."""
        self._found = found
        analysis = mended(self.reading.article, found, self.corrections) if self.corrections else found
        self.reading = replace(self.reading, analysis=analysis)

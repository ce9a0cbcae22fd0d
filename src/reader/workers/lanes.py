"""Calls to other processes, in lanes: what waits in one delays nothing in another, and each call can be given up."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, ParamSpec, TypeVar

from reader.errors import ReaderError
from reader.model import Analysis, Article, Engine, Listing, Page, Source
from reader.pipeline import acquire, analyse
from reader.workers.process import Process

P = ParamSpec("P")
T = TypeVar("T")

# A function with its positional and its named arguments.
_Work = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]

# Half of the way to the last place: what nobody waits for takes what the reader leaves of the processor, yet gets on.
_BACKGROUND_NICENESS = 10
# Speech, a name and a pronoun: enough for every part of the language model to be loaded.
_WARM_UP_TEXT = "“The ferry is late,” Mara Vale said on Monday. She asked the council for help."


class Stopped(ReaderError):
    """The reader asked for it to be stopped."""


class Call(Generic[T]):
    """A function that waits for a process, is at work in one, or is done."""

    def __init__(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.future: Future[T] = Future()
        self._work: _Work = function, args, kwargs
        self._lock = threading.Lock()
        self._process: Process | None = None
        self._is_given_up = False
        self._is_told = False

    def result(self, timeout: float | None = None) -> T:
        """Wait for the result.

        Raises:
            ReaderError: what the function raised; Stopped when the call was given up while it was at work; WorkerDied
                when its process ended.
            CancelledError: it was given up before it began.
        """
        return self.future.result(timeout)

    def cancel(self) -> None:
        """Give this call up: it is taken out of the queue, or its process is ended in the middle of it."""
        with self._lock:
            if self.future.cancel():
                self._tell()
            elif self._process is not None:
                self._is_given_up = True
                self._process.kill()

    def _tell(self) -> bool:
        """Tell those who wait that it begins now, or that it was given up: `futures.wait` waits for ever otherwise.

        Returns:
            Whether it is to be done.
        """
        is_first, self._is_told = not self._is_told, True
        return is_first and self.future.set_running_or_notify_cancel()

    def run_in(self, process: Process) -> None:
        """Do the work in a process, and wait for it; nothing is done for a call that was given up."""
        with self._lock:
            if not self._tell():
                return
            self._process = process
        try:
            value = process.run(*self._work)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is for the one who asks for the result
            is_given_up = self._leave()
            self.future.set_exception(Stopped("Stopped.") if is_given_up else error)
        else:
            self._leave()
            self.future.set_result(value)

    def _leave(self) -> bool:
        """Say that the process has other work from now on; gives whether the call was given up by then."""
        with self._lock:
            self._process = None
            return self._is_given_up


class Lane:
    """Calls in the order they came, and the processes that run them, each started when there is work for it.

    Args:
        size: how many processes there are at most.
        niceness: how far they stand back where others want the processor too.
        most_mb: a process that has taken more memory than this is replaced before its next call; None takes any.
        idle_seconds: a process that waits longer for work is ended until there is some; None keeps it.
    """

    def __init__(
        self, size: int = 1, niceness: int = 0, *, most_mb: int | None = None, idle_seconds: float | None = None
    ) -> None:
        self._size, self._niceness, self._most_mb = size, niceness, most_mb
        self._idle_seconds = idle_seconds
        self._calls: queue.SimpleQueue[Call[Any] | None] = queue.SimpleQueue()
        self._preparation: _Work | None = None
        self._lock = threading.Lock()
        self._processes: list[Process] = []
        # One thread waits for each process, so that whoever submits never does.
        self._threads: list[threading.Thread] = []
        self._is_closed = False

    def warm_up(self, function: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Start a process now; it, and each that is started later, runs a function before anything else.

        What goes wrong in it is met again, and shown, by the calls that need it.
        """
        self._preparation = function, args, kwargs
        with self._lock:
            self._start()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Call[T]:
        """Run a module-level function in a process of this lane, after the calls that came before."""
        call = Call(function, args, kwargs)
        with self._lock:
            if self._is_closed:
                call.cancel()
            else:
                self._calls.put(call)
                self._start()
        return call

    def close(self) -> None:
        """End every process, whatever it is doing; calls that wait are cancelled."""
        with self._lock:
            self._is_closed = True
        while not self._calls.empty():
            with contextlib.suppress(queue.Empty):
                if call := self._calls.get_nowait():
                    call.cancel()
        for process in self._processes:
            process.end()
        for _ in self._threads:
            self._calls.put(None)
        for thread in self._threads:
            thread.join()

    def _start(self) -> None:
        """Start another process, where there may be one more."""
        if len(self._threads) < self._size and not self._is_closed:
            self._processes.append(Process(self._niceness))
            thread = threading.Thread(target=self._serve, args=(len(self._threads),), name="lane", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, number: int) -> None:
        """Run calls in one of the processes until the lane is closed."""
        self._prepare(self._processes[number])
        while call := self._next(number):
            # It may have been ended while it had nothing to do.
            self._replace_dead(number)
            call.run_in(self._processes[number])
            if self._most_mb is not None and self._processes[number].most_mb > self._most_mb:
                self._processes[number].end()
            # At once, so that another is ready by the next call.
            self._replace_dead(number)
        self._processes[number].close()

    def _next(self, number: int) -> Call[Any] | None:
        """The next call, None at the end; a process that waits long for it gives its memory back."""
        try:
            return self._calls.get(timeout=self._idle_seconds)
        except queue.Empty:
            self._processes[number].end()
            return self._calls.get()

    def _replace_dead(self, number: int) -> None:
        dead = self._processes[number]
        if dead.is_alive:
            return
        dead.end()
        with self._lock:
            if self._is_closed:
                return
            dead.close()
            self._processes[number] = Process(self._niceness)
        self._prepare(self._processes[number])

    def _prepare(self, process: Process) -> None:
        if self._preparation:
            with contextlib.suppress(ReaderError):
                process.run(*self._preparation)


class Lanes:
    """The processes behind the screen, one a lane.

    Two are for what the reader waits for: one fetches and cleans while the other loads the language model. Images and
    what nobody waits for have lanes of their own, whose processes start on first use.

    Args:
        idle_seconds: a process that waits longer for work is ended, and started again, unseen, for the next; None
            keeps all of them.
    """

    def __init__(self, *, idle_seconds: float | None = None) -> None:
        self._reading, self._analysing, self._image = (Lane(idle_seconds=idle_seconds) for _ in range(3))
        self._background = Lane(niceness=_BACKGROUND_NICENESS, idle_seconds=idle_seconds)

    def warm_up(self, model: str) -> None:
        """Start the processes that the reader will wait for, and have them load what they need."""
        self._reading.warm_up(_import_extraction)
        self._analysing.warm_up(_import_analysis, model)

    def load(self, source: str, stdin: bytes | None = None, led_by: Source | None = None) -> Call[Page]:
        """Fetch a page; see `reader.pipeline.load`."""
        return self._reading.submit(acquire.load, source, stdin=stdin, led_by=led_by)

    def to_article(self, page: Page) -> Call[Article | Listing]:
        """Clean a page; see `reader.pipeline.to_article`."""
        return self._reading.submit(acquire.to_article, page)

    def image(self, url: str, led_by: Source) -> Call[bytes]:
        """Fetch a lead image; see `reader.fetch.images.fetch`."""
        return self._image.submit(_image, url, led_by)

    def analyze(self, article: Article, key_points: int, model: str, method: str = "news") -> Call[Analysis]:
        """Analyse an article; see `reader.pipeline.analyze`."""
        return self._analysing.submit(analyse.analyze, article, key_points=key_points, model=model, method=method)

    def engine(self, article: Article, model: str) -> Call[Engine]:
        """What would analyse an article now; see `reader.pipeline.analyse.engine_for`."""
        return self._analysing.submit(analyse.engine_for, article, model)

    def key_points(self, article: Article, analysis: Analysis, n: int, method: str) -> Call[Analysis]:
        """Choose other key points for an article already analysed; see `reader.pipeline.choose_points`."""
        return self._analysing.submit(analyse.choose_points, article, analysis, n, method)

    def background(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Call[T]:
        """Run a module-level function that nobody waits for; what the reader waits for goes before it."""
        return self._background.submit(function, *args, **kwargs)

    def close(self) -> None:
        """End every process."""
        for lane in (self._reading, self._analysing, self._image, self._background):
            lane.close()


def _image(url: str, led_by: Source) -> bytes:
    from reader.fetch import images

    return images.fetch(url, led_by)


def _import_extraction() -> None:
    from reader import extract, fetch  # noqa: F401 - imported so that the first article does not wait for it


def _import_analysis(model: str) -> None:
    analyse.analyze(_WARM_UP_TEXT, model=model)

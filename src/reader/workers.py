"""The processes that fetch, clean and analyse, so that the screen never waits. Knows nothing of the screen.

Each worker is one Python process with its output thrown away, started by `subprocess` and spoken to over a socket pair:
unlike multiprocessing's spawn, that also works while Textual owns the terminal, which is when a dead worker must be
replaced. Starting the processes before the screen is what keeps their imports out of the reader's way.
"""

from __future__ import annotations

import contextlib
import pickle
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar, cast

from reader.errors import ReaderError
from reader.model import Analysis, Article, Listing, Page

P = ParamSpec("P")
T = TypeVar("T")

# A worker that is told to end by its closed connection does so at once when idle; a busy one is not waited for.
_GRACE_SECONDS = 0.2
# Speech, a name and a pronoun: enough for every part of the language model to be loaded.
_WARM_UP_TEXT = "“The ferry is late,” Mara Vale said on Monday. She asked the council for help."


class WorkerDied(ReaderError):
    """The process ended before it answered; the next call gets a new one."""


class Stopped(ReaderError):
    """The reader asked for it to be stopped."""


class Worker:
    """One process that runs functions one after the other. It is started again when it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._closed = False
        self._is_at_work = False
        self._is_ended = False
        self._process, self._connection = _start()
        # One thread waits for the process, so that calls queue up in order and the caller never blocks.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a module-level function in the process.

        Returns:
            A future of its result. It raises what the function raised when that is a ReaderError, a ReaderError that
            names it when it is anything else, and WorkerDied when the process ended.
        """
        return self._thread.submit(self._exchange, function, args, kwargs)

    def stop(self, call: Future[Any]) -> bool:
        """Give a call up; the process is ended, and replaced, when it is at work on it.

        Returns:
            Whether a new process takes the place of the old one.
        """
        if call.cancel() or call.done():
            return False
        with self._lock:
            self._is_ended = self._is_at_work
            if self._is_ended:
                self._process.kill()
            return self._is_ended

    def _exchange(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        with self._lock:
            self._is_at_work = True
        try:
            self._connection.send((function, args, kwargs))
            succeeded, value = self._connection.recv()
        except (EOFError, OSError) as error:
            code = self._process.wait()
            self._replace()
            raise WorkerDied(f"The part that reads articles stopped (exit code {code}).", "Try again.") from error
        with self._lock:
            self._is_at_work = False
        if self._is_ended:
            # The answer came just before the end; the next call must find a process that lives.
            self._replace()
        if not succeeded:
            raise value
        return cast(T, value)

    def _replace(self) -> None:
        with self._lock:
            self._is_at_work = self._is_ended = False
            self._connection.close()
            if not self._closed:
                self._process, self._connection = _start()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._closed = True
            self._process.terminate()
            try:
                self._process.wait(_GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._thread.shutdown(cancel_futures=True)
        self._connection.close()


class Workers:
    """The two processes behind the screen: one fetches and cleans while the other loads the language model."""

    def __init__(self) -> None:
        self._reading = Worker()
        self._analysing = Worker()
        self._call: tuple[Worker, Future[Any]] | None = None

    def warm_up(self, model: str) -> None:
        """Have both processes load what they will need; what goes wrong is met again, and shown, on first use."""
        self._reading.submit(_import_extraction)
        self._analysing.submit(_import_analysis, model)

    def load(self, source: str, stdin: bytes | None = None) -> Future[Page]:
        """Fetch a page; see `reader.pipeline.load`."""
        return self._ask(self._reading, _load, source, stdin)

    def to_article(self, page: Page) -> Future[Article | Listing]:
        """Clean a page; see `reader.pipeline.to_article`."""
        return self._ask(self._reading, _to_article, page)

    def image(self, url: str) -> Future[bytes]:
        """Fetch a lead image; see `reader.fetch.images.fetch`."""
        return self._reading.submit(_image, url)

    def analyze(self, article: Article, key_points: int, model: str, method: str = "news") -> Future[Analysis]:
        """Analyse an article; see `reader.pipeline.analyze`."""
        return self._ask(self._analysing, _analyze, article, key_points, model, method)

    def key_points(self, article: Article, analysis: Analysis, n: int, method: str) -> Future[Analysis]:
        """Choose other key points for an article already analysed; see `reader.pipeline.choose_points`."""
        return self._ask(self._analysing, _key_points, article, analysis, n, method)

    def stop(self, model: str) -> None:
        """Give up the latest call, whatever it is doing, and have a process ready for the next one."""
        if self._call is None:
            return
        worker, call = self._call
        if worker.stop(call):
            if worker is self._reading:
                worker.submit(_import_extraction)
            else:
                worker.submit(_import_analysis, model)

    def _ask(self, worker: Worker, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        call = worker.submit(function, *args, **kwargs)
        self._call = worker, call
        return call

    def close(self) -> None:
        """End both processes."""
        self._reading.close()
        self._analysing.close()


def _start() -> tuple[subprocess.Popen[bytes], Connection]:
    """Start a process that serves this one over a socket pair; it ends when the other end is closed."""
    ours, theirs = socket.socketpair()
    with theirs:
        # -P: the current folder must not shadow a module; an article's folder may hold anything.
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from reader.workers import serve; serve({theirs.fileno()})"],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Ctrl+C belongs to the screen; a worker outside its process group does not get it.
            process_group=0,
        )
    return process, Connection(ours.detach())


def serve(descriptor: int) -> None:
    """Answer calls until the connection closes: what a worker process runs."""
    connection = Connection(descriptor)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            function, args, kwargs = connection.recv()
            connection.send_bytes(_outcome(function, args, kwargs))


def _outcome(function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    """Whether the function succeeded, and what it returned or raised, pickled."""
    try:
        return pickle.dumps((True, function(*args, **kwargs)))
    except ReaderError as error:
        return pickle.dumps((False, error))
    except Exception as error:  # noqa: BLE001 - whatever a library raises must reach the screen as words
        failure = ReaderError(f"Reading failed: {type(error).__name__}: {error}.", "Try another source.")
        return pickle.dumps((False, failure))


def _load(source: str, stdin: bytes | None) -> Page:
    from reader import pipeline

    return pipeline.load(source, stdin=stdin)


def _to_article(page: Page) -> Article | Listing:
    from reader import pipeline

    return pipeline.to_article(page)


def _image(url: str) -> bytes:
    from reader.fetch import images

    return images.fetch(url)


def _analyze(article: Article, key_points: int, model: str, method: str) -> Analysis:
    from reader import pipeline

    return pipeline.analyze(article, key_points=key_points, model=model, method=method)


def _key_points(article: Article, analysis: Analysis, n: int, method: str) -> Analysis:
    from reader import pipeline

    return pipeline.choose_points(article, analysis, n, method)


def _import_extraction() -> None:
    from reader import extract, fetch  # noqa: F401 - imported so that the first article does not wait for it


def _import_analysis(model: str) -> None:
    from reader import pipeline

    pipeline.analyze(_WARM_UP_TEXT, model=model)

"""The library as the screen has it: on a thread of its own, so that no key waits for a disk."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")

# What another program's longest write takes; a disk that takes longer is not waited for when the terminal is gone.
_LAST_SECONDS = 3.0


class Archive:
    """The library of this run, opened when it is first asked for something.

    What is asked is done in that order, on one thread. What nobody waits for any longer is left out if it was not
    begun, so that a list that is scrolled fast looks up only where it comes to rest; a change is always made.

    Args:
        path: its file; None where nothing is kept.
        is_private: it can be read, and nothing in it is changed.
    """

    def __init__(self, path: Path | None = None, *, is_private: bool = False) -> None:
        self.path, self._is_private = path, is_private
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library: Library | None = None
        self._fault: LibraryError | None = None
        self._last: Future[Any] | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a library; what it holds is not known by that."""
        return self.path is not None and self.path.exists()

    @property
    def keeps(self) -> bool:
        """Whether anything can be kept, once it was asked: for what nobody asked for, a place or a read mark."""
        return self._library is not None and self._library.keeps

    async def ask(self, do: Callable[[Library], T]) -> T:
        """Have something done with the library, and wait for what comes of it.

        Raises:
            LibraryError: there is none, or it cannot be opened, read or written.
        """
        return await asyncio.wrap_future(self._thread.submit(self._do, do))

    def change(
        self,
        do: Callable[[Library], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[LibraryError], object] = lambda _: None,
    ) -> None:
        """Have something changed, whoever waits for it or ends the program meanwhile; from any thread.

        Args:
            do: the change.
            then: called in the event loop with what came of it, while that runs.
            failed: called so with the error.
        """
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            loop = None

        # Textual tells by it which program a call belongs to.
        context = contextvars.copy_context()

        def tell(done: Future[T]) -> None:
            error = done.exception()
            with contextlib.suppress(RuntimeError):  # the loop has ended
                if loop is None:
                    return
                if error is None and then is not None:
                    loop.call_soon_threadsafe(then, done.result(), context=context)
                elif error is not None:
                    loop.call_soon_threadsafe(failed, _as_told(error), context=context)

        with contextlib.suppress(RuntimeError):  # it is closed
            self._last = self._thread.submit(self._do, do)
            self._last.add_done_callback(tell)

    def _do(self, do: Callable[[Library], T]) -> T:
        if self._fault is not None:
            raise self._fault
        if self._library is None:
            if self.path is None:
                raise LibraryError("There is no library.", "library = true in the settings has what is read kept.")
            # It brings SQLite and what re-analysis needs: 60 ms that the first frame does not wait for.
            from reader.library.opening import open_library

            try:
                self._library = open_library(now=datetime.now(UTC), is_private=self._is_private, path=self.path)
            except LibraryError as error:
                self._fault = error
                raise
        return do(self._library)

    def finish(self) -> None:
        """Wait for the changes that were asked for, but not for a disk that does not answer; from any thread."""
        if self._last is not None:
            with contextlib.suppress(Exception):
                self._last.result(_LAST_SECONDS)

    def close(self) -> None:
        """Do what is left to do, and let go of the file; it may be called again."""
        with contextlib.suppress(RuntimeError):
            self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()


def _as_told(error: BaseException) -> LibraryError:
    """What went wrong with a change, also where the fault is the program's own: nothing fails in silence."""
    if isinstance(error, LibraryError):
        return error
    return LibraryError(f"The library could not do that ({error!r}).", "onrecord check looks it over.")

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


class Shelf:
    """One library, opened when it is first asked for something.

    What is asked is done in that order, on one thread. What nobody waits for any longer is left out if it was not
    begun, so that a list that is scrolled fast looks up only where it comes to rest; a change is always made.

    Args:
        path: the library's file.
        is_private: nothing is kept of what is done.
    """

    def __init__(self, path: Path, *, is_private: bool = False) -> None:
        self._path, self._is_private = path, is_private
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library: Library | None = None
        self._fault: LibraryError | None = None
        self._last: Future[Any] | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a file; what it holds is not known by that."""
        return self._path.exists()

    async def ask(self, do: Callable[[Library], T]) -> T:
        """Have something done with the library, and wait for what comes of it.

        Raises:
            LibraryError: it cannot be opened, read or written.
        """
        return await asyncio.wrap_future(self._thread.submit(self._do, do))

    def change(
        self,
        do: Callable[[Library], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[LibraryError], object] | None = None,
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
                elif isinstance(error, LibraryError) and failed is not None:
                    loop.call_soon_threadsafe(failed, error, context=context)

        with contextlib.suppress(RuntimeError):  # it is closed
            self._last = self._thread.submit(self._do, do)
            self._last.add_done_callback(tell)

    def _do(self, do: Callable[[Library], T]) -> T:
        if self._fault is not None:
            raise self._fault
        if self._library is None:
            # It brings SQLite and what re-analysis needs: 60 ms that the first frame does not wait for.
            from reader.library.opening import open_library

            try:
                self._library = open_library(now=datetime.now(UTC), is_private=self._is_private, path=self._path)
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
        """Do what is left to do, and let go of the file."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()

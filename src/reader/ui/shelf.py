"""The library as the screen has it: on a thread of its own, so that no key waits for a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")


class Shelf:
    """One library, opened when it is first asked for something.

    What is asked is done in that order, on one thread. What nobody waits for any longer is left out if it was not
    begun, so that a list that is scrolled fast looks up only where it comes to rest.

    Args:
        path: the library's file.
        is_private: nothing is kept of what is done.
    """

    def __init__(self, path: Path, *, is_private: bool = False) -> None:
        self._path, self._is_private = path, is_private
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library: Library | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a file; what it holds is not known by that."""
        return self._path.exists()

    @property
    def keeps(self) -> bool:
        """Whether anything is kept: to be asked before keeping what nobody asked for. Known once it was opened."""
        return self._library is not None and self._library.keeps

    async def ask(self, do: Callable[[Library], T]) -> T:
        """Have something done with the library, and wait for what comes of it.

        Raises:
            LibraryError: it cannot be opened, read or written.
        """
        return await asyncio.wrap_future(self._thread.submit(self._do, do))

    def _do(self, do: Callable[[Library], T]) -> T:
        if self._library is None:
            # It brings SQLite and what re-analysis needs: 60 ms that the first frame does not wait for.
            from reader.library import Library

            self._library = Library(self._path, is_private=self._is_private)
        return do(self._library)

    def close(self) -> None:
        """Do what is left to do, and let go of the file."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()

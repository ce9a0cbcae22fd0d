"""The library as the screen asks it: on a thread of its own, so that no key waits for a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")


class Archive:
    """The library of this run, opened when it is first asked.

    Questions are answered one after the other, in their order. One that nobody waits for any longer is left out if its
    turn has not come: a list that is scrolled fast looks up only where it comes to rest.

    Args:
        path: its file; None where nothing is kept.
        is_private: it can be read, and nothing in it is changed.
    """

    def __init__(self, path: Path | None, *, is_private: bool = False) -> None:
        self.path, self._is_private = path, is_private
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library: Library | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a library; what it holds is not known by that."""
        return self.path is not None and self.path.exists()

    @property
    def keeps(self) -> bool:
        """Whether anything can be kept, once it was asked: for what nobody asked for, a place or a read mark."""
        return self._library is not None and self._library.keeps

    async def ask(self, question: Callable[[Library], T]) -> T:
        """What the library answers.

        Raises:
            LibraryError: there is none yet, or it cannot be used.
        """
        return await asyncio.wrap_future(self._thread.submit(self._ask, question))

    def _ask(self, question: Callable[[Library], T]) -> T:
        if self._library is None:
            # It brings SQLite: 40 ms that the first frame does not wait for.
            from reader.library import Library

            if self.path is None or not self.is_there:
                raise LibraryError("There is no library yet.", "What is read is kept in it.")
            self._library = Library(self.path, is_private=self._is_private)
        return question(self._library)

    def close(self) -> None:
        """Answer what was asked, and let go of the file."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()

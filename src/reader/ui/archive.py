"""The library as the screen asks it: each question in a thread, over a connection of its own, so that no key waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")


class Archive:
    """The library of this run.

    Args:
        path: its file; None where nothing is kept.
        is_private: it can be read, and nothing in it is changed.
    """

    def __init__(self, path: Path | None, *, is_private: bool = False) -> None:
        self._path, self._is_private = path, is_private

    async def ask(self, question: Callable[[Library], T]) -> T:
        """What the library answers.

        Raises:
            LibraryError: there is none yet, or it cannot be used.
        """
        return await asyncio.to_thread(self._ask, question)

    def _ask(self, question: Callable[[Library], T]) -> T:
        from reader.library import Library

        if self._path is None or not self._path.exists():
            raise LibraryError("There is no library yet.", "What is read is kept in it.")
        with Library(self._path, is_private=self._is_private) as library:
            return question(library)

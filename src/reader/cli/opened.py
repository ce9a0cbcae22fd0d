"""The reader's library, open for a command: what goes wrong with it is told, and ends the command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.cli.output import fail, tell
from reader.errors import LibraryError, ReaderError
from reader.text.safe import one_line

if TYPE_CHECKING:
    from reader.library import Library


@contextmanager
def opened(*, is_made: bool = True, trouble: int = 1) -> Iterator[Library]:
    """Open the library; an error inside is told and ends the command.

    Args:
        is_made: one is made where there is none; else that is an error.
        trouble: the exit code of an error.
    """
    from reader.library.opening import open_library
    from reader.settings import paths

    try:
        if not (is_made or paths.library_file().exists()):
            raise LibraryError("There is no library yet.", "What is read is kept in it.")
        with open_library(now=now()) as library:
            if library.notice:
                tell(one_line(library.notice))
            yield library
    except ReaderError as error:
        fail(error, trouble)


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)

"""Opening the library of whoever sits here: where it is, and what was kept before there was one."""

from datetime import datetime
from pathlib import Path

from reader.library import Library
from reader.settings import corrections, paths, state


def open_library(*, now: datetime, is_private: bool = False, path: Path | None = None) -> Library:
    """Open the library in the data folder; one without an article takes over what was kept in files, which stay.

    Args:
        now: the moment.
        is_private: nothing is kept.
        path: its file; `paths.library_file()` unless given.

    Raises:
        LibraryError: it cannot be used. Articles can be read without it, and nothing of it was changed.
    """
    library = Library(path or paths.library_file(), is_private=is_private)
    try:
        if library.keeps and library.is_empty:
            kept = state.load()
            library.take_over(
                places=kept.places,
                recent=[(each.source, each.headline) for each in kept.recent],
                corrections=[(each.reading, each.corrections) for each in corrections.all_kept()],
                now=now,
            )
    except BaseException:
        library.close()
        raise
    return library

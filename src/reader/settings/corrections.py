"""What readers decided of the quotes of their articles before there was a library: one file an article, only read."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from reader import files
from reader.model import Correction, Reading
from reader.settings import paths

_FOLDER, _SUFFIX = "corrections", ".json"
# The only version there was.
_VERSION = 1
# Twenty times the longest article with all that is found in it.
_LARGEST = 100_000_000


class Kept(msgspec.Struct, frozen=True):
    """The decisions about one article, in the order they were made, and the article as the program itself read it."""

    reading: Reading
    corrections: tuple[Correction, ...] = ()
    version: int = _VERSION


def are_kept() -> bool:
    """Whether there is any file of them."""
    return any(_folder().glob(f"*{_SUFFIX}"))


def all_kept() -> Iterator[Kept]:
    """The decisions about every article; files that are damaged, or of another version, are passed over."""
    for path in sorted(_folder().glob(f"*{_SUFFIX}")):
        if (kept := _read(path)) is not None:
            yield kept


def _read(path: Path) -> Kept | None:
    try:
        kept = msgspec.json.decode(files.read_small(path, _LARGEST), type=Kept)
    except (OSError, ValueError, RecursionError):
        return None
    return kept if kept.version <= _VERSION else None


def _folder() -> Path:
    return paths.data_folder() / _FOLDER

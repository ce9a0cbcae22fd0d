"""What readers decided of the quotes of their articles: one file an article, in the data folder, written whole.

A file holds the article as it was read when the last decision was made, for its words are what was decided of.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from reader.errors import SetupError
from reader.model import Article, Correction, Reading, Source
from reader.settings import paths
from reader.settings.files import write_whole
from reader.settings.state import article_key
from reader.text.safe import encodable

_FOLDER, _SUFFIX = "corrections", ".json"
# Changed when a key changes its meaning; a file of a later version is left alone.
_VERSION = 1
_KEY_LENGTH = 32


class Kept(msgspec.Struct, frozen=True):
    """The decisions about one article, in the order they were made, and the article as the program itself read it."""

    reading: Reading
    corrections: tuple[Correction, ...] = ()
    version: int = _VERSION


def load(source: Source, article: Article) -> tuple[Correction, ...]:
    """The decisions that were made of an article; none where there is no file of it, or a damaged one."""
    kept = _read(_path(source, article))
    return kept.corrections if kept else ()


def keep(reading: Reading, corrections: Sequence[Correction]) -> None:
    """Keep the decisions about an article; where none is left, its file is removed.

    Args:
        reading: the article with what the program found by itself.
        corrections: all decisions about it, in the order they were made.

    Raises:
        SetupError: they cannot be written.
    """
    path = _path(reading.source, reading.article)
    try:
        if corrections:
            write_whole(path, msgspec.json.encode(Kept(_encodable(reading), tuple(corrections))))
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise SetupError(
            f"What you decided cannot be kept in {path.parent}: {error.strerror}.", "Free this folder, then try again."
        ) from error


def all_kept() -> Iterator[Kept]:
    """The decisions about every article; files that are damaged, or of a later version, are passed over."""
    folder = paths.data_folder() / _FOLDER
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        if (kept := _read(path)) is not None:
            yield kept


def _read(path: Path) -> Kept | None:
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return None
    return kept if kept.version <= _VERSION else None


def _encodable(reading: Reading) -> Reading:
    """The article with a path that can be written: that of a file need not be text."""
    return replace(reading, source=replace(reading.source, given=encodable(reading.source.given)))


def _path(source: Source, article: Article) -> Path:
    """The file of an article: by its address, or by its words where it came over standard input."""
    key = article_key(source, article)
    if key is None:
        key = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_LENGTH]
    return paths.data_folder() / _FOLDER / f"{key}{_SUFFIX}"

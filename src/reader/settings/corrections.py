"""What readers decided of the quotes of their articles: one file an article, in the data folder, written whole.

A file holds the article as it was read when the last decision was made, for its words are what was decided of.
"""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

import msgspec
from msgspec.structs import replace

from reader import files
from reader.errors import SetupError
from reader.model import Article, Correction, Reading, Source
from reader.settings import paths
from reader.settings.state import article_key
from reader.text.safe import encodable

_FOLDER, _SUFFIX = "corrections", ".json"
# Changed when a key changes its meaning; a file of a later version is left alone.
_VERSION = 1
_KEY_LENGTH = 32
# What a file is called that is damaged, or of a later version, when another one takes its place: it is somebody's work.
_UNREAD = ".json.unread"
# Twenty times the longest article with all that is found in it.
_LARGEST = 100_000_000


class Kept(msgspec.Struct, frozen=True):
    """The decisions about one article, in the order they were made, and the article as the program itself read it."""

    reading: Reading
    corrections: tuple[Correction, ...] = ()
    version: int = _VERSION


def load(source: Source, article: Article) -> tuple[Correction, ...]:
    """The decisions that were made of an article; none where there is no file of it, or a damaged one."""
    kept = _read(_path(source, article))
    return kept.corrections if kept else ()


def keep(
    reading: Reading, decided: Sequence[Correction], *, known: Sequence[Correction] = ()
) -> tuple[Correction, ...]:
    """Keep the decisions about an article beside those of another program; where none is left, the file is removed.

    Args:
        reading: the article with what the program found by itself.
        decided: all decisions about it, in the order they were made.
        known: what was kept when this was asked last: of these, what is not among the decided was taken back.

    Returns:
        All that is kept now: with what another program has kept meanwhile.

    Raises:
        SetupError: they cannot be written.
    """
    path = _path(reading.source, reading.article)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(decided, known, strict=False)))
    try:
        with files.alone_in(path.parent):
            kept = _read(path)
            there = list(kept.corrections) if kept else []
            for taken_back in known[same:]:
                if taken_back in there:
                    del there[len(there) - 1 - there[::-1].index(taken_back)]
            whole = (*there, *decided[same:])
            if kept is None and path.exists():
                path.replace(path.with_suffix(_UNREAD))
            if whole:
                files.write_whole(path, msgspec.json.encode(Kept(_encodable(reading), whole)))
            else:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise SetupError(
            f"What you decided cannot be kept in {path.parent}: {error.strerror}.", "Free this folder, then try again."
        ) from error
    return whole


def all_kept() -> Iterator[Kept]:
    """The decisions about every article; files that are damaged, or of a later version, are passed over."""
    folder = paths.data_folder() / _FOLDER
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        if (kept := _read(path)) is not None:
            yield kept


def _read(path: Path) -> Kept | None:
    try:
        kept = msgspec.json.decode(files.read_small(path, _LARGEST), type=Kept)
    except (OSError, ValueError, RecursionError):
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

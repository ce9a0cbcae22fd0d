"""Where the reader was in each article: one small file in the state folder, by a hash of the address.

A file that is damaged or cannot be written costs the memory of places, and nothing else.
"""

import hashlib
import os

import msgspec

from reader.model import Article, Source
from reader.settings import files

_FILE = "positions.json"
# A year of a daily reader who finishes most of what is opened; the file then has about 20 KB.
MOST_ARTICLES = 500
# Enough of a SHA-256 that two articles never share one, and nobody reads from the file what was read.
_KEY_LENGTH = 32

_Positions = dict[str, int]


def key_of(source: Source, article: Article) -> str | None:
    """What an article is remembered by, or None for one that has no address: standard input."""
    if source.given == "-":
        return None
    address = article.url or source.url or os.path.abspath(source.given)
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_LENGTH]


def recall(key: str) -> int:
    """The offset that the reader was at in an article; 0 when it was not begun, or was read to its end."""
    return _read().get(key, 0)


def keep(key: str, offset: int) -> None:
    """Remember an offset, the latest last; 0 forgets the article. Of too many articles the oldest are forgotten."""
    before = _read()
    if before.get(key, 0) == offset:
        return
    after = {known: place for known, place in before.items() if known != key}
    if offset > 0:
        after[key] = offset
    _write(dict(list(after.items())[-MOST_ARTICLES:]))


def _read() -> _Positions:
    try:
        return msgspec.json.decode(files.read(_FILE), type=_Positions)
    except msgspec.DecodeError:
        return {}


def _write(positions: _Positions) -> None:
    files.write(_FILE, msgspec.json.encode(positions))

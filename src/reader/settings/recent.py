"""What was opened last, to open it again: one small file in the state folder, the newest first.

A file that is damaged or cannot be written costs this memory, and nothing else.
"""

import os

import msgspec

from reader.model import Reading
from reader.settings import files

_FILE = "recent.json"
# More than anybody looks through; a search for words finds what is far down.
MOST_RECENT = 50
# Of an article without a headline: about a line.
_LENGTH_OF_FIRST_WORDS = 80


class Recent(msgspec.Struct, frozen=True):
    """An article that was opened: what to open it by again, and its headline, or its first words."""

    source: str
    headline: str


def recent() -> tuple[Recent, ...]:
    """The articles opened last, the newest first."""
    try:
        return msgspec.json.decode(files.read(_FILE), type=tuple[Recent, ...])
    except msgspec.DecodeError:
        return ()


def keep(reading: Reading) -> None:
    """Remember an article as the newest. What came over standard input cannot be opened again."""
    given = reading.source.given
    if given == "-":
        return
    # A path must lead to the same file from any folder.
    source = os.path.abspath(given) if os.path.exists(given) else given
    article = reading.article
    opened = Recent(source, article.headline or article.text[:_LENGTH_OF_FIRST_WORDS])
    others = (each for each in recent() if each.source != source)
    files.write(_FILE, msgspec.json.encode([opened, *others][:MOST_RECENT]))

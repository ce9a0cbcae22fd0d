"""Names for what was found that stay when the text around it changes: made from words, not from order."""

import re
from collections.abc import Iterable
from itertools import count
from unicodedata import combining, normalize
from zlib import crc32

_WORD = re.compile(r"\w+")


def of(names: Iterable[str]) -> list[str]:
    """An id for each name: "Karim al-Dareh" -> "karim-al-dareh"; of two with one name the second is "…-2"."""
    return apart("-".join(_WORD.findall(_plain(name))) or "nameless" for name in names)


def of_quotes(wordings: Iterable[str]) -> list[str]:
    """An id for each quote, of its words alone, marks and white space left out; of two alike the second is "…-2"."""
    return apart(f"q{crc32(' '.join(_WORD.findall(wording)).encode('utf-8', 'replace')):08x}" for wording in wordings)


def _plain(name: str) -> str:
    """Without accents or capitals: the article may write one name with and without them."""
    return "".join(c for c in normalize("NFKD", name) if not combining(c)).casefold()


def apart(made: Iterable[str]) -> list[str]:
    """The same ids, none of them twice: of two alike the second is "…-2"."""
    apart: dict[str, None] = {}
    reached: dict[str, int] = {}
    for name in made:
        for n in count(reached.get(name, 1)):
            form = name if n == 1 else f"{name}-{n}"
            if form not in apart:
                apart[form] = None
                reached[name] = n + 1
                break
    return list(apart)

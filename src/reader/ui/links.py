"""Which of an article's links may be followed, and the numbers to follow them by. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.model import Link
from reader.text.safe import UNSAFE

# A web address of nothing but characters that are seen: no space, no joiner, and nothing unsafe (looked for apart).
_FOLLOWABLE = re.compile("https?://[^\\s/][^\\s\u200c\u200d]*", re.IGNORECASE)


def followable(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links that lead to the web and can be shown to a terminal, in order of the text, none within another."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        if link.end > link.start >= (kept[-1].end if kept else 0) and _is_followable(link.url):
            kept.append(link)
    return tuple(kept)


def _is_followable(url: str) -> bool:
    return _FOLLOWABLE.fullmatch(url) is not None and not UNSAFE.search(url)


def numbered(links: Sequence[Link], in_sight: tuple[int, int]) -> dict[int, Link]:
    """The links that begin on the screen, numbered from 1."""
    first, last = in_sight
    return dict(enumerate((link for link in links if first <= link.start < last), 1))

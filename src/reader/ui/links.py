"""Which of an article's links may be followed, and the numbers to follow them by. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.model import Link
from reader.text.unsafe_characters import CONTROLS, DIRECTIONS, HIDDEN, NONCHARACTERS, SEPARATORS

# A web address of nothing but characters that are seen: no space, no control, no mark that turns or hides text.
_FOLLOWABLE = re.compile(
    f"https?://[^\\s/{CONTROLS}][^\\s{CONTROLS}{SEPARATORS}{DIRECTIONS}{HIDDEN}{NONCHARACTERS}\u200c\u200d]*",
    re.IGNORECASE,
)


def followable(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links that lead to the web and can be shown to a terminal, in order of the text, none within another."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        if link.end > link.start >= (kept[-1].end if kept else 0) and _FOLLOWABLE.fullmatch(link.url):
            kept.append(link)
    return tuple(kept)


def numbered(links: Sequence[Link], in_sight: tuple[int, int]) -> dict[int, Link]:
    """The links that begin on the screen, numbered from 1."""
    first, last = in_sight
    return dict(enumerate((link for link in links if first <= link.start < last), 1))

"""Headlines with where they stand, as the lists of articles show them, and which of them have some words."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from textual.content import Content

from reader.text.safe import on_one_line
from reader.ui.theme.themes import Inks

# A line of the lists: an address tells more by its beginning, a path by its end.
_SHOWN_CHARACTERS = 66
_ADDRESS = re.compile("https?://", re.IGNORECASE)


def headline_lines(headline: str, source: str, inks: Inks, after: str = "") -> Content:
    """A headline over where it stands."""
    words, dim = inks.style("text"), inks.style("dim")
    return Content.assemble((on_one_line(headline), words), (f"\n{whereabouts(source)}{after}", dim))


def whereabouts(source: str) -> str:
    """On one line, an address without what is the same in all, "harbourpost.example/news/orle-dam"; or a path."""
    if not _ADDRESS.match(source):
        path = on_one_line(source)
        return path if len(path) <= _SHOWN_CHARACTERS else "…" + path[1 - _SHOWN_CHARACTERS :]
    parts = urlsplit(source)
    address = on_one_line(f"{parts.netloc}{parts.path}".removeprefix("www.").rstrip("/"))
    return address if len(address) <= _SHOWN_CHARACTERS else address[: _SHOWN_CHARACTERS - 1] + "…"


def has_words(headline: str, source: str, words: str) -> bool:
    """Whether a headline or its address has every one of some words, in any order and case."""
    text = f"{headline} {source}".casefold()
    return all(word in text for word in words.casefold().split())

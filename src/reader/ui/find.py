"""Finds what the reader types in the article's text. Pure."""

from __future__ import annotations

import re

from reader.model import Span

# What a keyboard types for what a newspaper prints.
_TYPED = {"'": "['’‘]", '"': '["“”„«»]', "-": "[-‐‑–—−]"}


def matches(text: str, query: str) -> tuple[Span, ...]:
    """Every place where the query stands, in order and without overlap.

    Case counts only when the query has a capital letter. A straight mark also finds a curly one, a hyphen a dash,
    and a space any white space, so that a phrase is found over the end of a paragraph line.
    """
    query = query.strip()
    if not query:
        return ()
    parts = (_TYPED.get(character) or (r"\s+" if character == " " else re.escape(character)) for character in query)
    flags = 0 if any(character.isupper() for character in query) else re.IGNORECASE
    return tuple(Span(start=found.start(), end=found.end()) for found in re.finditer("".join(parts), text, flags))

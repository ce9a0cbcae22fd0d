"""Completing a filter while it is typed: its keys, what `is:` and `has:` take, and names that the library knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.safe import on_one_line

KEYS = ("tag:", "from:", "said:", "about:", "since:", "is:", "has:")
# What these take; for `since:` what is mostly meant, for it takes any date.
_VALUES = {
    "is:": ("unread", "read", "starred", "muted"),
    "has:": ("note", "tag", "correction"),
    "since:": ("today", "yesterday", "7d", "2w", "3m"),
}
# What is being typed: a minus, then a key with the beginning of its value, in quotation marks or not, or a word.
_TYPED = re.compile(
    r'(?:^|\s)(-?)(?:(tag:|from:|said:|about:|since:|is:|has:)(?:"([^"]*)|(\S*))|(\S*))$', re.IGNORECASE
)
# As many as a line shows.
MOST = 6


class Typed(NamedTuple):
    """The end of a filter: what stands before it, its key ("" while that is typed), and the beginning of its value."""

    before: str
    key: str
    value: str


def typed(text: str) -> Typed:
    """What is being typed at the end of a filter."""
    found = _TYPED.search(text)
    assert found is not None  # the last group matches nothing at all
    _minus, key, phrase, value, word = found.groups()
    before = text[: found.end(1)]
    return Typed(before, (key or "").lower(), (phrase or value or word or ""))


def completions(text: str, names: Sequence[str]) -> Iterator[str]:
    """The whole filter as it would be with the word at its end completed, the likeliest first; `MOST` at most.

    Args:
        text: the filter as far as it is typed.
        names: what the library knows for the key that is being typed (`typed`): tags, publishers, people.
    """
    end = typed(text)
    if not end.key:
        beginning = end.value.lower()
        found = (
            [end.before + key for key in KEYS if key.startswith(beginning)]
            if beginning or end.before[-1:] == "-"
            else []
        )
    else:
        known = _VALUES.get(end.key, names)
        beginning = end.value.casefold()
        fitting = [name for name in known if name.casefold().startswith(beginning)]
        fitting += [name for name in known if beginning in name.casefold() and name not in fitting]
        found = [f"{end.before}{end.key}{quoted(name)} " for name in fitting]
    yield from found[:MOST]


def quoted(name: str) -> str:
    """A value as a filter takes it: in quotation marks where it is more than a word."""
    name = on_one_line(name).replace('"', "")
    return f'"{name}"' if " " in name else name

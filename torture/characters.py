"""Which characters may not come out of the program: written down once more, so that a gap in its own table shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# Marks, embeddings, overrides and isolates of direction; line and paragraph separators; tags, which carry hidden text.
_FORBIDDEN = {
    "direction": {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)},
    "separator": {0x2028, 0x2029},
    "tag": set(range(0xE0000, 0xE0080)),
}
_KIND = {chr(number): kind for kind, numbers in _FORBIDDEN.items() for number in numbers}
# Line breaks and tabs; CSV ends its lines as RFC 4180 says.
_ALLOWED = frozenset("\n\t")


def unsafe(text: str, allowed: frozenset[str] = _ALLOWED) -> Iterator[str]:
    """What in a text a terminal would obey, or nobody would see: the kind and the number of each such character."""
    for character in sorted(set(text) - allowed):
        if kind := _KIND.get(character):
            yield f"{kind} U+{ord(character):04X}"
        elif unicodedata.category(character) in ("Cc", "Cs"):
            yield f"U+{ord(character):04X}"

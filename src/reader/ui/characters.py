"""Characters on a screen: what belongs together. Pure."""

from __future__ import annotations

import unicodedata

# What belongs to the character before it, and may compose with it: accents, vowel signs, the later parts of Hangul.
MARKS = "\u1160-\u11ff" + "".join(
    character for character in map(chr, range(0x300, 0x3100)) if unicodedata.category(character).startswith("M")
)

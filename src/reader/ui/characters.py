"""Characters on a screen: what of a text can be shown, and what belongs together. Pure."""

from __future__ import annotations

import re
import unicodedata

from reader.text.unsafe_characters import CONTROLS, DIRECTIONS, SEPARATORS

# What belongs to the character before it, and may compose with it: accents, vowel signs, the later parts of Hangul.
MARKS = "\u1160-\u11ff" + "".join(
    character for character in map(chr, range(0x300, 0x3100)) if unicodedata.category(character).startswith("M")
)
_CONTROLS = re.compile(f"[{CONTROLS}\t{SEPARATORS}{DIRECTIONS}]")
_DIRECTIONS = re.compile(f"[{DIRECTIONS}]")


def printable(text: str) -> str:
    """Replace what a terminal would act on, one character for one, so that offsets hold.

    Line feeds stay. Direction marks become zero-width spaces, other white space a space, other controls U+FFFD.
    """
    return _CONTROLS.sub(_stand_in, text)


def on_one_line(text: str) -> str:
    """Text without line breaks, and without what a terminal would act on."""
    return printable(" ".join(text.split()))


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if _DIRECTIONS.match(character):
        return "\u200b"
    return " " if character.isspace() else "\ufffd"

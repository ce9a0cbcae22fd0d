"""Each way out of the program against the one table of what acts on a terminal or hides in a text."""

import re
import unicodedata

import pytest

from reader.model import Link
from reader.render.untrusted import escaped_in_json, printable
from reader.text import safe
from reader.ui import characters
from reader.ui.links import followable

EVIL = {
    "an escape": "\x1b",
    "a bell": "\x07",
    "a delete": "\x7f",
    "a C1 control": "\x9b",
    "an override": "\u202e",
    "an isolate": "\u2066",
    "an Arabic letter mark": "\u061c",
}
HIDDEN = {
    "a soft hyphen": "\xad",
    "a zero-width space": "\u200b",
    "a word joiner": "\u2060",
    "an invisible operator": "\u2064",
    "a byte order mark": "\ufeff",
    "a Hangul filler": "\u3164",
    "a noncharacter": "\ufdd0",
}


@pytest.mark.parametrize("character", (EVIL | HIDDEN).values(), ids=EVIL | HIDDEN)
def test_never_comes_in_nor_is_followed_or_written_plain_in_json(character: str) -> None:
    assert safe.safe_text(f"fer{character}ry") == "ferry"
    assert not followable([Link(start=0, end=5, url=f"https://harbour.example/{character}x")])
    assert character < " " or character not in escaped_in_json(f"fer{character}ry")


@pytest.mark.parametrize("character", EVIL.values(), ids=EVIL)
def test_never_goes_out(character: str) -> None:
    assert printable(f"fer{character}ry") == "ferry"
    shown = characters.printable(f"fer{character}ry")
    assert len(shown) == 6
    assert character not in shown


def test_every_character_of_the_table_is_a_control_a_format_or_an_unseen_one() -> None:
    taken = [chr(point) for point in range(0x110000) if safe.UNSAFE.match(chr(point))]
    kinds = {unicodedata.category(character) for character in taken}
    assert kinds == {"Cc", "Cf", "Cn", "Cs", "Lo", "Mn"}
    assert not re.search(r"[\w.,;:!?]", "".join(c for c in taken if unicodedata.category(c) not in ("Lo", "Mn")))

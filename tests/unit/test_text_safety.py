"""Each way out of the program against the one table of what acts on a terminal or hides in a text."""

import json
import re
import unicodedata

import pytest
import yaml

from reader.model import Link
from reader.text import safe
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
    "a tag": "\U000e0041",
    "a musical control": "\U0001d173",
}


@pytest.mark.parametrize("character", (EVIL | HIDDEN).values(), ids=EVIL | HIDDEN)
def test_never_comes_in_nor_goes_out_nor_is_followed(character: str) -> None:
    words = f"fer{character}ry"
    assert safe.safe_text(words) == safe.printable(words) == safe.one_line(words) == "ferry"
    assert not followable([Link(start=0, end=5, url=f"https://harbour.example/{character}x")])
    shown = safe.on_screen(words)
    assert len(shown) == 6
    assert shown[3] in "\u200b\ufffd"


@pytest.mark.parametrize("marks", [safe.MOST_MARKS - 1, safe.MOST_MARKS, safe.MOST_MARKS + 1, 500])
def test_a_letter_keeps_no_more_marks_than_any_writing_has(marks: int) -> None:
    below = "\u034e"
    kept = min(marks, safe.MOST_MARKS)
    assert safe.safe_text("x" + below * marks + "y" + below * marks) == "x" + below * kept + "y" + below * kept


@pytest.mark.parametrize("character", (EVIL | HIDDEN).values(), ids=EVIL | HIDDEN)
def test_stands_in_json_and_yaml_by_its_number(character: str) -> None:
    encoded = json.dumps(f"fer{character}ry", ensure_ascii=False)
    for escaped, read in ((safe.escaped_in_json(encoded), json.loads), (safe.escaped_in_yaml(encoded), yaml.safe_load)):
        assert character not in escaped
        assert read(escaped) == f"fer{character}ry"


def test_every_character_of_the_table_is_a_control_a_format_or_an_unseen_one() -> None:
    taken = [chr(point) for point in range(0x110000) if safe.UNSAFE.match(chr(point))]
    kinds = {unicodedata.category(character) for character in taken}
    assert kinds == {"Cc", "Cf", "Cn", "Cs", "Lo", "Mn"}
    assert not re.search(r"[\w.,;:!?]", "".join(c for c in taken if unicodedata.category(c) not in ("Lo", "Mn")))

"""What comes from a keyboard or a terminal, as keys: what makes no sense costs itself, and nothing that follows."""

from __future__ import annotations

import pytest
from textual import events

from reader.ui.driver import Keyboard

KNOWN = [
    ("a letter", b"j", ["j"]),
    ("an umlaut", "é".encode(), ["é"]),
    ("an arrow", b"\x1b[A", ["up"]),
    ("a key of kitty's", b"\x1b[97;5u", ["ctrl+a"]),
    ("a click", b"\x1b[<0;5;5M", ["MouseDown"]),
    ("a size", b"\x1b[48;24;80;0;0t", ["Resize"]),
    ("words that are pasted", b"\x1b[200~ab\x1b[31mc\x1b[9zQ\x07\x1b[201~", ["ab[31mc[9zQ"]),
]
SENSELESS = [
    ("a code that nobody knows", b"\x1b[999z"),
    ("a mouse that is nowhere", b"\x1b[<32;NaN;NaNM"),
    ("a mouse far outside", b"\x1b[<0;999999999999999999999;5M"),
    ("a mouse in bytes", b"\x1b[M\xff\xff\xff"),
    ("6,000 digits", b"\x1b[" + b"9" * 6000 + b"m"),
    ("2,000 numbers", b"\x1b[" + b"9;" * 2000 + b"~"),
    ("a character beyond Unicode", b"\x1b[99999999999u"),
    ("half a pair", b"\x1b[55296u"),
    ("a key in parts", b"\x1b[97:65;2u"),
    ("a window of no size", b"\x1b[48;0;0;0;0t"),
    ("a window without an end", b"\x1b[48;99999999;99999999;9;9t"),
]


def named(message: object) -> str:
    if isinstance(message, events.Key):
        return message.key
    return message.text if isinstance(message, events.Paste) else type(message).__name__


@pytest.mark.parametrize(("given", "expected"), [row[1:] for row in KNOWN], ids=[row[0] for row in KNOWN])
def test_what_is_known_is_passed_on(given: bytes, expected: list[str]) -> None:
    assert [named(message) for message in Keyboard().feed(given + b"k")] == [*expected, "k"]


@pytest.mark.parametrize("given", [row[1] for row in SENSELESS], ids=[row[0] for row in SENSELESS])
def test_what_makes_no_sense_is_dropped_and_no_key_after_it(given: bytes) -> None:
    keyboard = Keyboard()
    assert [named(message) for message in keyboard.feed(b"j" + given + b"k\x1b[B")] == ["j", "k", "down"]
    # The same in pieces, as a slow line brings it.
    pieces = [message for at in range(len(given)) for message in keyboard.feed(given[at : at + 1])]
    assert [named(message) for message in [*pieces, *keyboard.feed(b"k")]] == ["k"]


STRINGS = [
    ("a colour", b"\x1b]11;rgb:" + b"f" * 5000 + b"\x07"),
    ("a colour, ended otherwise", b"\x1b]11;rgb:zz/zz/zz\x1b\\"),
    ("a status", b"\x1bP" + b"q" * 5000 + b"\x1b\\"),
    ("a picture", b"\x1b_Gi=31;" + b"O" * 5000 + b"\x1b\\"),
    ("a message", b"\x1b^Q\x1b[A\x9c".replace(b"\x9c", "\x9c".encode())),
]


@pytest.mark.parametrize("given", [row[1] for row in STRINGS], ids=[row[0] for row in STRINGS])
def test_what_a_terminal_says_of_itself_is_no_keys(given: bytes) -> None:
    assert [named(message) for message in Keyboard().feed(b"j" + given + b"k\x1b[B")] == ["j", "k", "down"]
    # In reads as long as the driver's.
    keyboard = Keyboard()
    pieces = [given[at : at + 4096] for at in range(0, len(given), 4096)]
    assert [message for piece in pieces for message in keyboard.feed(piece)] == []
    # One that never ends holds no key that is pressed later.
    keyboard.feed(b"\x1b]never")
    keyboard.rest()
    assert [named(message) for message in keyboard.feed(b"k")] == ["k"]


def test_a_byte_that_is_no_text_is_one_key() -> None:
    assert [named(message) for message in Keyboard().feed(b"j\xe9k")] == ["j", "replacement_character", "k"]


def test_a_paste_without_an_end_does_not_grow_without_one() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b[200~" + b"a" * 200_000) == []
    (paste,) = keyboard.feed(b"\x1b[201~")
    assert isinstance(paste, events.Paste)
    assert 90_000 < len(paste.text) < 110_000

"""What `make torture` counts as a fault: its own parser of what terminals obey, and the processes its runs are in."""

from __future__ import annotations

import os
import time

import pytest

from torture import limited, pages
from torture.characters import unsafe
from torture.counting import Outcome, Tally
from torture.limited import Found, each
from torture.obeyed import complaints, words

MEANT = {
    "words": "“Harbour” öffnet – 港\r\n",
    "colours": "\x1b[1;38;2;240;240;240;48;5;7mred\x1b[0m\x1b[m",
    "a place": "\x1b[12;40Hhere",
    "modes": "\x1b[?1049h\x1b[?25l\x1b[?2026h\x1b[?1000l",
    "questions": "\x1b[c\x1b]11;?\x07\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\",
    "a link": "\x1b]8;id=12-3;https://post.example/a?b=c\x1b\\there\x1b]8;;\x1b\\",
    "a copy": "\x1b]52;c;R29vZA==\x07",
}
NOT_MEANT = {
    "a title": "\x1b]0;title\x07",
    "a link that is none": "\x1b]8;;javascript:alert(1)\x1b\\",
    "a link with codes": "\x1b]8;;https://a.example/\x9b31m\x1b\\",
    "a question for the clipboard": "\x1b]52;c;?\x07",
    "another clipboard": "\x1b]52;p;QQ==\x07",
    "device control": "\x1bP+q544e\x1b\\",
    "where the cursor is": "\x1b[6n",
    "a reset": "\x1bc",
    "a character set": "\x1b(0",
    "a mode nobody asked for": "\x1b[?47h",
    "blinking keys": "\x1b[4;1m\x1b[5i",
    "C1": "\x9b31m",
    "a bell": "\x07",
    "steps back": "a\x08b",
    "a string never ended": "\x1b]52;c;QQ",
    "turned direction": "\u202egnp",
    "a tag": "\U000e0041",
}


@pytest.mark.parametrize("name", MEANT)
def test_what_textual_writes_is_meant(name: str) -> None:
    assert list(complaints(MEANT[name].encode())) == []


@pytest.mark.parametrize("name", NOT_MEANT)
def test_whatever_else_a_terminal_obeys_counts(name: str) -> None:
    assert list(complaints(b"quay" + NOT_MEANT[name].encode() + b"quay"))


def test_bytes_that_are_no_text_count() -> None:
    assert list(complaints(b"quay\xe9"))


def test_the_words_are_left() -> None:
    assert words(b"\x1b[1mThe \x1b[0;2mferry\x1b]8;;\x1b\\.") == "The ferry."


@pytest.mark.parametrize(
    ("text", "seen"),
    [("fine\n\ttoo", []), ("\x1b", ["U+001B"]), ("\x85", ["U+0085"]), ("\ud800", ["U+D800"]), ("\r", ["U+000D"])],
)
def test_characters_that_may_not_come_out(text: str, seen: list[str]) -> None:
    assert list(unsafe(text)) == seen


def _runs(how: str) -> Found:
    if how == "raises":
        raise KeyError("quay")
    if how == "ends":
        os._exit(3)
    if how == "waits":
        time.sleep(60)
    if how == "fills the memory":
        return [], str(len(bytearray(limited.KILL_MEMORY_BYTES)))
    return ([("untrue", "a quote")] if how == "finds" else []), how


def test_every_end_of_a_run_is_told() -> None:
    names = ("well", "finds", "raises", "ends", "waits", "fills the memory")
    outcomes = {outcome.name: outcome for outcome in each(_runs, ((name, name) for name in names), 6, 0.5)}
    kinds = {name: [kind for kind, _ in outcome.faults] for name, outcome in outcomes.items()}
    assert kinds == {
        "well": [],
        "finds": ["untrue"],
        "raises": ["exceptions"],
        "ends": ["hangs"],
        "waits": ["hangs"],
        "fills the memory": ["exceptions"],
    }
    assert outcomes["well"].said == "well"
    assert "KeyError" in outcomes["raises"].faults[0][1]


def test_what_is_over_the_limits_counts() -> None:
    tally = Tally("pages")
    for outcome in (Outcome("a", cpu=9.9, mb=699), Outcome("b", cpu=10.1), Outcome("c", (("hangs", "x"),), mb=701)):
        tally.add(outcome)
    assert tally.values()["faults"] == dict.fromkeys(tally.values()["faults"], 0) | {
        "over the limits": 2,
        "hangs": 1,
    }
    assert (tally.runs, tally.slowest) == (3, "b")


def test_a_seed_makes_the_same_input_again() -> None:
    first, again, other = ([pages.made_by_chance(seed, number) for number in range(60, 70)] for seed in (1, 1, 2))
    assert first == again
    assert first != other

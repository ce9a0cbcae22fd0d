"""What a terminal answers, and what its environment says, read; and a late answer kept from being keys."""

from __future__ import annotations

import pytest

from reader.ui.terminal import LateAnswer, Terminal, depth, known, questions

ATTRIBUTES = b"\x1b[?62;22c"
ANSWERS = [
    ("dark", b"\x1b]11;rgb:1414/1717/1c1c\x1b\\" + ATTRIBUTES, {}, Terminal(light=False)),
    ("light, short form, ended by BEL", b"\x1b]11;rgb:ff/f1/e7\x07" + ATTRIBUTES, {}, Terminal(light=True)),
    ("silent on its colour", ATTRIBUTES, {}, Terminal()),
    ("silent, the environment knows", ATTRIBUTES, {"COLORFGBG": "0;default;15"}, Terminal(light=True)),
    (
        "its answer before the environment's",
        b"\x1b]11;rgb:0/0/0\x07" + ATTRIBUTES,
        {"COLORFGBG": "0;15"},
        Terminal(light=False),
    ),
    ("no answer at all", b"", {"COLORFGBG": "15;0"}, Terminal(light=False, owes=True)),
    ("half an answer", b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?6", {}, Terminal(light=True, owes=True)),
    ("sixels", b"\x1b[?62;4;22c", {}, Terminal(pictures=True)),
    ("kitty's pictures", b"\x1b_Gi=31;OK\x1b\\\x1b[?62c", {}, Terminal(pictures=True)),
    ("no sixels in 14 and 42", b"\x1b[?14;42c", {}, Terminal()),
    ("typed in between", b"jj" + ATTRIBUTES, {}, Terminal()),
]


@pytest.mark.parametrize(("answer", "environment", "expected"), [r[1:] for r in ANSWERS], ids=[r[0] for r in ANSWERS])
def test_answers(answer: bytes, environment: dict[str, str], expected: Terminal) -> None:
    assert known(answer, {"TERM": "xterm-256color", **environment}, asked=True) == expected


@pytest.mark.parametrize(
    ("environment", "asks"),
    [({"TERM": "xterm-kitty"}, True), ({"TERM": "xterm", "TMUX": "/tmp/a"}, False), ({"TERM": "screen.xterm"}, False)],
)
def test_who_would_take_the_question_for_a_title_is_not_asked_for_pictures(
    environment: dict[str, str], asks: bool
) -> None:
    assert (b"\x1b_G" in questions(environment)) is asks
    assert questions(environment).endswith(b"\x1b[c")


DEPTHS = [
    ("truecolor", {"TERM": "xterm", "COLORTERM": "truecolor"}, "full"),
    ("256 colours", {"TERM": "xterm-256color"}, "full"),
    ("xterm alone", {"TERM": "xterm"}, "sixteen"),
    ("the Linux console", {"TERM": "linux"}, "sixteen"),
    ("none wanted", {"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
    ("forced", {"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "truecolor"}, "full"),
]


@pytest.mark.parametrize(("environment", "expected"), [row[1:] for row in DEPTHS], ids=[row[0] for row in DEPTHS])
def test_depth(environment: dict[str, str], expected: str) -> None:
    assert depth(environment) == expected


# As Textual reads "ESC ]11;rgb:…BEL ESC [?62;4c", escapes as "^".
LATE = ["circumflex_accent", "right_square_bracket", *"11", "semicolon", *"rgb", "colon", *"cc", "slash", "ctrl+g"]
LATE += ["circumflex_accent", "left_square_bracket", "question_mark", *"62", "semicolon", "4", "c"]


def test_a_late_answer_is_eaten_and_keys_after_it_are_not() -> None:
    late = LateAnswer(owed=True, now=0)
    assert not late.eats("j", 0.1)
    assert all(late.eats(key, 0.2) for key in LATE)
    assert not late.eats("j", 0.3)


def test_nothing_is_eaten_that_is_not_owed() -> None:
    assert not any(LateAnswer(owed=False, now=0).eats(key, 0.1) for key in LATE)
    assert not any(LateAnswer(owed=True, now=0).eats(key, 60.0) for key in LATE)

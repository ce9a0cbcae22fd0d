"""The terminal itself, before the screen takes it over: what it shows, and whether its keyboard can be read."""

from __future__ import annotations

import contextlib
import os
import re
import select
import time
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from rich.console import Console

from reader.errors import SetupError

Depth = Literal["full", "sixteen", "none"]

# What a window has at most across or down; a terminal may claim to have 65,535, and a browser any number. Of 500 by 500
# cells a frame takes half a second, of 1,000 by 1,000 several.
MOST_CELLS = 500

_ASK_BACKGROUND, _ASK_ATTRIBUTES = b"\x1b]11;?\x1b\\", b"\x1b[c"
_ASK_KITTY = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
# tmux takes the question for a title, and leaves it over the pane.
_MULTIPLEXERS = ("tmux", "screen")
_BACKGROUND = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_ATTRIBUTES = re.compile(rb"\x1b\[\?([0-9;]*)c")
_KITTY = b"\x1b_Gi=31;OK"
# Of the attributes a terminal gives itself: it draws sixels.
_SIXEL = b"4"
# Local terminals answer in 1 to 6 ms. The question is asked before Textual is imported (250 ms), so a far one has
# this long beyond that.
PATIENCE_SECONDS = 0.2
# An answer from a link so slow that it is still under way when the screen is there; later ones would be lost packets.
_LATE_SECONDS = 5.0
# Of the sixteen colours, those that are light: white and bright white, as COLORFGBG numbers them.
_LIGHT_NUMBERS = {"7", "15"}


class Terminal(NamedTuple):
    """What is known of the terminal. `light` is None where it does not say; `owes` means that its answer is to come."""

    depth: Depth = "full"
    light: bool | None = None
    pictures: bool = False
    owes: bool = False


def read_keys_from_terminal() -> None:
    """Put the keyboard in the place of a standard input that was piped in; else the pipe's end is read as keys.

    Raises:
        SetupError: there is no terminal.
    """
    if os.isatty(0):
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise SetupError("There is no terminal to show the screen on.", "Use onrecord summarize instead.") from error
    os.dup2(terminal, 0)
    os.close(terminal)


def meet() -> Terminal:
    """Take keys from the terminal, and find out what it is like; Textual is imported while it thinks about its answer.

    Raises:
        SetupError: there is no terminal.
    """
    read_keys_from_terminal()
    with asking() as device:
        import textual.app  # noqa: F401 - imported here for the time it takes

        answer = answered(device)
    found = known(answer, os.environ, asked=device is not None)
    # textual-image asks the terminal on its own account when it is imported: before the screen, or never.
    return found._replace(pictures=found.pictures and _can_draw())


def _can_draw() -> bool:
    try:
        import textual_image.widget  # noqa: F401
    except ImportError:
        return False
    return True


@contextlib.contextmanager
def asking(device: str = "/dev/tty") -> Iterator[int | None]:
    """Ask the terminal about itself, and keep what it answers from being echoed.

    Yields:
        The descriptor that the answer comes on, or None where there is no terminal to ask.
    """
    try:
        import termios
        import tty

        terminal = os.open(device, os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        yield None
        return
    try:
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSANOW)
            os.write(terminal, questions(os.environ))
            yield terminal
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    finally:
        os.close(terminal)


def questions(environment: Mapping[str, str]) -> bytes:
    """What the terminal is asked; last what every one answers: once that is back, no other answer will come."""
    is_shared = "TMUX" in environment or environment.get("TERM", "").startswith(_MULTIPLEXERS)
    return _ASK_BACKGROUND + (b"" if is_shared else _ASK_KITTY) + _ASK_ATTRIBUTES


def answered(terminal: int | None, patience: float = PATIENCE_SECONDS) -> bytes:
    """What the terminal has answered, all of it or as much as came in time."""
    answer = b""
    deadline = time.monotonic() + patience
    while terminal is not None and not _ATTRIBUTES.search(answer):
        ready, _, _ = select.select([terminal], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            break
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        answer += piece
    return answer


def known(answer: bytes, environment: Mapping[str, str], *, asked: bool) -> Terminal:
    """Put together what the terminal answered and what the environment says."""
    attributes = _ATTRIBUTES.search(answer)
    sixel = attributes is not None and _SIXEL in attributes[1].split(b";")
    return Terminal(
        depth=depth(environment),
        light=_light(answer, environment),
        pictures=sixel or _KITTY in answer,
        owes=asked and attributes is None,
    )


def depth(environment: Mapping[str, str]) -> Depth:
    """How many colours the terminal shows, as Rich, which draws them, finds out."""
    if environment.get("NO_COLOR"):
        return "none"
    forced = environment.get("TEXTUAL_COLOR_SYSTEM")
    found = forced or Console(force_terminal=True, _environ=environment).color_system
    return "sixteen" if found == "standard" else "full"


def _light(answer: bytes, environment: Mapping[str, str]) -> bool | None:
    found = _BACKGROUND.search(answer)
    if found:
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
        # Perceived lightness; half of it is where black words and white words are read equally well.
        return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return ground in _LIGHT_NUMBERS if ground.isdigit() else None


class LateAnswer:
    """Keeps an answer that comes when the screen is there already from being taken for key presses.

    Textual reads such an answer as the keys "^", "]", "1", "1" and so on, up to the "c" that ends the last one.
    """

    def __init__(self, *, owed: bool, now: float) -> None:
        self._until = now + _LATE_SECONDS if owed else now
        self._eating = self._in_attributes = False

    def eats(self, key: str, now: float) -> bool:
        """Whether a key press is a part of the answer."""
        if now >= self._until:
            return False
        if key == "circumflex_accent":
            self._eating = True
        if not self._eating:
            return False
        self._in_attributes = self._in_attributes or key == "question_mark"
        if self._in_attributes and key == "c":
            self._until = now
        return True

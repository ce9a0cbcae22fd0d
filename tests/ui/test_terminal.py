"""The program in a real terminal: keys still come from the keyboard when the article came over standard input."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import dam_story
import pytest

from waiting import PATIENCE

_CODES = re.compile(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*\x07|[()P=>][^\x1b]*)")


@pytest.fixture
def terminal(own_folders: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The screen on a terminal of its own, with an article piped in."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    run = (
        "import sys; from reader.settings.config import Config; from reader import ui;"
        "ui.run('-', Config(), stdin=sys.stdin.buffer.read())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"import os, fcntl, termios; os.setsid();fcntl.ioctl(1, termios.TIOCSCTTY, 0); {run}"],
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(theirs)
    assert process.stdin is not None
    process.stdin.write(f"{dam_story.HEADLINE}\n\n{dam_story.TEXT}".encode())
    process.stdin.close()
    yield ours, process
    process.kill()
    process.wait()
    os.close(ours)


def read_until(terminal: int, words: str, seen: str = "") -> str:
    give_up = time.monotonic() + PATIENCE
    while words not in _CODES.sub("", seen):
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                seen += os.read(terminal, 65536).decode(errors="replace")
            except OSError as error:
                raise AssertionError(f"The program ended; it showed:\n{seen[-3000:]}") from error
        assert time.monotonic() < give_up, _CODES.sub("", seen)[-3000:]
    return seen


def drain(terminal: int) -> None:
    """Read until the program has closed its terminal; Linux then answers with an error."""
    with contextlib.suppress(OSError):
        while os.read(terminal, 65536):
            pass


def test_keys_come_from_the_keyboard_after_a_pipe(terminal: tuple[int, subprocess.Popen[bytes]]) -> None:
    screen, process = terminal
    read_until(screen, "cracks")
    os.write(screen, b"/")
    read_until(screen, "find in the article")
    os.write(screen, b"wall")
    read_until(screen, "match 1/")
    os.write(screen, b"\x1b")
    read_until(screen, "quotes, ")
    os.write(screen, b"q")
    drain(screen)
    assert process.wait(PATIENCE) == 0


def test_without_a_terminal_there_is_an_error_that_helps() -> None:
    code = (
        "import os; os.setsid();"
        "from reader.errors import ReaderError; from reader.ui.terminal import read_keys_from_terminal\n"
        "try:\n    read_keys_from_terminal()\nexcept ReaderError as error:\n    os.write(1, str(error).encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert b"onrecord summarize" in done.stdout

"""The program in a real terminal: keys still come from the keyboard when the article came over standard input."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import dam_story
import pytest
from processes import library

from waiting import PATIENCE

# What no keyboard and no terminal means: a byte that is no text, a mouse far outside, a window without an end.
SENSELESS = b"\xe9\x1b[<0;999999999999999999999;5M\x1b[48;9999999;9999999;9;9t\x1b[" + b"9" * 5000 + b"m"
# Of a folder that notes are saved in, told when one is.
EVIL_FOLDER = "\x1b]0;title\x07\u202enotes\U000e0041\x9b"
# What Textual itself says in such a string: the shape of the pointer.
OSC = re.compile(r"\x1b\]22;[a-z]*\x07")
# The screen of an article that is analysed, without the processes that do it.
READ = f"""
import sys
sys.path[:0] = [{str(Path(__file__).parent)!r}]
import dam_story
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.driver import TerminalDriver
from reader.ui.ending import Ending
from reader.settings import paths
from reader.ui.archive import Archive
ending = Ending()
archive = Archive(paths.library_file())
config = Config(notes_folder=sys.argv[1])
app = ending.program = OnRecord(config, reading=dam_story.reading(), driver=TerminalDriver, archive=archive)
app.run()
archive.close()
sys.exit(app.return_code)
"""
_MODES = re.compile(r"\x1b\[\?(\d+)([hl])|\x1b\[([<>])\d*u")
_CODES = re.compile(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*\x07|[()P=>][^\x1b]*)")


def place() -> int:
    """Where the reader was in the article."""
    with library() as kept:
        return max(stored.position for number in kept.articles.recent() if (stored := kept.articles.load(number)))


@contextlib.contextmanager
def on_a_terminal(
    run: str, *arguments: str, stdin: bytes | None = None, rows: int = 30
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A program on a terminal of its own, which is its keyboard too unless something is piped in."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 100, 0, 0))
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            # Hanging up is not ignored, even where the tests themselves ignore it (nohup).
            "import fcntl, signal, termios; fcntl.ioctl(1, termios.TIOCSCTTY, 0)\n"
            f"signal.signal(signal.SIGHUP, signal.SIG_DFL)\n{run}",
            *arguments,
        ],
        stdin=theirs if stdin is None else subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        # What the environment says of a size goes before what the terminal says; of several processes pytest sets it.
        env={**os.environ, "TERM": "xterm-256color", "LINES": str(rows), "COLUMNS": "100"},
    )
    os.close(theirs)
    if stdin is not None:
        assert process.stdin is not None
        process.stdin.write(stdin)
        process.stdin.close()
    yield ours, process
    process.kill()
    process.wait()
    with contextlib.suppress(OSError):
        os.close(ours)


@pytest.fixture
def terminal(own_folders: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The screen on a terminal of its own, with an article piped in."""
    run = (
        "import sys; from reader.settings.config import Config; from reader import ui;"
        "sys.exit(ui.run('-', Config(), stdin=sys.stdin.buffer.read()))"
    )
    with on_a_terminal(run, stdin=f"{dam_story.HEADLINE}\n\n{dam_story.TEXT}".encode()) as started:
        yield started


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


def drain(terminal: int) -> str:
    """Read until the program has closed its terminal; Linux then answers with an error."""
    seen = b""
    with contextlib.suppress(OSError):
        while chunk := os.read(terminal, 65536):
            seen += chunk
    return seen.decode(errors="replace")


def left_on(written: str) -> list[str]:
    """Which modes of the terminal are not as a terminal has them at first, after all that was written to it."""
    is_on = {"7": True, "25": True}
    usual = dict(is_on)
    for mode, switched, kitty in _MODES.findall(written):
        is_on[mode or "kitty"] = switched == "h" or kitty == ">"
    return [mode for mode in is_on if is_on[mode] != usual.get(mode, False)]


def test_keys_come_from_the_keyboard_after_a_pipe(terminal: tuple[int, subprocess.Popen[bytes]]) -> None:
    screen, process = terminal
    read_until(screen, "cracks")
    os.write(screen, SENSELESS)
    os.write(screen, b"/wall")
    read_until(screen, "match 1/")
    os.write(screen, b"\x1b")
    read_until(screen, "quotes, ")
    os.write(screen, b"q")
    drain(screen)
    assert process.wait(PATIENCE) == 0


def read_on(terminal: int) -> str:
    """Go to the middle of the article, with all keys at once; gives what was written meanwhile."""
    os.write(terminal, b"/saying")
    # The match is told before the passage is on the screen, which is too low for it and the beginning.
    return read_until(terminal, "listened", read_until(terminal, " · saying"))


def sent(signal_number: int) -> Callable[[int, subprocess.Popen[bytes]], None]:
    return lambda _, process: process.send_signal(signal_number)


def suspended_before(terminal: int, process: subprocess.Popen[bytes]) -> None:
    """Stopped by Ctrl+Z, and ended by `kill %1` of a shell, which has the terminal meanwhile."""
    process.send_signal(signal.SIGTSTP)
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGCONT)


def stopped_before(terminal: int, process: subprocess.Popen[bytes]) -> None:
    """Stopped without a chance to give the terminal back, and gone on with; then as usual."""
    process.send_signal(signal.SIGSTOP)
    os.waitpid(process.pid, os.WUNTRACED)
    process.send_signal(signal.SIGCONT)
    read_until(terminal, "match 1/")
    os.write(terminal, b"\x1b")
    read_until(terminal, "quotes, ")
    os.write(terminal, b"Q")


ENDS = [
    ("asked to end", sent(signal.SIGTERM), 128 + signal.SIGTERM),
    ("hung up", sent(signal.SIGHUP), 128 + signal.SIGHUP),
    ("suspended, then asked to end", suspended_before, 128 + signal.SIGTERM),
    ("stopped, gone on with, and left", stopped_before, 0),
]


@pytest.mark.parametrize(("end", "code"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_the_terminal_is_given_back_and_the_place_kept(
    own_folders: Path, end: Callable[[int, subprocess.Popen[bytes]], None], code: int
) -> None:
    with on_a_terminal(READ, str(own_folders / EVIL_FOLDER), rows=12) as (screen, process):
        before = termios.tcgetattr(screen)
        written = read_until(screen, "quotes, ")
        assert set(left_on(written)) > {"1049", "1003", "2004", "25", "kitty"}
        os.write(screen, SENSELESS + b"s")
        written = read_until(screen, "Saved:", written)
        written += read_on(screen)
        end(screen, process)
        written += drain(screen)
        assert process.wait(PATIENCE) == code
        assert left_on(written) == []
        assert termios.tcgetattr(screen) == before
    assert "\x1b]0;" not in written
    assert not set("\x07\u202e\U000e0041\x9b") & set(OSC.sub("", written))
    assert place() > 0


def test_a_terminal_that_is_gone_is_not_waited_for(own_folders: Path) -> None:
    with on_a_terminal(READ, str(own_folders), rows=12) as (screen, process):
        read_until(screen, "quotes, ")
        read_on(screen)
        os.close(screen)
        assert process.wait(PATIENCE) == 128 + signal.SIGHUP
    assert place() > 0


def test_without_a_terminal_there_is_an_error_that_helps() -> None:
    code = (
        "import os; os.setsid();"
        "from reader.errors import ReaderError; from reader.ui.terminal import read_keys_from_terminal\n"
        "try:\n    read_keys_from_terminal()\nexcept ReaderError as error:\n    os.write(1, str(error).encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert b"onrecord summarize" in done.stdout

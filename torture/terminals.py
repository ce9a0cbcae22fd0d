"""The program in a terminal of its own, seen from the terminal's side."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

ONRECORD = Path(sys.executable).with_name("onrecord")
# A program that is to end has that long, on a machine that others use too.
_END_SECONDS = 30.0
_READ_BYTES = 1 << 16


def own_folders(folder: Path) -> dict[str, str]:
    """The environment of a run with all its folders in one place."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    own = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    return {**kept, **own, "HOME": str(folder), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _silence(descriptor: int) -> None:
    """Let a terminal not show what is typed: that would stand among what the program writes."""
    state = termios.tcgetattr(descriptor)
    state[3] &= ~termios.ECHO
    termios.tcsetattr(descriptor, termios.TCSANOW, state)


class Terminal:
    """One run of the program, all of what it writes kept. Use it as a context; leaving it ends the program."""

    def __init__(
        self,
        arguments: Sequence[str | bytes],
        environment: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
        folder: str | bytes = ".",
    ) -> None:
        self.written = bytearray()
        self.code: int | None = None
        pid, self._descriptor = pty.fork()
        if pid == 0:
            try:
                os.chdir(folder)
                self._descriptor = 0
                self.resize(*size)
                _silence(0)
                os.execve(ONRECORD, [os.fsencode(ONRECORD), *map(os.fsencode, arguments)], dict(environment))
            finally:
                os._exit(126)
        self.pid = pid

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: bytes) -> None:
        """Send bytes, as if typed."""
        with contextlib.suppress(OSError):  # it has ended, which is seen elsewhere
            os.write(self._descriptor, keys)

    def drain(self, seconds: float) -> bool:
        """Read what there is, or comes within some seconds; whether there was anything."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._descriptor, _READ_BYTES)
        except OSError:  # how Linux says that the other end is closed
            return False
        self.written += chunk
        return bool(chunk)

    def rest(self, quiet: float, most: float) -> None:
        """Read until nothing has come for some seconds, or for the most of them."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.drain(quiet):
            pass

    def wait_for(self, words: bytes, seconds: float) -> bool:
        """Read until words were written; whether they were, within some seconds."""
        end = time.monotonic() + seconds
        while words not in self.written:
            if time.monotonic() > end or not (self.drain(1.0) or self.is_running()):
                return False
        return True

    def is_running(self) -> bool:
        """Whether the program has not ended; its exit code is kept when it has, that of a signal negative."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is None

    def ended(self) -> int | None:
        """Wait until the program has ended, and give its exit code; None if it does not end."""
        end = time.monotonic() + _END_SECONDS
        while self.is_running():
            if time.monotonic() > end:
                return None
            self.drain(0.05)
        self.rest(0.05, 1.0)
        return self.code

    def __enter__(self) -> Terminal:
        """Nothing more to do: the program runs."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the program, whatever it does."""
        if self.is_running():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._descriptor)

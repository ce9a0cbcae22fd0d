"""A terminal that a program is measured in: keys go in, what is drawn comes out and is timed."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping

ROWS, COLUMNS = 45, 150
LONGEST_WAIT = 120
# Every terminal answers what it is; the program waits for that before it asks for anything else.
ATTRIBUTES_WANTED, ATTRIBUTES = b"\x1b[c", b"\x1b[?62;22c"


class Terminal:
    """A program in a terminal of its own, seen from the terminal's side.

    Args:
        command: the program's path and its arguments.
        environment: what it finds there beside our own.
        columns: how wide the terminal is, in characters.
        rows: how high it is.
    """

    def __init__(
        self, *command: str, environment: Mapping[str, str] | None = None, columns: int = COLUMNS, rows: int = ROWS
    ) -> None:
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LINES=str(rows), COLUMNS=str(columns))
            os.environ.update(environment or {})
            os.execv(command[0], command)
        self._seen = ""
        self.received = 0

    def press(self, keys: str) -> None:
        """Send keys, as if typed."""
        self._seen = ""
        os.write(self._descriptor, keys.encode())

    def wait_for(self, shows: Callable[[str], object], seconds: float = LONGEST_WAIT) -> None:
        """Read what is drawn until it shows what is waited for since the last key."""
        end = time.perf_counter() + seconds
        while not shows(self._seen):
            if time.perf_counter() > end:
                raise TimeoutError(f"not drawn: {self._seen[-400:]!r}")
            self.drain(0.1)

    def drain(self, seconds: float) -> bool:
        """Read what there is, or comes within some seconds; whether there was anything."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            drawn = os.read(self._descriptor, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            return False
        if ATTRIBUTES_WANTED in drawn:
            os.write(self._descriptor, ATTRIBUTES)
        self.received += len(drawn)
        self._seen += drawn.decode("utf-8", "replace")
        return True

    def rest(self, seconds: float) -> None:
        """Let time pass, reading what is drawn."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.drain(left)

    def redrawn(self, columns: int, rows: int) -> int:
        """Make the program draw its whole screen; how many bytes that took."""
        for wide in (columns - 1, columns):
            before = self.received
            fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, wide, 0, 0))
            os.kill(self.pid, signal.SIGWINCH)
            self.rest(1)
        return self.received - before

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        self.rest(0.3)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._descriptor)

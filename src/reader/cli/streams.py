"""The three standard streams, as whoever started the program left them: closed, full, or read by nobody any more.

What goes to standard error, which is a terminal most of the time, goes through one door here, tracebacks and the
messages of libraries included.
"""

import contextlib
import errno
import io
import os
import sys

from reader.text.safe import printable


class Told(io.TextIOWrapper):
    """Standard error: what a terminal would obey is left out, and what cannot be told is not told."""

    def write(self, text: str) -> int:
        """Write words for a person."""
        try:
            super().write(printable(text))
        except OSError:
            _throw_away(2)
        return len(text)

    def flush(self) -> None:
        """See to it that they are there."""
        try:
            super().flush()
        except OSError:
            _throw_away(2)


def settle() -> None:
    """Put something in the place of each stream that is closed, so that no other file gets its number."""
    # Only to be read: whoever writes to it is told that it cannot be.
    while (descriptor := os.open(os.devnull, os.O_RDONLY)) <= 2:
        pass
    os.close(descriptor)
    # None where they were closed, whatever the types say.
    if sys.stdin is None:
        sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = sys.__stdout__ = open(1, "w", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = sys.__stderr__ = open(2, "w", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stderr = Told(sys.stderr.buffer, encoding=sys.stderr.encoding, errors="backslashreplace", line_buffering=True)


def lost_output(error: OSError) -> str:
    """Why standard output cannot be written, as a sentence; what is still to be written is thrown away."""
    _throw_away(1)
    if error.errno == errno.EBADF:
        return "Standard output is closed."
    return f"Standard output cannot be written: {error.strerror}."


def _throw_away(descriptor: int) -> None:
    """Let what is still to be written to a stream go nowhere, or Python tries again when it ends, and complains."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)

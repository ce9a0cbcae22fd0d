"""What goes to standard output, which carries results alone, and to standard error; how a failure is told."""

import sys
from typing import NoReturn

from reader.cli.failures import told
from reader.errors import ReaderError
from reader.text.safe import encodable, printable


def tell(message: str) -> None:
    """Write a line or more to standard error, without what a terminal would obey."""
    sys.stderr.write(f"{printable(message)}\n")
    sys.stderr.flush()


def write(content: str) -> None:
    """Write a result to standard output, in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(encodable(content).encode("utf-8"))
    sys.stdout.buffer.flush()


def fail(error: ReaderError, code: int = 1) -> NoReturn:
    """Tell an error, and end with an exit code."""
    tell(told(error))
    raise SystemExit(code) from error

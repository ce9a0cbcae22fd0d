"""The terminal itself, before the screen takes it over."""

from __future__ import annotations

import os

from reader.errors import SetupError


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

"""Shows the screen on this terminal. Does not load what reads command lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import fail
from reader.errors import ReaderError, SetupError

if TYPE_CHECKING:
    from reader.model import Source


class Start(NamedTuple):
    """With what the screen is started: a theme, or "" for the usual one; and whether nothing is kept."""

    theme: str = ""
    is_private: bool = False


def show_first(start: Start) -> None:
    """Show the first screen, or the text that is piped in, which would reach the screen as key presses."""
    show(None if sys.stdin.isatty() else "-", start)


def show(source: str | None, start: Start, led_by: Source | None = None) -> None:
    """Open a source on the screen; None asks for a source there.

    `led_by` is what named it; None where the reader gave it.
    """
    from msgspec.structs import replace

    from reader.settings import config as settings

    try:
        if not sys.stdout.isatty():
            raise SetupError("The screen needs a terminal to show itself on.", "Try: onrecord summarize SOURCE")
        config, warnings = settings.load()
        config = replace(config, theme=start.theme) if start.theme else config
        stdin = sys.stdin.buffer.read() if source == "-" else None
        from reader import ui

        code = ui.run(source, config, stdin=stdin, warnings=warnings, is_private=start.is_private, led_by=led_by)
    except ReaderError as error:
        fail(error)
    if code:
        sys.exit(code)

"""The commands that open the screen: on this terminal, or in a browser."""

import sys
from typing import Annotated

import typer

from reader.cli.output import fail
from reader.errors import ReaderError, SetupError
from reader.settings import config as settings


def open_source(source: Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)]) -> None:
    """Open an article on the screen."""
    show(source)


def show(source: str | None) -> None:
    """Open a source on the screen; None asks for one there."""
    try:
        if not sys.stdout.isatty():
            raise SetupError("The screen needs a terminal to show itself on.", "Try: onrecord summarize SOURCE")
        config, warnings = settings.load()
        stdin = sys.stdin.buffer.read() if source == "-" else None
        from reader import ui

        ui.run(source, config, stdin=stdin, warnings=warnings)
    except ReaderError as error:
        fail(error)


def serve(
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", show_default=False)] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes any free port.")] = 0,
) -> None:
    """Open the screen in a browser on this machine.

    Prints an address that works once, in one browser, and serves until Ctrl+C. Nobody else is let in.
    """
    from reader import serve as serving

    try:
        serving.run(source, port)
    except ReaderError as error:
        fail(error)

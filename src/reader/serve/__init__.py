"""The screen in a browser on this machine. Needs the extra "web"; nothing else of the program knows of it."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading

from reader import fetch
from reader.errors import SetupError

__all__ = ["run", "show"]


def run(source: str | None, port: int = 0) -> None:
    """Serve the screen until Ctrl+C, to whoever has the address that is printed.

    Args:
        source: what to open, as `reader.pipeline.load` takes it; None asks for one.
        port: 0 takes any free one.

    Raises:
        SetupError: the extra is not installed, the port is taken, or the source is standard input.
        FetchError: the source is a file that cannot be read.
    """
    if source == "-":
        raise SetupError("A browser cannot be given standard input.", "Save it as a file, and serve that.")
    try:
        from reader.serve import server
    except ImportError as error:
        raise SetupError("Serving needs the extra “web”.", "Install it: pip install 'onrecord[web]'") from error
    if source is not None and not fetch.is_address(source):
        fetch.load(source)  # what is not there is told now, not in a browser
    server.run(source, port)


def show() -> None:
    """Run one screen for the server: what each browser window gets a process of."""
    from reader import ui
    from reader.settings import config as settings

    threading.Thread(target=_end_with_the_server, daemon=True).start()
    config, warnings = settings.load()
    ui.run(sys.argv[1] if len(sys.argv) > 1 else None, config, warnings=warnings, in_browser=True)


def _end_with_the_server() -> None:
    # Textual goes on without its input. A server that was killed would leave its screens running for ever.
    pipe = select.poll()
    pipe.register(0, select.POLLHUP)
    pipe.poll()
    os.kill(os.getpid(), signal.SIGTERM)

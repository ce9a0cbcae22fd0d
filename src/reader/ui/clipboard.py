"""The way to the clipboard: by the terminal, also over SSH, and by the desktop of this machine."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial

from textual.app import App


def put(app: App[None], text: str, environment: Mapping[str, str]) -> None:
    """Put a text on the clipboard of whoever sits before the screen."""
    # OSC 52: nothing says whether the terminal took it, and Apple's does not.
    app.copy_to_clipboard(text)
    if has_desktop(environment, sys.platform):
        app.run_worker(partial(_put_by_desktop, text), thread=True, group="clipboard", exclusive=True)


def has_desktop(environment: Mapping[str, str], platform: str) -> bool:
    """Whether this machine's own clipboard is the reader's: not over SSH, not in a browser, not without a desktop."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY") or environment.get("TEXTUAL_DRIVER"):
        return False
    graphical = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(graphical) or platform in ("darwin", "win32")


def _put_by_desktop(text: str) -> None:
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        # No xclip, xsel or wl-copy: the terminal's way is the only one here.
        return

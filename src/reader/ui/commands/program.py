"""The program as a whole: theme, help, palette, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from reader.ui.app import OnRecord


def next_theme(app: OnRecord) -> None:
    """Change to the next theme, and remember it."""
    app.use_next_theme()


def choose_theme(app: OnRecord) -> None:
    """Choose a theme from a list."""
    app.choose_theme()


def show_help(app: OnRecord) -> None:
    """Show every key."""
    app.show_help()


def show_palette(app: App[None]) -> None:
    """Search the commands by name."""
    app.action_command_palette()


def leave(app: App[None]) -> None:
    """End the program."""
    app.exit()

"""The program as a whole: another article and back, theme, help, palette, the end."""

from __future__ import annotations

from typing import Protocol


class Program(Protocol):
    """What belongs to no single screen."""

    def ask_for_source(self) -> None:
        """Ask for something to open; what is on the screen stays until it is there."""

    def close_front(self) -> None:
        """Leave the screen in front for the one under it; the last one ends the program."""

    def exit(self) -> None:
        """End the program."""

    def use_next_theme(self) -> None:
        """Change to the next theme, and remember it."""

    def choose_theme(self) -> None:
        """Let the reader choose a theme, the screen showing each one they are at."""

    def show_help(self) -> None:
        """Show every key."""

    def action_command_palette(self) -> None:
        """Search the commands by name."""


def open_another(program: Program) -> None:
    """Open another article."""
    program.ask_for_source()


def close(program: Program) -> None:
    """Leave what is in front."""
    program.close_front()


def leave(program: Program) -> None:
    """End the program."""
    program.exit()


def next_theme(program: Program) -> None:
    """Change to the next theme, and remember it."""
    program.use_next_theme()


def choose_theme(program: Program) -> None:
    """Choose a theme from a list."""
    program.choose_theme()


def show_help(program: Program) -> None:
    """Show every key."""
    program.show_help()


def show_palette(program: Program) -> None:
    """Search the commands by name."""
    program.action_command_palette()

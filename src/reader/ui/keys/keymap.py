"""The command table with the keys that hold in this run: bindings, and how keys are told to the reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.binding import Binding, BindingsMap

from reader.ui.keys.command import WINDOWS, Command, Scope, Sections, commands_of
from reader.ui.keys.names import label


class Hint(NamedTuple):
    """A command as a footer tells it: its first key, a word for it, and Textual's action."""

    key: str
    word: str
    action: str


class Keymap:
    """Which key does what, on which screen.

    Args:
        sections: the command table, with the reader's own keys.
    """

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self._by_id = {command.id: command for command in commands_of(sections)}

    def bind(self, bindings: BindingsMap, scope: Scope) -> None:
        """Give a screen, or the app, the keys of its commands in the place of those that Textual gives it."""
        for key, binding in BindingsMap(self._bindings(scope)):
            bindings.key_to_bindings[key] = [binding]

    def _bindings(self, scope: Scope) -> Iterator[Binding]:
        for command in self._by_id.values():
            if scope in command.acts:
                for key, argument in arguments_of(command):
                    # Textual parts keys at commas.
                    key = key.replace(",", "comma")
                    action = command.action(scope, argument)
                    yield Binding(key, action, command.description, show=False, id=f"{command.id}_{key}")

    def run(self, command_id: str, argument: str, scope: Scope, screen: object) -> None:
        """Do what a command does in a scope, to a screen of that scope."""
        command = self._by_id[command_id]
        command.acts[scope](screen, *([argument] if command.arguments else []))

    def of(self, scope: Scope) -> Sections:
        """What can be done on a screen: its own commands, those that hold everywhere, and those of its windows."""
        own = {scope, "everywhere", *(WINDOWS if scope == "article" else ())}
        shown = {
            name: tuple(command for command in section if own & set(command.acts))
            for name, section in self.sections.items()
        }
        return {name: section for name, section in shown.items() if section}

    def label(self, command_id: str) -> str:
        """The first key of a command as a reader knows it; "" where it has none."""
        return next(iter(key_labels(self._by_id[command_id])), "")

    def hints(self, scope: Scope, words: Mapping[str, str]) -> list[Hint]:
        """Commands as a footer tells them, in the order of the words; those without a key are left out."""
        hints = []
        for command_id, word in words.items():
            command = self._by_id[command_id]
            # Where a line takes what is typed, a letter is no key.
            keys = [key for key in key_labels(command) if scope != "prompt" or len(key) > 1 or not key.isascii()]
            hints += [Hint(key, word, command.action(scope)) for key in keys[:1]]
        return hints


def arguments_of(command: Command) -> list[tuple[str, str]]:
    """The keys of a command, each with what the command is called with."""
    keys = command.keys.split()
    arguments = command.arguments.split() or [""] * len(keys)
    return list(zip(keys, arguments, strict=False))


def key_labels(command: Command) -> list[str]:
    """The command's keys as a reader knows them: "j" and "↓", or "1–9"."""
    keys = command.keys.split()
    if command.arguments and command.keys == command.arguments:
        return [f"{keys[0]}–{keys[-1]}"]
    return [label(key) for key in keys]


def in_one_line(hints: Sequence[Hint]) -> str:
    """Hints as the frame of a window tells them: "Enter chooses · Esc closes"."""
    return " · ".join(f"{hint.key} {hint.word}" for hint in hints)

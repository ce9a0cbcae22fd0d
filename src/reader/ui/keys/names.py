"""The names of keys: as people write them, as Textual calls them, and as they are shown. Pure.

The reader's own keys are laid over the command table here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.settings.config import did_you_mean
from reader.ui.keys.command import Command, Sections

# Textual's names and what is shown of them.
_LABELS = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
_MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
# How else people write them, in small letters without spaces.
_ALSO = {
    "esc": "escape",
    "return": "enter",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "pgup": "pageup",
    "del": "delete",
    "ins": "insert",
    "spacebar": "space",
    "comma": ",",
    "control": "ctrl",
    "option": "alt",
    **{label: name for name, label in _LABELS.items() if not label.isascii()},
}
# What a terminal sends for these is the other key.
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape", "ctrl+h": "backspace"}

SETS: Mapping[str, Mapping[str, str | Sequence[str]]] = {
    # Of newsboat 2.x: what differs from our table. A key has one command, so that of "next match" gives way.
    "newsboat": {
        "next": "F3",
        "previous": "Shift+F3",
        "previous_actor": "(",
        "next_unread": ["n", "J"],
        "turn_read": ["N", "M"],
        "read_all": ["A", "C"],
        "tag": ["Ctrl+T", "#"],
    },
}
"""The keys of other readers, by the reader's name."""


def named(written: str) -> str | None:
    """Textual's name of a key as people write it: "Ctrl+N", "PgDn", "shift-tab", "?"; None when no key is called so.

    A capital letter is another key than the small one, and "Shift+G" is "G". Other modifiers make case count for
    nothing.
    """
    if len(written) == 1:
        return "space" if written == " " else _ALSO.get(written, written) if written.isprintable() else None
    *before, base = _parts(written.strip())
    modifiers = {_ALSO.get(each.lower(), each.lower()) for each in before}
    key = base if len(base) == 1 else base.lower().replace(" ", "").replace("_", "")
    key = _ALSO.get(key, key)
    if len(modifiers) < len(before) or modifiers - set(_MODIFIERS) or not (key in _LABELS or _is_typed(key)):
        return None
    if modifiers and len(key) == 1:
        # What Shift makes of other keys is the keyboard's affair, and most of them terminals do not send with Ctrl.
        if modifiers == {"shift"} or not key.isalnum():
            return key.upper() if key.isalpha() else None
        key = key.lower()
    name = "+".join([*(each for each in _MODIFIERS if each in modifiers), key])
    return _SAME.get(name, name)


def _parts(written: str) -> list[str]:
    """Part "Ctrl+N" at the plus, or "shift-tab" at the hyphen; of "Ctrl++" the last plus is the key."""
    mark = "+" if "+" in written[:-1] else "-" if "-" in written[:-1] else None
    if mark is None:
        return [written]
    before, _, base = written[:-1].rpartition(mark)
    return [*before.split(mark), base + written[-1]]


def _is_typed(key: str) -> bool:
    return len(key) == 1 and key.isprintable() and not key.isspace()


def label(key: str) -> str:
    """A key as it is shown: "Ctrl+P", "PgDn", "↓", "j"."""
    *modifiers, base = _parts(key) if len(key) > 1 else [key]
    shown = _LABELS.get(base, base.upper() if modifiers and len(base) == 1 else base)
    return "+".join([*(_MODIFIERS[each] for each in modifiers), shown])


def with_own(sections: Sections, wanted: Mapping[str, str | Sequence[str]] | str) -> tuple[Sections, list[str]]:
    """Give commands the keys that the reader wants.

    A key that is no key, and a command that asks for a key of another, are reported; such a command keeps its own
    keys, as far as nobody else has got them. An empty list takes a command's keys away.

    Args:
        sections: the command table.
        wanted: the keys as people write them, by command id; or the name of one of the `SETS`.

    Returns:
        The table with these keys, and one sentence for each fault.
    """
    wanted = SETS[wanted] if isinstance(wanted, str) else wanted
    commands = {command.id: command for section in sections.values() for command in section}
    asked: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for command_id, keys in wanted.items():
        if command_id not in commands:
            faults.append(f"[keys]: there is no command {command_id!r}.{did_you_mean(command_id, commands)}")
            continue
        written = [keys] if isinstance(keys, str) else keys
        found = {each: named(each) for each in written}
        wrong = [each for each, key in found.items() if key is None]
        if wrong:
            faults.append(f"[keys]: {command_id}: no key is called {wrong[0]!r}. {_kept(commands[command_id])}")
        else:
            asked[command_id] = tuple(dict.fromkeys(key for key in found.values() if key))
    given = _without_clashes(commands, asked, faults)
    return {
        name: tuple(command._replace(keys=" ".join(given[command.id])) for command in section)
        for name, section in sections.items()
    }, faults


def _without_clashes(
    commands: Mapping[str, Command], asked: Mapping[str, tuple[str, ...]], faults: list[str]
) -> dict[str, tuple[str, ...]]:
    """The keys of every command; of two that ask for one key the first has it, and faults tell of the other."""
    given = {command.id: tuple(command.keys.split()) for command in commands.values() if command.id not in asked}
    holders = {key: command_id for command_id, keys in given.items() for key in keys}
    for command_id, keys in asked.items():
        taken = next((key for key in keys if key in holders), None)
        if taken is not None:
            faults.append(
                f"[keys]: {label(taken)} is asked for by {command_id} ({commands[command_id].description}), "
                f"but belongs to {holders[taken]} ({commands[holders[taken]].description}). "
                + _kept(commands[command_id])
            )
            keys = tuple(key for key in commands[command_id].keys.split() if key not in holders)
        given[command_id] = keys
        holders.update(dict.fromkeys(keys, command_id))
    return given


def _kept(command: Command) -> str:
    return f"{command.id} keeps {' '.join(label(key) for key in command.keys.split()) or 'no key'}."

"""Every command of the screen, in one table.

Bindings, help, palette, footer and the README's key table are made from it.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType


class Command(NamedTuple):
    """One thing the reader can ask for.

    `keys` are Textual's names, parted by spaces. `action` is run on the article's screen, or on the app when it starts
    with "app."; with "{key}" in it, it is told the key pressed.
    """

    id: str
    keys: str
    action: str
    description: str

    @property
    def takes_key(self) -> bool:
        """Whether the command does another thing with each of its keys."""
        return "{key}" in self.action

    @property
    def is_for_app(self) -> bool:
        """Whether the command holds on every screen."""
        return self.action.startswith("app.")


SECTIONS: dict[str, tuple[Command, ...]] = {
    "Moving": (
        Command("scroll_down", "j down", "line(1)", "Down a line; in a list, to the next item"),
        Command("scroll_up", "k up", "line(-1)", "Up a line; in a list, to the previous item"),
        Command("page_down", "space pagedown", "page(1)", "Down a page"),
        Command("page_up", "b pageup", "page(-1)", "Up a page"),
        Command("top", "g home", "end(-1)", "To the top"),
        Command("bottom", "G end", "end(1)", "To the end"),
        Command("next_pane", "tab", "pane(1)", "To the next pane: article, quotes, actors"),
        Command("previous_pane", "shift+tab", "pane(-1)", "To the pane before"),
        Command("go_to_place", "enter", "go_to_place", "From a list to where the item stands in the article"),
        Command("key_point", "1 2 3 4 5 6 7 8 9", "key_point({key})", "To a key point in the article"),
    ),
    "Quotes and people": (
        Command("next_quote", "]", "quote(1)", "Next quote"),
        Command("previous_quote", "[", "quote(-1)", "Previous quote"),
        Command("next_same_speaker", "}", "same_speaker(1)", "Next quote of the same speaker"),
        Command("previous_same_speaker", "{", "same_speaker(-1)", "Previous quote of the same speaker"),
        Command("next_actor", "a )", "actor(1)", "Next actor of the list"),
        Command("previous_actor", "A (", "actor(-1)", "Previous actor of the list"),
    ),
    "Finding": (
        Command("find", "/", "find", "Find in the article; a capital letter makes case count"),
        Command("next", "n", "step(1)", "Next match; next quote when nothing is searched"),
        Command("previous", "N", "step(-1)", "Previous match, or quote"),
        Command("leave", "escape", "leave", "End the search; back to the article; let go of the quote"),
    ),
    "Keeping": (
        Command("save", "s", "save", "Save a Markdown note of the article"),
        Command("copy", "y", "copy", "Copy the quote with its speaker, the headline and the link"),
        Command("browser", "o", "browser", "Open the article in the browser"),
        Command("retry", "r", "retry", "Try again after an error"),
    ),
    "Program": (
        Command("theme", "t", "app.next_theme", "Next theme"),
        Command("help", "?", "app.help", "Show every key"),
        Command("command_palette", "ctrl+p", "app.command_palette", "Search all commands by name"),
        Command("quit", "q", "app.quit", "Quit"),
    ),
}

COMMANDS: tuple[Command, ...] = tuple(command for section in SECTIONS.values() for command in section)

# The footer's commands and what it calls them, the most needed first: it shows as many as fit.
_FOOTER = {
    "next_quote": "next quote",
    "next_pane": "panes",
    "find": "find",
    "save": "save",
    "help": "help",
    "quit": "quit",
    "next_same_speaker": "same speaker",
    "next_actor": "actors",
    "copy": "copy",
    "browser": "browser",
    "theme": "theme",
}

_LABELS = {
    "down": "↓",
    "up": "↑",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "enter": "Enter",
    "escape": "Esc",
    "ctrl+p": "Ctrl+P",
}


def article_bindings() -> list[BindingType]:
    """The bindings of the article's screen."""
    return [binding for command in COMMANDS if not command.is_for_app for binding in _bindings(command)]


def app_bindings() -> list[BindingType]:
    """The bindings that hold on every screen."""
    return [binding for command in COMMANDS if command.is_for_app for binding in _bindings(command)]


def _bindings(command: Command) -> list[Binding]:
    # A binding without an id could not be given another key later, and would vanish in a clash.
    return [
        Binding(
            key,
            command.action.format(key=key),
            command.description,
            show=False,
            id=f"{command.id}_{key}" if command.takes_key else command.id,
        )
        for key in command.keys.split()
    ]


def key_labels(command: Command) -> list[str]:
    """The command's keys as a reader knows them: "j" and "↓", or "1–9"."""
    keys = command.keys.split()
    if command.takes_key:
        return [f"{keys[0]}–{keys[-1]}"]
    return [_LABELS.get(key, key) for key in keys]


def footer() -> list[tuple[Command, str, str]]:
    """The footer's commands, the most needed first, each with its key and the word for it."""
    by_id = {command.id: command for command in COMMANDS}
    return [(by_id[name], key_labels(by_id[name])[0], word) for name, word in _FOOTER.items()]


def markdown_table() -> str:
    """The key table of the README."""
    rows = [
        f"| {' '.join(f'`{label}`' for label in key_labels(command))} | {command.description} |" for command in COMMANDS
    ]
    return "\n".join(["| keys | |", "|---|---|", *rows])

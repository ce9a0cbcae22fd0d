"""What the footers say: in each pane of the article, on each other screen, and in the frames of the windows.

Commands by their names, each with the word for it; the most needed first, for a footer shows as many as fit.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.ui.attention.panes import Pane
from reader.ui.keys.command import Scope

Words = Mapping[str, str]

# What one day of reading takes, as help says it first.
DAILY = (
    "scroll_down",
    "scroll_up",
    "page_down",
    "page_up",
    "next_quote",
    "previous_quote",
    "next_same_speaker",
    "next_pane",
    "choose",
    "find",
    "next",
    "previous",
    "leave",
    "save",
    "copy",
    "open",
    "help",
    "close",
)
_ALWAYS = {"help": "help", "close": "quit"}
_ARTICLE = {
    "next_quote": "next quote",
    "next_pane": "panes",
    "find": "find",
    "save": "save",
    **_ALWAYS,
    "open": "open another",
    "alone": "one speaker",
    "dim": "dim",
    "next_same_speaker": "same speaker",
    "next_actor": "actors",
    "copy": "copy",
    "toggle_sidebar": "sidebar",
    "filter": "filter",
    "check": "check",
    "theme": "theme",
    "browser": "browser",
}
_LIST = {
    "choose": "to its place",
    "next_pane": "panes",
    **_ALWAYS,
    "leave": "article",
    "find": "find",
    "wider_sidebar": "wider",
    "toggle_sidebar": "hide",
    "theme": "theme",
}
_ACTORS = {
    "choose": "to its place",
    "next_pane": "panes",
    **_ALWAYS,
    "alone": "one speaker",
    **_LIST,
}
_QUOTES = {"choose": "to its place", "filter": "filter", "check": "check", **_ACTORS, "copy": "copy"}
_PANES: dict[Pane, Words] = {"article": _ARTICLE, "quotes": _QUOTES, "actors": _ACTORS}
_SCREENS: dict[Scope, Words] = {
    "listing": {
        "choose": "open",
        "find": "filter",
        **_ALWAYS,
        "open": "open another",
        "browser": "browser",
        "theme": "theme",
    },
    "home": {
        "choose": "open",
        "next_unread": "next unread",
        "find": "filter",
        "next_pane": "panes",
        **_ALWAYS,
        "reload": "reload",
        "star": "star",
        "tag": "tag",
        "turn_read": "read",
        "read_all": "all read",
        "undo": "undo",
        "toggle_sidebar": "places",
        "keep_filter": "keep filter",
        "open": "open another",
        "browser": "browser",
    },
    "page": {"choose": "open", **_ALWAYS, "theme": "theme"},
    "person": {
        "choose": "open",
        "one": "the same one",
        "apart": "not the same",
        "undo": "take back",
        **_ALWAYS,
        "dismiss": "nobody",
        "theme": "theme",
    },
    "opening": {"open": "open another", **_ALWAYS, "theme": "theme"},
    "prompt": {"scroll_down": "the list", "leave": "closes"},
    "filter": {"choose": "one", "mark": "several", "clear": "all", "leave": "closes"},
    "copy": {"leave": "closes"},
    "themes": {"choose": "keeps", "leave": "goes back"},
    "help": {"scroll_down": "on", "scroll_up": "back", "leave": "closes"},
    "image": {"leave": "closes"},
    "evidence": {"choose": "decides", "page_down": "reads on", "leave": "closes"},
    "extent": {
        "edge": "→ an end",
        "next_pane": "the other",
        "choose": "keeps",
        "leave": "leaves",
    },
}
# What closing is called on a screen that lies over another.
_BACK = {"close": "back"}


def of_pane(pane: Pane, *, is_first: bool) -> Words:
    """The footer of an article while the keys go to a pane; the first screen has none under it to go back to."""
    return _named(_PANES.get(pane, _LIST), is_first=is_first)


def of_screen(scope: Scope, *, is_first: bool = True) -> Words:
    """The footer of any other screen, or of a window."""
    return _named(_SCREENS[scope], is_first=is_first)


def _named(words: Words, *, is_first: bool) -> Words:
    return words if is_first else {**words, **{name: word for name, word in _BACK.items() if name in words}}

"""Quotes and people: from quote to quote, speaker to speaker, actor to actor; and which quotes are listed."""

from __future__ import annotations

from typing import Protocol

from reader.ui.attention.quote_filter import facets
from reader.ui.commands.desk import Closes, Desk
from reader.ui.commands.focusing import FocusDesk
from reader.ui.windows.filter import FilterWindow


class Chooser(Closes, Protocol):
    """A list of which several items can be taken at once."""

    def mark(self) -> None:
        """Take the item that the reader is at too, or no longer."""

    def clear(self) -> None:
        """Take none."""


def quote(desk: FocusDesk, direction: int) -> None:
    """To the next or the previous quote; of the speaker whose words are shown alone."""
    if desk.focus_on.alone is not None:
        same_speaker(desk, direction)
        return
    desk.show_list("quotes")
    desk.go(desk.current.next_quote(direction, desk.in_sight))


def same_speaker(desk: Desk, direction: int) -> None:
    """To this speaker's next or previous quote."""
    desk.show_list("quotes")
    desk.go(desk.current.next_of_speaker(direction, desk.in_sight))


def actor(desk: Desk, direction: int) -> None:
    """To the next or the previous actor of the list."""
    desk.show_list("actors")
    desk.go(desk.current.next_actor(direction))


def denied(desk: Desk) -> None:
    """To the quote that the current one denies."""
    denied = desk.current.denied()
    if denied is None:
        desk.say("This quote denies no other." if desk.current.quote else "Choose a quote first.")
        return
    desk.show_list("quotes")
    desk.go(denied)


def choose_filter(desk: FocusDesk) -> None:
    """Ask which quotes to list."""
    offered = facets(desk.current.analysis)
    if not offered:
        desk.say("There are no quotes to choose from.")
        return
    desk.show_list("quotes")
    desk.ask(lambda keymap, inks: FilterWindow(keymap, inks, offered, desk.filter, desk.use_filter))


def mark(chooser: Chooser) -> None:
    """Choose what the reader is at too, or no longer."""
    chooser.mark()


def clear(chooser: Chooser) -> None:
    """List all quotes again."""
    chooser.clear()
    chooser.close()

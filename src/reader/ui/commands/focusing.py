"""Looking at the quotes alone, at the words of one speaker, or at some of the quotes."""

from __future__ import annotations

from typing import Protocol

from reader.ui.attention.focus import Focus
from reader.ui.attention.quote_filter import Filter
from reader.ui.commands.desk import Desk


class FocusDesk(Desk, Protocol):
    """An article of which some can be out of sight."""

    @property
    def focus_on(self) -> Focus:
        """What is left to see of the text."""

    @property
    def filter(self) -> Filter:
        """Which quotes are listed."""

    def use_focus(self, focus: Focus) -> None:
        """Take what is not looked at out of sight, or bring it back; the reader's place is kept."""

    def use_filter(self, criteria: Filter) -> None:
        """List, and step through, only the quotes that meet some criteria."""


def dim(desk: FocusDesk) -> None:
    """Dim everything but the quotes, or nothing again."""
    desk.show_pane("article")
    desk.use_focus(desk.focus_on._replace(dims=not desk.focus_on.dims))


def alone(desk: FocusDesk) -> None:
    """Show the current speaker's words alone, or all again."""
    desk.show_pane("article")
    actor = desk.current.actor
    if desk.focus_on.alone is not None:
        end_alone(desk)
    elif actor is None:
        desk.say("Choose a speaker first: ] goes to the next quote, a to the next actor.")
    elif not any(quote.speaker == actor.id for quote in desk.current.analysis.quotes):
        desk.say(f"No words of {actor.name} are in this article.")
    else:
        desk.use_focus(desk.focus_on._replace(alone=actor.id, with_context=False))


def context(desk: FocusDesk) -> None:
    """Show the sentences around a speaker's words, or the words alone again."""
    if desk.focus_on.alone is None:
        desk.say("e shows a speaker's words alone; c then adds what is around them.")
    else:
        desk.use_focus(desk.focus_on._replace(with_context=not desk.focus_on.with_context))


def end_alone(desk: FocusDesk) -> None:
    """Show the whole text again, if one speaker's words are shown alone."""
    desk.use_focus(desk.focus_on._replace(alone=None, with_context=False))

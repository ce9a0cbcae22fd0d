"""Finding words in the article or among headlines, and going from match to match."""

from __future__ import annotations

from typing import Protocol

from reader.ui.commands import quotes
from reader.ui.commands.focusing import FocusDesk


class SearchDesk(FocusDesk, Protocol):
    """An article in which words are found."""

    @property
    def is_searching(self) -> bool:
        """Whether something is searched for."""

    def ask_for_words(self) -> None:
        """Ask for words to find."""

    def step_match(self, direction: int) -> None:
        """To the next or the previous match."""


class Searches(Protocol):
    """A list of headlines in which words are found."""

    def ask_for_words(self) -> None:
        """Ask for words that the headlines shown must have."""


def find(view: Searches) -> None:
    """Ask for words to find."""
    view.ask_for_words()


def step(desk: SearchDesk, direction: int) -> None:
    """To the next or the previous match while something is searched, else quote."""
    if desk.is_searching:
        desk.step_match(direction)
    else:
        quotes.quote(desk, direction)

"""Finding words in the article or among headlines, and letting go of what is current."""

from __future__ import annotations

from typing import Protocol

from reader.ui.attention.quote_filter import NO_FILTER
from reader.ui.commands import focusing, quotes
from reader.ui.commands.desk import Closes
from reader.ui.commands.focusing import FocusDesk


class SearchDesk(FocusDesk, Protocol):
    """An article in which words are found, and where one thing after another can be let go."""

    @property
    def is_searching(self) -> bool:
        """Whether something is searched for."""

    @property
    def is_listed(self) -> bool:
        """Whether it was chosen from a list of articles, which lies under it."""

    def ask_for_words(self) -> None:
        """Ask for words to find."""

    def step_match(self, direction: int) -> None:
        """To the next or the previous match."""

    def let_go(self) -> bool:
        """Let go of a selection, the numbers of links, or the search; whether there was any of them."""

    def stop(self) -> bool:
        """Stop what is being fetched or analysed; whether anything was."""


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


def leave(desk: SearchDesk) -> None:
    """Leave the innermost thing: a selection, the links, a search, a list, words shown alone, work, what is current."""
    if desk.let_go():
        return
    if desk.filter:
        desk.use_filter(NO_FILTER)
    elif desk.pane != "article":
        desk.show_pane("article")
    elif desk.focus_on.alone is not None:
        focusing.end_alone(desk)
    elif desk.stop():
        return
    elif desk.is_listed and desk.current == desk.current.let_go():
        desk.close()
    else:
        desk.go(desk.current.let_go())


def close(view: Closes) -> None:
    """Leave a window, or what is asked for."""
    view.close()

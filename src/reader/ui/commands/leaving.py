"""Leaving: the innermost thing of an article, and whatever stands in front."""

from __future__ import annotations

from typing import Protocol

from reader.ui.attention.quote_filter import NO_FILTER
from reader.ui.commands import focusing
from reader.ui.commands.desk import Closes
from reader.ui.commands.focusing import FocusDesk


class LeavingDesk(FocusDesk, Protocol):
    """An article of which one thing after another can be let go."""

    @property
    def is_listed(self) -> bool:
        """Whether it was chosen from a list of articles, which lies under it."""

    def let_go(self) -> bool:
        """Let go of a selection, the numbers of links, or the search; whether there was any of them."""

    def stop(self) -> bool:
        """Stop what is being fetched or analysed; whether anything was."""


def leave(desk: LeavingDesk) -> None:
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

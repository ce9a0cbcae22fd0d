"""Checking a quote, and mending it: its evidence, what the reader decides of it, and taking that back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from reader.analysis.corrections import correction
from reader.model import Correction, Quote, Reading, Span
from reader.text.safe import on_one_line
from reader.ui.attention.extent import Extent
from reader.ui.attention.navigation import actors_by_quotes
from reader.ui.commands.desk import Desk
from reader.ui.rows.evidence import chance, evidence
from reader.ui.windows.evidence import Choice, EvidenceWindow
from reader.ui.windows.extent import ExtentWindow
from reader.ui.windows.name import NameWindow


class MendingDesk(Desk, Protocol):
    """An article whose quotes the reader decides of."""

    def correct(self, decided: Correction) -> None:
        """Lay a decision over what was found, and keep it."""

    def undo(self) -> bool:
        """Take back what was done last of the article; whether there is anything."""


class Edges(Protocol):
    """A stretch of the text whose ends can be moved."""

    def step(self, direction: int) -> None:
        """Move one end by a word."""

    def turn(self) -> None:
        """Move the other end from now on."""


def check(desk: MendingDesk) -> None:
    """Show what the current quote rests on, and ask what the reader decides."""
    quote, index = desk.current.quote, desk.current.quote_index
    if quote is None or index is None:
        desk.say("Choose a quote first: ] goes to the next one.")
        return
    reading = desk.reading
    title = f"quote {index + 1}/{len(reading.analysis.quotes)}"
    make = partial(
        EvidenceWindow,
        title=title,
        evidence=tuple(evidence(reading, quote)),
        choices=tuple(_choices(reading, quote)),
    )
    desk.ask(make, lambda choice: _take(desk, quote, choice) if choice else None)


def _choices(reading: Reading, quote: Quote) -> Iterator[Choice]:
    names = {actor.id: actor.name for actor in reading.analysis.actors}
    speaker = names.get(quote.speaker or "")
    right = f"right: {on_one_line(speaker)} said it" if speaker else "right: nobody is named who said it"
    yield Choice("right", right, speaker, is_there=speaker is not None)
    yield Choice("wrong", "wrong: who said it is not known")
    yield Choice("somebody else", "somebody else said it …")
    yield Choice("none", "no quote")
    yield Choice("other words", "a quote, but of other words …")
    for one in quote.others:
        if one.actor in names:
            yield Choice("given", f"{on_one_line(names[one.actor])} said it  {chance(one.chance)}", names[one.actor])


def _take(desk: MendingDesk, quote: Quote, choice: Choice) -> None:
    """Do what was chosen: decide, or ask on."""
    text = desk.reading.article.text
    if choice.answer == "somebody else":
        names = [actor.name for actor in actors_by_quotes(desk.reading.analysis) if actor.id != quote.speaker]
        desk.ask(partial(NameWindow, names=names), lambda name: _give(desk, quote, name) if name else None)
    elif choice.answer == "other words":
        make = partial(ExtentWindow, text=text, extent=Extent(quote.start, quote.end))
        desk.ask(make, lambda words: _set_words(desk, quote, words) if words else None)
    elif choice.answer == "given":
        assert choice.name is not None
        _give(desk, quote, choice.name)
    else:
        desk.correct(correction(text, quote, choice.answer, speaker=choice.name))


def _give(desk: MendingDesk, quote: Quote, name: str) -> None:
    desk.correct(correction(desk.reading.article.text, quote, "given", speaker=name))


def _set_words(desk: MendingDesk, quote: Quote, words: Span) -> None:
    if (words.start, words.end) != (quote.start, quote.end):
        desk.correct(correction(desk.reading.article.text, quote, "extent", words=words))


def undo(desk: MendingDesk) -> None:
    """Take back what was done last of this article: a decision, a mark, a note."""
    if not desk.undo():
        desk.say("There is nothing to take back: you have marked and decided nothing here.")


def step(edges: Edges, direction: str) -> None:
    """Move one end of the words: "1" is on, "-1" back."""
    edges.step(int(direction))


def turn(edges: Edges) -> None:
    """Move the other end of the words."""
    edges.turn()

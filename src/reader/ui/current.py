"""What the reader is at: a quote, an actor, a key point, or nothing. Pure: every move gives a new value."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import Actor, Analysis, Excerpt, Quote, Span
from reader.ui import navigation


class Current(NamedTuple):
    """The current quote or key point, by its place in the analysis, and the current actor, by id.

    With a quote, the actor is its speaker, if it has one.
    """

    analysis: Analysis = Analysis()
    quote_index: int | None = None
    actor_id: str | None = None
    point_index: int | None = None

    @property
    def quote(self) -> Quote | None:
        """The current quote."""
        return None if self.quote_index is None else self.analysis.quotes[self.quote_index]

    @property
    def actor(self) -> Actor | None:
        """The current speaker, or the actor chosen without a quote."""
        return next((actor for actor in self.analysis.actors if actor.id == self.actor_id), None)

    @property
    def mentions(self) -> tuple[Excerpt, ...]:
        """Where the current actor is mentioned."""
        return self.actor.mentions if self.actor else ()

    @property
    def marked(self) -> Span | None:
        """The current quote or key point."""
        return self.quote if self.point_index is None else self.analysis.key_points[self.point_index]

    @property
    def place(self) -> Span | None:
        """Where the current quote or key point stands, or where the current actor is met first."""
        if self.marked is not None or self.actor is None:
            return self.marked
        return navigation.first_place(self.analysis, self.actor)

    @property
    def label(self) -> str:
        """What the status says of it: "quote 2/7 · Ines Calder"; "" when nothing is current."""
        if self.point_index is not None:
            return f"key point {self.point_index + 1}/{len(self.analysis.key_points)}"
        name = self.actor.name if self.actor else ""
        if self.quote_index is not None:
            return " · ".join(
                part for part in (f"quote {self.quote_index + 1}/{len(self.analysis.quotes)}", name) if part
            )
        if self.actor is None:
            return ""
        order = self._order()
        return f"actor {order.index(self.actor.id) + 1}/{len(order)} · {name}"

    def let_go(self) -> Current:
        """Nothing is current."""
        return Current(self.analysis)

    def at_quote(self, index: int) -> Current:
        """At a quote."""
        return Current(self.analysis, index, self.analysis.quotes[index].speaker)

    def at_actor(self, actor_id: str) -> Current:
        """At an actor."""
        return Current(self.analysis, None, actor_id)

    def at_point(self, number: int) -> Current:
        """At a key point, numbered from 1; where this is, when there is no such point."""
        if number > len(self.analysis.key_points):
            return self
        return Current(self.analysis, point_index=number - 1)

    def next_quote(self, direction: int, in_sight: tuple[int, int]) -> Current:
        """At the next or the previous quote, seen from what is on the screen; see `navigation.step`."""
        index = navigation.step(self.analysis.quotes, self.quote_index, direction, in_sight)
        return self if index is None else self.at_quote(index)

    def next_of_speaker(self, direction: int, in_sight: tuple[int, int]) -> Current:
        """At the speaker's next or previous quote; at anybody's while nobody is current."""
        if self.quote_index is None and self.actor_id is None:
            return self.next_quote(direction, in_sight)
        index = navigation.step_same_speaker(self.analysis.quotes, self.quote_index, self.actor_id, direction)
        return self if index is None else self.at_quote(index)

    def next_actor(self, direction: int) -> Current:
        """At the next or the previous actor of the list, which goes round."""
        order = self._order()
        if not order:
            return self
        before_first = -1 if direction > 0 else 0
        at = order.index(self.actor_id) if self.actor_id in order else before_first
        return self.at_actor(order[(at + direction) % len(order)])

    def _order(self) -> list[str]:
        return [actor.id for actor in navigation.actors_by_quotes(self.analysis)]

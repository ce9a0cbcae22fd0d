"""What the reader is at: a quote, an actor, a key point, or nothing. Pure: every move gives a new value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.model import Actor, Analysis, Excerpt, Quote, Span
from reader.render.facts import event_sentences, figure_sentences
from reader.ui.attention import navigation


class Target(NamedTuple):
    """Something that stands in the article and in a list, by its place in the analysis; an "item" is one of a page."""

    kind: Literal["quote", "actor", "place", "event", "figure", "item"]
    at: int


class Current(NamedTuple):
    """The current quote or key point, by its place in the analysis, and the current actor, by id.

    With a quote, the actor is its speaker, if it has one. `other` is the current place, event or figure. `listed` are
    the quotes that a filter leaves in the list, None where there is no filter: what is listed is what is stepped
    through.
    """

    analysis: Analysis = Analysis()
    quote_index: int | None = None
    actor_id: str | None = None
    point_index: int | None = None
    other: Target | None = None
    listed: tuple[int, ...] | None = None

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
        """Where the current actor or place is mentioned."""
        if self.other is not None and self.other.kind == "place":
            return self.analysis.places[self.other.at].mentions
        return self.actor.mentions if self.actor else ()

    @property
    def marked(self) -> Span | None:
        """The current quote, key point, event or figure."""
        if self.point_index is not None:
            return self.analysis.key_points[self.point_index]
        if self.other is not None and self.other.kind == "event":
            return self.analysis.timeline[self.other.at]
        if self.other is not None and self.other.kind == "figure":
            return self.analysis.figures[self.other.at]
        return self.quote

    @property
    def place(self) -> Span | None:
        """Where what is marked stands, or where the current actor or place is met first."""
        if self.marked is not None:
            return self.marked
        if self.actor is None:
            return next(iter(self.mentions), None)
        return navigation.first_place(self.analysis, self.actor)

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is current, as the lists know it: with a quote also its speaker."""
        quote = [] if self.quote_index is None else [Target("quote", self.quote_index)]
        actor = [Target("actor", i) for i, actor in enumerate(self.analysis.actors) if actor.id == self.actor_id]
        return (*quote, *actor, *([self.other] if self.other else []))

    @property
    def label(self) -> str:
        """What the status says of it: "quote 2/7 · Ines Calder"; "" when nothing is current."""
        if self.point_index is not None:
            return f"key point {self.point_index + 1}/{len(self.analysis.key_points)}"
        if self.other is not None:
            return self._label_of(self.other)
        name = self.actor.name if self.actor else ""
        if self.quote_index is not None:
            return " · ".join(part for part in (self._number_of_quote(self.quote_index), name) if part)
        if self.actor is None:
            return ""
        order = self._order()
        return f"actor {order.index(self.actor.id) + 1}/{len(order)} · {name}"

    def _label_of(self, target: Target) -> str:
        if target.kind == "place":
            return f"place {target.at + 1}/{len(self.analysis.places)} · {self.analysis.places[target.at].name}"
        sentences = event_sentences(self.analysis) if target.kind == "event" else figure_sentences(self.analysis)
        number = next(number for number, group in enumerate(sentences, start=1) if target.at in group)
        return f"{target.kind} {number}/{len(sentences)}"

    def _number_of_quote(self, index: int) -> str:
        if self.listed is None:
            return f"quote {index + 1}/{len(self.analysis.quotes)}"
        if index in self.listed:
            return f"quote {self.listed.index(index) + 1}/{len(self.listed)} of those listed"
        return "a quote that is not listed"

    def let_go(self) -> Current:
        """Nothing is current."""
        return Current(self.analysis, listed=self.listed)

    def at_quote(self, index: int) -> Current:
        """At a quote."""
        return self.let_go()._replace(quote_index=index, actor_id=self.analysis.quotes[index].speaker)

    def at_actor(self, actor_id: str) -> Current:
        """At an actor."""
        return self.let_go()._replace(actor_id=actor_id)

    def at_point(self, number: int) -> Current:
        """At a key point, numbered from 1; where this is, when there is no such point."""
        if number > len(self.analysis.key_points):
            return self
        return self.let_go()._replace(point_index=number - 1)

    def at_target(self, target: Target) -> Current:
        """At an item of a list."""
        if target.kind == "quote":
            return self.at_quote(target.at)
        if target.kind == "actor":
            return self.at_actor(self.analysis.actors[target.at].id)
        return self.let_go()._replace(other=target)

    def among(self, listed: tuple[int, ...] | None) -> Current:
        """The same, with other quotes listed."""
        return self._replace(listed=listed)

    def next_quote(self, direction: int, in_sight: tuple[int, int]) -> Current:
        """At the next or the previous quote listed, seen from what is on the screen; see `navigation.step`."""
        listed = self._listed()
        at = listed.index(self.quote_index) if self.quote_index in listed else None
        index = navigation.step([self.analysis.quotes[i] for i in listed], at, direction, in_sight)
        return self if index is None else self.at_quote(listed[index])

    def next_of_speaker(self, direction: int, in_sight: tuple[int, int]) -> Current:
        """At the speaker's next or previous quote listed; at anybody's while nobody is current."""
        if self.quote_index is None and self.actor_id is None:
            return self.next_quote(direction, in_sight)
        index = navigation.step_same_speaker(
            self.analysis.quotes, self.quote_index, self.actor_id, direction, self._listed()
        )
        return self if index is None else self.at_quote(index)

    def denied(self) -> Current | None:
        """At the quote that the current one denies; None when it denies none."""
        denies = self.quote.denies if self.quote else None
        index = next((i for i, quote in enumerate(self.analysis.quotes) if quote.id == denies), None)
        return None if index is None else self.at_quote(index)

    def next_actor(self, direction: int) -> Current:
        """At the next or the previous actor of the list, which goes round."""
        order = self._order()
        if not order:
            return self
        before_first = -1 if direction > 0 else 0
        at = order.index(self.actor_id) if self.actor_id in order else before_first
        return self.at_actor(order[(at + direction) % len(order)])

    def _listed(self) -> Sequence[int]:
        return range(len(self.analysis.quotes)) if self.listed is None else self.listed

    def _order(self) -> list[str]:
        return [actor.id for actor in navigation.actors_by_quotes(self.analysis)]

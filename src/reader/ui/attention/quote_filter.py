"""Which quotes the list shows: by speaker, kind, speech act, or unnamed sources only. Pure.

A filter is a set of criteria. A quote is listed when, for every aspect that the filter has criteria of, one of them
is true of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reader.model import Actor, Analysis, Quote
from reader.text.safe import on_one_line
from reader.ui.attention.navigation import actors_by_quotes

Aspect = Literal["speaker", "kind", "speech act", "source"]
_KINDS = ("direct", "mixed", "indirect")


class Criterion(NamedTuple):
    """One thing that can be true of a quote: its speaker's id, its kind, its speech act, or "unnamed"."""

    aspect: Aspect
    value: str


Filter = frozenset[Criterion]
NO_FILTER: Filter = frozenset()


class Facet(NamedTuple):
    """A criterion to choose: how it is called in the chooser and beside the list, and of how many quotes it is true."""

    criterion: Criterion
    label: str
    short: str
    quotes: int


def true_of(quote: Quote, unnamed: frozenset[str]) -> Iterator[Criterion]:
    """All criteria that are true of a quote; `unnamed` are the ids of the unnamed sources."""
    if quote.speaker:
        yield Criterion("speaker", quote.speaker)
    yield Criterion("kind", quote.kind)
    yield Criterion("speech act", quote.speech_act)
    if quote.speaker in unnamed:
        yield Criterion("source", "unnamed")


def listed(analysis: Analysis, criteria: Filter) -> tuple[int, ...] | None:
    """The quotes that are listed, by their place in the analysis; None without a filter."""
    if not criteria:
        return None
    unnamed = _unnamed(analysis)
    aspects = {criterion.aspect for criterion in criteria}
    return tuple(
        index
        for index, quote in enumerate(analysis.quotes)
        if {met.aspect for met in true_of(quote, unnamed) if met in criteria} == aspects
    )


def facets(analysis: Analysis) -> list[Facet]:
    """Everything the quotes of an article can be chosen by, aspect after aspect."""
    unnamed = _unnamed(analysis)
    counts = Counter(criterion for quote in analysis.quotes for criterion in true_of(quote, unnamed))
    speakers = [
        Facet(Criterion("speaker", actor.id), on_one_line(actor.name), _short(actor), 0)
        for actor in actors_by_quotes(analysis)
    ]
    kinds = [Facet(Criterion("kind", kind), kind, kind, 0) for kind in _KINDS]
    acts = sorted((c for c in counts if c.aspect == "speech act"), key=lambda c: (-counts[c], c.value))
    spoken = [Facet(act, on_one_line(act.value), on_one_line(act.value), 0) for act in acts]
    sources = [Facet(Criterion("source", "unnamed"), "unnamed sources only", "unnamed", 0)]
    offered = (facet._replace(quotes=counts[facet.criterion]) for facet in (*sources, *speakers, *kinds, *spoken))
    return [facet for facet in offered if facet.quotes]


def in_words(analysis: Analysis, criteria: Filter) -> str:
    """A filter as it stands beside the number of quotes: "Alloush · deny"."""
    return " · ".join(facet.short for facet in facets(analysis) if facet.criterion in criteria)


def _unnamed(analysis: Analysis) -> frozenset[str]:
    return frozenset(actor.id for actor in analysis.actors if not actor.named)


def _short(actor: Actor) -> str:
    return on_one_line(min((actor.name, *actor.aliases), key=len))

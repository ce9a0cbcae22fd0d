"""What is left to see when the reader looks at the quotes alone, or at one speaker's. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from reader.analysis.doubt import doubt
from reader.model import Actor, Analysis, Span
from reader.render.attribution import CHECKED, decided, extent, hedged, is_verbatim
from reader.ui.attention.current import Current
from reader.ui.attention.navigation import speaker_colours, speaker_ink


class Focus(NamedTuple):
    """What is out of focus: all but the quotes (`dims`), all but one speaker's words (`alone`, with what is around)."""

    dims: bool = False
    alone: str | None = None
    with_context: bool = False

    @property
    def label(self) -> str:
        """What the status says of it."""
        alone = "" if self.alone is None else "alone, in context" if self.with_context else "alone"
        return " · ".join(part for part in ("dimmed" if self.dims else "", alone) if part)

    def along(self, current: Current) -> Focus:
        """The same for a reader who goes on to this: another speaker's words alone, or all again beside any words."""
        is_at_words = current.point_index is None and any(
            quote.speaker == current.actor_id for quote in current.analysis.quotes if quote.speaker
        )
        if self.alone is None:
            return self
        if is_at_words:
            return self._replace(alone=current.actor_id)
        return self._replace(alone=None, with_context=False)


class Remark(NamedTuple):
    """One quote as it is shown alone: the stretch of text, and above it who says it, in which ink, and how.

    `manner` is empty where the words say it: "accused the union of …".
    """

    span: Span
    name: str
    ink: str
    manner: str


def remarks_of(analysis: Analysis, actor: Actor, *, with_context: bool) -> tuple[Remark, ...]:
    """What one actor says, in order, each with the actor's name and the cue; spans do not overlap.

    Args:
        analysis: what was found.
        actor: whose words.
        with_context: show the sentences the words stand in, and the ones before and after.
    """
    ink = speaker_ink(speaker_colours(analysis), actor.id)
    shown: list[Remark] = []
    for quote in analysis.quotes:
        if quote.speaker != actor.id:
            continue
        span = _around(analysis.sentences, quote) if with_context else extent(quote)
        if shown and span.start < shown[-1].span.end:
            joined = Span(shown[-1].span.start, max(span.end, shown[-1].span.end))
            shown[-1] = shown[-1]._replace(span=joined)
        else:
            cue = quote.cue
            is_told = cue is not None and not is_verbatim(quote) and span.start <= cue.start < span.end
            manner = "" if is_told else cue.text if cue else quote.speech_act
            mark = f"{CHECKED} {words}" if (words := decided(quote)) else ""
            manner = " · ".join(filter(None, (manner, mark)))
            shown.append(Remark(span, hedged(actor.name, doubt(quote)), ink, manner))
    return tuple(shown)


def _around(sentences: tuple[Span, ...], quote: Span) -> Span:
    """From the sentence before a quote to the one after it."""
    first = bisect_right(sentences, quote.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, quote.end, key=lambda sentence: sentence.start) - 1
    if not 0 <= first <= last:
        return Span(quote.start, quote.end)
    return Span(
        min(sentences[max(first - 1, 0)].start, quote.start),
        max(sentences[min(last + 1, len(sentences) - 1)].end, quote.end),
    )

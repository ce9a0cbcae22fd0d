"""What a quote rests on, as words: its sentences, the way from the words beside it to the name, who else it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.analysis.evidence import chain, passages
from reader.model import Actor, Correction, Mention, Quote, Reading, Span
from reader.render.attribution import CHECKED, decided, introduced
from reader.text.safe import on_one_line, on_screen
from reader.ui.attention.navigation import speaker_colours, speaker_ink
from reader.ui.rows import Paragraph, Words, around

_ARROW = " → "
_BREAK = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+")
_NOBODY_ELSE = "Nobody else came into question."


def evidence(reading: Reading, quote: Quote) -> Iterator[Paragraph]:
    """What speaks for a quote's speaker.

    The sentences with the quote, its cue and the words that name who; kind, speech act and cue; the chain of mentions
    to the name, with the chance; where the name stands; who else it may be; what the reader decided.
    """
    analysis, text = reading.analysis, reading.article.text
    actors = {actor.id: actor for actor in analysis.actors}
    speaker = actors.get(quote.speaker or "")
    shown = passages(analysis.sentences, quote)
    ink = speaker_ink(speaker_colours(analysis), quote.speaker)
    for span in shown:
        yield Paragraph(tuple(_passage(text, span, quote, ink)))
    yield _dim(" · ".join((quote.kind, on_one_line(quote.speech_act), _cue(quote))))
    links = chain(speaker, quote.mention) if speaker and quote.mention else ()
    yield Paragraph(tuple(_way(quote, speaker, links, ink)))
    yield from _named(text, analysis.sentences, links[1:], shown)
    yield _dim(_others(quote, actors))
    if words := decided(quote):
        yield Paragraph((Words(f"{CHECKED} {words} by you: {', '.join(quote.corrections)}", ("accent",)),))


def _passage(text: str, span: Span, quote: Quote, ink: str) -> Iterator[Words]:
    """The words of a passage, those of the quote, its cue and its source each in an ink of its own."""
    parts = [(quote, (ink,)), (quote.cue, ("accent",)), (quote.mention, ("mention", "name"))]
    edges = {span.start, span.end}
    for part, _ in parts:
        if part is not None:
            edges |= {min(max(edge, span.start), span.end) for edge in (part.start, part.end)}
    for start, end in pairwise(sorted(edges)):
        over = [inks for part, inks in parts if part is not None and part.start <= start and end <= part.end]
        yield Words(_BREAK.sub(" ", on_screen(text[start:end])), over[-1] if over else ("dim",))


def _cue(quote: Quote) -> str:
    return f"cue “{on_one_line(quote.cue.text)}”" if quote.cue else "no cue"


def _way(quote: Quote, speaker: Actor | None, links: Sequence[Mention], ink: str) -> Iterator[Words]:
    if speaker is None:
        yield Words(f"“{on_one_line(quote.mention.text)}”{_ARROW}" if quote.mention else "")
        yield Words("who said it is not known", ("nobody",))
        return
    for link in links:
        if on_one_line(link.text) != on_one_line(speaker.name):
            yield Words(f"“{on_one_line(link.text)}”{_ARROW}")
    if not quote.mention:
        yield Words(f"nobody is named beside it{_ARROW}", ("dim",))
    yield Words(on_one_line(introduced(speaker)), (ink, "name"))
    is_told = {"right", "given"} & set(quote.corrections)
    yield Words("  by your word" if is_told else f"  p {chance(quote.confidence)}", ("dim",))


def _named(
    text: str, sentences: Sequence[Span], links: Sequence[Mention], shown: Sequence[Span]
) -> Iterator[Paragraph]:
    """The sentences of the links that stand elsewhere."""
    for link in links:
        if not any(span.start <= link.start < span.end for span in shown):
            sentence = next((span for span in sentences if span.start <= link.start < span.end), link)
            yield Paragraph(tuple(around(text, sentence, [link], ("dim",), ("text", "name"))), 2)


def _others(quote: Quote, actors: dict[str, Actor]) -> str:
    named = [(actors[one.actor], one.chance) for one in quote.others if one.actor in actors]
    if not named:
        return "" if quote.corrections else _NOBODY_ELSE
    return "or " + ", ".join(f"{on_one_line(actor.name)} {chance(probability)}" for actor, probability in named)


def _dim(words: str) -> Paragraph:
    return Paragraph((Words(words, ("dim",)),))


def chance(probability: float) -> str:
    """A chance as it is shown: ".84", "1"."""
    return "1" if probability >= 0.995 else f"{probability:.2f}".lstrip("0")


def decision(decided: Correction) -> str:
    """A decision in words: "right", "given to Orla Fenwick"."""
    said = {"right": "right", "wrong": "speaker not known", "none": "no quote", "extent": "other words"}
    return said.get(decided.verdict) or f"given to {on_one_line(decided.speaker or '')}"

"""Where the next and the previous thing is: quotes, a speaker's quotes, actors, matches. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from reader.model import Actor, Analysis, Quote, Span
from reader.render.attribution import quotes_per_speaker

Stride = Literal["line", "half", "page", "end"]
"""How far a key moves: to the next line or item, by half of what is on the screen, by all of it, or all the way."""

# The same eight colours serve any number of speakers; more than eight are not told apart by eye.
SPEAKER_COLOURS = 8
# Lines of the old page left on the new one, so that the eye finds its place.
_KEPT_IN_SIGHT = 2


def step(spans: Sequence[Span], current: int | None, direction: int, visible: tuple[int, int]) -> int | None:
    """The span to go to next, or None when there is none.

    Goes on from the current span while the reader can see it, else from what is on the screen. Stops at the ends.

    Args:
        spans: in order of the text.
        current: index of the current span.
        direction: 1 forwards, -1 backwards.
        visible: first and last offset on the screen.
    """
    if not spans:
        return None
    top, bottom = visible
    if current is not None and spans[current].end > top and spans[current].start < bottom:
        return min(max(current + direction, 0), len(spans) - 1)
    if direction > 0:
        return next((index for index, span in enumerate(spans) if span.start >= top), len(spans) - 1)
    return next((index for index in range(len(spans) - 1, -1, -1) if spans[index].start < top), 0)


def step_same_speaker(
    quotes: Sequence[Quote], current: int | None, speaker: str | None, direction: int, listed: Sequence[int]
) -> int | None:
    """The speaker's next listed quote after the current one, their first when none is; None when there is no more."""
    start = current if current is not None else -1 if direction > 0 else len(quotes)
    ahead = (i for i in listed if i > start) if direction > 0 else (i for i in reversed(listed) if i < start)
    return next((index for index in ahead if quotes[index].speaker == speaker), None)


def lines_in(by: Stride, height: int, whole: int) -> int:
    """How many lines a stride goes in a part of the screen of `height` lines; `whole` is all there are."""
    return {"line": 1, "half": max(height // 2, 1), "page": max(height - _KEPT_IN_SIGHT, 1), "end": whole}[by]


def at(spans: Sequence[Span], offset: int) -> int | None:
    """The shortest span that covers an offset: of a quote within a quote, the inner one."""
    covering = [index for index, span in enumerate(spans) if span.start <= offset < span.end]
    return min(covering, key=lambda index: spans[index].end - spans[index].start, default=None)


def actors_by_quotes(analysis: Analysis) -> tuple[Actor, ...]:
    """The actors, those quoted most first, then those mentioned most."""
    quoted = quotes_per_speaker(analysis)
    return tuple(sorted(analysis.actors, key=lambda actor: (-quoted[actor.id], -len(actor.mentions))))


def speaker_colours(analysis: Analysis) -> dict[str, int]:
    """Each speaker's colour, 0 to 7, by actor id: given in the order of speaking, so it never changes in an article."""
    known = {actor.id for actor in analysis.actors}
    speakers = dict.fromkeys(quote.speaker for quote in analysis.quotes if quote.speaker in known)
    return {speaker: index % SPEAKER_COLOURS for index, speaker in enumerate(speakers) if speaker}


def speaker_ink(colours: Mapping[str, int], speaker: str | None) -> str:
    """The name of the ink of a speaker's words."""
    return f"speaker-{colours[speaker]}" if speaker and speaker in colours else "nobody"


def first_place(analysis: Analysis, actor: Actor) -> Span | None:
    """Where an actor is met first: the first mention, else the first quote."""
    if actor.mentions:
        return actor.mentions[0]
    return next((quote for quote in analysis.quotes if quote.speaker == actor.id), None)

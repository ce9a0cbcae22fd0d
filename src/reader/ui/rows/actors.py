"""The list of actors, those quoted most first, and under them the places of the story."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Actor, Analysis
from reader.render.attribution import quotes_per_speaker
from reader.text.safe import on_one_line
from reader.ui.attention.current import Target
from reader.ui.attention.navigation import actors_by_quotes, speaker_colours
from reader.ui.rows import BLANK, Paragraph, Row, Words, counted, notes
from reader.ui.rows.quotes import UNNAMED


def actor_rows(analysis: Analysis, note: str = "") -> Iterator[Row]:
    """The rows of the actors and places; `note` is said when there are none."""
    counts = quotes_per_speaker(analysis)
    colours = speaker_colours(analysis)
    subjects = spoken_about(analysis)
    numbers = {actor.id: index for index, actor in enumerate(analysis.actors)}
    for place, actor in enumerate(actors_by_quotes(analysis)):
        if place:
            yield BLANK
        ink = f"speaker-{colours[actor.id]}" if actor.id in colours else "text"
        tally = f"{counted(counts[actor.id], 'quote')} · {counted(len(actor.mentions), 'mention')}"
        lines = [*_about(actor), tally]
        if subjects.get(actor.id):
            lines.append(f"speaks of {', '.join(map(on_one_line, subjects[actor.id]))}")
        name = Paragraph((Words(on_one_line(actor.name), (ink, "name")),))
        details = (Paragraph((Words(line, ("dim",)),)) for line in lines)
        yield Row((name, *details), Target("actor", numbers[actor.id]))
    yield from _places(analysis)
    if not analysis.actors and not analysis.places:
        yield from notes(note)


def _about(actor: Actor) -> list[str]:
    aliases = ", ".join(map(on_one_line, actor.aliases))
    lines = (on_one_line(actor.role or ""), f"also {aliases}" if aliases else "", "" if actor.named else UNNAMED)
    return [line for line in lines if line]


def spoken_about(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    """The names of those each actor speaks about, by the actor's id, in order of the article."""
    names = {actor.id: actor.name for actor in analysis.actors}
    subjects: dict[str, dict[str, None]] = {}
    for quote in analysis.quotes:
        if quote.speaker:
            subjects.setdefault(quote.speaker, {}).update(dict.fromkeys(quote.about))
    return {who: tuple(names[other] for other in others if other in names) for who, others in subjects.items()}


def _places(analysis: Analysis) -> Iterator[Row]:
    if not analysis.places:
        return
    if analysis.actors:
        yield BLANK
    yield Row((Paragraph((Words("Places", ("heading",)),)),))
    for index, place in enumerate(analysis.places):
        words = (Words(on_one_line(place.name)), Words(f"  {counted(len(place.mentions), 'mention')}", ("dim",)))
        yield Row((Paragraph(words),), Target("place", index))

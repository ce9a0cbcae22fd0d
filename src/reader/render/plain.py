"""A reading as plain text: no markup, nothing a terminal would obey, no line broken inside a paragraph."""

from collections.abc import Iterable

from reader.model import Actor, Reading
from reader.render import attribution
from reader.render.untrusted import one_line, web_address

_NONE = "None found."


def to_plain(reading: Reading) -> str:
    """Write a reading as plain text: headline, key points, who said what, actors, source."""
    article, analysis = reading.article, reading.analysis
    head = (attribution.headline(article), article.standfirst or "", attribution.imprint(article))
    parts = [
        _lines(map(one_line, head)),
        "KEY POINTS",
        _lines(f"{number}. {one_line(point.text)}" for number, point in enumerate(analysis.key_points, 1)) or _NONE,
        "WHO SAID WHAT",
        "\n\n".join(_voice(voice) for voice in attribution.voices(analysis)) or _NONE,
        "ACTORS",
        _lines(f"{_named(found.actor)} ({attribution.tally(found)})" for found in attribution.presences(analysis))
        or _NONE,
        _lines(map(one_line, analysis.notes)),
        source_line(web_address(reading) or reading.source.given),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def source_line(origin: str) -> str:
    """The last line, which says where the article came from; notes.py knows an article's note by it."""
    return f"Source: {one_line(origin)}"


def _voice(voice: attribution.Voice) -> str:
    """A speaker, and under it each quote, its paragraphs set in."""
    name = _named(voice.actor) if voice.actor else attribution.UNKNOWN_SPEAKER
    quotes = (
        _lines(f"    {one_line(paragraph)}" for paragraph in attribution.paragraphs(quote.text))
        for quote in voice.quotes
    )
    return "\n\n".join([name, *quotes])


def _named(actor: Actor) -> str:
    return ", ".join(filter(None, (one_line(actor.name), one_line(actor.role or ""))))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line.strip())

"""What the reader takes away with one key. Pure."""

from __future__ import annotations

from reader.model import Actor, Quote, Reading
from reader.render.attribution import introduced, point_text, readers_mark
from reader.ui.characters import printable


def quote_with_source(reading: Reading, quote: Quote) -> str:
    """A quote as it is pasted into a text: the words, who said them, and where they stand."""
    speaker = speaker_of(reading, quote)
    article = reading.article
    who = f"— {introduced(speaker)}" if speaker else ""
    where = article.url or reading.source.url or ""
    parts = (" ".join(quote.text.split()), who, readers_mark(quote), article.headline or "", where)
    return "\n".join(printable(part) for part in parts if part)


def key_points_with_source(reading: Reading) -> str:
    """The key points as a list, one a line, under the headline and over the link."""
    article = reading.article
    points = [f"- {' '.join(point_text(point).split())}" for point in reading.analysis.key_points]
    parts = (article.headline or "", *points, article.url or reading.source.url or "")
    return "\n".join(printable(part) for part in parts if part)


def link(reading: Reading) -> str:
    """The headline and the address of the article; "" where it has none."""
    where = address(reading)
    return "\n".join(printable(part) for part in (reading.article.headline or "", where) if part) if where else ""


def speaker_of(reading: Reading, quote: Quote) -> Actor | None:
    """The actor a quote is given to."""
    return next((actor for actor in reading.analysis.actors if actor.id == quote.speaker), None)


def address(reading: Reading) -> str | None:
    """The web address to open in the browser: the article's own, else the one it was read from. No other scheme."""
    candidates = (reading.article.url, reading.source.url, reading.source.given)
    return next((url for url in candidates if url and url.startswith(("https://", "http://"))), None)

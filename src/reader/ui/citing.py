"""What the reader takes away with one key. Pure."""

from __future__ import annotations

import re

from reader.analysis.doubt import doubt
from reader.model import Actor, Quote, Reading
from reader.render.attribution import DATE_LENGTH, hedged, introduced, place, point_text, readers_mark, words
from reader.settings.config import CITATION, FIELDS
from reader.text.safe import on_screen

_FIELD = re.compile(rf"\{{({'|'.join(FIELDS)})\}}")


def quote_with_source(reading: Reading, quote: Quote, form: str = CITATION) -> str:
    """A quote as it is pasted into a text: the words, who said them, and where they stand.

    Args:
        reading: the article.
        quote: one of its quotes.
        form: what to write, with the fields of `FIELDS` in braces; a line whose fields are all empty is left out.
    """
    article = reading.article
    values = {
        "words": words(quote),
        "speaker": " ".join(filter(None, (cited(reading, quote), readers_mark(quote)))),
        "cue": quote.cue.text if quote.cue else "",
        "headline": article.headline or "",
        "publisher": article.publisher or article.agency or "",
        "date": (article.published or "")[:DATE_LENGTH],
        "paragraph": f"¶ {number}" if (number := place(article, quote)) else "",
        "link": article.url or reading.source.url or "",
    }
    filled = {field: on_screen(" ".join(value.split())) for field, value in values.items()}
    return "\n".join(_line(line, filled) for line in form.splitlines() if _says_something(line, filled))


def _says_something(line: str, values: dict[str, str]) -> bool:
    fields = _FIELD.findall(line)
    return not fields or any(values[field] for field in fields)


def _line(line: str, values: dict[str, str]) -> str:
    """A line with its fields filled in; of an empty one what joined it to the next goes too."""
    pieces, joined = _FIELD.split(line), ""
    # Text and fields take turns, text first.
    for n in range(0, len(pieces) - 1, 2):
        value = values[pieces[n + 1]]
        if value:
            joined += pieces[n] if joined or n == 0 else pieces[n].lstrip(" ,.;·")
            joined += value
    return joined + pieces[-1]


def cited(reading: Reading, quote: Quote) -> str:
    """Who said it, and how sure that is: "Ada Moss, the chair of the union", "perhaps Ada Moss"."""
    speaker = speaker_of(reading, quote)
    if speaker is None:
        return quote.mention.text if quote.mention else ""
    return hedged(introduced(speaker), doubt(quote))


def key_points_with_source(reading: Reading) -> str:
    """The key points as a list, one a line, under the headline and over the link."""
    article = reading.article
    points = [f"- {' '.join(point_text(point).split())}" for point in reading.analysis.key_points]
    parts = (article.headline or "", *points, article.url or reading.source.url or "")
    return "\n".join(on_screen(part) for part in parts if part)


def link(reading: Reading) -> str:
    """The headline and the address of the article; "" where it has none."""
    where = address(reading)
    return "\n".join(on_screen(part) for part in (reading.article.headline or "", where) if part) if where else ""


def speaker_of(reading: Reading, quote: Quote) -> Actor | None:
    """The actor a quote is given to."""
    return next((actor for actor in reading.analysis.actors if actor.id == quote.speaker), None)


def address(reading: Reading) -> str | None:
    """The web address to open in the browser: the article's own, else the one it was read from. No other scheme."""
    candidates = (reading.article.url, reading.source.url, reading.source.given)
    return next((url for url in candidates if url and url.startswith(("https://", "http://"))), None)

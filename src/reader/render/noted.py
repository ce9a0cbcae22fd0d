"""What the reader wrote, arranged for reading: at the quotes it is to, and the rest by itself. Pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.model import Note, Quote

# Before what the reader wrote, in every output.
NOTED = "✎"


class Arranged(NamedTuple):
    """Notes by the id of the quote that they are to, and those to the article, to other words, or to words now gone."""

    at_quotes: Mapping[str, Note]
    apart: tuple[Note, ...]


def arranged(quotes: Sequence[Quote], written: Sequence[Note]) -> Arranged:
    """Put each note to the quote that stands where its words do."""
    places = {(quote.start, quote.end): quote.id for quote in quotes}
    at_quotes: dict[str, Note] = {}
    apart = []
    for note in written:
        quote = places.get((note.words.start, note.words.end)) if note.words else None
        if quote is None or quote in at_quotes:
            apart.append(note)
        else:
            at_quotes[quote] = note
    return Arranged(at_quotes, tuple(apart))


def about(note: Note) -> str:
    """The words that a note is to; "" where it is to the article."""
    return note.words.text if note.words else note.gone


def line(note: Note) -> str:
    """What the reader wrote, behind its mark: "✎ Ask the union."; where they only marked words, "✎ marked"."""
    return f"{NOTED} {note.note or 'marked'}"

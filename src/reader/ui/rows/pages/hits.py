"""What a search found: articles, each with some of its text and the words marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.model import Span
from reader.model.library import Hit
from reader.text.safe import on_screen
from reader.ui.rows import Paragraph, Words
from reader.ui.rows.pages import Place, Shown, dim, imprint

_INDENT = 2
_BREAKS = str.maketrans("\n\t", "  ")


def hits_shown(query: str, found: Iterable[Hit]) -> Shown:
    """The page of a search."""
    shown = Shown(query)
    shown.head(query)
    for hit in found:
        shown.gap()
        shown.item(place_of(hit), *hit_paragraphs(hit))
    if not shown.items:
        shown.note("No article is like that.")
    return shown


def place_of(hit: Hit) -> Place:
    """Where an article that was found opens: at the first hit, else as it was left."""
    first = next(iter(hit.hits), None)
    return Place(hit.article.id, first.start, first.end) if first else Place(hit.article.id)


def hit_paragraphs(hit: Hit) -> tuple[Paragraph, ...]:
    """Headline, publisher and day, and some of the text."""
    headline = Paragraph(tuple(marked(hit.article.headline, 0, hit.headline_hits, ("text", "name"))))
    words = tuple(marked(hit.excerpt.text, hit.excerpt.start, hit.hits, ("text",)))
    return (headline, *dim(imprint(hit.article), _INDENT), *((Paragraph(words, _INDENT),) if words else ()))


def marked(text: str, start: int, hits: Sequence[Span], inks: tuple[str, ...]) -> Iterator[Words]:
    """A stretch of a text that begins at an offset, with the hits in the ink of a match."""
    # One character for one, so that offsets hold.
    text = on_screen(text).translate(_BREAKS)
    at = 0
    for hit in hits:
        first, last = hit.start - start, hit.end - start
        if at < first:
            yield Words(text[at:first], inks)
        yield Words(text[first:last], (*inks, "match"))
        at = last
    if at < len(text):
        yield Words(text[at:], inks)

"""Which stretch of a text to show of an article that a search found. Pure."""

from collections.abc import Sequence

from reader.model import Excerpt, Span

# About two lines of a screen, and what of it stands before the first hit.
_LENGTH = 220
_LEAD = 60


def excerpt(text: str, hits: Sequence[Span]) -> tuple[Excerpt, tuple[Span, ...]]:
    """A stretch of a text, cut between words, with the first hit and those that stand near it.

    Args:
        text: the article's.
        hits: in order of the text; without any, the stretch is its beginning.

    Returns:
        The stretch, and the hits that are whole inside it.
    """
    first = hits[0] if hits else Span(0, 0)
    start = max(first.start - _LEAD, 0)
    if start:
        # A paragraph is read from its beginning, where that is near; else from between two words.
        paragraph = text.rfind("\n", start, first.start) + 1
        start = paragraph or text.find(" ", start, first.start) + 1 or first.start
    end = min(max(start + _LENGTH, first.end), len(text))
    if end < len(text):
        cut = text.rfind(" ", first.end, end)
        end = cut if cut > first.end else end
    inside = tuple(hit for hit in hits if start <= hit.start and hit.end <= end)
    return Excerpt(start, end, text[start:end]), inside

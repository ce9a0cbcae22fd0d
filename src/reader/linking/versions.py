"""What changed in an article since it was read before: quotes that were taken out or worded anew first. Pure.

Compares what stands in the two texts, not what was found in them: a quote that another version of the program no longer
finds is no change of the article. Where a passage stands makes no difference, nor do marks, capitals and white space.
Costs in proportion to the two texts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.entities import names
from reader.linking.likeness import Index, WordsSaid
from reader.model import Excerpt, Quote, Reading, Span
from reader.model.versions import Change, ChangeKind
from reader.text import sentences

_ORDER: tuple[ChangeKind, ...] = ("quote gone", "quote altered", "headline", "altered", "gone", "new")
_WORD = re.compile(r"\w+")
# So many changes are listed, and so many passages looked at for what became of them; of an article that has more
# nothing stayed as it was.
_MOST_CHANGES = 400
_MOST_COMPARED = 2000


class _Passage(NamedTuple):
    """A sentence, and its words as they are compared."""

    span: Span
    plain: str


def changes(before: Reading, after: Reading) -> tuple[Change, ...]:
    """What changed from one reading of an article to a later one; nothing where only the page around it did.

    Quotes that were taken out come first, then those worded anew, the headline, and other passages; each kind in order
    of the text.
    """
    earlier, later = _passages(before), _passages(after)
    gone, new = _apart(earlier, later), _apart(later, earlier)
    found = [*_headline(before, after), *_paired(before, after, gone, new)]
    return tuple(sorted(found, key=lambda change: _ORDER.index(change.kind))[:_MOST_CHANGES])


def _passages(reading: Reading) -> list[_Passage]:
    text = reading.article.text
    blocks = [Span(block.start, block.end) for block in reading.article.blocks]
    spans = reading.analysis.sentences or sentences.split(text, blocks)
    told = (_Passage(span, _plain(text[span.start : span.end])) for span in spans)
    return [passage for passage in told if passage.plain]


def _plain(text: str) -> str:
    return " ".join(names.fold(word) for word in _WORD.findall(text))


def _apart(passages: Sequence[_Passage], others: Sequence[_Passage]) -> list[_Passage]:
    """The passages that the other text has not, or not so often."""
    left = Counter(passage.plain for passage in others)
    found = []
    for passage in passages:
        if left[passage.plain] > 0:
            left[passage.plain] -= 1
        else:
            found.append(passage)
    return found


def _headline(before: Reading, after: Reading) -> Iterator[Change]:
    one, other = before.article.headline or "", after.article.headline or ""
    if one and other and _plain(one) != _plain(other):
        yield Change("headline", Excerpt(0, len(one), one), Excerpt(0, len(other), other))


def _paired(before: Reading, after: Reading, gone: Sequence[_Passage], new: Sequence[_Passage]) -> Iterator[Change]:
    """Passages that are gone, with the new ones that say nearly the same; quotes inside them by themselves."""
    index: Index[int] = Index()
    for number, passage in enumerate(new[:_MOST_COMPARED]):
        index.add(number, WordsSaid(_text(after, passage.span)))
    whole = f" {_plain(after.article.text)} "
    speakers = {actor.id: actor.name for actor in before.analysis.actors}
    used: set[int] = set()
    for passage in gone[:_MOST_COMPARED]:
        alike = next((n for n, _ in index.like(WordsSaid(_text(before, passage.span))) if n not in used), None)
        used.add(-1 if alike is None else alike)
        became = None if alike is None else _excerpt(after, new[alike].span)
        quoted = [quote for quote in _quotes_in(before, passage.span) if f" {_plain(quote.text)} " not in whole]
        for quote in quoted:
            kind: ChangeKind = "quote gone" if became is None else "quote altered"
            yield Change(kind, _excerpt(before, quote), became, speakers.get(quote.speaker or ""))
        if not quoted:
            yield Change("gone" if became is None else "altered", _excerpt(before, passage.span), became)
    for number, passage in enumerate(new):
        if number not in used:
            yield Change("new", None, _excerpt(after, passage.span))


def _quotes_in(reading: Reading, span: Span) -> list[Quote]:
    """The quotes that begin inside a sentence."""
    return [quote for quote in reading.analysis.quotes if span.start <= quote.start < span.end]


def _excerpt(reading: Reading, span: Span) -> Excerpt:
    return Excerpt(span.start, span.end, _text(reading, span))


def _text(reading: Reading, span: Span) -> str:
    return reading.article.text[span.start : span.end]

"""How well a quote tagger does on prepared articles: runs the very code that ships, on rows instead of texts."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from reader.analysis.quotes.features import COLUMNS, Features
from reader.analysis.quotes.quote_tagger import Found, QuoteTagger
from reader.analysis.quotes.wordpiece import Pieces
from training.prepare import NOBODY, Example, Quote

# A stretch is the quote when the characters they share are this part of the characters they cover together.
SAME = 0.5
_MARKS = list(COLUMNS).index("marks")


def measure(tagger: QuoteTagger, examples: Sequence[Example]) -> dict[str, float]:
    """Score a tagger on articles.

    Returns:
        `quotes`: F1 of finding them; `with_source`: F1 of finding them and naming the source rightly; both again as
        `marked_…` for those with quotation marks; `source`: the share of found quotes whose source is right.
    """
    n: Counter[str] = Counter()
    for item in examples:
        _count(n, item, _found(tagger, item))
    scores = {
        "quotes": _f1(n["same"], n["found"], n["gold"]),
        "with_source": _f1(n["right"], n["found"], n["gold"]),
        "marked_quotes": _f1(n["marked_same"], n["marked_found"], n["marked_gold"]),
        "marked_with_source": _f1(n["marked_right"], n["marked_found"], n["marked_gold"]),
        "source": n["right"] / max(1, n["same"]),
    }
    return {name: round(score, 3) for name, score in scores.items()}


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / max(1, found + gold)


def _found(tagger: QuoteTagger, item: Example) -> list[Found]:
    rows = np.arange(len(item.heads), dtype=np.int32)
    pieces = Pieces(item.pieces, item.piece_starts, item.piece_counts)
    return tagger.find(Features(item.columns, item.heads, rows), item.paragraphs, tagger.words.vectors(pieces))


def _count(n: Counter[str], item: Example, found: Sequence[Found]) -> None:
    gold = [Quote(*(int(value) for value in row)) for row in item.quotes]
    gold_marked, found_marked = [_marked(item, g) for g in gold], [_marked(item, f) for f in found]
    n.update(gold=len(gold), found=len(found), marked_gold=sum(gold_marked), marked_found=sum(found_marked))
    for i, j in _pairs(item, gold, found):
        right = _names_the_source(found[j].source, gold[i])
        n.update(same=1, right=right)
        if gold_marked[i] and found_marked[j]:
            n.update(marked_same=1, marked_right=right)


def _marked(item: Example, span: Quote | Found) -> bool:
    return bool(item.columns[span.start : span.end, _MARKS].any())


def _names_the_source(source: int | None, gold: Quote) -> bool:
    """Whether a word of the right phrase is chosen; where the corpus names nobody, nothing can be wrong."""
    return gold.source == NOBODY or (source is not None and gold.source_start <= source < gold.source_end)


def _pairs(item: Example, gold: Sequence[Quote], found: Sequence[Found]) -> list[tuple[int, int]]:
    """Which found stretch is which quote: greatest overlap first, each used once."""
    alike = ((_overlap(item, g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted((pair for pair in alike if pair[0] >= SAME), reverse=True):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _overlap(item: Example, gold: Quote, found: Found) -> float:
    """Characters shared by two quoted_spans, as a part of those they cover."""
    (a, b), (c, d) = ((item.offsets[span.start, 0], item.offsets[span.end - 1, 1]) for span in (gold, found))
    return max(0.0, float((min(b, d) - max(a, c)) / (max(b, d) - min(a, c))))

"""Examples -> batches: articles with what is to be learned of them, laid end to end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.features import COLUMNS, WORD_ROWS
from training.prepare import Example, Quote

# Empty rows between the articles of a batch, so that no layer looks from one straight into the next.
GAP = max(quote_tagger.DILATIONS)
_MARKS, _WORD = list(COLUMNS).index("marks"), list(COLUMNS).index("word")
_SOURCE, _CUE = Quote._fields.index("source"), Quote._fields.index("cue")
# What `features` adds to the state of a word between single marks.
_SINGLE = 4


@dataclass(frozen=True, slots=True)
class Article:
    """One article with what is to be learned of it.

    Attributes:
        seen: the article as the tagger sees it.
        tags: for each word whether it is outside a quote, begins one or is in one.
        chances: one row a word, how likely each of the three is; all zero where only `tags` is known.
        cues: for each word how likely it gives speech.
        sources: one row a word, how likely it is outside a phrase that names who, begins one or is in one.
        quotes: one row a quote: its first row and the one behind its last.
        to_source: one row a quote: how likely each word of `quote_tagger.window` is its source, and last, nobody.
        to_cue: the same for its cue.
        whole: whether plans and beliefs count as quotes in it.
    """

    seen: Example
    tags: NDArray[Any]
    chances: NDArray[Any]
    cues: NDArray[Any]
    sources: NDArray[Any]
    quotes: NDArray[Any]
    to_source: NDArray[Any]
    to_cue: NDArray[Any]
    whole: bool = False


class Batch(NamedTuple):
    """Several articles in one run of rows, a gap behind each: the fields of `Example` and `Article`.

    `words` says for each of the `pieces` to which row it belongs; `whole` is 1 for the rows of such articles.
    """

    columns: Tensor
    heads: Tensor
    paragraphs: Tensor
    pieces: Tensor
    words: Tensor
    tags: Tensor
    chances: Tensor
    cues: Tensor
    sources: Tensor
    quotes: Tensor
    to_source: Tensor
    to_cue: Tensor
    whole: Tensor


_NUMBERS = ("chances", "cues", "sources", "to_source", "to_cue", "whole")


def annotated(item: Example, whole: bool) -> Article:
    """An article with the answers that it is annotated with; `whole` as in `Article`."""
    count = len(item.tags)
    return Article(
        seen=item,
        tags=item.tags,
        chances=np.zeros((count, 3), dtype=np.float32),
        cues=item.cues,
        sources=np.eye(3, dtype=np.float32)[item.sources],
        quotes=item.quotes[:, :2],
        to_source=_pointed(item, _SOURCE),
        to_cue=_pointed(item, _CUE),
        whole=whole,
    )


def _pointed(item: Example, column: int) -> NDArray[np.float32]:
    """For each quote 1 for the right word of its window, or for "nobody" where the word is out of reach."""
    rows, allowed = quote_tagger.window(item.quotes[:, 0], item.quotes[:, 1], len(item.tags))
    hit = (rows == item.quotes[:, column][:, None]) & allowed
    right = np.where(hit.any(axis=1), hit.argmax(axis=1), rows.shape[1])
    return np.eye(rows.shape[1] + 1, dtype=np.float32)[right]


def batched(articles: Sequence[Article]) -> Batch:
    """Lay articles end to end."""
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in Batch._fields}
    start = 0
    for article in articles:
        for name, values in _laid(article, start).items():
            parts[name].append(values)
        start += len(article.tags) + GAP
    return Batch(
        **{
            name: torch.from_numpy(np.concatenate(values).astype(np.float32 if name in _NUMBERS else np.int64))
            for name, values in parts.items()
        }
    )


def _laid(article: Article, start: int) -> dict[str, NDArray[Any]]:
    """One article's rows from `start` on, with the gap behind."""
    item, count = article.seen, len(article.tags)
    gap = np.arange(start + count, start + count + GAP)
    none = np.zeros(GAP, dtype=np.int64)
    return {
        "columns": np.concatenate([item.columns, np.zeros((GAP, len(COLUMNS)), dtype=np.int64)]),
        "heads": np.concatenate([item.heads + start, gap]),
        # Paragraph numbers are moved like rows: only their distance within an article matters.
        "paragraphs": np.concatenate([item.paragraphs + start, gap]),
        "pieces": item.pieces,
        "words": np.repeat(np.arange(count) + start, item.piece_counts),
        "tags": np.concatenate([article.tags, none]),
        "chances": np.concatenate([article.chances, np.zeros((GAP, 3))]),
        "cues": np.concatenate([article.cues, none]),
        "sources": np.concatenate([article.sources, np.tile([1, 0, 0], (GAP, 1))]),
        "quotes": article.quotes + start,
        "to_source": article.to_source,
        "to_cue": article.to_cue,
        "whole": np.full(count + GAP, article.whole),
    }


def restyled(article: Article) -> Article:
    """An article as if its double marks were single; its pieces read both alike."""
    columns = article.seen.columns.copy()
    double = (columns[:, _MARKS] > 0) & (columns[:, _MARKS] < _SINGLE)
    columns[double, _MARKS] += _SINGLE
    columns[columns[:, _WORD] == _row('"'), _WORD] = _row("'")
    return replace(article, seen=replace(article.seen, columns=columns))


def _row(word: str) -> int:
    return crc32(word.encode()) % WORD_ROWS

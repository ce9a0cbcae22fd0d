"""Examples -> batches: articles with what is to be learned of them, laid end to end."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.features import COLUMNS
from training.articles import Article

# Empty rows between the articles of a batch, so that no layer looks from one straight into the next.
GAP = max(quote_tagger.DILATIONS)


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

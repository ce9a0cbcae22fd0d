"""The news ranker: which sentences carry the story.

Central sentences, early ones and concise ones rate higher (`rate`); the best are taken one after another, each
weighed against those taken before (`choose`), so that no two say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.summarize.centrality import Matrix

_CENTRALITY_POWER = 0.5
_POSITION_WEIGHT = 0.15
_FULL_WORDS = 25
_LENGTH_POWER = 0.5
_FEW_WORDS = 7
_FEW_WORDS_FACTOR = 0.3
_RELEVANCE = 0.6

# Cosine from which two sentences say the same thing.
_SAME = 0.7


def rate(centrality: Matrix, words: Sequence[int]) -> Matrix:
    """Rate sentences given in order of the text by their centrality and their counts of words."""
    import numpy as np

    length = np.asarray(words, dtype=float).clip(min=1.0)
    position = np.arange(len(length))
    ratings: Matrix = (
        centrality.clip(min=0.0) ** _CENTRALITY_POWER
        / (1.0 + _POSITION_WEIGHT * position)
        * np.minimum(1.0, _FULL_WORDS / length) ** _LENGTH_POWER
        * np.where(length < _FEW_WORDS, _FEW_WORDS_FACTOR, 1.0)
    )
    return ratings


def choose(
    ratings: Matrix, cosines: Matrix, candidates: Sequence[int], n: int, already: Sequence[int] = ()
) -> list[int]:
    """Choose candidates by maximal marginal relevance (Carbonell and Goldstein, 1998), best first.

    Args:
        ratings: of all sentences.
        cosines: of all sentences with each other.
        candidates: the sentences to choose from, by index.
        n: how many to choose in all.
        already: those chosen before; the list returned begins with them.
    """
    scale = max((ratings[i] for i in candidates), default=0.0) or 1.0
    chosen, left = list(already), [i for i in candidates if i not in already]

    def relevance(i: int) -> float:
        overlap = max((cosines[i, j] for j in chosen), default=0.0)
        return float(_RELEVANCE * ratings[i] / scale - (1 - _RELEVANCE) * overlap)

    while left and len(chosen) < n:
        chosen.append(max(left, key=relevance))
        left = [i for i in left if i != chosen[-1] and cosines[i, chosen[-1]] < _SAME]
    return chosen

"""How central each sentence is to its text, by sumy's LexRank.

sumy compares sentences pair by pair in Python; the same sums are done with numpy here, to the same figures.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.summarize.wording import document, stemmer

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]


def lexrank(sentences: Sequence[str], language: str = "en") -> tuple[Matrix, Matrix]:
    """Rate sentences by continuous LexRank (Erkan and Radev, 2004, section 3.3).

    Its random walk moves along the cosines themselves instead of those above a threshold; the cosines being symmetric,
    it comes to rest in proportion to their sums. On 250 news articles that gives key points better by 0.3 to 2 ROUGE-1
    than the threshold of 0.1, with every one of 18 settings of the ranker. Of a sentence only the cosines with others
    count: that with itself is the same for all, and hides the sentences that nothing else bears out.

    Args:
        sentences: their texts.
        language: ISO 639-1; picks sumy's stemmer, where it has one.

    Returns:
        The centrality of each sentence, 0 to 1, and the matrix of the sentences' idf-modified cosines.
    """
    import numpy as np
    from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]  # has no types

    summarizer = LexRankSummarizer(stemmer(language))
    words = [summarizer._to_words_set(sentence) for sentence in document([sentences]).sentences]
    cosines = _cosines(summarizer._compute_tf(words), _inverse_frequencies(words))
    centrality: Matrix = (cosines.sum(axis=1) - cosines.diagonal()).clip(min=0.0)
    highest = centrality.max(initial=0.0)
    return (centrality / highest if highest > 0 else np.ones(len(words))), cosines


def _inverse_frequencies(words: list[list[str]]) -> dict[str, float]:
    """Compute what sumy's `_compute_idf` does, counting each sentence once instead of once a word."""
    # In the order of the text: sums over another order differ in their last digit, and so may the choice between two
    # sentences that are the same.
    holding = Counter(word for sentence in words for word in dict.fromkeys(sentence))
    return {word: math.log(len(words) / (1 + count)) for word, count in holding.items()}


def _cosines(frequencies: list[dict[str, float]], weights: dict[str, float]) -> Matrix:
    import numpy as np

    column = {word: index for index, word in enumerate(weights)}
    vectors = np.zeros((len(frequencies), max(1, len(column))))
    for row, sentence in enumerate(frequencies):
        for word, frequency in sentence.items():
            vectors[row, column[word]] = frequency * weights[word]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(norms > 0, norms, 1.0)
    cosines: Matrix = vectors @ vectors.T
    return cosines

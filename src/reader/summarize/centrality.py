"""How central each sentence is to its text, by sumy's LexRank. The only module that imports sumy, and only on use.

Sentences are handed over as sumy's own document model, so its NLTK tokenizer, which needs a data download, is never
made. sumy compares sentences pair by pair in Python; the same sums are done with numpy here, to the same figures.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

# Stems are looked up again and again within a text and between texts on one story.
_STEMS_KEPT = 50_000


class _Words:
    """Stands in for sumy's Tokenizer, of which a sumy Sentence needs this one method."""

    @staticmethod
    def to_words(sentence: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(sentence))


def lexrank(sentences: Sequence[str], language: str = "en") -> tuple[Matrix, Matrix]:
    """Rate sentences by LexRank (Erkan and Radev, 2004).

    Args:
        sentences: their texts.
        language: ISO 639-1; picks sumy's stemmer and stop words, where it has them.

    Returns:
        The centrality of each sentence, and the matrix of their idf-modified cosines.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # type: ignore[import-untyped]  # sumy ships no types

    document = ObjectDocumentModel([Paragraph([Sentence(text, _Words) for text in sentences])])
    summarizer = _summarizer(language)
    words = [summarizer._to_words_set(sentence) for sentence in document.sentences]
    frequencies = summarizer._compute_tf(words)
    cosines = _cosines(frequencies, _document_frequencies(words))
    links = (cosines > summarizer.threshold).astype(float)
    links /= links.sum(axis=1, keepdims=True).clip(min=1.0)
    return summarizer.power_method(links, summarizer.epsilon), cosines


@lru_cache(maxsize=4)
def _summarizer(language: str) -> Any:
    from sumy.nlp.stemmers import Stemmer, null_stemmer  # type: ignore[import-untyped]  # sumy ships no types
    from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]  # sumy ships no types
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]  # sumy ships no types

    stem: Callable[[str], str] = null_stemmer
    stop_words: frozenset[str] = frozenset()
    try:
        stem = lru_cache(maxsize=_STEMS_KEPT)(Stemmer(language))
        stop_words = get_stop_words(language)
    except LookupError:
        pass  # a language sumy has no stemmer or no stop words for is ranked without
    summarizer = LexRankSummarizer(stem)
    summarizer.stop_words = stop_words
    return summarizer


def _document_frequencies(words: list[list[str]]) -> dict[str, float]:
    """Compute what sumy's `_compute_idf` does, counting each sentence once instead of once a word."""
    holding = Counter(word for sentence in words for word in set(sentence))
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

"""The news ranker: which sentences carry the story.

Central sentences, early ones and concise ones rate higher (`rate`); the best are taken one after another, each
weighed against those taken before (`choose`), so that no two say the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.summarize.centrality import Matrix

# The constants stand on a flat top, searched on halves of 250 news articles with human-written highlights, for two to
# five points an article: neighbouring values lose at most 0.2 ROUGE-1, inside its standard error of 0.35. What was
# tried beside them and left out is in docs/design-notes.md.
_CENTRALITY_POWER = 0.5
_POSITION_WEIGHT = 0.15
_RELEVANCE = 0.5

# Highlights are short: above this many words a sentence rates less, by the root of how far above it is.
_FULL_WORDS = 18

# Shorter than this a sentence is a heading or an aside.
_FEW_WORDS = 7
_FEW_WORDS_FACTOR = 0.3

# "I was over the moon" is colour, not news: two such words take half off.
_SPEAKS_TO_US = re.compile(r"\b(?:[Ii]|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|me|us|[Yy]our|I[’']m)\b")
_SPEAKS_TO_US_FACTOR = 0.7
_SPEAKS_TO_US_COUNTED = 2

# Who did what comes before what somebody called it: a sentence that is all direct speech rates half. No highlight tells
# the difference (0.0 ROUGE-1), a reader does.
_SPOKEN_LOSS = 0.5

# How a story is left: what was decided, what comes next. And what counts for such a sentence, for one that contests
# something and for one that names somebody. Judged by eye on our own stories; ROUGE-1 does not tell.
_AHEAD = re.compile(
    r"\b(?:will|would|plans? to|(?:is|are) to|expected to|due to|set to|scheduled|faces?|votes?|voted|ruled|convicted|"
    r"sentenced|approved|rejected|appeal|next (?:week|month|year|\w+day)|until|deadline)\b"
)
_AHEAD_FACTOR, _CONTESTED_FACTOR, _NAMED_FACTOR = 1.4, 1.3, 1.2

# From this cosine, or this share of common words, two sentences say the same thing.
_SAME_COSINE, _SAME_WORDS = 0.7, 0.6
_WORD = re.compile(r"\w+")


def rate(sentences: Sequence[str], centrality: Matrix, spoken: Sequence[float], *, english: bool = True) -> Matrix:
    """Rate sentences, given in order of the text, by how central, early and concise they are.

    Args:
        sentences: their texts.
        centrality: of each, 0 to 1.
        spoken: the share of each that is direct speech.
        english: whether they may be judged by their words.
    """
    import numpy as np

    length = np.array([max(1, len(sentence.split())) for sentence in sentences], dtype=float)
    to_us = np.array([len(_SPEAKS_TO_US.findall(sentence)) if english else 0 for sentence in sentences])
    ratings: Matrix = (
        centrality**_CENTRALITY_POWER
        / (1.0 + _POSITION_WEIGHT * np.arange(len(sentences)))
        * np.minimum(1.0, _FULL_WORDS / length) ** 0.5
        * np.where(length < _FEW_WORDS, _FEW_WORDS_FACTOR, 1.0)
        * _SPEAKS_TO_US_FACTOR ** np.minimum(to_us, _SPEAKS_TO_US_COUNTED)
        * (1.0 - _SPOKEN_LOSS * np.array(spoken))
    )
    return ratings


def rate_close(ratings: Matrix, sentences: Sequence[str], contested: Sequence[bool], named: Sequence[bool]) -> Matrix:
    """Rate sentences for closing a summary: early ones rate no higher; the outcome, the dispute and who said so do.

    Args:
        ratings: what `rate` gave them.
        sentences: their texts.
        contested: which of them hold a denial, an accusation or the like.
        named: which of them name somebody.
    """
    import numpy as np

    ahead = np.array([_AHEAD.search(sentence) is not None for sentence in sentences])
    close: Matrix = (
        ratings
        * (1.0 + _POSITION_WEIGHT * np.arange(len(sentences)))
        * np.where(ahead, _AHEAD_FACTOR, 1.0)
        * np.where(contested, _CONTESTED_FACTOR, 1.0)
        * np.where(named, _NAMED_FACTOR, 1.0)
    )
    return close


def same(sentences: Sequence[str], cosines: Matrix) -> Matrix:
    """Tell which sentences say the same: by their cosine, or by the words they share of all they have."""
    import numpy as np

    words = [set(_WORD.findall(sentence.casefold())) for sentence in sentences]
    column = {word: index for index, word in enumerate(set().union(*words))}
    holds = np.zeros((len(words), max(1, len(column))), dtype=np.float32)
    for row, each in enumerate(words):
        holds[row, [column[word] for word in each]] = 1.0
    shared = holds @ holds.T
    size = holds.sum(axis=1)
    every = np.maximum(1.0, size[:, None] + size[None, :] - shared)
    told: Matrix = (cosines >= _SAME_COSINE) | (shared / every >= _SAME_WORDS)
    return told


def choose(
    ratings: Matrix,
    cosines: Matrix,
    alike: Matrix,
    candidates: Sequence[int],
    n: int,
    already: Sequence[int] = (),
    relevance: float = _RELEVANCE,
) -> list[int]:
    """Choose candidates by maximal marginal relevance (Carbonell and Goldstein, 1998), best first.

    Args:
        ratings: of all sentences.
        cosines: of all sentences with each other.
        alike: which of them say the same.
        candidates: the sentences to choose from, by index.
        n: how many to choose in all.
        already: those chosen before; the list returned begins with them.
        relevance: what the rating counts against the overlap with those chosen, 0 to 1; at 1 only sentences that say
            the same are kept apart.
    """
    import numpy as np

    scale = max((float(ratings[i]) for i in candidates), default=0.0) or 1.0
    overlap = cosines[list(already)].max(axis=0, initial=0.0)
    open_to = np.full(len(ratings), -np.inf)
    open_to[list(candidates)] = 0.0
    open_to[alike[list(already)].any(axis=0)] = -np.inf
    chosen = list(already)
    while len(chosen) < n:
        worth = relevance * ratings / scale - (1 - relevance) * overlap + open_to
        best = int(worth.argmax())
        if worth[best] == -np.inf:
            break
        chosen.append(best)
        overlap = np.maximum(overlap, cosines[best])
        open_to[alike[best]] = open_to[best] = -np.inf
    return chosen

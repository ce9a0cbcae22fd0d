"""Examples -> articles with what is to be learned of them: as annotated, as a reader decided, in single marks."""

from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.features import COLUMNS, WORD_ROWS
from training.prepare import OUT, Example, Quote

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


def decided(guess: Article) -> Article:
    """What a reader decided of an article, laid over what a network says of it.

    Words that were checked have the reader's tags, for certain; all others have the network's own, as nobody said that
    these are right. What the network takes for a quote and reaches into what was checked is none.

    Args:
        guess: the article as the network marks it; what it has `seen` holds the reader's answers.
    """
    mine, checked = annotated(guess.seen, whole=False), guess.seen.checked
    kept = np.array([not checked[first:last].any() for first, last in guess.quotes], dtype=bool)
    tags, chances = guess.tags.copy(), guess.chances.copy()
    for first, last in guess.quotes[~kept]:
        tags[first:last] = OUT
        chances[first:last] = 0
    tags[checked], chances[checked] = mine.tags[checked], 0
    return replace(
        guess,
        tags=tags,
        chances=chances,
        cues=np.where(checked, mine.cues, guess.cues),
        sources=np.where(checked[:, None], mine.sources, guess.sources),
        quotes=np.concatenate([mine.quotes, guess.quotes[kept]]),
        to_source=np.concatenate([mine.to_source, guess.to_source[kept]]),
        to_cue=np.concatenate([mine.to_cue, guess.to_cue[kept]]),
    )


def restyled(article: Article) -> Article:
    """An article as if its double marks were single; its pieces read both alike."""
    columns = article.seen.columns.copy()
    double = (columns[:, _MARKS] > 0) & (columns[:, _MARKS] < _SINGLE)
    columns[double, _MARKS] += _SINGLE
    columns[columns[:, _WORD] == _row('"'), _WORD] = _row("'")
    return replace(article, seen=replace(article.seen, columns=columns))


def _row(word: str) -> int:
    return crc32(word.encode()) % WORD_ROWS

"""From sentences to key points: what may be one, what rates best, and that the whole story is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import KeyPoint, Span
from reader.summarize.centrality import lexrank
from reader.summarize.methods import check, ranking
from reader.summarize.rank import choose, rate
from reader.summarize.standing import point_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Actor, Quote
    from reader.summarize.centrality import Matrix

# LexRank compares every sentence with every other and holds a row of words for each: 400 sentences (about 9,000
# words, more than any news story) take 16 MB, 4,000 would take over a gigabyte.
MAX_SENTENCES = 400

# From this many points on, at least one is from the second half: news ends with the dispute and what is next.
_POINTS_FOR_COVERAGE = 5


def key_points(
    text: str,
    sentences: Sequence[Span],
    n: int,
    *,
    headline: str | None = None,
    language: str = "en",
    method: str = "news",
    actors: Sequence[Actor] = (),
    quotes: Sequence[Quote] = (),
) -> tuple[KeyPoint, ...]:
    """Choose the sentences that carry the story, at most `n`, in order of the text.

    Args:
        text: the article.
        sentences: its sentences, in order.
        n: how many to choose at most; fewer are returned when fewer stand alone.
        headline: a sentence that only repeats it is no key point.
        language: ISO 639-1.
        method: one of METHODS.
        actors: the people and organisations of the article, who may be named where a pronoun stands.
        quotes: what they said.

    Raises:
        SetupError: there is no such method.
    """
    check(method)
    considered = sentences[:MAX_SENTENCES]
    if n <= 0 or not considered:
        return ()
    spans = [point_span(text, sentence, opens_text=i == 0) for i, sentence in enumerate(considered)]
    candidates = [i for i, span in enumerate(spans) if span and not _repeats(headline, text[span.start : span.end])]
    if not candidates:
        return ()
    wording = [text[s.start : s.end] for s in considered]
    centrality, cosines = lexrank(wording, language)
    if method == "news":
        ratings = rate(wording, centrality)
        chosen = choose(ratings, cosines, candidates, n)
        late = [i for i in candidates if considered[i].start >= len(text) // 2]
        if len(chosen) >= _POINTS_FOR_COVERAGE and not set(chosen) & set(late):
            chosen = choose(ratings, cosines, late, n, already=chosen[:-1])
    else:
        ratings = _by_rank(ranking(method, _paragraphs(text, considered), headline, language))
        chosen = choose(ratings, cosines, candidates, n, relevance=1.0)
    scale = max(float(ratings[i]) for i in chosen) or 1.0
    return tuple(_point(text, span, float(ratings[i]) / scale) for i in sorted(chosen) if (span := spans[i]))


def _by_rank(best_first: Sequence[int]) -> Matrix:
    """Ratings that fall evenly from the best sentence, 1, to the last: sumy's methods rate on scales of their own."""
    import numpy as np

    ratings = np.empty(len(best_first))
    ratings[list(best_first)] = np.linspace(1.0, 0.0, len(best_first), endpoint=False)
    return ratings


def _paragraphs(text: str, sentences: Sequence[Span]) -> list[list[str]]:
    """The texts of the sentences, by paragraph."""
    made: list[list[str]] = []
    end = 0
    for sentence in sentences:
        if not made or "\n" in text[end : sentence.start]:
            made.append([])
        made[-1].append(text[sentence.start : sentence.end])
        end = sentence.end
    return made


def _repeats(headline: str | None, wording: str) -> bool:
    return headline is not None and wording.rstrip(".").casefold() == headline.strip().rstrip(".").casefold()


def _point(text: str, span: Span, score: float) -> KeyPoint:
    return KeyPoint(start=span.start, end=span.end, text=text[span.start : span.end], score=round(score, 3))

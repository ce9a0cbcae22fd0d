"""From sentences to key points: what may be one, what rates best, and that the whole story is covered."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.lexicon.punctuation import ends_sentence
from reader.model import KeyPoint, Span
from reader.summarize.centrality import lexrank
from reader.summarize.methods import check, ranking
from reader.summarize.naming import Pronoun, possessive, pronouns, shown_name, unnamed_inside
from reader.summarize.rank import choose, rate, rate_close, same
from reader.summarize.standing import is_statement, point_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Actor, Quote
    from reader.summarize.centrality import Matrix

# LexRank compares every sentence with every other and holds a row of words for each: 400 sentences (about 9,000
# words, more than any news story) take 16 MB, 4,000 would take over a gigabyte.
MAX_SENTENCES = 400

# From this many points on, at least one is from the second half: news ends with the dispute and what is next.
_POINTS_FOR_COVERAGE = 5
_CONTESTING = frozenset({"deny", "accuse", "criticise", "warn", "demand"})


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
    standing = _standing(text, considered, headline, actors, quotes, english=language == "en")
    if n <= 0 or not standing:
        return ()
    wording = [text[s.start : s.end] for s in considered]
    centrality, cosines = lexrank(wording, language)
    alike = same(wording, cosines)
    if method == "news":
        ratings = rate(wording, centrality, _spoken(considered, quotes), english=language == "en")
        chosen = choose(ratings, cosines, alike, list(standing), n)
        late = [i for i in standing if considered[i].start >= len(text) // 2]
        if len(chosen) >= _POINTS_FOR_COVERAGE and not set(chosen[:-1]) & set(late):
            contested = _holding(considered, [q.cue for q in quotes if q.cue and q.speech_act in _CONTESTING])
            named = _holding(considered, [mention for actor in actors if actor.named for mention in actor.mentions])
            close = rate_close(ratings, wording, contested, named)
            chosen = choose(close, cosines, alike, late, n, already=chosen[:-1])
    else:
        ratings = _by_rank(ranking(method, _paragraphs(text, considered), headline, language))
        chosen = choose(ratings, cosines, alike, list(standing), n, relevance=1.0)
    scale = max(float(ratings[i]) for i in chosen) or 1.0
    return _points(text, [(standing[i], float(ratings[i]) / scale) for i in sorted(chosen)], actors)


class _Standing(NamedTuple):
    """A sentence that may be a point: which part of it, and the pronoun left off, which somebody's name stands for."""

    span: Span
    pronoun: Pronoun | None = None


def _standing(
    text: str,
    sentences: Sequence[Span],
    headline: str | None,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    *,
    english: bool,
) -> dict[int, _Standing]:
    """The sentences that stand alone, by their index."""
    told = pronouns(text, sentences, actors, quotes) if english else {}
    unnamed = unnamed_inside(text, sentences, actors, quotes) if english else set()
    # Some languages end no sentence with a mark; where they do, what ends without one is a heading.
    marked = any(ends_sentence(text[s.start : s.end]) for s in sentences)
    found: dict[int, _Standing] = {}
    for i, sentence in enumerate(sentences):
        if i in unnamed:
            continue
        span = point_span(text, sentence, opens_text=i == 0, english=english)
        if i in told and is_statement(text[told[i].rest : sentence.end]):
            found[i] = _Standing(Span(told[i].rest, sentence.end), told[i])
        elif (
            span
            and not _repeats(headline, words := text[span.start : span.end])
            and (ends_sentence(words) or not marked)
        ):
            found[i] = _Standing(span)
    return found


def _spoken(sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[float]:
    """The share of each sentence that is direct speech."""
    said = [quote for quote in quotes if quote.kind == "direct"]
    return [
        min(1.0, sum(max(0, min(s.end, q.end) - max(s.start, q.start)) for q in said) / max(1, s.end - s.start))
        for s in sentences
    ]


def _holding(sentences: Sequence[Span], excerpts: Sequence[Span]) -> list[bool]:
    """Which sentences hold the start of any of the excerpts."""
    starts = sorted(excerpt.start for excerpt in excerpts)
    return [bisect_left(starts, s.start) < bisect_left(starts, s.end) for s in sentences]


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


def _points(text: str, chosen: Sequence[tuple[_Standing, float]], actors: Sequence[Actor]) -> tuple[KeyPoint, ...]:
    """Make the points, in order; somebody shown for a pronoun is shown in full unless a point before names them."""
    made: list[KeyPoint] = []
    introduced: set[str] = set()
    for (span, pronoun), score in chosen:
        name = None
        if pronoun:
            shown = shown_name(pronoun.actor, actors, introduced=pronoun.actor.id in introduced)
            name = possessive(shown) if pronoun.possessive else shown
            introduced.add(pronoun.actor.id)
        introduced |= {a.id for a in actors if any(span.start <= m.start < span.end for m in a.mentions)}
        words = text[span.start : span.end]
        made.append(KeyPoint(start=span.start, end=span.end, text=words, score=round(score, 3), antecedent=name))
    return tuple(made)

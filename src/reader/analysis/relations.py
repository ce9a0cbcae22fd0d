"""What quotes have to do with each other: whom each is about, and which claim it denies. Rules over finished quotes."""

from collections.abc import Iterator, Sequence

import msgspec

from reader.lexicon.cues import CLAIMS, DISPUTING, JUDGING, PLAIN_DENIALS
from reader.model import Actor, Quote

# A denial answers something said at most this many quotes before it.
_REACH = 6


def related(quotes: Sequence[Quote], actors: Sequence[Actor], lemmas: Sequence[str]) -> tuple[Quote, ...]:
    """Add to each quote whom it is about and which earlier quote it denies.

    "Vale accused Moss of theft." is about Moss; "Moss denied that he took the money." denies it.

    Args:
        quotes: in order of the text.
        actors: everybody shown.
        lemmas: the lemma of each quote's cue, "" where it has none.
    """
    about = [quote_about(quote, actors, lemma in JUDGING) for quote, lemma in zip(quotes, lemmas, strict=True)]
    return tuple(
        msgspec.structs.replace(quote, about=about[n], denies=_denied(n, quotes, about, lemmas))
        for n, quote in enumerate(quotes)
    )


def quote_about(quote: Quote, actors: Sequence[Actor], judging: bool = False) -> tuple[str, ...]:
    """The actors named in a quote, in order, and before a judgement what it judges; never its own speaker."""
    start = quote.start
    if judging and quote.cue is not None and 0 <= quote.start - quote.cue.end <= _BETWEEN:
        start = quote.cue.end
    places = sorted(
        (mention.start, actor.id)
        for actor in actors
        if actor.id != quote.speaker
        for mention in actor.mentions
        if start <= mention.start and mention.end <= quote.end
    )
    return tuple(dict.fromkeys(actor for _, actor in places))


# "called the mayor's plan for the northern docks a “gift”": the object stands between cue and marks.
_BETWEEN = 120


def _denied(n: int, quotes: Sequence[Quote], about: Sequence[tuple[str, ...]], lemmas: Sequence[str]) -> str | None:
    quote = quotes[n]
    if lemmas[n] not in DISPUTING or quote.speaker is None:
        return None
    if lemmas[n] not in PLAIN_DENIALS and not any(word in CLAIMS for word in _lower_words(quote.text)):
        return None
    before = [m for m in range(max(0, n - _REACH), n) if quotes[m].speaker not in (None, quote.speaker)]
    accusing = [m for m in before if quote.speaker in about[m]]
    return quotes[(accusing or before)[-1]].id if before else None


def _lower_words(text: str) -> Iterator[str]:
    return (word.strip("“”\"‘’'.,;:").lower() for word in text.split())

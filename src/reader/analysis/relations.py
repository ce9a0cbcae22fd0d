"""What quotes have to do with each other: whom each is about, and which claim it denies. Rules over finished quotes."""

from collections.abc import Sequence

import msgspec

from reader.analysis.denials import Gist, denied
from reader.lexicon.cues import JUDGING
from reader.model import Actor, Quote


def related(quotes: Sequence[Quote], actors: Sequence[Actor], told: Sequence[Gist]) -> tuple[Quote, ...]:
    """Add to each quote whom it is about and which earlier quote it denies.

    "Vale accused Moss of theft." is about Moss; "Moss denied that he took the money." denies it.

    Args:
        quotes: in order of the text.
        actors: everybody shown.
        told: the words of each quote.
    """
    about = [quote_about(quote, actors, words.cue in JUDGING) for quote, words in zip(quotes, told, strict=True)]
    return tuple(
        msgspec.structs.replace(quote, about=about[n], denies=denied(n, quotes, about, told, _owner(told[n], actors)))
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


def _owner(gist: Gist, actors: Sequence[Actor]) -> str | None:
    """Whose claim a denial says it denies: an actor's id, "" for somebody who is none; None where it does not say."""
    at = gist.owner
    if at is None:
        return None
    return next((actor.id for actor in actors for mention in actor.mentions if mention.start <= at < mention.end), "")

"""Steps two and three of resolution: a score for each who is possible, and a decision, quote by quote."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis import calibration
from reader.analysis.discourse import Discourse, referent
from reader.analysis.quotes import reported_speech
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.resolution.history import History
from reader.analysis.resolution.possible import Possible, Way, floor, possible

# Which way is trusted before which: a name before a role, a role before whoever was mentioned last, a description of
# its own when nothing else is left. Steps of a hundred, so that no fit outweighs one.
_STEP = 100.0
_TRUSTED: tuple[Way, ...] = (
    "label", "name", "apposition", "beside", "surname", "voice", "owner", "same voice", "just spoke", "role", "generic",
    "unnamed", "pronoun", "floor",
)  # fmt: skip
_RANK = {way: rank for rank, way in enumerate(_TRUSTED)}
# Ways that are as sure as the best is ahead of the next best.
_BY_LEAD: frozenset[Way] = frozenset(("pronoun", "owner", "generic"))
# An even choice is half sure, and each sentence of distance ahead adds a third.
_EVEN, _WHOLE = 0.5, 3.0


class Resolution(NamedTuple):
    """Whom a mention stands for: an entity by its number, by which way, and how sure that is, 0 to 1."""

    entity: int
    way: Way
    sure: float


class Given(NamedTuple):
    """A quote, and whom it is given to; nobody where that cannot be told.

    `described` is the word that heads the description, where the speaker is a source without a name.
    """

    quote: Candidate
    speaker: Resolution | None
    described: int | None = None


def score(found: Possible) -> float:
    """How much speaks for somebody possible: first the way, then how well it fits."""
    return found.fit - _STEP * _RANK[found.way]


def decide(found: Sequence[Possible]) -> Resolution | None:
    """Choose among all who are possible; None where nobody is."""
    if not found:
        return None
    best = max(found, key=score)
    if best.way not in _BY_LEAD:
        return Resolution(best.entity, best.way, calibration.WAYS[best.way])
    fits = sorted((one.fit for one in found if one.way == best.way), reverse=True)
    return Resolution(best.entity, best.way, calibration.pronoun(lead(fits)))


def lead(fits: Sequence[float]) -> float:
    """How far the first of those who fit, best first, is ahead of the next: 0 to 1, from even odds to no rival."""
    return min(1.0, _EVEN + (fits[0] - fits[1]) / _WHOLE) if len(fits) > 1 else 1.0


def resolve(discourse: Discourse, quotes: Sequence[Candidate]) -> list[Given]:
    """Give each quote to whom its source stands for; one that names nobody goes to who has the floor.

    Quotes in marks that nobody is near to, and that are no sentence, are left out: titles, scare quotes.

    Args:
        discourse: the text, with its sources.
        quotes: in order of the text.
    """
    history, given = History(), list[Given]()
    for quote in quotes:
        speaker = decide(_possible(discourse, history, quote))
        if speaker is None:
            text = discourse.document.text
            if quote.source is not None or reported_speech.is_sentence(text, quote.start, quote.end):
                given.append(Given(quote, None))
            continue
        at = quote.source.i if quote.source is not None else history.at
        alone = quote.source is not None and speaker.way == "unnamed"
        described = referent(discourse, quote.source).i if quote.source is not None and alone else None
        history = history.after(speaker.entity, at, described)
        given.append(Given(quote, speaker, described))
    return given


def _possible(discourse: Discourse, history: History, quote: Candidate) -> list[Possible]:
    if quote.source is None:
        return floor(history)
    return possible(discourse, history, quote.source, is_label=quote.turn)

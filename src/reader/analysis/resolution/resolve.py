"""Quotes -> whom each is given to: who is possible, what speaks for each, and a decision, quote by quote."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.analysis import calibration
from reader.analysis.discourse import Discourse, referent
from reader.analysis.entities import names
from reader.analysis.quotes import attributions, reported_speech
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.resolution import openings, rules, scorer
from reader.analysis.resolution.history import History, Turn
from reader.analysis.resolution.plausible import Situation, plausible
from reader.analysis.resolution.possible import floor, possible
from reader.analysis.resolution.rules import Resolution
from reader.analysis.resolution.scorer import Scorer
from reader.analysis.resolution.stage import Stage

# Who was less likely than this to be meant is not remembered.
UNLIKELY = 0.02
# A source means nobody of them only where that is so many times likelier than the likeliest: it is so once in 70 times.
# Of 22 quotes of outlets not read where it was likelier at all, the likeliest was right in 9, nobody in 7; of the 9 up
# to here in 4 and 3.
NOBODY = 2.0


class Given(NamedTuple):
    """A quote, and whom it is given to; nobody where that cannot be told.

    `described` is the word that heads the description, where the speaker is a source without a name. `chances` says how
    likely it was for each of the likely ones; it is empty where the rules alone decided.
    """

    quote: Candidate
    speaker: Resolution | None
    described: int | None = None
    chances: Mapping[int, float] = {}


class Decision(NamedTuple):
    """Whom a mention stands for, None where that cannot be told, and how likely it was for each of the likely ones."""

    speaker: Resolution | None
    chances: Mapping[int, float]


def resolve(discourse: Discourse, quotes: Sequence[Candidate], learned: Scorer | None = None) -> list[Given]:
    """Give each quote to whom its source stands for; one that names nobody may go to who has the floor.

    Quotes in marks that nobody is near to, and that are no sentence, are left out: titles, scare quotes; so are reports
    whose source is a number: "Fewer than 3 in 10 say".

    Args:
        discourse: the text, with its sources.
        quotes: in order of the text.
        learned: what tells how likely each is who is possible; the trained scorer unless given.
    """
    learned = learned or scorer.load()
    stage, history, given = Stage(discourse), History(), list[Given]()
    for quote in quotes:
        seen = situation(stage, history, quote)
        decision = decide(seen, learned)
        history = after(seen, decision)
        speaker = decision.speaker
        if speaker is not None:
            given.append(Given(quote, speaker, describes(seen, speaker.entity), decision.chances))
        elif _may_be_anybody(seen) or reported_speech.is_sentence(discourse.document.text, quote.start, quote.end):
            given.append(Given(quote, None, None, decision.chances))
    return given


def _may_be_anybody(seen: Situation) -> bool:
    """Whether a quote has a source, though it cannot be told who that is."""
    return seen.mention is not None and not _is_nobody(seen)


def _is_nobody(seen: Situation) -> bool:
    mention = seen.mention
    return mention is not None and mention.i not in seen.stage.discourse.owner and attributions.is_nobody(mention)


def situation(stage: Stage, history: History, quote: Candidate) -> Situation:
    """Step one: whom the source of a quote may stand for, by the rules and by who is near."""
    discourse = stage.discourse
    mention = referent(discourse, quote.source) if quote.source is not None else None
    found = possible(discourse, history, quote.source, is_label=quote.turn) if quote.source else floor(history)
    ranked = tuple(sorted(found, key=rules.score, reverse=True))
    return Situation(stage, history, quote, mention, ranked, plausible(stage, history, quote, mention, ranked))


def decide(seen: Situation, learned: Scorer) -> Decision:
    """Steps two and three: a chance for each who may be meant, and the likeliest; None where that is nobody."""
    if attributions.is_asked(seen.quote.cue, seen.quote.source) or _is_nobody(seen):
        return Decision(None, {})
    about = openings.subject(seen.stage, seen.history, seen.quote)
    if about is not None:
        return Decision(Resolution(about, calibration.WAYS["floor"]), {})
    if ruled(seen):
        return Decision(rules.decide(seen.found), {})
    chances = learned.chances(seen)
    best = max(range(len(seen.who)), key=lambda n: chances[n], default=None)
    likely = {n: chance for n, chance in zip(seen.who, chances, strict=False) if chance >= UNLIKELY}
    if best is None or chances[-1] > NOBODY * chances[best]:
        return Decision(None, likely)
    named = seen.mention is not None and seen.mention.i in seen.stage.discourse.owner
    sure = calibration.chosen(chances[best], named=named)
    if seen.who[best] in seen.stage.dead and not named:
        sure = min(sure, calibration.DEAD)
    return Decision(Resolution(seen.who[best], sure), likely)


def ruled(seen: Situation) -> bool:
    """Whether the rules decide alone: full names of people, bodies and places by name, the turns of a transcript."""
    if seen.mention is None:
        return False
    if seen.found and seen.found[0].way == "label":
        return True
    owner = seen.stage.discourse.owner.get(seen.mention.i)
    if owner is None:
        return False
    name = seen.stage.name_at(seen.mention.i)
    return name is None or bool(name.given)


def after(seen: Situation, decision: Decision) -> History:
    """The history once a quote has been given to somebody; the same where it was given to nobody."""
    if decision.speaker is None:
        return seen.history
    source, entity = seen.quote.source, decision.speaker.entity
    if source is None or seen.mention is None:
        return seen.history.after(Turn(entity, seen.stage.word_at(seen.quote.start), "", decision.chances))
    turn = Turn(entity, seen.mention.i, names.fold(source.text), decision.chances)
    return seen.history.after(turn, source.i, describes(seen, entity))


def describes(seen: Situation, entity: int) -> int | None:
    """The word that heads the description, where an entity is the source without a name that the mention describes."""
    if seen.mention is None or seen.stage.discourse.sources.get(seen.mention.i) != entity:
        return None
    return seen.mention.i

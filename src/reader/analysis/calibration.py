"""How sure a speaker is: the tagger's doubt, the way from mention to person, and who it is, as one probability."""

import math
from typing import NamedTuple

import numpy as np

from reader.model import ActorKind

# How often the person was right when the source was, by the way there, on 384 quotes of articles annotated with names.
_NAMED, _DESCRIBED, _ROLE, _GUESSED = 0.99, 0.93, 0.75, 0.70
WAYS = {
    "name": _NAMED,
    "label": _DESCRIBED,
    "apposition": _DESCRIBED,
    "beside": _DESCRIBED,
    "surname": _DESCRIBED,
    "voice": _DESCRIBED,
    "unnamed": _DESCRIBED,
    "same voice": _ROLE,
    "role": _ROLE,
    "just spoke": _GUESSED,
    "floor": _GUESSED,
}
# The resolver is never surer than this of whom part of a name means, and of others no surer than of a pronoun without a
# rival: a name is put in a pronoun's place only where nothing else can be meant (`resolution.certainty`).
LEARNED = 0.97
# Nor of the dead, where the source is not their name: in four articles they spoke in two, in a diary and in a film.
DEAD = 0.5
# A pronoun's person: from even odds between two antecedents to one without a rival.
PRONOUN = (0.72, 0.93)
# What each of `columns` weighs in log odds, and how often a speaker of such a score is right; between, the line is
# straight. `make resolver` prints how to fit both; these to 4,903 quotes of outlets that the resolver had not read,
# twice over (docs/quality.md).
WEIGHTS = {"sure": 0.8, "found": 2.12, "by noun": 0.06, "unnamed": -0.44, "organization": -0.88, "place": -2.17}
SCORES = (-1.86, -0.41, 0.73, 1.96)
RIGHT = (0.501, 0.753, 0.927, 0.979)
# Less than this is as much as never.
_LEAST = 0.001


def pronoun(lead: float) -> float:
    """How sure a pronoun's person is; `lead` (0 to 1) is how far it is ahead of the next best."""
    return PRONOUN[0] + (PRONOUN[1] - PRONOUN[0]) * lead


def chosen(chance: float, *, named: bool) -> float:
    """How sure it is whom the resolver chooses; `named` says that the source is part of a name."""
    return min(chance, LEARNED if named else PRONOUN[1])


class Signals(NamedTuple):
    """What tells how often a speaker is right.

    Attributes:
        found: the tagger's chance, of the words being attributed times of the source being the right one.
        sure: how sure it is whom the source means.
        by_noun: whether the source is a noun ("the mayor"), no name, no pronoun, and not left out.
        named: whether the speaker has a name.
        kind: what the speaker is.
    """

    found: float
    sure: float
    by_noun: bool
    named: bool
    kind: ActorKind


def columns(signals: Signals) -> tuple[float, ...]:
    """What speaks for a speaker, in the order of `WEIGHTS`."""
    sure = min(max(signals.sure, _LEAST), 1 - _LEAST)
    return (
        math.log(sure / (1 - sure)),
        math.log(max(signals.found, _LEAST)),
        signals.by_noun,
        not signals.named,
        signals.kind == "organization",
        signals.kind == "place",
    )


def confidence(signals: Signals) -> float:
    """The probability that a speaker is right."""
    score = sum(weight * value for weight, value in zip(WEIGHTS.values(), columns(signals), strict=True))
    return round(float(np.interp(score, SCORES, RIGHT)), 3)

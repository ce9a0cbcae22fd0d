"""The rules' score for each who is possible, and their choice: sure of names, and what the resolver learns from."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis import calibration
from reader.analysis.resolution.possible import Possible, Way

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
    """Whom a mention stands for: an entity by its number, and how sure that is, 0 to 1."""

    entity: int
    sure: float


def score(found: Possible) -> float:
    """How much speaks for somebody possible: first the way, then how well it fits."""
    return found.fit - _STEP * _RANK[found.way]


def decide(found: Sequence[Possible]) -> Resolution | None:
    """Choose among all who are possible; None where nobody is."""
    if not found:
        return None
    best = max(found, key=score)
    if best.way not in _BY_LEAD:
        return Resolution(best.entity, calibration.WAYS[best.way])
    fits = sorted((one.fit for one in found if one.way == best.way), reverse=True)
    return Resolution(best.entity, calibration.pronoun(lead(fits)))


def lead(fits: Sequence[float]) -> float:
    """How far the first of those who fit, best first, is ahead of the next: 0 to 1, from even odds to no rival."""
    return min(1.0, _EVEN + (fits[0] - fits[1]) / _WHOLE) if len(fits) > 1 else 1.0

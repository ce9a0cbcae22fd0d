"""How sure a speaker is: fitted to what the program gives where its resolver has not read the article.

Prints the constants of `reader.analysis.calibration`, and how often a speaker shown at p is right on the half of the
outlets that they were not fitted to.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reader.analysis import calibration
from reader.analysis.calibration import Signals
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.analysis.entities.pronouns import pronoun_kind
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.resolution.resolve import resolve
from reader.analysis.resolution.scorer import Scorer
from training.resolver_examples import Reading, Speaker, is_speaker, speakers, stems

Floats = NDArray[np.float64]

_NAMES = tuple(calibration.WEIGHTS)
# The scores are cut at these shares, finer where less is right; a point of the line stands for each part. Of five ways
# to cut this one was off by .08 in the fewest tenths, over twenty halvings of the outlets.
_CUTS = (0.0, 0.1, 0.2, 0.4, 1.0)
_STEPS, _SHRINK, _LEAST = 60, 1.0, 0.001


class Shown(NamedTuple):
    """A quote as the program gives it: its outlet, what tells how sure its speaker is, and whether that is right."""

    outlet: str
    signals: Signals
    right: bool


def shown(outlet: str, read: Reading, scorer: Scorer) -> Iterator[Shown]:
    """The quotes of an article that the tagger finds and the annotators too, each with whom it is given to."""
    discourse = read.stage.discourse
    meant = {quote.start: gold for quote, gold in read.quotes if gold is not None and quote.chance < 1}
    for quote, speaker, *_ in resolve(discourse, [quote for quote, _ in read.quotes if quote.chance < 1], scorer):
        gold = meant.get(quote.start)
        said_by = speakers(read.article, gold) if gold is not None else []
        if speaker is None or not said_by:
            continue
        who = discourse.entities[speaker.entity]
        signals = Signals(quote.chance, speaker.sure, _is_by_noun(read, quote), who.named, who.kind)
        yield Shown(outlet, signals, any(is_speaker(who, each) or _is_so_called(quote, each) for each in said_by))


def _is_so_called(quote: Candidate, speaker: Speaker) -> bool:
    """Whether the words of the source describe an annotated speaker without a name."""
    if quote.source is None or speaker.forms:
        return False
    start, end = noun_phrase(quote.source)
    return bool(speaker.described & set(stems(quote.source.doc[start:end].text)))


def _is_by_noun(read: Reading, quote: Candidate) -> bool:
    source = quote.source
    if source is None or source.i in read.stage.discourse.owner:
        return False
    return source.pos_ != "PRON" and not pronoun_kind(source)


class Fit(NamedTuple):
    """Weights by name, and the line from score to share right."""

    weights: Mapping[str, float]
    scores: Floats
    right: Floats

    def chances(self, found: Sequence[Shown]) -> Floats:
        """The probability that each speaker is right."""
        return np.interp(_columns(found) @ np.array(list(self.weights.values())), self.scores, self.right)


def fit(found: Sequence[Shown]) -> Fit:
    """Fit weights by logistic regression, and then the line, which never falls."""
    columns, right = _columns(found), np.array([each.right for each in found], dtype=float)
    x = np.hstack([columns, np.ones((len(found), 1))])
    weights, shrink = np.zeros(x.shape[1]), _SHRINK * np.diag([1.0] * len(_NAMES) + [_LEAST])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - right) + shrink @ weights
        weights -= np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + shrink, slope)
    score = columns @ weights[:-1]
    edges = np.quantile(score, _CUTS)
    parts = [(score >= low) & (score <= high) for low, high in pairwise(edges)]
    line = [(score[part].mean(), right[part].mean()) for part in parts]
    scores, shares = np.array(line).T
    named = dict(zip(_NAMES, (float(weight) for weight in weights), strict=False))
    return Fit(named, scores, np.maximum.accumulate(shares))


def _columns(found: Sequence[Shown]) -> Floats:
    return np.array([calibration.columns(each.signals) for each in found], dtype=float)


def report(found: Sequence[Shown]) -> None:
    """Print the constants, and a table of what half of the outlets shows with constants fitted to the other half."""
    halves = [[each for each in found if crc32(each.outlet.encode()) % 2 == n] for n in (0, 1)]
    tested = [(half, fit(other).chances(half)) for half, other in zip(halves, reversed(halves), strict=True)]
    chances = np.concatenate([chance for _, chance in tested])
    right = np.array([each.right for half, _ in tested for each in half])
    now = np.array([calibration.confidence(each.signals) for half, _ in tested for each in half])
    for title, shares in (("fitted to the other half", chances), ("as the program is", now)):
        print(f"speakers, {title}:")
        for tenth in range(10):
            part = np.minimum(9, (shares * 10).astype(int)) == tenth
            if part.any():
                print(f"  shown at {shares[part].mean():.2f}: right {right[part].mean():.2f} of {part.sum()}")
    whole = fit(found)
    print("WEIGHTS =", {name: round(weight, 2) for name, weight in whole.weights.items()})
    print("SCORES =", tuple(round(float(score), 2) for score in whole.scores))
    print("RIGHT =", tuple(round(float(share), 3) for share in whole.right))

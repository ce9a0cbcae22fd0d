"""The seam of resolution: what tells how likely each is who may be meant, and the trained network that ships.

The network has two layers over the rows of `features`, a softmax over all rows of a situation, and is the mean of
several. `training/` holds the script that learns the weights; they are one data file beside this module.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reader.analysis import learned
from reader.analysis.learned import Stored
from reader.analysis.resolution import features
from reader.analysis.resolution.plausible import Situation

Array = NDArray[np.float32]

# The data file beside this module, with what tells these weights from others and the features they were learned on.
DATA = "resolver.npz"
_WHAT = "resolver"
# The weights of each layer, for all the networks that are averaged: the first layer has a row for each value of each
# column.
LAYERS = ("one", "one bias", "two", "two bias", "out")
# The networks are surer than they are right; with this on their scores the chances come true (docs/design-notes.md).
TEMPER = 0.7


class Scorer(Protocol):
    """Tells how likely each is who may be meant by a mention. Chooses nobody."""

    @property
    def version(self) -> str:
        """Tells this scorer and what it has learned from any other; analyses are stored with it."""

    def chances(self, situation: Situation) -> list[float]:
        """The chance of each of `situation.who`, and of nobody in the last place; together they are one."""


@dataclass(frozen=True, slots=True)
class LearnedScorer:
    """The learned weights, by the names in `LAYERS`, and what tells them from others; a `Scorer`."""

    weights: dict[str, Array]
    version: str = ""

    def chances(self, situation: Situation) -> list[float]:
        """The chance of each of `situation.who`, and of nobody in the last place."""
        found: list[float] = learned.softmax(TEMPER * self.scores(features.rows(situation))).tolist()
        return found

    def scores(self, rows: NDArray[np.int64]) -> Array:
        """How much speaks for each row of a situation, as the mean of the networks."""
        w = self.weights
        # Ones where a row's values stand: the product takes a third of the time of picking weights and adding them up.
        told = np.zeros((len(rows), w["one"].shape[1]), dtype=np.float32)
        told[np.arange(len(rows))[:, None], rows + OFFSETS] = 1
        hidden = told @ w["one"] + w["one bias"][:, None]
        hidden = np.maximum(np.maximum(hidden, 0) @ w["two"] + w["two bias"][:, None], 0)
        scores: Array = (hidden @ w["out"][:, :, None])[:, :, 0].mean(axis=0)
        return scores


# Where the rows of each column begin in the first layer.
OFFSETS = np.concatenate([[0], np.cumsum(list(features.COLUMNS.values()))[:-1]]).astype(np.int64)


@cache
def load() -> LearnedScorer:
    """Read the weights, once a process.

    Raises:
        SetupError: the file is missing, or was made for other features than this program describes mentions by.
    """
    return unpacked(learned.read(resources.files("reader.analysis.resolution"), DATA, _WHAT))


def unpacked(stored: Stored) -> LearnedScorer:
    """The scorer whose weights stand in a data file's arrays.

    Raises:
        SetupError: they were learned on other features than this program describes mentions by.
    """
    version = learned.version(stored, features.fingerprint(), DATA, _WHAT)
    if not set(LAYERS) <= set(stored):
        raise learned.unfit(DATA, _WHAT)
    return LearnedScorer({name: stored[name].astype(np.float32) for name in LAYERS}, version)

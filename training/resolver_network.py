"""Cases -> the weights of the resolver: small networks, trained in plain numpy in seconds; their mean ships."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from reader.analysis import learned
from reader.analysis.resolution import features, scorer
from training.resolver_examples import Case

# How many letters of their hash tell one set of weights from another.
VERSION_LETTERS = 12
FIRST, SECOND = 64, 32
DROPOUT = 0.3
# This share of the columns of a case is hidden at a time, so that none is relied on alone.
HIDDEN = 0.1
EPOCHS = 14
BATCH = 32
RATE = 2e-3
# Decoupled from the gradient, as in AdamW.
WEIGHT_DECAY = 0.02
# How many networks learn from one set of cases, to be averaged; each begins elsewhere and sees them in another order.
NETWORKS = 12
# So far apart are the seeds that networks begin with, from one seed of `make resolver` to the next.
_APART = 16
INPUTS = sum(features.COLUMNS.values())

Array = NDArray[np.float32]
Weights = dict[str, Array]


class Batch:
    """Several cases in one run of rows: their columns, where each case begins, and which rows are right."""

    def __init__(self, cases: Sequence[Case]) -> None:
        """Lay cases end to end."""
        rows = np.concatenate([case.rows for case in cases]).astype(np.int64) + scorer.OFFSETS
        self.seen = np.zeros((len(rows), INPUTS), dtype=np.float32)
        np.put_along_axis(self.seen, rows, 1, axis=1)
        self.right = np.concatenate([case.right for case in cases])
        counts = [len(case.right) for case in cases]
        self.starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self.example = np.repeat(np.arange(len(cases)), counts)


def train(cases: Sequence[Case], seed: int) -> Weights:
    """Train one network; the weights are those of one of `scorer.LAYERS` each."""
    random = np.random.default_rng(seed)
    weights: Weights = {
        "one": _normal(random, (INPUTS, FIRST), len(features.COLUMNS)),
        "one bias": np.zeros(FIRST, dtype=np.float32),
        "two": _normal(random, (FIRST, SECOND), FIRST),
        "two bias": np.zeros(SECOND, dtype=np.float32),
        "out": _normal(random, (SECOND,), SECOND),
    }
    average = {name: np.zeros_like(value) for name, value in weights.items()}
    moments = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    total = EPOCHS * -(-len(cases) // BATCH)
    kept = 0
    for step, batch in enumerate(_batches(cases, random), start=1):
        rate = RATE * min(1.0, 10 * step / total) * (1 - step / (total + 1))
        for name, slope in _slopes(weights, batch, random).items():
            first, second = moments[name]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope**2 - second)
            moved = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
            weights[name] -= rate * (moved + (WEIGHT_DECAY * weights[name] if weights[name].ndim > 1 else 0))
        if step > total * 3 // 4:
            kept += 1
            for name, value in weights.items():
                average[name] += (value - average[name]) / kept
    return average


def _normal(random: np.random.Generator, shape: tuple[int, ...], inputs: int) -> Array:
    return (random.standard_normal(shape) * np.sqrt(1 / inputs)).astype(np.float32)


def _batches(cases: Sequence[Case], random: np.random.Generator) -> Iterator[Batch]:
    for _ in range(EPOCHS):
        order = random.permutation(len(cases))
        for start in range(0, len(order), BATCH):
            yield Batch([cases[n] for n in order[start : start + BATCH]])


def _slopes(weights: Weights, batch: Batch, random: np.random.Generator) -> Weights:
    """The slopes of the loss: minus the logarithm of the chance that all right rows have together."""
    seen = batch.seen * _shown(batch, random)
    one = np.maximum(seen @ weights["one"] + weights["one bias"], 0)
    kept_one = (random.random(one.shape, dtype=np.float32) > DROPOUT) / np.float32(1 - DROPOUT)
    one *= kept_one
    two = np.maximum(one @ weights["two"] + weights["two bias"], 0)
    kept_two = (random.random(two.shape, dtype=np.float32) > DROPOUT) / np.float32(1 - DROPOUT)
    two *= kept_two
    scores = two @ weights["out"]
    odds = np.exp(scores - np.maximum.reduceat(scores, batch.starts)[batch.example])
    chance = odds / np.add.reduceat(odds, batch.starts)[batch.example]
    right = odds * batch.right
    wanted = right / np.maximum(np.add.reduceat(right, batch.starts), 1e-20)[batch.example]
    off = ((chance - wanted) / len(batch.starts)).astype(np.float32)
    back_two = np.outer(off, weights["out"]) * (two > 0) * kept_two.astype(np.float32)
    back_one = (back_two @ weights["two"].T) * (one > 0) * kept_one.astype(np.float32)
    return {
        "one": seen.T @ back_one,
        "one bias": back_one.sum(axis=0),
        "two": one.T @ back_two,
        "two bias": back_two.sum(axis=0),
        "out": two.T @ off,
    }


def _shown(batch: Batch, random: np.random.Generator) -> Array:
    """Which columns are left to see: the same ones in all rows of a case."""
    kept = random.random((len(batch.starts), len(features.COLUMNS)), dtype=np.float32) >= HIDDEN
    columns = np.repeat(kept / np.float32(1 - HIDDEN), list(features.COLUMNS.values()), axis=1)
    shown: Array = columns[batch.example]
    return shown


def ensemble(cases: Sequence[Case], seed: int, networks: int = NETWORKS) -> Weights:
    """Train all the networks that are averaged."""
    return mean([train(cases, _APART * seed + n) for n in range(networks)])


def mean(networks: Sequence[Weights]) -> Weights:
    """Several networks as the scorer holds them, side by side."""
    return {name: np.stack([network[name] for network in networks]) for name in scorer.LAYERS}


def joined(ensembles: Sequence[Weights]) -> Weights:
    """Several ensembles as one."""
    return {name: np.concatenate([weights[name] for weights in ensembles]) for name in scorer.LAYERS}


def stored(weights: Weights) -> dict[str, NDArray[np.generic]]:
    """The weights as they are stored, in half precision, with what tells them and what they were learned on."""
    arrays: dict[str, NDArray[np.generic]] = {name: value.astype(np.float16) for name, value in weights.items()}
    letters = sha256(b"".join(name.encode() + arrays[name].tobytes() for name in sorted(arrays))).hexdigest()
    return arrays | {
        learned.VERSION: np.array(letters[:VERSION_LETTERS]),
        learned.FEATURES: np.array(features.fingerprint()),
    }

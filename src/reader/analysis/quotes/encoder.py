"""The encoder: for each word a vector that knows the words around it. Knows no quotes, speakers or names.

The lower layers of MiniLM (all-MiniLM-L6-v2, Apache-2.0), trained further on reported speech and run in numpy: a table
of pieces, and layers of attention over windows of a text. `training/` holds the script that learns the weights; they
are one data file beside this module, of whole numbers of one byte with one scale a row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.analysis.quotes import wordpiece
from reader.analysis.quotes.wordpiece import Pieces, Vocabulary
from reader.errors import SetupError

Array = NDArray[np.float32]

WIDTH, ATTENTION_HEADS = 384, 12
_ATTENTION_SCALE = np.float32((WIDTH // ATTENTION_HEADS) ** -0.5)
# Pieces read at a time, and how many of them at an inner edge are read again with the next: they lack their context.
WINDOW, MARGIN = 254, 24
# The data file beside this module. An array NAME + SCALE beside NAME holds what its rows are to be multiplied by.
DATA = "encoder.npz"
SCALE = ".scale"
VERSION, READING, VOCABULARY = "version", "reading", "vocabulary"
TABLE = "piece.weight"
# How many letters of its hash tell one way of reading from another.
_FINGERPRINT = 16


class Window(NamedTuple):
    """Pieces `start` to `end` are read together; the vectors of `first` to `last` are kept. Ends exclusive."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Encoder:
    """The learned weights by name, the table of pieces still in whole numbers, and the pieces it knows."""

    weights: dict[str, Array]
    table: NDArray[np.int8]
    scale: Array
    vocabulary: Vocabulary
    version: str = ""

    def vectors(self, pieces: Pieces) -> Array:
        """One row a word: the mean of the vectors of its pieces."""
        if not len(pieces.rows):
            return np.zeros((0, WIDTH), dtype=np.float32)
        cut = windows(len(pieces.rows))
        hidden = [self._looked_up(pieces.rows[w.start : w.end]) for w in cut]
        layer = 0
        # Layer by layer, not window by window: the weights of one layer stay near the processor meanwhile.
        while f"layer.{layer}.qkv.weight" in self.weights:
            hidden = [self._layer(rows, f"layer.{layer}.") for rows in hidden]
            layer += 1
        kept = [rows[1 + w.first - w.start : 1 + w.last - w.start] for rows, w in zip(hidden, cut, strict=True)]
        return _means(np.concatenate(kept), pieces)

    def _looked_up(self, rows: NDArray[np.int32]) -> Array:
        w = self.weights
        framed = np.array([self.vocabulary.opening, *rows.tolist(), self.vocabulary.closing])
        found: Array = self.table[framed] * self.scale[framed, None] + w["place.weight"][: len(framed)]
        return _normalised(found, w["norm.weight"], w["norm.bias"])

    def _layer(self, hidden: Array, name: str) -> Array:
        seen = self._linear(_attended(self._linear(hidden, name + "qkv")), name + "out")
        hidden = self._norm(hidden + seen, name + "norm")
        return self._norm(hidden + self._linear(_gelu(self._linear(hidden, name + "up")), name + "down"), name + "last")

    def _linear(self, values: Array, name: str) -> Array:
        made: Array = values @ self.weights[name + ".weight"].T
        made += self.weights[name + ".bias"]
        return made

    def _norm(self, values: Array, name: str) -> Array:
        return _normalised(values, self.weights[name + ".weight"], self.weights[name + ".bias"])


def _means(vectors: Array, pieces: Pieces) -> Array:
    sums = np.concatenate([np.zeros((1, WIDTH)), vectors.cumsum(axis=0, dtype=np.float64)])
    ends = pieces.starts + pieces.counts
    return np.asarray((sums[ends] - sums[pieces.starts]) / pieces.counts[:, None], dtype=np.float32)


def _attended(qkv: Array) -> Array:
    """Each piece's mean of what all others hold, weighted by how much it asks for them, head by head."""
    count = len(qkv)
    query, key, value = qkv.reshape(count, 3, ATTENTION_HEADS, -1).transpose(1, 2, 0, 3)
    scores = (query * _ATTENTION_SCALE) @ key.transpose(0, 2, 1)
    scores -= scores.max(axis=2, keepdims=True)
    np.exp(scores, out=scores)
    seen = scores @ value
    seen /= scores.sum(axis=2, keepdims=True)
    return np.asarray(seen.transpose(1, 0, 2).reshape(count, WIDTH), dtype=np.float32)


def _gelu(values: Array) -> Array:
    # In tanh, as the weights were trained: numpy has no error function.
    inner = values * values
    inner *= np.float32(0.7978845608 * 0.044715)
    inner += np.float32(0.7978845608)
    inner *= values
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner


def _normalised(values: Array, weight: Array, bias: Array) -> Array:
    centred = values - values.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + np.float32(1e-12))
    return np.asarray(centred / spread * weight + bias, dtype=np.float32)


def windows(count: int) -> list[Window]:
    """Cut a run of so many pieces into windows that overlap, so that every piece is kept once and in context."""
    made: list[Window] = []
    kept = 0
    while kept < count:
        start = max(0, kept - MARGIN)
        end = min(start + WINDOW, count)
        last = end if end == count else end - MARGIN
        made.append(Window(start, end, kept, last))
        kept = last
    return made


def fingerprint() -> str:
    """Tells this way of reading from any other: weights fit the one that they were learned on."""
    reading = (wordpiece.PLACEHOLDERS, wordpiece.NAMES, wordpiece.LONGEST_WORD, WINDOW, MARGIN)
    return sha256(repr(reading).encode()).hexdigest()[:_FINGERPRINT]


@cache
def load() -> Encoder:
    """Read the weights that the program ships with, once a process."""
    return read(resources.files("reader.analysis.quotes"))


def read(folder: Traversable) -> Encoder:
    """Read the weights from the data file in a folder.

    Raises:
        SetupError: the file is missing, or was made for another way of reading words.
    """
    try:
        with folder.joinpath(DATA).open("rb") as file, np.load(file) as stored:
            return unpacked({name: stored[name] for name in stored.files})
    except FileNotFoundError as error:
        raise SetupError(f"The encoder's data file ({DATA}) is missing.", "Install On Record anew.") from error


def unpacked(stored: dict[str, NDArray[Any]]) -> Encoder:
    """The encoder whose weights stand in a data file's arrays.

    Raises:
        SetupError: they were learned on another way of reading words than this program's.
    """
    learned_on, version = (str(stored.pop(name, "")) for name in (READING, VERSION))
    if learned_on != fingerprint():
        raise SetupError(
            f"The encoder's data file ({DATA}) does not fit this version of the program.",
            "Install On Record anew, or run make train where the reading of words was changed.",
        )
    pieces = stored.pop(VOCABULARY).tobytes().decode().split("\n")
    table, scale = stored.pop(TABLE), stored.pop(TABLE + SCALE).astype(np.float32)
    return Encoder(plain(stored), table, scale, Vocabulary(pieces), version)


def plain(stored: dict[str, NDArray[Any]]) -> dict[str, Array]:
    """Stored arrays as they are computed with: whole numbers of one byte times the scale of their row."""
    weights = {name: values.astype(np.float32) for name, values in stored.items()}
    scales = {name: weights.pop(name) for name in list(weights) if name.endswith(SCALE)}
    for name, values in scales.items():
        weights[name.removesuffix(SCALE)] *= values[:, None]
    return weights


def spelled(pieces: Sequence[str]) -> NDArray[np.uint8]:
    """A vocabulary as it is stored: its pieces in order, one a line."""
    return np.frombuffer("\n".join(pieces).encode(), dtype=np.uint8)

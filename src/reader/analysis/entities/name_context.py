"""What a word means where it stands: one layer of a small language model over the pieces of a text, run in numpy.

The layer and its table of pieces are those of all-MiniLM-L6-v2 (Apache-2.0), cut to what news needs, with no piece that
is a name of people's. Knows nothing of names; the name tagger reads its vectors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.analysis import learned
from reader.analysis.learned import Stored
from reader.analysis.quotes import word_vectors
from reader.analysis.quotes.wordpiece import FIGURE, PLACEHOLDERS, UNKNOWN, Pieces, Vocabulary

Array = NDArray[np.float32]

HEADS = 12
# Words look at others within a window of so many pieces, made of whole sentences where these are shorter.
WINDOW = 126
# They come first in the vocabulary; the last two open and close a window.
SPECIAL = (UNKNOWN, *PLACEHOLDERS, "[CLS]", "[SEP]")
_OPENS, _CLOSES = np.array([3]), np.array([4])
# Windows are read together until they have so many pieces: a text of any length takes the same room.
_TOGETHER = 512
# A longer word is read by its first pieces.
_LONGEST = 16
_SMALL = 1e-12
_FINGERPRINT = 16
# sqrt(2 / pi) and the cubic term of the smooth step between 0 and x, as its authors approximate it.
_GELU, _CUBIC, _HALF = np.float32(0.7978845608), np.float32(0.044715), np.float32(0.5)
# The arrays of a data file begin with this, and the pieces stand under that name.
PREFIX, VOCABULARY = "context.", "context.vocabulary"


def fingerprint() -> str:
    """Tells this way of reading words from any other."""
    return sha256(repr((HEADS, WINDOW, SPECIAL, _LONGEST)).encode()).hexdigest()[:_FINGERPRINT]


@dataclass(frozen=True, slots=True)
class Context:
    """The weights by name, and the pieces that the rows of the table stand for."""

    weights: dict[str, Array]
    vocabulary: Vocabulary

    def read(self, doc: Doc, wanted: NDArray[np.int32]) -> Array:
        """One row for each of the wanted words of a document, given by index in order: the mean of its pieces there."""
        forms, same = np.unique(doc.to_array("ORTH"), return_inverse=True)
        written = [_written(doc.vocab.strings[int(form)]) for form in forms]
        pieces = self.vocabulary.read([written[n] for n in same.tolist()])
        space, starts = doc.to_array(["IS_SPACE", "SENT_START"]).T
        counts = np.minimum(pieces.counts, np.where(space, 0, _LONGEST).astype(np.int32))
        vectors = np.zeros((len(wanted), self.weights["up"].shape[1]), dtype=np.float32)
        for batch in _together(windows(counts, starts == 1), counts):
            rows, owner, ends = self._rows(pieces, counts, batch)
            here = np.flatnonzero(np.isin(owner, wanted))
            if not len(here):
                continue
            words, first = np.unique(owner[here], return_index=True)
            vectors[np.searchsorted(wanted, words)] = np.add.reduceat(self._layer(rows, ends, here), first, axis=0)
        vectors /= np.maximum(counts[wanted], 1)[:, None]
        return vectors

    def _rows(
        self, pieces: Pieces, counts: NDArray[np.int32], batch: Sequence[tuple[int, int]]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], list[int]]:
        """The pieces of several windows on end, the word each is of (-1 for none), and where the windows end."""
        rows: list[NDArray[Any]] = []
        owner: list[NDArray[Any]] = []
        ends: list[int] = []
        for start, end in batch:
            held = counts[start:end]
            first = np.repeat(pieces.starts[start:end] - np.cumsum(held) + held, held)
            rows += [_OPENS, pieces.rows[first + np.arange(held.sum())], _CLOSES]
            owner += [np.array([-1]), np.repeat(np.arange(start, end), held), np.array([-1])]
            ends.append((ends[-1] if ends else 0) + int(held.sum()) + 2)
        return np.concatenate(rows), np.concatenate(owner), ends

    def hidden(self, words: Sequence[str]) -> Array:
        """What lies between the two matrices behind the attention, one row a piece of these words."""
        pieces = self.vocabulary.read([_written(word) for word in words])
        counts = np.minimum(pieces.counts, _LONGEST)
        rows, _, ends = self._rows(pieces, counts, list(windows(counts, np.ones(len(words), dtype=np.bool_))))
        return self._wide(self._seen(rows, ends, np.arange(len(rows))))

    def _layer(self, rows: NDArray[np.int64], ends: Sequence[int], wanted: NDArray[np.int64]) -> Array:
        """The wanted ones of the pieces after the layer, where each has seen the others of its window."""
        w = self.weights
        hidden = self._seen(rows, ends, wanted)
        return self._normal(hidden + self._wide(hidden) @ w["narrow.weight"].T + w["narrow.bias"], "third")

    def _seen(self, rows: NDArray[np.int64], ends: Sequence[int], wanted: NDArray[np.int64]) -> Array:
        """The wanted pieces, in order, after they have looked at all of their window; the others are looked at alone.

        One piece in four stands in a word with a capital: only these are asked for, which halves the time.
        """
        w = self.weights
        starts = [0, *ends[:-1]]
        place = np.arange(len(rows)) - np.repeat(starts, np.subtract(ends, starts))
        hidden = self._normal(w["table"][rows] @ w["up"] + w["place"][place], "first")
        keys, values = (hidden @ w[f"{name}.weight"].T + w[f"{name}.bias"] for name in ("key", "value"))
        asking = hidden[wanted]
        queries = asking @ w["query.weight"].T + w["query.bias"]
        cuts = [0, *np.searchsorted(wanted, ends).tolist()]
        seen: Array = np.concatenate(
            [
                _attended(queries[first:last], keys[start:end], values[start:end])
                for (first, last), start, end in zip(pairwise(cuts), starts, ends, strict=True)
            ]
        )
        return self._normal(asking + seen @ w["seen.weight"].T + w["seen.bias"], "second")

    def _wide(self, hidden: Array) -> Array:
        return _gelu(hidden @ self.weights["wide.weight"].T + self.weights["wide.bias"])

    def _normal(self, values: Array, name: str) -> Array:
        """Each row with a mean of 0 and a spread of 1, in place; then weighted as the layer learned."""
        values -= values.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", values, values) / np.float32(values.shape[1])
        values /= np.sqrt(spread + _SMALL, dtype=np.float32)[:, None]
        values *= self.weights[f"{name}.weight"]
        values += self.weights[f"{name}.bias"]
        return values


def unpacked(stored: Stored) -> Context:
    """The layer whose weights stand under `PREFIX` in a data file's arrays, of which they are taken out."""
    vocabulary = word_vectors.unspelled(stored.pop(VOCABULARY))
    own = {name: stored.pop(name) for name in list(stored) if name.startswith(PREFIX)}
    return Context({name.removeprefix(PREFIX): values for name, values in learned.plain(own).items()}, vocabulary)


def _written(text: str) -> str:
    """A word as it is read: any figure as one."""
    return FIGURE if any(c.isdigit() for c in text) and not any(c.isalpha() for c in text) else text


def windows(counts: NDArray[np.int32], starts: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Cut the words of a document into windows, between sentences where these fit into one. Ends are exclusive."""
    before = np.concatenate([[0], np.cumsum(counts)])
    cuts = [*np.flatnonzero(starts).tolist(), len(counts)]
    begin = last = 0
    for cut in cuts:
        if cut > last > begin and before[cut] - before[begin] > WINDOW:
            yield begin, last
            begin = last
        while before[cut] - before[begin] > WINDOW:
            end = int(np.searchsorted(before, before[begin] + WINDOW, side="right")) - 1
            yield begin, end
            begin = end
        last = cut
    if begin < len(counts):
        yield begin, len(counts)


def _together(found: Iterator[tuple[int, int]], counts: NDArray[np.int32]) -> Iterator[list[tuple[int, int]]]:
    """Windows that follow one another, as many as are read together."""
    batch: list[tuple[int, int]] = []
    held = 0
    for start, end in found:
        batch.append((start, end))
        held += int(counts[start:end].sum())
        if held > _TOGETHER:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _attended(queries: Array, keys: Array, values: Array) -> Array:
    """What some pieces of one window see of all in it, head by head."""
    count, width = queries.shape
    each = width // HEADS
    q, k, v = (part.reshape(len(part), HEADS, each).transpose(1, 0, 2) for part in (queries, keys, values))
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(np.float32(each))
    return np.asarray((learned.softmax(scores) @ v).transpose(1, 0, 2).reshape(count, width))


def _gelu(values: Array) -> Array:
    """A smooth step between nothing and a value, as the layer was trained with; in place where that saves room."""
    inner = values * values
    inner *= _CUBIC
    inner += 1
    inner *= values
    inner *= _GELU
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= _HALF
    return inner

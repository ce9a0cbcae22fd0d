"""What a word means where it stands: one layer of a small language model over the pieces of a text, run in numpy.

The layer and its table of pieces are those of all-MiniLM-L6-v2 (Apache-2.0), cut to what news needs, with no piece that
is a name of people's, and the layer trained further with the name tagger, which reads its vectors.
"""

from collections.abc import Iterable, Iterator, Sequence
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
class Spread:
    """The pieces of several windows on end.

    Attributes:
        rows: int64, for each piece its row of the table.
        owner: int64, for each the index of the word it is of; -1 for what opens and closes a window.
        ends: where each window ends among them.
    """

    rows: NDArray[np.int64]
    owner: NDArray[np.int64]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The weights by name, and the pieces that the rows of the table stand for."""

    weights: dict[str, Array]
    vocabulary: Vocabulary

    def read(self, doc: Doc, wanted: NDArray[np.int32]) -> Array:
        """One row for each of the wanted words of a document, given by index in order: the mean of its pieces there."""
        return self.meant(self.spread(doc), wanted)

    def meant(self, spreads: Iterable[Spread], wanted: NDArray[np.int32]) -> Array:
        """The same of a document that is spread already."""
        vectors = np.zeros((len(wanted), self.weights["up"].shape[1]), dtype=np.float32)
        for spread in spreads:
            here = np.flatnonzero(np.isin(spread.owner, wanted))
            if not len(here):
                continue
            words, first, count = np.unique(spread.owner[here], return_index=True, return_counts=True)
            sums = np.add.reduceat(self._layer(spread, here), first, axis=0)
            vectors[np.searchsorted(wanted, words)] = sums / count[:, None].astype(np.float32)
        return vectors

    def spread(self, doc: Doc) -> Iterator[Spread]:
        """A document in pieces, as many windows at a time as are read together."""
        forms, same = np.unique(doc.to_array("ORTH"), return_inverse=True)
        written = [_written(doc.vocab.strings[int(form)]) for form in forms]
        pieces = self.vocabulary.read([written[n] for n in same.tolist()])
        space, starts = doc.to_array(["IS_SPACE", "SENT_START"]).T
        counts = np.minimum(pieces.counts, np.where(space, 0, _LONGEST).astype(np.int32))
        for batch in _together(windows(counts, starts == 1), counts):
            yield _spread(pieces, counts, batch)

    def hidden(self, words: Sequence[str]) -> Array:
        """What lies between the two matrices behind the attention, one row a piece of these words."""
        pieces = self.vocabulary.read([_written(word) for word in words])
        counts = np.minimum(pieces.counts, _LONGEST)
        whole = windows(counts, np.ones(len(words), dtype=np.bool_))
        spread = _spread(pieces, counts, list(whole))
        return self._wide(self._seen(spread, np.arange(len(spread.rows))))

    def _layer(self, spread: Spread, here: NDArray[np.intp]) -> Array:
        """Some of the pieces, in order, after the layer, where each has seen the others of its window."""
        w = self.weights
        hidden = self._seen(spread, here)
        return self._normal(hidden + self._wide(hidden) @ w["narrow.weight"].T + w["narrow.bias"], "third")

    def _seen(self, spread: Spread, here: NDArray[np.intp]) -> Array:
        """Some of the pieces behind the attention. The others are only looked at.

        One piece in four stands in a word with a capital: to ask for no others halves the time.
        """
        w = self.weights
        starts = [0, *spread.ends[:-1]]
        place = np.arange(len(spread.rows)) - np.repeat(starts, np.subtract(spread.ends, starts))
        every = self._normal(w["table"][spread.rows] @ w["up"] + w["place"][place], "first")
        hidden = every[here]
        queries, keys, values = (
            seen @ w[f"{name}.weight"].T + w[f"{name}.bias"]
            for name, seen in (("query", hidden), ("key", every), ("value", every))
        )
        cuts = np.searchsorted(here, [0, *spread.ends]).tolist()
        looks = zip(pairwise([0, *spread.ends]), pairwise(cuts), strict=True)
        looked: Array = np.concatenate([_attended(queries[c:d], keys[a:b], values[a:b]) for (a, b), (c, d) in looks])
        return self._normal(hidden + looked @ w["seen.weight"].T + w["seen.bias"], "second")

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


def _spread(pieces: Pieces, counts: NDArray[np.int32], batch: Sequence[tuple[int, int]]) -> Spread:
    rows: list[NDArray[Any]] = []
    owner: list[NDArray[Any]] = []
    ends: list[int] = []
    for start, end in batch:
        held = counts[start:end]
        first = np.repeat(pieces.starts[start:end] - np.cumsum(held) + held, held)
        rows += [_OPENS, pieces.rows[first + np.arange(held.sum())], _CLOSES]
        owner += [np.array([-1]), np.repeat(np.arange(start, end), held), np.array([-1])]
        ends.append((ends[-1] if ends else 0) + int(held.sum()) + 2)
    return Spread(np.concatenate(rows), np.concatenate(owner), tuple(ends))


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

"""What each word of a text is by its letters alone: a vector, the mean of those of its pieces, names left out.

The table of pieces began as that of MiniLM (all-MiniLM-L6-v2, Apache-2.0), cut to fewer columns. It was trained further
with the quote tagger, in whose data file it stands. Knows nothing of the words around a word.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.analysis.quotes import wordpiece
from reader.analysis.quotes.features import COLUMNS, Features
from reader.analysis.quotes.wordpiece import Pieces, Vocabulary

Array = NDArray[np.float32]

_MARKS = list(COLUMNS).index("marks")


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The table, in whole numbers of one byte with one scale a row, and the pieces that its rows stand for."""

    table: NDArray[np.int8]
    scale: Array
    vocabulary: Vocabulary

    def read(self, doc: Doc, seen: Features) -> Array:
        """One row for each of the words of a document that `features` described."""
        return self.vectors(self.vocabulary.read(wordpiece.written(doc, seen.tokens, seen.columns[:, _MARKS])))

    def vectors(self, pieces: Pieces) -> Array:
        """One row a word: the mean of the rows of its pieces."""
        if not len(pieces.rows):
            return np.zeros((0, self.table.shape[1]), dtype=np.float32)
        rows = self.table[pieces.rows] * self.scale[pieces.rows, None]
        sums: Array = np.add.reduceat(rows, pieces.starts, axis=0)
        sums /= pieces.counts[:, None]
        return sums


def spelled(pieces: list[str]) -> NDArray[np.uint8]:
    """A vocabulary as it is stored: its pieces in order, one a line."""
    return np.frombuffer("\n".join(pieces).encode(), dtype=np.uint8)


def unspelled(stored: NDArray[Any]) -> Vocabulary:
    """The vocabulary that was stored."""
    return Vocabulary(stored.tobytes().decode().split("\n"))

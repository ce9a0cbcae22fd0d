"""What the columns of the resolver are made with: sorts of grammar, and numbers laid into a few bins."""

from bisect import bisect_left
from collections.abc import Sequence

# How a word stands in its sentence, as one of a few sorts.
GRAMMAR = {
    "nsubj": 1, "nsubjpass": 2, "pobj": 3, "dobj": 4, "dative": 4, "poss": 5, "compound": 6, "nmod": 6, "appos": 7,
    "conj": 8, "agent": 9, "ROOT": 10, "attr": 11,
}  # fmt: skip
PLURAL = frozenset(("NNS", "NNPS"))
SUBJECTS = ("nsubj", "nsubjpass")


def binned(value: float, edges: Sequence[float]) -> int:
    """Which of the stretches between edges a value is in; an edge belongs to the one below it."""
    return bisect_left(edges, value)

"""The first layer of MiniLM, cut for the name tagger: fewer pieces, columns and hidden numbers. What it begins with."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reader.analysis.entities.name_context import WINDOW, Context
from reader.analysis.quotes.wordpiece import FIGURE, NAME, Vocabulary
from training import pretrained

Array = NDArray[np.float32]

# Columns of the table of pieces, of 384; in these lies most of what its rows differ by.
WIDTH = 192
# Hidden numbers behind the attention, of 1,536: those that change most, the way back fitted to what all of them give.
HIDDEN = 512
# What a stand-in begins with, as the mean of pieces that stand where it will.
_LIKE = {FIGURE: "2 10 100 2015 12 three", NAME: "john maria ali smith london india"}
_LAYER = "encoder.layer.0."
_NAMES = {
    "first": "embeddings.LayerNorm",
    "query": _LAYER + "attention.self.query",
    "key": _LAYER + "attention.self.key",
    "value": _LAYER + "attention.self.value",
    "seen": _LAYER + "attention.output.dense",
    "second": _LAYER + "attention.output.LayerNorm",
    "wide": _LAYER + "intermediate.dense",
    "narrow": _LAYER + "output.dense",
    "third": _LAYER + "output.LayerNorm",
}
# How much a fitted way back is held small, beside the mean square of what it is fitted to.
_SHRINK = 1e-4


def context(pieces: Sequence[str], texts: Sequence[Sequence[str]]) -> Context:
    """The layer as the program runs it, before it is trained further.

    Args:
        pieces: those that are kept, as `name_vocabulary` gives them.
        texts: words of articles, by which the hidden numbers are chosen.
    """
    theirs = pretrained.tensors()
    row = {piece: n for n, piece in enumerate(pretrained.piece_names())}
    table = theirs["embeddings.word_embeddings.weight"]
    rows = np.stack([table[[row[like] for like in _LIKE.get(p, p).split()]].mean(axis=0) for p in pieces])
    mean = rows.mean(axis=0)
    _, _, columns = np.linalg.svd(rows - mean, full_matrices=False)
    place = theirs["embeddings.position_embeddings.weight"][: WINDOW + 2]
    weights: dict[str, Array] = {
        "table": (rows - mean) @ columns[:WIDTH].T,
        "up": columns[:WIDTH],
        "place": place + theirs["embeddings.token_type_embeddings.weight"][0] + mean,
    }
    for ours, name in _NAMES.items():
        weights |= {f"{ours}.{part}": theirs[f"{name}.{part}"] for part in ("weight", "bias")}
    whole = Context(weights, Vocabulary(pieces))
    return Context(weights | _narrowed(whole, texts), whole.vocabulary)


def _narrowed(whole: Context, texts: Sequence[Sequence[str]]) -> dict[str, Array]:
    """The two matrices behind the attention with the hidden numbers that matter most."""
    w = whole.weights
    wide = np.concatenate([whole.hidden(words) for words in texts])
    spread = wide.var(axis=0) * np.square(w["narrow.weight"]).sum(axis=0)
    best = np.sort(np.argsort(-spread)[:HIDDEN])
    seen = np.concatenate([wide[:, best], np.ones((len(wide), 1), dtype=np.float32)], axis=1).astype(np.float64)
    moments = seen.T @ seen
    moments += np.eye(len(moments)) * _SHRINK * np.trace(moments) / len(moments)
    fitted = np.linalg.solve(moments, seen.T @ (wide @ w["narrow.weight"].T + w["narrow.bias"])).astype(np.float32)
    return {
        "wide.weight": w["wide.weight"][best],
        "wide.bias": w["wide.bias"][best],
        "narrow.weight": fitted[:-1].T,
        "narrow.bias": fitted[-1],
    }

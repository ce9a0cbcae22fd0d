"""The table of pieces that words begin with: MiniLM's rows, cut to the columns in which they differ most."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from training import pretrained

# Columns of the table. MiniLM has 384; in these lie two thirds of what its rows differ by.
WIDTH = 128
# How far the numbers of the table spread at first, as those of the other tables.
SPREAD = 0.3
# A placeholder starts as the mean of pieces that stand where it will.
LIKE = {
    "[figure]": "2 10 100 2015 12 three",
    "[name]": "john maria ali smith london india africa ministry company american",
}


def table(pieces: Sequence[str]) -> Tensor:
    """Return one row of `WIDTH` numbers for each piece."""
    theirs = pretrained.tensors()["embeddings.word_embeddings.weight"]
    row = {piece: n for n, piece in enumerate(pretrained.piece_names())}
    rows = np.stack([theirs[[row[like] for like in LIKE.get(piece, piece).split()]].mean(axis=0) for piece in pieces])
    rows -= rows.mean(axis=0)
    _, _, columns = np.linalg.svd(rows, full_matrices=False)
    cut = rows @ columns[:WIDTH].T
    return torch.from_numpy((cut * (SPREAD / cut.std())).astype(np.float32))

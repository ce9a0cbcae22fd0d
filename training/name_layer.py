"""The name tagger's layer as a torch module: what `name_context` computes, under the names by which it reads them."""

import itertools
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis.entities.name_context import HEADS, Context, Spread

# What is put to nothing behind each part of the layer. Words that may be names told right on the held outlets: .873 by
# the layer as it is; trained further, with .1 here .880 after five turns and .883 after ten, with .3 .886 after ten;
# with less of the meaning shown besides (`name_network.BLURRED`) .888 after twelve, and the same after fourteen.
DROPOUT = 0.3
# The table of pieces stays MiniLM's, for a piece may be part of somebody's name. Trained too, it comes to .870.
_FIXED = ("table", "up", "place")
_NORMS, _LINEAR = ("first", "second", "third"), ("query", "key", "value", "seen", "wide", "narrow")
_SMALL = 1e-12


class Layer(nn.Module):
    """One layer over the pieces of an article, begun with weights that are given."""

    def __init__(self, start: Context) -> None:
        """Begin with the weights of a layer of the program."""
        super().__init__()
        for name in _FIXED:
            self.register_buffer(name, torch.from_numpy(start.weights[name]))
        for name in (*_NORMS, *_LINEAR):
            weight, bias = (torch.from_numpy(start.weights[f"{name}.{part}"].copy()) for part in ("weight", "bias"))
            part = nn.LayerNorm(len(bias), _SMALL) if name in _NORMS else nn.Linear(weight.shape[1], weight.shape[0])
            part.load_state_dict({"weight": weight, "bias": bias})
            self.add_module(name, part)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, spreads: Sequence[Spread], wanted: NDArray[np.int32]) -> Tensor:
        """One row for each of the wanted words of one document, given by index in order: the mean of its pieces."""
        rows, owner, inside = padded(spreads)
        part = self.get_submodule
        place = self.get_buffer("place")[: rows.shape[1]]
        hidden = self.drop(part("first")(self.get_buffer("table")[rows] @ self.get_buffer("up") + place))
        heads = (rows.shape[0], rows.shape[1], HEADS, -1)
        query, key, value = (part(name)(hidden).view(heads).transpose(1, 2) for name in ("query", "key", "value"))
        looked = functional.scaled_dot_product_attention(query, key, value, attn_mask=inside[:, None, None, :])
        looked = part("seen")(looked.transpose(1, 2).flatten(2))
        hidden = part("second")(hidden + self.drop(looked))
        told = part("narrow")(functional.gelu(part("wide")(hidden), approximate="tanh"))
        told = part("third")(hidden + self.drop(told)).flatten(0, 1)
        at = np.searchsorted(wanted, owner).clip(0, len(wanted) - 1)
        here = torch.from_numpy(np.flatnonzero(wanted[at] == owner))
        word = torch.from_numpy(at.astype(np.int64))[here]
        sums = told.new_zeros(len(wanted), told.shape[1]).index_add(0, word, told[here])
        return sums / torch.bincount(word, minlength=len(wanted)).clamp(min=1)[:, None]


def padded(spreads: Sequence[Spread]) -> tuple[Tensor, NDArray[np.int64], Tensor]:
    """The windows of one document side by side: rows of the table; the word of each, on end; which are inside."""
    parts = [
        (spread.rows[a:b], spread.owner[a:b]) for spread in spreads for a, b in itertools.pairwise((0, *spread.ends))
    ]
    longest = max(len(rows) for rows, _ in parts)
    rows = np.zeros((len(parts), longest), dtype=np.int64)
    owner = np.full((len(parts), longest), -1, dtype=np.int64)
    inside = np.zeros((len(parts), longest), dtype=np.bool_)
    for n, (its, words) in enumerate(parts):
        rows[n, : len(its)], owner[n, : len(its)], inside[n, : len(its)] = its, words, True
    return torch.from_numpy(rows), owner.ravel(), torch.from_numpy(inside)

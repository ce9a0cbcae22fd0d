"""The encoder as a torch module: what `reader.analysis.quotes.encoder` computes, starting from MiniLM's lower layers.

Parameters carry the names under which the program reads them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis.quotes.encoder import ATTENTION_HEADS, WIDTH, WINDOW, windows
from reader.analysis.quotes.wordpiece import BREAK, OPENING
from training import pretrained
from training.prepare import Example

LAYERS = 3
_INNER = 1536
# A placeholder starts as the mean of pieces that stand where it will.
LIKE = {
    "[figure]": "2 10 100 2015 12 three",
    "[name]": "john maria ali smith london india africa ministry company american",
}


class Reading(NamedTuple):
    """Several articles laid out for the encoder.

    Attributes:
        rows: int64, one row a window: its pieces, from the opening piece on, padded.
        lengths: how many of each are no padding.
        kept: for each piece that is kept, its place in `rows`, counted through.
        words: for each of them the word it belongs to; breaks belong to one behind the last.
        count: how many words there are.
    """

    rows: Tensor
    lengths: Tensor
    kept: Tensor
    words: Tensor
    count: int


def reading(examples: Sequence[Example], gap: int, opening: int, closing: int) -> Reading:
    """Lay articles out, with so many empty words behind each as `training.network.batched` leaves."""
    rows: list[NDArray[np.int64]] = []
    kept: list[NDArray[np.int64]] = []
    words: list[NDArray[np.int64]] = []
    count = 0
    total = sum(len(item.tags) + gap for item in examples)
    for item in examples:
        belongs = np.full(len(item.pieces), total, dtype=np.int64)
        for n in range(int(item.piece_counts.max())):
            has = item.piece_counts > n
            belongs[item.piece_starts[has] + n] = count + np.flatnonzero(has)
        for window in windows(len(item.pieces)):
            at = len(rows) * (WINDOW + 2) + 1 - window.start
            row = np.zeros(WINDOW + 2, dtype=np.int64)
            framed = [opening, *item.pieces[window.start : window.end].tolist(), closing]
            row[: len(framed)] = framed
            rows.append(row)
            kept.append(np.arange(window.first, window.last) + at)
            words.append(belongs[window.first : window.last])
        count += len(item.tags) + gap
    rows_array = np.stack(rows)
    lengths = np.array([WINDOW + 2 - int(np.argmax(row[::-1] != 0)) for row in rows_array])
    longest = int(lengths.max())
    flat = np.concatenate(kept)
    flat = flat // (WINDOW + 2) * longest + flat % (WINDOW + 2)
    return Reading(
        torch.from_numpy(rows_array[:, :longest].copy()),
        torch.from_numpy(lengths),
        torch.from_numpy(flat),
        torch.from_numpy(np.concatenate(words)),
        total,
    )


class Layer(nn.Module):
    """Attention and two linear maps, each added to what it was given."""

    def __init__(self) -> None:
        """Make the parameters."""
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, _INNER), nn.Linear(_INNER, WIDTH)
        self.norm, self.last = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return the vectors a layer further up."""
        many, length, _ = hidden.shape
        query, key, value = self.qkv(hidden).view(many, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        hidden = self.norm(hidden + self.out(seen.transpose(1, 2).reshape(many, length, WIDTH)))
        inner = functional.gelu(self.up(hidden), approximate="tanh")
        return self.last(hidden + self.down(inner))


class Encoder(nn.Module):
    """Pieces to the vectors of words."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take MiniLM's lower layers, and of its table the pieces that are kept."""
        super().__init__()
        self.pieces = list(pieces)
        self.piece, self.place = nn.Embedding(len(pieces), WIDTH), nn.Embedding(WINDOW + 2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layer = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.opening, self.closing = self.pieces.index(OPENING), self.pieces.index(BREAK)
        self.load_state_dict(_pretrained(self.pieces))

    def forward(self, reading: Reading) -> Tensor:
        """Return one vector a word, zero where there is none."""
        longest = reading.rows.shape[1]
        hidden = self.norm(self.piece(reading.rows) + self.place.weight[:longest])
        mask = None
        if bool((reading.lengths < longest).any()):
            mask = (torch.arange(longest) < reading.lengths[:, None])[:, None, None, :]
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for layer in self.layer:
                hidden = layer(hidden, mask)
        kept = hidden.float().reshape(-1, WIDTH)[reading.kept]
        sums = kept.new_zeros(reading.count + 1, WIDTH).index_add(0, reading.words, kept)[:-1]
        counts = torch.bincount(reading.words, minlength=reading.count + 1)[:-1]
        return sums / counts.clamp(min=1)[:, None]


def _pretrained(pieces: Sequence[str]) -> dict[str, Tensor]:
    """MiniLM's weights under this program's names."""
    tensors = {name: torch.from_numpy(values.copy()) for name, values in pretrained.tensors().items()}
    table = tensors["embeddings.word_embeddings.weight"]
    row = {piece: n for n, piece in enumerate(pretrained.piece_names())}
    state = {
        "piece.weight": torch.stack(
            [table[[row[like] for like in LIKE.get(piece, piece).split()]].mean(0) for piece in pieces]
        ),
        "place.weight": tensors["embeddings.position_embeddings.weight"][: WINDOW + 2]
        + tensors["embeddings.token_type_embeddings.weight"][0],
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = tensors[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            theirs = f"encoder.layer.{n}."
            attention = [tensors[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            state[f"layer.{n}.qkv.{part}"] = torch.cat(attention)
            for ours, name in _NAMES.items():
                state[f"layer.{n}.{ours}.{part}"] = tensors[f"{theirs}{name}.{part}"]
    return state


_NAMES = {
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "last": "output.LayerNorm",
}

"""The quote tagger as a torch module: what `quote_tagger` computes, with the losses that teach it.

Parameters carry the names under which the tagger reads them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.features import COLUMNS
from training.prepare import NOBODY, Example

WIDTH = 128
POINTER_WIDTH = 64
# The word's own table holds most of what is to be known; the kinds have few values.
EMBEDDED = {"word": 32, "tag": 12, "dep": 12, "ent": 6, "marks": 6, "place": 4}
DROPOUT = 0.3
# This share of words loses its lemma in training, so that grammar alone has to do.
WORD_DROPOUT = 0.1
# The learned losses differ in size by tens: tags, cues, sources, source pointer, cue pointer.
LOSS_WEIGHTS = (4.0, 1.0, 1.0, 0.15, 0.1)
# Heads of the network that only help it learn; the tagger does not read them.
TRAINING_ONLY = ("cue.", "src.")
# Empty rows between the articles of a batch, so that no layer looks from one straight into the next.
GAP = max(quote_tagger.DILATIONS)


class Batch(NamedTuple):
    """Several articles in one run of rows, a gap behind each; the fields of `Example`."""

    columns: Tensor
    heads: Tensor
    paragraphs: Tensor
    tags: Tensor
    sources: Tensor
    cues: Tensor
    quotes: Tensor


def batched(examples: Sequence[Example]) -> Batch:
    """Lay articles end to end."""
    parts: list[list[NDArray[np.int64]]] = []
    start = 0
    for item in examples:
        count = len(item.tags)
        empty = np.zeros(GAP, dtype=np.int64)
        gap = np.arange(start + count, start + count + GAP)
        quotes = np.where(item.quotes == NOBODY, NOBODY, item.quotes + start)
        # Paragraph numbers are moved like rows: only their distance within an article matters.
        moved = [np.concatenate([item.heads + start, gap]), np.concatenate([item.paragraphs + start, gap])]
        answers = [np.concatenate([values, empty]) for values in (item.tags, item.sources, item.cues)]
        columns = np.concatenate([item.columns, np.zeros((GAP, len(COLUMNS)), dtype=np.int64)])
        parts.append([columns, *moved, *answers, quotes])
        start += count + GAP
    return Batch(*(torch.from_numpy(np.concatenate(part).astype(np.int64)) for part in zip(*parts, strict=True)))


class Network(nn.Module):
    """Embeddings, dilated layers that also see the grammatical head, tags, and two pointers."""

    def __init__(self) -> None:
        """Make all parameters, at random."""
        super().__init__()
        self.emb = nn.ModuleList([nn.Embedding(COLUMNS[name], EMBEDDED[name]) for name in COLUMNS])
        for table in self.emb:
            nn.init.normal_(table.weight, std=0.3)
        self.inp = nn.Linear(sum(EMBEDDED.values()), WIDTH)
        self.lay = nn.ModuleList([nn.Linear(4 * WIDTH, WIDTH) for _ in quote_tagger.DILATIONS])
        self.norm = nn.ModuleList([nn.LayerNorm(WIDTH) for _ in quote_tagger.DILATIONS])
        self.tag = nn.Linear(WIDTH, 3)
        self.cue = nn.Linear(WIDTH, 1)
        self.src = nn.Linear(WIDTH, 3)
        self.trans = nn.Parameter(torch.zeros(3, 3))
        for n in ("", "2"):
            self.add_module(f"q{n}", nn.Linear(4 * WIDTH, POINTER_WIDTH))
            self.add_module(f"k{n}", nn.Linear(WIDTH, POINTER_WIDTH))
            self.add_module(f"dist{n}", nn.Embedding(quote_tagger.BUCKETS, 1))
            self.add_module(f"null{n}", nn.Linear(4 * WIDTH, 1))
        self.rel = nn.Embedding(4, 1)
        self.drop = nn.Dropout(DROPOUT)

    def losses(self, batch: Batch) -> list[Tensor]:
        """Return what there is to improve on, one number for each of `LOSS_WEIGHTS`."""
        hidden = self.drop(self._encode(batch.columns, batch.heads))
        start, end, source, _, _, cue = batch.quotes.T
        return [
            _tagging_loss(self.tag(hidden), batch.tags, self.trans),
            functional.binary_cross_entropy_with_logits(self.cue(hidden).squeeze(1), batch.cues.float()),
            functional.cross_entropy(self.src(hidden), batch.sources),
            self._pointing_loss(hidden, batch.paragraphs, start, end, source, ""),
            self._pointing_loss(hidden, batch.paragraphs, start, end, cue, "2"),
        ]

    def _encode(self, columns: Tensor, heads: Tensor) -> Tensor:
        if self.training:
            columns = columns.clone()
            columns[torch.rand(len(columns)) < WORD_DROPOUT, list(COLUMNS).index("word")] = 0
        embedded = torch.cat([table(columns[:, n]) for n, table in enumerate(self.emb)], dim=1)
        hidden = functional.relu(self.inp(self.drop(embedded)))
        count = len(hidden)
        for layer, norm, reach in zip(self.lay, self.norm, quote_tagger.DILATIONS, strict=True):
            padded = functional.pad(hidden, (0, 0, reach, reach))
            seen = (padded[:count], hidden, padded[2 * reach :], hidden.index_select(0, heads))
            hidden = norm(hidden + self.drop(functional.relu(layer(torch.cat(seen, dim=1)))))
        return hidden

    def _pointing_loss(
        self, hidden: Tensor, paragraphs: Tensor, start: Tensor, end: Tensor, answer: Tensor, pointer: str
    ) -> Tensor:
        """Cross-entropy over the words in reach of each quote and "nobody"; an answer out of reach is "nobody"."""
        if not len(start):
            return hidden.new_zeros(())
        query, key, near, nobody = (self.get_submodule(f"{name}{pointer}") for name in ("q", "k", "dist", "null"))
        first, last = start.numpy(), end.numpy()
        window, reachable = quote_tagger.window(first, last, len(hidden))
        rows, allowed = torch.from_numpy(window), torch.from_numpy(reachable)
        quotes = _described(hidden, start, end)
        scores = (query(quotes) @ key(hidden).T).gather(1, rows) / POINTER_WIDTH**0.5
        scores = scores + near(torch.from_numpy(quote_tagger.distance(window, first, last))).squeeze(2)
        scores = scores + self.rel((paragraphs[rows] - paragraphs[start][:, None]).abs().clamp(max=3)).squeeze(2)
        scores = scores.masked_fill(~allowed, float(quote_tagger.FORBIDDEN))
        scores = torch.cat([scores, nobody(quotes)], dim=1)
        hit = (rows == answer[:, None]) & allowed
        wanted = torch.where(hit.any(1), hit.float().argmax(1), torch.full_like(answer, rows.shape[1]))
        return functional.cross_entropy(scores, wanted)


def weights(state: dict[str, Tensor]) -> dict[str, NDArray[np.float32]]:
    """Return what the tagger reads of a network's state."""
    return {name: value.numpy() for name, value in state.items() if not name.startswith(TRAINING_ONLY)}


def _described(hidden: Tensor, start: Tensor, end: Tensor) -> Tensor:
    """A quote as its first and last word, its mean, and the word before it."""
    sums = torch.cat([hidden.new_zeros(1, hidden.shape[1]), hidden.cumsum(0)])
    mean = (sums[end] - sums[start]) / (end - start)[:, None]
    before = torch.where((start > 0)[:, None], hidden[(start - 1).clamp(min=0)], hidden.new_zeros(()))
    return torch.cat([hidden[start], hidden[end - 1], mean, before], dim=1)


def _tagging_loss(scores: Tensor, tags: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood a word of the right tags among all sequences (a linear-chain CRF).

    The sum over sequences is a product of 3 by 3 matrices; they are multiplied in pairs, which takes a dozen steps
    where going word by word takes thousands.
    """
    forbidden = torch.tensor([[0, 0, float(quote_tagger.FORBIDDEN)], [0, 0, 0], [0, 0, 0]])
    moves = transitions + forbidden
    right = scores.gather(1, tags[:, None]).sum() + moves[tags[:-1], tags[1:]].sum()
    steps = moves + scores[1:, None, :]
    unchanged = torch.full((1, 3, 3), float(quote_tagger.FORBIDDEN))
    unchanged[0].fill_diagonal_(0)
    while len(steps) > 1:
        if len(steps) % 2:
            steps = torch.cat([steps, unchanged])
        steps = torch.logsumexp(steps[0::2, :, :, None] + steps[1::2, None, :, :], dim=2)
    first = scores[0] + torch.tensor([0, 0, float(quote_tagger.FORBIDDEN)])
    return (torch.logsumexp(first[:, None] + steps[0], dim=(0, 1)) - right) / len(tags)

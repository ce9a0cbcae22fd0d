"""The quote tagger as a torch module: what `quote_tagger` computes, with the losses that teach it.

Parameters carry the names under which the tagger reads them.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis import learned
from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.features import COLUMNS
from training.batches import Batch

WIDTH = 128
POINTER_WIDTH = 64
# The word's own table holds most of what is to be known; the kinds have few values.
EMBEDDED = {"word": 32, "tag": 12, "dep": 12, "ent": 6, "marks": 6, "place": 4}
DROPOUT = 0.3
# This share of words loses its lemma in training, and as many their letters, so that grammar alone has to do.
WORD_DROPOUT = 0.1
VECTOR_DROPOUT = 0.2
# The learned losses differ in size by tens: tags, chances of tags, cues, sources, source pointer, cue pointer.
LOSS_WEIGHTS = (4.0, 4.0, 1.0, 1.0, 0.15, 0.1)
# Heads of the network that only help it learn; the tagger does not read them.
TRAINING_ONLY = ("cue.", "src.")
# What is added for articles annotated with whole attributions, where plans and beliefs count, and to which bias. In the
# others only speech and writing do. The program reads every article as if this share of it were of the first sort. Less
# of it finds fewer quotes without marks, and the wrong ones are sorted out behind the tagger anyway: whole attributions
# end to end F1 .601 at 0.3, .604 here, .609 at 1. More of it cuts marked quotes worse: names F1 of held outlets .809,
# .805 and .793. With `annotations.jsonl` all quotes of held outlets are .851 at 0, .846 at 0.25 and .828 here, whole
# attributions .637, .667 and .689, names F1 on US politics .890, .893 and .899.
_WHOLE = {"whole_in": "inp.bias", "whole_out": "vec_out.bias"}
READ_AS_WHOLE = 0.5
_WORD = list(COLUMNS).index("word")


class Network(nn.Module):
    """Embeddings, dilated layers that also see the grammatical head, tags, and two pointers."""

    def __init__(self, table: Tensor) -> None:
        """Make all parameters, at random but for the table of pieces."""
        super().__init__()
        self.piece = nn.Embedding(*table.shape)
        self.piece.weight.data.copy_(table)
        self.vec_in, self.vec_out = nn.Linear(table.shape[1], WIDTH, bias=False), nn.Linear(table.shape[1], WIDTH)
        nn.init.zeros_(self.vec_out.weight)
        nn.init.zeros_(self.vec_out.bias)
        self.whole_in, self.whole_out = nn.Parameter(torch.zeros(WIDTH)), nn.Parameter(torch.zeros(WIDTH))
        self.emb = nn.ModuleList([nn.Embedding(COLUMNS[name], EMBEDDED[name]) for name in COLUMNS])
        for embedding in self.emb:
            nn.init.normal_(embedding.weight, std=0.3)
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

    def begin(self, path: Path) -> None:
        """Take over what a quote tagger's data file holds, but for the table of pieces."""
        with np.load(path) as stored:
            kept = {name: stored[name] for name in stored.files if stored[name].dtype.kind in "if"}
        numbers = {name: values for name, values in kept.items() if not name.startswith(quote_tagger.PIECES)}
        known = learned.plain(numbers)
        self.load_state_dict({name: torch.from_numpy(values) for name, values in known.items()}, strict=False)

    def losses(self, batch: Batch) -> list[Tensor]:
        """Return what there is to improve on, one number for each of `LOSS_WEIGHTS`."""
        hidden = self.drop(self.hidden(batch))
        scores = self.tag(hidden)
        guesses = batch.chances.sum().clamp(min=1)
        return [
            _tagging_loss(scores, batch.tags, self.trans),
            -(batch.chances * functional.log_softmax(scores, 1)).sum() / guesses,
            functional.binary_cross_entropy_with_logits(self.cue(hidden).squeeze(1), batch.cues),
            -(batch.sources * functional.log_softmax(self.src(hidden), 1)).sum(1).mean(),
            self._pointing_loss(hidden, batch, batch.to_source, ""),
            self._pointing_loss(hidden, batch, batch.to_cue, "2"),
        ]

    def hidden(self, batch: Batch) -> Tensor:
        """Return one vector a row."""
        columns, vectors = batch.columns, functional.dropout(self._vectors(batch), VECTOR_DROPOUT, self.training)
        if self.training:
            columns = columns.clone()
            columns[torch.rand(len(columns)) < WORD_DROPOUT, _WORD] = 0
            vectors = vectors * (torch.rand(len(vectors), 1) > WORD_DROPOUT)
        embedded = torch.cat([table(columns[:, n]) for n, table in enumerate(self.emb)], dim=1)
        whole = batch.whole[:, None]
        hidden = functional.relu(self.inp(self.drop(embedded)) + self.vec_in(vectors) + whole * self.whole_in)
        count = len(hidden)
        for layer, norm, reach in zip(self.lay, self.norm, quote_tagger.DILATIONS, strict=True):
            padded = functional.pad(hidden, (0, 0, reach, reach))
            seen = (padded[:count], hidden, padded[2 * reach :], hidden.index_select(0, batch.heads))
            hidden = norm(hidden + self.drop(functional.relu(layer(torch.cat(seen, dim=1)))))
        return hidden + self.vec_out(vectors) + whole * self.whole_out

    def _vectors(self, batch: Batch) -> Tensor:
        rows = self.piece(batch.pieces)
        count = len(batch.columns)
        sums = rows.new_zeros(count, rows.shape[1]).index_add(0, batch.words, rows)
        return sums / torch.bincount(batch.words, minlength=count).clamp(min=1)[:, None]

    def pointing(self, hidden: Tensor, paragraphs: Tensor, quotes: Tensor, pointer: str) -> Tensor:
        """Return a score for each word in reach of each quote, and for "nobody"; `pointer` is "" or "2" for cues."""
        start, end = quotes[:, 0], quotes[:, 1]
        query, key, near, nobody = (self.get_submodule(f"{name}{pointer}") for name in ("q", "k", "dist", "null"))
        first, last = start.numpy(), end.numpy()
        window, reachable = quote_tagger.window(first, last, len(hidden))
        rows, allowed = torch.from_numpy(window), torch.from_numpy(reachable)
        described = _described(hidden, start, end)
        scores = (query(described) @ key(hidden).T).gather(1, rows) / POINTER_WIDTH**0.5
        scores = scores + near(torch.from_numpy(quote_tagger.distance(window, first, last))).squeeze(2)
        scores = scores + self.rel((paragraphs[rows] - paragraphs[start][:, None]).abs().clamp(max=3)).squeeze(2)
        scores = scores.masked_fill(~allowed, float(quote_tagger.FORBIDDEN))
        return torch.cat([scores, nobody(described)], dim=1)

    def _pointing_loss(self, hidden: Tensor, batch: Batch, wanted: Tensor, pointer: str) -> Tensor:
        if not len(batch.quotes):
            return hidden.new_zeros(())
        scores = self.pointing(hidden, batch.paragraphs, batch.quotes, pointer)
        return -(wanted * functional.log_softmax(scores, 1)).sum(1).mean()


def weights(state: dict[str, Tensor]) -> dict[str, NDArray[np.float32]]:
    """Return what the tagger reads of a network's state."""
    kept = {name: value.numpy() for name, value in state.items() if not name.startswith((*TRAINING_ONLY, *_WHOLE))}
    added = {bias: kept[bias] + READ_AS_WHOLE * state[name].numpy() for name, bias in _WHOLE.items()}
    return kept | added


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

"""The name tagger's network as a torch module: what `name_tagger` computes, under the names by which it reads them."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from reader.analysis.entities.name_features import COLUMNS, TOLD, Features
from reader.analysis.entities.name_tagger import LABELS, REACH, around, context

# The widths of the embeddings: of the word, then of each of `COLUMNS`.
WIDTHS = (24, 8, 12, 6, 8, 8)
HIDDEN, SECOND = 96, 64
# What is put to nothing of the hidden numbers, of the words (half of it), and of what a word means.
DROPOUT, BLURRED = 0.4, 0.4
_KINDS = len(LABELS)


class NameNetwork(nn.Module):
    """Two steps: a word with its neighbours and its meaning there; then that, and the chances of those around it."""

    def __init__(self, rows: int, meant: int) -> None:
        """Make all parameters for a vocabulary of so many words, and meanings of so many numbers."""
        super().__init__()
        sizes = zip((rows + 1, *COLUMNS.values()), WIDTHS, strict=True)
        self.emb = nn.ModuleList([nn.Embedding(count, width) for count, width in sizes])
        for embedding in self.emb:
            nn.init.normal_(embedding.weight, std=0.1)
        self.one = nn.Linear((sum(WIDTHS) + TOLD) * (2 * REACH + 1), HIDDEN)
        self.meant = nn.Linear(meant, HIDDEN, bias=False)
        self.first = nn.Linear(HIDDEN, _KINDS)
        self.two = nn.Linear(HIDDEN + _KINDS * (2 * REACH + 1 + 3), SECOND)
        self.second = nn.Linear(SECOND, _KINDS)
        self.drop, self.blur, self.blurred = nn.Dropout(DROPOUT), nn.Dropout(DROPOUT / 2), nn.Dropout(BLURRED)

    def forward(self, seen: Features, meant: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of each label for each candidate after the first and after the second step."""
        columns = torch.from_numpy(seen.columns).long()
        parts = [embedding(columns[:, n]) for n, embedding in enumerate(self.emb)]
        words = self.blur(torch.cat([*parts, torch.from_numpy(seen.told)], dim=1))
        words = torch.cat([words, words.new_zeros(1, words.shape[1])])
        rows = torch.from_numpy(around(seen.candidates, len(seen.same))).long()
        told = self.one(words[rows].flatten(1)) + self.meant(self.blurred(meant))
        hidden = torch.relu(told)
        dropped = self.drop(hidden)
        # What the second step sees of the first is not moved.
        chances = torch.softmax(self.first(hidden), dim=1).detach().numpy()
        near = torch.from_numpy(context(chances, seen))
        second = torch.relu(self.two(torch.cat([dropped, near], dim=1)))
        return self.first(dropped), self.second(self.drop(second))


def weights(state: Mapping[str, Tensor]) -> dict[str, NDArray[np.float32]]:
    """A network's weights as the program's arrays."""
    return {name: values.numpy().astype(np.float32) for name, values in state.items()}

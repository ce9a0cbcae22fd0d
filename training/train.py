"""Examples -> weights: trains the network in two stages and prints its scores on articles kept apart.

First it learns from the articles with whole attributions, then from a mixture with those that are annotated with names,
from many papers. Where readers decided of articles of their own it marks these as well, and learns from them beside the
others.
"""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from training import words
from training.articles import Article, annotated, decided, restyled
from training.batches import batched
from training.export import shippable
from training.guesses import guessed
from training.measure import measure
from training.network import LOSS_WEIGHTS, Network
from training.prepare import CORRECTED, OUTLETS, PIECES, SINCE, Example, restore


class Stage(NamedTuple):
    """A part of the training.

    Attributes:
        epochs: how many.
        whole: the share of the articles with whole attributions that an epoch goes through.
        named: how often it goes through each article annotated with names.
        decided: how often it goes through each article that a reader decided of.
        rate: the highest learning rate; that of the table of pieces is `TABLE_RATE`.
    """

    epochs: int
    whole: float
    named: int
    decided: int
    rate: float


ALONE = Stage(13, 1.0, 0, 0, 3e-3)
# With half of the whole ones and thrice the named, copy of US politics suffered (docs/design-notes.md).
MIXED = Stage(6, 1.0, 2, 0, 2e-3)
DECIDED = Stage(4, 0.6, 1, 2, 2e-3)
TABLE_RATE = 1e-3
BATCH = 4
# Share of the steps in which the learning rate climbs to its peak; it falls for the rest.
WARM_UP = 0.15
WEIGHT_DECAY = 0.01
LONGEST_STEP = 1.0
# The weights kept are an average over about the last two hundred steps.
AVERAGING = 0.995
# This share of the articles is read as if it were set with single marks, as British papers do.
SINGLE_MARKS = 0.15
# One outlet of world-train in so many is left out of training, to measure on.
HELD = 5
# After each stage the weights are measured on so many of the development articles.
MEASURED = 28


class Data(NamedTuple):
    """The articles to learn from, those a reader decided of, and those to measure on."""

    whole: list[Article]
    named: list[Article]
    corrected: list[Example]
    measured: dict[str, list[Example]]


def loaded(folder: Path, limit: int | None, everything: bool) -> Data:
    """Read the prepared examples; `everything` learns from the held outlets too."""
    whole, dev, world, desk, pages, since = (
        list(restore(folder / f"{split}.npz", limit))
        for split in ("train", "dev", "world-train", "desk-train", "mixed-train", SINCE)
    )
    held = np.load(folder / OUTLETS)[: len(world)] % HELD == 0
    kept = [item for item, out in zip(world, held, strict=True) if everything or not out]
    measured = {"dev": dev[:MEASURED], "held": [item for item, out in zip(world, held, strict=True) if out]}
    named = [annotated(item, whole=False) for item in (*kept, *desk, *pages, *since)]
    corrected = list(restore(folder / f"{CORRECTED}.npz"))
    return Data([annotated(item, whole=True) for item in whole], named, corrected, measured)


def chosen(data: Data, stage: Stage, readers: Sequence[Article]) -> list[Article]:
    """The articles of an epoch, in random order."""
    whole = random.sample(data.whole, round(len(data.whole) * stage.whole))
    articles = [*whole, *data.named * stage.named, *readers]
    return random.sample(articles, len(articles))


class Course:
    """One stage under way: the network, its optimizer, and the running average of its weights, which is kept."""

    def __init__(self, network: Network, stage: Stage, steps: int) -> None:
        """Begin; `steps` is how many there will be."""
        self.network = network
        self.state: dict[str, Tensor] = {name: value.clone() for name, value in network.state_dict().items()}
        table = list(network.piece.parameters())
        others = [value for name, value in network.named_parameters() if not name.startswith("piece.")]
        groups = [{"params": others, "weight_decay": WEIGHT_DECAY}, {"params": table, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=stage.rate)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, [stage.rate, TABLE_RATE], total_steps=steps, pct_start=WARM_UP
        )

    def epoch(self, articles: Sequence[Article]) -> str:
        """Go through articles once; returns the mean losses, to be shown."""
        self.network.train()
        total = torch.zeros(len(LOSS_WEIGHTS))
        starts = range(0, len(articles), BATCH)
        for start in starts:
            self.optimizer.zero_grad()
            batch = batched([_restyled_at_times(article) for article in articles[start : start + BATCH]])
            losses = torch.stack(self.network.losses(batch))
            (losses @ torch.tensor(LOSS_WEIGHTS)).backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_STEP)
            self.optimizer.step()
            self.schedule.step()
            for name, value in self.network.state_dict().items():
                self.state[name].lerp_(value, 1 - AVERAGING)
            total += losses.detach()
        return " ".join(f"{value:.3f}" for value in (total / len(starts)).tolist())


def _restyled_at_times(article: Article) -> Article:
    return restyled(article) if random.random() < SINGLE_MARKS else article


def train(network: Network, stage: Stage, data: Data, pieces: Sequence[str], out: Path) -> None:
    """Train through a stage and leave the averaged weights in the network; write them after each epoch."""
    mine = data.corrected if stage.decided else ()
    readers = [decided(guessed(item, network)) for item in mine] * stage.decided
    course = Course(network, stage, stage.epochs * -(-len(chosen(data, stage, readers)) // BATCH))
    for n in range(1, stage.epochs + 1):
        started = time.perf_counter()
        losses = course.epoch(chosen(data, stage, readers))
        print(f"{n:2} {time.perf_counter() - started:4.0f} s  losses {losses}", flush=True)
        torch.save(course.state, out)
    network.load_state_dict(course.state)
    tagger = shippable(course.state, pieces)
    for name, articles in data.measured.items():
        scores = measure(tagger, articles)
        print(f"   {name}: " + " ".join(f"{key} {score:.3f}" for key, score in scores.items()), flush=True)


def main() -> None:
    """Train the quote tagger on prepared articles."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--data", type=Path, default=Path("build/training"), help="where the examples are")
    arguments.add_argument("--out", type=Path, default=Path("build/training/quote_tagger.pt"))
    arguments.add_argument("--start", type=Path, help="a quote_tagger.npz to begin with, in place of the first stage")
    arguments.add_argument(
        "--continue", dest="state", type=Path, help="weights of the second stage, to learn only what readers decided"
    )
    arguments.add_argument("--everything", action="store_true", help="learn from the outlets that are held out, too")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=1, help="two take longer than one on a busy machine")
    arguments.add_argument("--limit", type=int, help="only the first so many articles of each split")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    data = loaded(options.data, options.limit, options.everything)
    pieces = (options.data / PIECES).read_text(encoding="utf-8").split("\n")
    network = Network(words.table(pieces))
    if options.state:
        network.load_state_dict(torch.load(options.state, weights_only=True))
    else:
        if options.start:
            network.begin(options.start)
        else:
            train(network, ALONE, data, pieces, options.out)
        train(network, MIXED, data, pieces, options.out)
    if data.corrected:
        train(network, DECIDED, data, pieces, options.out)


if __name__ == "__main__":
    main()

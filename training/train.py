"""Examples -> weights: trains the network and prints its scores on the development articles after each epoch."""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from reader.analysis.quotes.quote_tagger import QuoteTagger
from training.measure import measure
from training.network import LOSS_WEIGHTS, Network, batched, weights
from training.prepare import Example, restore

EPOCHS = 13
BATCH = 4
PEAK_RATE = 3e-3
# Share of the steps in which the learning rate climbs to its peak; it falls for the rest.
WARM_UP = 0.15
WEIGHT_DECAY = 0.01
LONGEST_STEP = 1.0
# The weights kept are an average over about the last two hundred steps.
AVERAGING = 0.995


class Average:
    """The running average of a network's weights."""

    def __init__(self, network: nn.Module) -> None:
        """Begin with the weights as they are."""
        self.state: dict[str, Tensor] = {name: value.clone() for name, value in network.state_dict().items()}

    def add(self, network: nn.Module) -> None:
        """Move a small step towards the weights as they are now."""
        for name, value in network.state_dict().items():
            self.state[name].lerp_(value, 1 - AVERAGING)


def train(examples: list[Example], dev: Sequence[Example], epochs: int, out: Path) -> None:
    """Train on the examples and write the averaged weights after each epoch; the last ones are the result."""
    network = Network()
    average = Average(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=PEAK_RATE, weight_decay=WEIGHT_DECAY)
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, total_steps=steps, pct_start=WARM_UP)
    print(f"{len(examples)} articles, {sum(p.numel() for p in network.parameters()):,} parameters", flush=True)
    for epoch in range(1, epochs + 1):
        started = time.perf_counter()
        random.shuffle(examples)
        losses = _epoch(network, average, examples, optimizer, schedule)
        torch.save(average.state, out)
        scores = measure(QuoteTagger(weights(average.state)), dev)
        shown = " ".join(f"{name} {score:.3f}" for name, score in scores.items())
        seconds = time.perf_counter() - started
        print(f"{epoch:2} {seconds:4.0f} s  losses {losses}  {shown}", flush=True)


def _epoch(
    network: Network,
    average: Average,
    examples: Sequence[Example],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> str:
    """Go through all articles once; returns the mean losses, to be shown."""
    network.train()
    total = torch.zeros(len(LOSS_WEIGHTS))
    starts = range(0, len(examples), BATCH)
    for start in starts:
        optimizer.zero_grad()
        losses = torch.stack(network.losses(batched(examples[start : start + BATCH])))
        (losses @ torch.tensor(LOSS_WEIGHTS)).backward()
        nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
        optimizer.step()
        schedule.step()
        average.add(network)
        total += losses.detach()
    return " ".join(f"{value:.3f}" for value in (total / len(starts)).tolist())


def main() -> None:
    """Train the tagger on prepared articles."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--data", type=Path, default=Path("build/training"), help="where the examples are")
    arguments.add_argument("--out", type=Path, default=Path("build/training/quote_tagger.pt"))
    arguments.add_argument("--epochs", type=int, default=EPOCHS)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--limit", type=int, help="only the first so many articles of each split")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    examples, dev = (list(restore(options.data / f"{split}.npz", options.limit)) for split in ("train", "dev"))
    train(examples, dev, options.epochs, options.out)


if __name__ == "__main__":
    main()

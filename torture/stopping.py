"""Signals at random moments of a reading session, as `torture.signals` counts them, as a row of the table."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from torture.counting import Outcome, Tally


def of_signals(seed: int, count: int, _jobs: int) -> Iterator[Tally]:
    """So many sessions, each ended by a signal."""
    tally = Tally("signals in a reading session")
    counts = importlib.import_module("torture.signals").run(count, seed)
    for number in range(count):
        tally.add(Outcome(f"signal {number}"))
    for kind, number in counts.items():
        tally.faults[kind] += number
    yield tally

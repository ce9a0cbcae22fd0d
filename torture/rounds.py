"""Parts that count for themselves, as rows of the table: signals in a reading session, and writers of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from torture import library, signals
from torture.counting import FAULTS, Outcome, Tally

# How the faults that the library's rounds count are called in the table.
_OF_LIBRARY = {"lost": "lost writes", "faults": "untrue", "unopened": "wrong ends"}


def of_signals(seed: int, count: int, _jobs: int) -> Iterator[Tally]:
    """So many sessions, each ended by a signal."""
    yield _tally("signals in a reading session", signals.run, seed, count)


def of_library(seed: int, count: int, _jobs: int) -> Iterator[Tally]:
    """So many rounds of two programs that write to one library, both killed."""
    yield _tally("kill -9 of two programs writing to the library", library.run, seed, count)


def _tally(row: str, run: Callable[[int, int], dict[str, int]], seed: int, count: int) -> Tally:
    tally = Tally(row)
    counts = run(count, seed)
    for number in range(count):
        tally.add(Outcome(f"round {number}"))
    for kind, found in counts.items():
        if (named := _OF_LIBRARY.get(kind, kind)) in FAULTS and found:
            tally.faults[named] += found
            tally.examples.append(f"{named}: {found} in {count} rounds, seed {seed}")
    return tally

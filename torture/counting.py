"""What a part of the run counts: how many runs, what went wrong in them, and the worst of time and memory."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any, NamedTuple

# The bounds of the promise: no run may take more. Counted with the language model, which takes some 300 MB of it.
MOST_CPU_SECONDS = 10.0
MOST_MB = 700.0
# What may go wrong, as the table names it.
FAULTS = (
    "exceptions",
    "control characters",
    "untrue",
    "lost writes",
    "hangs",
    "over the limits",
    "wrong ends",
    "leftovers",
)
# After so many runs a line says how it goes.
PROGRESS_RUNS = 100
# Of each part so many examples are printed.
MOST_EXAMPLES = 40


class Outcome(NamedTuple):
    """What became of one run: `faults` are pairs of a name of `FAULTS` and what was seen."""

    name: str
    faults: tuple[tuple[str, str], ...] = ()
    cpu: float = 0.0
    mb: float = 0.0
    said: str = ""


class Tally:
    """The outcomes of one row of the table, counted."""

    def __init__(self, row: str) -> None:
        self.row = row
        self.runs = 0
        self.faults: Counter[str] = Counter()
        self.examples: list[str] = []
        self.cpu = self.mb = 0.0
        self.slowest = ""

    def add(self, outcome: Outcome) -> None:
        """Count one run; what is over the limits is a fault like any other."""
        self.runs += 1
        over = []
        if outcome.cpu > MOST_CPU_SECONDS or outcome.mb > MOST_MB:
            over = [("over the limits", f"{outcome.cpu:.1f} s, {outcome.mb:.0f} MB")]
        for kind, seen in (*outcome.faults, *over):
            self.faults[kind] += 1
            if len(self.examples) < MOST_EXAMPLES:
                self.examples.append(f"{kind}: {outcome.name}: {seen}")
        if outcome.cpu > self.cpu:
            self.cpu, self.slowest = outcome.cpu, outcome.name
        self.mb = max(self.mb, outcome.mb)
        if self.runs % PROGRESS_RUNS == 0:
            sys.stderr.write(f"    {self.row}: {self.runs} runs, {self.faults.total()} faults so far\n")

    def values(self) -> dict[str, Any]:
        """The row as it is kept in results.json."""
        unknown = set(self.faults) - set(FAULTS)
        if unknown:
            raise ValueError(f"no column for {unknown}")
        return {
            "runs": self.runs,
            "faults": {kind: self.faults[kind] for kind in FAULTS},
            "cpu_s": round(self.cpu, 1),
            "mb": round(self.mb),
            "slowest": self.slowest,
        }

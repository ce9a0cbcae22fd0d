"""Runs the parts, prints the table, and writes it to results.json and docs/reliability.md."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Before numpy is loaded: matrices in one thread, as the program's own workers multiply them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from torture import report
from torture.counting import Tally

RESULTS = Path(__file__).with_name("results.json")
# How many of each part make up a whole run: about an hour on two idle cores.
PARTS: dict[str, tuple[str, str, int]] = {
    "pages": ("reading", "of_pages", 1_000),
    "texts": ("reading", "of_texts", 1_000),
    "network": ("network", "of_faults", 0),
    "files": ("wrong_files", "of_wrong_files", 1_000),
    "streams": ("streams", "of_streams", 1_000),
    "kills": ("killing", "of_kills", 240),
    "sizes": ("sizes", "of_sizes", 160),
    "screens": ("screens", "of_screens", 50),
    "signals": ("rounds", "of_signals", 50),
    "library": ("rounds", "of_library", 60),
    "batch": ("batch", "of_batch", 20),
}
# Parts whose runs wait for a terminal more than they work.
_WAITING = {"sizes", "screens", "kills"}


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"all unless given: {', '.join(PARTS)}")
    parser.add_argument("--seed", type=int, default=1, help="other hostile input (1)")
    parser.add_argument("--count", type=int, help="how many in each part; else as many as are promised")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--keep", action="store_true", help="write results.json and the table in docs/reliability.md")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    rows: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    failed = 0
    for part in asked.parts or PARTS:
        for tally, seconds in _run(part, asked):
            values = tally.values() | {"wall_s": round(seconds), "seed": asked.seed}
            rows[tally.row] = values
            failed += sum(values["faults"].values())
            _say(report.line(tally.row, values))
            for example in tally.examples:
                _say(f"    {example}")
            if asked.keep:
                RESULTS.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
                report.write_page(rows)
    sys.exit(min(failed, 1))


def _run(part: str, asked: argparse.Namespace) -> Iterator[tuple[Tally, float]]:
    """The rows of one part, each with the seconds that it took."""
    module, name, usual = PARTS[part]
    runs = importlib.import_module(f"torture.{module}")
    if module == "reading":
        runs.loaded()
    jobs = asked.jobs * (2 if part in _WAITING else 1)
    begun = time.monotonic()
    for tally in getattr(runs, name)(asked.seed, asked.count or usual, jobs):
        yield tally, time.monotonic() - begun
        begun = time.monotonic()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

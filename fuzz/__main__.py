"""Runs each harness in a process of its own, for a number of runs; an input that fails is kept and named."""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

# Half a minute to two for each harness on one core.
_RUNS = 20_000
_LONGEST_INPUT = 4_096
# Of one input, by the clock, on a machine that others use too. Cleaning one that is this short takes milliseconds; a
# slower one has found a pattern to go around in.
_SECONDS = 30
# In no language that a page declares: has the model that tells languages loaded before anything is timed.
_UNDECLARED = "The ferry stays in port, and nobody knows for how long. "
_KEPT = Path(__file__).parents[1] / "build" / "fuzz"


def main() -> None:
    """Run what was asked for, and say what failed."""
    from fuzz.harnesses import HARNESSES

    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("harnesses", nargs="*", metavar="harness", help=f"all unless given: {', '.join(HARNESSES)}")
    parser.add_argument("--runs", type=int, default=_RUNS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        _fuzz(asked.harnesses[0], asked.runs, asked.seed)
    failed = []
    for name in asked.harnesses or HARNESSES:
        command = [sys.executable, "-m", "fuzz", "--here", name, "--runs", str(asked.runs), "--seed", str(asked.seed)]
        code = subprocess.run(command, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, check=False).returncode
        sys.stdout.write(f"{name:10} {asked.runs:,} runs: {'nothing found' if code == 0 else 'FAILED'}\n")
        sys.stdout.flush()
        failed += [name] if code else []
    sys.exit(f"An input is kept in {_KEPT} for each of: {', '.join(failed)}" if failed else 0)


def _fuzz(name: str, runs: int, seed: int) -> None:
    """Let libFuzzer call one harness, in this process, until it has had its runs or one fails."""
    atheris = importlib.import_module("atheris")  # in an environment of its own

    with atheris.instrument_imports(include=["reader"]):
        from fuzz.harnesses import HARNESSES
        from reader.text import detect_language

        detect_language.guess(_UNDECLARED * 9)

        harness, begins = HARNESSES[name]
        for begin in begins:
            harness(begin)  # what it imports is watched too
    corpus = _KEPT / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, begin in enumerate(begins):
        (corpus / f"begin-{number}").write_bytes(begin)
    options = [f"-runs={runs}", f"-seed={seed}", f"-max_len={_LONGEST_INPUT}", f"-timeout={_SECONDS}", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={_KEPT}/{name}-", str(corpus)], harness)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

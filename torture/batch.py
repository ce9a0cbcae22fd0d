"""Runs over an archive, killed again and again: what is there in the end is what an undisturbed run gives."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pyarrow.parquet as pq

from torture.counting import Outcome, Tally
from torture.stories import paragraph
from torture.terminals import own_folders

_PAGES, _PART_SIZE, _JOBS = 80, 3, 2
# A run over the pages takes some 20 s on two cores: half of the kills come before anything is read.
_LONGEST_LIFE_SECONDS = 12.0
# Workers take two seconds to load what they need, and are to be met at work too.
_LONGEST_WORK_SECONDS = 6.0
_FORMS = ("jsonl", "parquet")


def of_batch(seed: int, count: int, _jobs: int) -> Iterator[Tally]:
    """So many kills of the program, and as many of a worker, for each format."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        pages = folder / "pages"
        pages.mkdir()
        for number in range(_PAGES):
            (pages / f"{number:03}.html").write_text(_page(Random(f"{seed} {number}")), encoding="utf-8")
        for form in _FORMS:
            if code := _begun(pages, folder / f"whole-{form}", form).wait():
                raise RuntimeError(f"The undisturbed run ended with {code}.")
            wanted = fingerprint(folder / f"whole-{form}")
            for victim, kill in (("the program", _kill_program), ("a worker", _kill_workers)):
                tally = Tally(f"kill -9 of {victim} in onrecord batch, {form}")
                random = Random(f"{seed} {form} {victim}")
                for killed in _rounds(pages, folder / victim.split()[-1], form, count, random, kill):
                    tally.add(killed.outcome(wanted))
                yield tally


def fingerprint(out: Path) -> str:
    """A digest over the sorted rows of all parts, and over what became of each record."""
    rows = []
    for path in sorted(out.glob("part-*/*")):
        if path.suffix == ".parquet":
            rows += [f"{path.name} {row}" for row in pq.read_table(path).to_pylist()]
        else:
            rows += [f"{path.name} {row}" for row in path.read_text(encoding="utf-8").splitlines()]
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()


# Kills something of a run, so often at most, and says how often; the run has ended then.
_Kill = Callable[["subprocess.Popen[bytes]", Random, int], int]


def _rounds(pages: Path, folder: Path, form: str, count: int, random: Random, kill: _Kill) -> Iterator[_Round]:
    """Outputs begun anew until there were so many kills; each kill is a run, with the faults of its output."""
    number = kills = 0
    while kills < count:
        number += 1
        out = folder / f"{form}-{number}"
        before, code = kills, None
        while code != 0 and kills < count:
            process = _begun(pages, out, form)
            kills += kill(process, random, count - kills)
            code = process.wait()
        code = _begun(pages, out, form).wait()
        for each in range(before, kills):
            yield _Round(out, code, each)


class _Round(NamedTuple):
    """One kill: the output it was aimed at, and how the run ended that finished it."""

    out: Path
    code: int
    number: int

    def outcome(self, wanted: str) -> Outcome:
        """What is wrong with it, where its rows should be `wanted`."""
        faults = []
        if self.code:
            faults.append(("wrong ends", f"exit code {self.code}"))
        if fingerprint(self.out) != wanted:
            faults.append(("lost writes", "other rows than those of an undisturbed run"))
        if left := [path.name for path in self.out.iterdir() if path.name.endswith(".partial")]:
            faults.append(("leftovers", str(left)))
        return Outcome(f"{self.out.name}, kill {self.number}", tuple(faults))


def _begun(pages: Path, out: Path, form: str) -> subprocess.Popen[bytes]:
    out.parent.mkdir(exist_ok=True)
    asked = [str(pages), "-o", str(out), "-f", form, "--jobs", str(_JOBS), "--part-size", str(_PART_SIZE)]
    return subprocess.Popen(
        [sys.executable, "-c", "from reader.cli import main; main()", "batch", *asked],
        stderr=subprocess.DEVNULL,
        env=os.environ | own_folders(out.parent),
    )


def _kill_program(process: subprocess.Popen[bytes], random: Random, _most: int) -> int:
    try:
        process.wait(random.uniform(0, _LONGEST_LIFE_SECONDS))
    except subprocess.TimeoutExpired:
        process.kill()
        return 1
    return 0


def _kill_workers(process: subprocess.Popen[bytes], random: Random, most: int) -> int:
    """Kill one worker after another, while the program goes on."""
    kills = 0
    while kills < most:
        try:
            process.wait(random.uniform(0, _LONGEST_WORK_SECONDS))
            break
        except subprocess.TimeoutExpired:
            tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
            workers = [int(pid) for task in tasks for pid in task.read_text().split()]
            if workers:
                os.kill(random.choice(workers), signal.SIGKILL)
                kills += 1
    return kills


def _page(random: Random) -> str:
    paragraphs = "".join(f"<p>{paragraph(random)}</p>" for _ in range(4))
    return f"<html><body><article><h1>Ferry stays in port</h1>{paragraphs}</article></body></html>"

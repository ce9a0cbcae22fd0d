"""Measures `onrecord batch` over generated pages: what a run costs beside its workers, and what a second worker brings.

Two thousand pages take twelve minutes of processor time: some 20 minutes on two free cores, all runs together. The
rows are printed and not kept: `--pages N` measures fewer.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

# What the pages are made of; the checkout's own folder is not among those that are looked in.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.batch import output, parquet
from reader.batch.inputs import Inputs
from reader.batch.lines import FIELDS
from reader.batch.local import Local
from reader.batch.reading import Wish
from reader.batch.run import Batch
from reader.text import DEFAULT_MODEL
from torture.stories import paragraph

PAGES, FEWER = 2_000, 200
PART_SIZE = 500


class Cost(NamedTuple):
    """What a run took: seconds by the clock, and of the processor in the main process and its workers; MB."""

    wall: float
    main: float
    workers: float
    mb: float
    out_bytes: float


def main() -> None:
    """Measure each run in a process of its own, whose memory is its own."""
    parser = argparse.ArgumentParser(prog="python benchmarks/batch.py", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--run", nargs=3, metavar=("FOLDER", "JOBS", "OUT"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        sys.stdout.write(" ".join(map(str, run(Path(asked.run[0]), int(asked.run[1]), Path(asked.run[2])))))
        return
    with tempfile.TemporaryDirectory() as made:
        few = made_pages(Path(made) / "few", asked.pages * FEWER // PAGES)
        many = made_pages(Path(made) / "many", asked.pages)
        for name, pages, jobs in (("few, 2 workers", few, 2), ("1 worker", many, 1), ("2 workers", many, 2)):
            told(name, len(list(pages.iterdir())), measured(pages, jobs, Path(made) / name))


def made_pages(folder: Path, number: int) -> Path:
    """A folder of so many pages."""
    folder.mkdir()
    for each in range(number):
        random = Random(each)
        body = "".join(f"<p>{paragraph(random)}</p>" for _ in range(12))
        page = f"<html><body><article><h1>Ferry stays in port on day {each}</h1>{body}</article></body></html>"
        (folder / f"{each:06}.html").write_text(page, encoding="utf-8")
    return folder


def measured(pages: Path, jobs: int, out: Path) -> Cost:
    """The cost of a run."""
    asked = [sys.executable, __file__, "--run", str(pages), str(jobs), str(out)]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    wall, main, workers, mb, size = map(float, said)
    return Cost(wall, main, workers, mb, size)


def run(pages: Path, jobs: int, out: Path) -> Cost:
    """Read all pages into Parquet, in this process and its workers."""
    wish = Wish("parquet", 5, "news", DEFAULT_MODEL)
    fields = {name: name for name in FIELDS}
    begun = time.monotonic()
    with output.alone(out):
        pool = Local(jobs, wish)
        output.begin(out, output.Run(wish, pool.about(), fields, (str(pages),)))
        parts = output.Output(out, parquet.write, PART_SIZE)
        Batch(Inputs([str(pages)], fields, out), parts, pool, lambda: 0, lambda _: None).run()
        pool.close()
    ours, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(path.stat().st_size for path in out.rglob("*.parquet"))
    return Cost(
        time.monotonic() - begun,
        ours.ru_utime + ours.ru_stime,
        theirs.ru_utime + theirs.ru_stime,
        ours.ru_maxrss / 1024,
        size,
    )


def told(name: str, pages: int, cost: Cost) -> None:
    """Print a row."""
    share = cost.main / (cost.main + cost.workers)
    columns = (
        f"{name:16} {pages:6,} pages {cost.wall:8.1f} s {pages / cost.wall:6.2f} a second",
        f"main {cost.main:.2f} CPU s ({share:.1%}), {cost.mb:.0f} MB",
        f"workers {cost.workers / pages * 1000:.0f} CPU ms a page",
        f"{cost.out_bytes / pages / 1000:.2f} KB a page",
    )
    sys.stdout.write("  ".join(columns) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""The screen in terminals of every size, from one cell to 500 columns and rows, changing under it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from torture import pages
from torture.counting import Tally
from torture.limited import Found, each
from torture.screens import left
from torture.terminals import Terminal, own_folders

# Where the screen changes its shape, and the ends of the range.
_EDGES = (1, 2, 3, 5, 10, 20, 39, 40, 41, 60, 79, 80, 81, 99, 100, 120, 129, 130, 160, 200, 250, 300, 400, 499, 500)
_SIZES_A_RUN = 20
_OPEN_SECONDS = 60.0


def of_sizes(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Runs that begin in one size, and meet as many others, some of them in quick succession."""
    tally = Tally("sizes of the terminal")
    runs = [(f"sizes {number}", (seed, number)) for number in range(max(1, count // _SIZES_A_RUN))]
    for outcome in each(_resized, runs, jobs):
        tally.add(outcome._replace(mb=0.0))
    tally.runs *= _SIZES_A_RUN
    yield tally


def _resized(given: tuple[int, int]) -> Found:
    seed, number = given
    random = Random(f"{seed} sizes {number}")
    sizes = [(random.choice(_EDGES), random.choice(_EDGES)) for _ in range(_SIZES_A_RUN - 2)]
    first = ((1, 1), (500, 500), (1, 500), (500, 1))[number % 4]
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "story.html"
        source.write_text(pages.page({}))
        with Terminal([str(source)], own_folders(Path(made)), first, made) as terminal:
            terminal.rest(1.0, 5.0)
            terminal.resize(100, 30)
            opened = terminal.wait_for(b"quotes, ", _OPEN_SECONDS)
            for size in sizes:
                terminal.resize(*size)
                terminal.press(random.choice((b"]", b"j", b" ", b"?", b"\x1b", b"T", b"\x1b", b"!", b"\t", b"G")))
                if random.randrange(3):
                    terminal.rest(0.2, 3.0)
                if not terminal.is_running():
                    break
            terminal.resize(100, 30)
            terminal.rest(0.3, 3.0)
            faults, said = left(terminal)
            return ([] if opened else [("hangs", "nothing is found after the first size")]) + faults, said

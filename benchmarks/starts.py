"""Measures starts, each in turn with `python -c "import textual.app"` (T0): what any program of this kind begins with.

All is started in a terminal of its own and with folders of its own; the time is that from the start to the bytes that
show what is waited for, the processor time that of the process by then.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from screen import served
from terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
STORY = str(ROOT / "examples/harbor-talks.html")
HEADLINE = "Harbor talks"
# The middle of so many starts of each, in turns.
ROUNDS = 9
TICKS = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    """What a start took, in seconds: on the clock, and of the processor in the process itself."""

    wall: float
    cpu: float


class Start(NamedTuple):
    """A command, and how it is seen that it is there; None waits until it ended.

    `is_kept` starts it where the article was read before; without it nothing was.
    """

    command: tuple[str, ...]
    shows: Callable[[str], object] | None = None
    is_kept: bool = False


def starts(address: str) -> dict[str, Start]:
    """What is started, by name; the address is that of a page that was read before."""
    return {
        "T0": Start((sys.executable, "-c", "import textual.app")),
        "version": Start((ONRECORD, "--version")),
        "first_frame": Start((ONRECORD,), lambda seen: "address" in seen.lower()),
        "first_list": Start((ONRECORD,), lambda seen: HEADLINE in seen, is_kept=True),
        "local_file": Start((ONRECORD, STORY), lambda seen: HEADLINE in seen),
        "stored": Start((ONRECORD, address), lambda seen: HEADLINE in seen, is_kept=True),
    }


def tree(pid: int) -> list[int]:
    """A process and all that it and its own started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in tree(int(child)))]


def processor_seconds(pid: int) -> float:
    """What a process has used of the processor, with those of its children that have ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15])) / TICKS


def folders_in(home: str) -> dict[str, str]:
    """What the program finds in its environment, to keep all it keeps below one folder."""
    return {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "STATE", "DATA")}


def measured(start: Start, home: str) -> Cost:
    """Start once, in the folders below `home` or in new ones."""
    with tempfile.TemporaryDirectory() as new:
        begin = time.perf_counter()
        terminal = Terminal(*start.command, environment=folders_in(home if start.is_kept else new))
        try:
            terminal.wait_for(start.shows or (lambda _: has_ended(terminal.pid)))
            wall = time.perf_counter() - begin
            return Cost(wall, processor_seconds(terminal.pid))
        finally:
            terminal.close()


def read(address: str, home: str) -> None:
    """Read an article, so that it is kept with all that was found in it."""
    terminal = Terminal(ONRECORD, address, environment=folders_in(home))
    try:
        terminal.wait_for(lambda seen: "quotes, " in seen)
        terminal.press("q")
        terminal.rest(2)
    finally:
        terminal.close()


def has_ended(pid: int) -> bool:
    """Whether a process is there only to be asked what became of it."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].startswith("Z")


@cache
def costs() -> dict[str, Cost]:
    """The middle cost of each start."""
    with served(Path(STORY).read_text(encoding="utf-8")) as address, tempfile.TemporaryDirectory() as home:
        read(address, home)
        all_of_them = starts(address)
        for start in all_of_them.values():  # each compiles what it imports, once
            measured(start, home)
        rounds = [{name: measured(start, home) for name, start in all_of_them.items()} for _ in range(ROUNDS)]
    return {
        name: Cost(*(statistics.median(column) for column in zip(*(each[name] for each in rounds), strict=True)))
        for name in all_of_them
    }


class Memory(NamedTuple):
    """What is held with an article open, in MB: by the screen's process, and at most by one behind it."""

    screen: float
    worker: float


@cache
def memory() -> Memory:
    """Of the example story, a second after its quotes are shown."""
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(ONRECORD, STORY, environment=folders_in(home))
        try:
            terminal.wait_for(lambda seen: "quotes, " in seen)
            terminal.rest(1)
            own, *others = [held(pid) for pid in tree(terminal.pid)]
        finally:
            terminal.close()
    return Memory(own, max(others))


def held(pid: int) -> float:
    """The memory that a process has in use, shared libraries included, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024

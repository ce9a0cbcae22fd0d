"""Runs a function on many arguments, each in a process forked for it, with a limit on its time; measures each."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from torture.counting import Outcome

# What ends a run that would not end: twice the limit that is promised, so that by how much it is missed can be seen.
KILL_CPU_SECONDS = 20
# Far over the limit that is promised, and short of what would stop a machine that others use too.
KILL_MEMORY_BYTES = 6_000_000_000
# For runs that wait instead of working, on a machine that others use too.
KILL_WALL_SECONDS = 240.0
_READ_BYTES = 1 << 16

# What a run gives back: pairs of a kind of fault and what was seen, and what the program said.
Found = tuple[list[tuple[str, str]], str]


class _Run(NamedTuple):
    """One process at work."""

    name: str
    pid: int
    begun: float
    said: bytearray


def each(
    function: Callable[[Any], Found],
    arguments: Iterable[tuple[str, Any]],
    jobs: int,
    wall_seconds: float = KILL_WALL_SECONDS,
) -> Iterator[Outcome]:
    """Run a function on each argument, as many at once as there are jobs; gives outcomes as they come.

    What is loaded before is there in every process, so that each run costs a fork and its own work.

    Args:
        function: returns the faults it found, and what the program said; whatever it raises is a fault.
        arguments: each with the name of its run.
        jobs: how many processes at once.
        wall_seconds: after which a run hangs.
    """
    waiting = iter(arguments)
    running: dict[int, _Run] = {}
    while True:
        while len(running) < jobs and (following := next(waiting, None)) is not None:
            name, argument = following
            descriptor, pid = _forked(function, argument)
            running[descriptor] = _Run(name, pid, time.monotonic(), bytearray())
        if not running:
            return
        for descriptor in select.select(list(running), [], [], 1.0)[0]:
            if chunk := os.read(descriptor, _READ_BYTES):
                running[descriptor].said.extend(chunk)
            else:
                os.close(descriptor)
                yield _outcome(running.pop(descriptor))
        for run in running.values():
            if time.monotonic() - run.begun > wall_seconds:
                os.kill(run.pid, signal.SIGKILL)


def _forked(function: Callable[[Any], Found], argument: Any) -> tuple[int, int]:
    """Start a run; gives where its answer can be read, and its process."""
    ours, theirs = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        os.close(theirs)
        return ours, pid
    os.close(ours)
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (KILL_CPU_SECONDS, KILL_CPU_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_AS, (KILL_MEMORY_BYTES, KILL_MEMORY_BYTES))
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            faults, said = function(argument)
        except BaseException as error:  # noqa: BLE001 - whatever comes out of the program is what is counted
            where = traceback.extract_tb(error.__traceback__)[-1]
            faults = [("exceptions", f"{type(error).__name__}: {str(error)[:200]} ({where.filename}:{where.lineno})")]
            said = ""
        with os.fdopen(theirs, "wb") as answer:
            answer.write(json.dumps([faults, said]).encode())
    finally:
        os._exit(0)


def _outcome(run: _Run) -> Outcome:
    """Wait for a process that ended, or closed its answer, and say what became of it."""
    _, status, used = os.wait4(run.pid, 0)
    cpu, mb = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    try:
        faults, said = json.loads(run.said)
    except ValueError:
        wall = time.monotonic() - run.begun
        what = f"ended by signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else "ended without an answer"
        faults, said = [("hangs", f"{what} after {cpu:.0f} s of CPU, {wall:.0f} s in all")], ""
    return Outcome(run.name, tuple(map(tuple, faults)), cpu, mb, said)

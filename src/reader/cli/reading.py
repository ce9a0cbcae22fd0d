"""Reading the sources of one command: one in this process, several in processes beside each other."""

import contextlib
import os
import traceback
from collections.abc import Generator, Sequence
from typing import NamedTuple

from reader.cli import failures
from reader.errors import ReaderError
from reader.model import Reading

# A process takes 1.5 s of processor time to load the language model and all else, and 0.2 s an article of 700 words.
# By that count four articles end a quarter sooner in two idle processes; for fewer the second works more than it saves.
SOURCES_A_PROCESS = 2
# Each holds the language model and what it has read: some 200 MB.
MOST_PROCESSES = 4


class Wish(NamedTuple):
    """How articles are to be read: how many key points, chosen how, and with which language model."""

    key_points: int
    method: str
    model: str


def outcomes(sources: Sequence[str], stdin: bytes | None, wish: Wish) -> Generator[Reading | str]:
    """Read every source, and give what became of each in the order they were given: what was read, or what to tell.

    Args:
        sources: addresses, paths, or "-".
        stdin: what came on standard input, for "-".
        wish: how to read them.
    """
    size = min(len(sources) // SOURCES_A_PROCESS, _processors(), MOST_PROCESSES)
    if size < 2:
        for source in sources:
            yield read(source, stdin, wish)
        return
    from reader.workers import Lane

    with contextlib.closing(Lane(size)) as lane:
        calls = [lane.submit(read, source, stdin if source == "-" else None, wish) for source in sources]
        for call in calls:
            try:
                yield call.result()
            except ReaderError as error:  # its process ended
                yield failures.told(error)


def read(source: str, stdin: bytes | None, wish: Wish) -> Reading | str:
    """Read one source; where it fails, give what to tell about it."""
    from reader import pipeline
    from reader.settings import corrections

    try:
        found = pipeline.read(
            source,
            stdin=stdin,
            key_points=wish.key_points,
            model=wish.model,
            method=wish.method,
            corrections_of=corrections.load,
        )
    except ReaderError as error:
        return failures.told(error)
    except Exception:  # noqa: BLE001  a defect met on one page is shown in full, and costs the other pages nothing
        return failures.defect(source, traceback.format_exc())
    return found if isinstance(found, Reading) else failures.listed(found)


def _processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

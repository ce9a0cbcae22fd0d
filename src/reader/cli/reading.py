"""Reading the sources of one command in other processes, several beside each other."""

import contextlib
import os
import sys
import traceback
from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from reader.cli import failures
from reader.cli.opened import opened
from reader.cli.output import tell
from reader.cli.own import keep, own
from reader.cli.usage import WrongUse
from reader.errors import LibraryError, ReaderError
from reader.fetch import without_password
from reader.model import Article, Correction, Note, Reading, Source
from reader.settings import config as settings
from reader.settings.config import Config
from reader.text.safe import one_line

# A process takes 1.5 s of processor time to load the language model and all else, and 0.2 s an article of 700 words.
# By that count four articles end a quarter sooner in two idle processes; for fewer the second works more than it saves.
SOURCES_A_PROCESS = 2
# Each holds the language model and what it has read: some 200 MB.
MOST_PROCESSES = 4
_NOT_KEPT = "This article could not be kept: {}"
_NOT_READ = "What you decided of this article and wrote to it could not be looked up: {}"


class Wish(NamedTuple):
    """How articles are read: how many key points, chosen how, with which language model; and whether they are kept."""

    key_points: int
    method: str
    model: str
    keeps: bool = False


def configured() -> Config:
    """The settings; what is wrong with them is told."""
    config, warnings = settings.load()
    for warning in warnings:
        tell(one_line(warning))
    return config


def check_keeping(wish: Wish, config: Config) -> None:
    """See, before any article is read, whether those that are to be kept can be; else the command ends."""
    if not wish.keeps:
        return
    if not config.library:
        raise WrongUse("library = false in the settings keeps nothing: leave --keep away, or change that.")
    with opened() as library:
        if not library.keeps:
            raise LibraryError("The library cannot be written, so that nothing is kept.", "Leave --keep away.")


def silence_libraries() -> None:
    """Keep what libraries log of a page to themselves; what matters of it reaches the person as a ReaderError."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())


def piped(sources: Sequence[str]) -> bytes | None:
    """What came on standard input, where "-" is among the sources."""
    return sys.stdin.buffer.read() if "-" in sources else None


def watched(sources: Sequence[str], stdin: bytes | None, wish: Wish) -> Generator[Reading | str]:
    """What `outcomes` gives, with what is being read shown to somebody who is looking."""
    with contextlib.closing(outcomes(sources, stdin, wish)) as read:
        for done, source in enumerate(sources):
            with _progress(done, len(sources), source):
                outcome = next(read)
            yield outcome


def outcomes(sources: Sequence[str], stdin: bytes | None, wish: Wish) -> Generator[Reading | str]:
    """Read every source, and give what became of each in the order they were given: what was read, or what to tell.

    Args:
        sources: addresses, paths, or "-".
        stdin: what came on standard input, for "-".
        wish: how to read them.
    """
    # One too is read in another process: what takes without end is ended there, whatever library it is in.
    size = max(1, min(len(sources) // SOURCES_A_PROCESS, processors(), MOST_PROCESSES))
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

    told: list[str] = []
    noted: list[Note] = []
    decided: list[Correction] = []

    def corrections_of(source: Source, article: Article) -> Sequence[Correction]:
        try:
            corrections, notes = own(source, article)
        except ReaderError as error:
            told.append(_NOT_READ.format(error))
        else:
            noted.extend(notes)
            decided.extend(corrections)
        return decided

    try:
        found = pipeline.read(
            source,
            stdin=stdin,
            key_points=wish.key_points,
            model=wish.model,
            method=wish.method,
            corrections_of=corrections_of,
        )
    except ReaderError as error:
        return failures.told(error)
    except Exception:  # noqa: BLE001  a defect met on one page is shown in full, and costs the other pages nothing
        return failures.defect(without_password(source), traceback.format_exc())
    if not isinstance(found, Reading):
        return failures.listed(found)
    if wish.keeps:
        try:
            keep(_by_itself(found, wish) if decided else found)
        except ReaderError as error:
            told.append(_NOT_KEPT.format(error))
    analysis = replace(found.analysis, notes=(*found.analysis.notes, *told))
    return replace(found, analysis=analysis, noted=tuple(noted))


def _by_itself(reading: Reading, wish: Wish) -> Reading:
    """An article with what the program finds in it by itself: the library has the reader's decisions beside that."""
    from reader import pipeline

    article, points = reading.article, wish.key_points
    analysis = pipeline.analyze(article, key_points=points, model=wish.model, method=wish.method)
    return replace(reading, analysis=analysis)


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _progress(done: int, total: int, source: str) -> Iterator[None]:
    """Show what is read, and of several how far it is, while somebody is looking."""
    if not sys.stderr.isatty():
        yield
        return
    # Codes of its own, which `streams` would take out of standard error.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn

    counted: tuple[ProgressColumn, ...] = (BarColumn(), MofNCompleteColumn()) if total > 1 else ()
    columns = (SpinnerColumn(), *counted, TextColumn("{task.description}", markup=False))
    with Progress(
        *columns, console=Console(file=sys.__stderr__), transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        bar.add_task(f"Reading {one_line(without_password(source))}", total=total, completed=done)
        yield

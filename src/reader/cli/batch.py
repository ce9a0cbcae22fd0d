"""The command that reads archives, into parts with which a run that was killed goes on."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reader.cli.output import fail, tell, write
from reader.cli.reading import configured, processors
from reader.cli.usage import BatchForm, WrongUse
from reader.errors import ReaderError, SetupError
from reader.render.attribution import counted
from reader.settings import config as settings
from reader.summarize import Method
from reader.text.safe import one_line

if TYPE_CHECKING:
    from types import FrameType

    from reader.batch.inputs import Inputs
    from reader.batch.output import Counts, Output, Status
    from reader.batch.reading import Form, Wish
    from reader.batch.run import Batch, Pool

# As the exit code of everything else that went wrong on the way; where nothing could be done at all, the other.
_SOME_FAILED, _NOTHING_DONE = 1, 2
# What a shell calls the end of a program by a signal.
_BY_SIGNAL = 128
_MOST_REASONS_TOLD = 8


_Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT", help="Folders, files, lists of addresses, JSON Lines, WARC files; also .gz."),
]
_Out = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="OUT", help="The folder for parts, errors and progress.")
]
_Form = Annotated[BatchForm, typer.Option("--format", "-f", help="What to write; Parquet needs pyarrow.")]
_IntoLibrary = Annotated[
    bool, typer.Option("--into-library", help="Keep the articles in the library; OUT holds what was done.")
]
_Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Workers; else one for each processor.")
]
_Field = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=KEY", help="What JSON Lines call html, text, url, headline, published."),
]
_KeyPoints = Annotated[
    int | None,
    typer.Option("--key-points", "-n", min=1, max=settings.MOST_KEY_POINTS, help="How many; else as configured."),
]
_Method = Annotated[Method | None, typer.Option("--method", help="How they are chosen; else as configured.")]
_PartSize = Annotated[
    int, typer.Option("--part-size", min=1, metavar="N", help="Records in a part: what a kill can cost.")
]
_Join = Annotated[bool, typer.Option("--join", help="Write one file of all the parts at the end.")]
_Dask = Annotated[str | None, typer.Option("--dask", metavar="ADDRESS", help="Let the workers of a Dask cluster read.")]
_WorkerTimeout = Annotated[
    int, typer.Option("--worker-timeout", min=1, metavar="S", help="With --dask: stop when none was there so long.")
]
_ReadOnWorkers = Annotated[
    bool, typer.Option("--read-on-workers", help="With --dask: they open the files, by the same paths.")
]
_Status = Annotated[Path | None, typer.Option("--status", metavar="OUT", help="Tell how far the run in a folder is.")]


class _Asked(NamedTuple):
    """What a run is asked for."""

    inputs: list[str]
    output: Path
    fields: dict[str, str]
    wish: Wish
    jobs: int
    part_size: int
    joins: bool
    dask: str | None
    worker_timeout: int
    by_path: bool


def batch(
    inputs: _Inputs = None,
    output: _Out = None,
    form: _Form = "jsonl",
    into_library: _IntoLibrary = False,
    jobs: _Jobs = None,
    field: _Field = None,
    key_points: _KeyPoints = None,
    method: _Method = None,
    part_size: _PartSize = 500,
    join: _Join = False,
    dask: _Dask = None,
    worker_timeout: _WorkerTimeout = 60,
    read_on_workers: _ReadOnWorkers = False,
    status: _Status = None,
) -> None:
    """Read an archive of articles, into a folder of numbered parts.

    Killed or stopped, the same command goes on where it was. Ctrl+C finishes what is in hand; twice, it stops at once.
    The exit code is 0 where all went well, 1 where some failed or it was not finished, 2 where nothing could be done.
    """
    if status is not None:
        _tell_status(status)
        return
    if not inputs or output is None:
        raise WrongUse("Give what to read, and the folder to write to: onrecord batch INPUT... -o OUT.")
    from reader.batch.reading import Wish

    config = configured()
    wanted: Form = "library" if into_library else form
    wish = Wish(wanted, key_points or config.key_points, method or config.method, config.language_model)
    _run(
        _Asked(
            inputs,
            output,
            _fields(field or []),
            wish,
            jobs or processors(),
            part_size,
            join,
            dask,
            worker_timeout,
            read_on_workers,
        )
    )


def _fields(given: list[str]) -> dict[str, str]:
    """The names that JSON Lines have for what an article is made of."""
    from reader.batch.lines import FIELDS

    fields = {name: name for name in FIELDS}
    for each in given:
        name, equals, key = each.partition("=")
        if name not in fields or not equals or not key:
            raise WrongUse(f"--field takes NAME=KEY, where NAME is one of {', '.join(FIELDS)}.")
        fields[name] = key
    return fields


def _run(asked: _Asked) -> None:
    from reader.batch import output as outputs
    from reader.batch.inputs import Inputs

    stops, is_begun = _Stops(), False
    try:
        inputs = Inputs(asked.inputs, asked.fields, asked.output, by_path=asked.by_path)
        with stops.caught(), outputs.alone(asked.output), _written(asked) as output, _pool(asked) as pool:
            outputs.begin(asked.output, outputs.Run(asked.wish, pool.about(), asked.fields, tuple(asked.inputs)))
            is_begun = True
            batch = _worked(inputs, output, pool, stops)
            if asked.joins and not stops.number:
                output.join(asked.wish.form)
    except ReaderError as error:
        fail(error, _code_of_failure(asked.output) if is_begun else _NOTHING_DONE)
    counts = outputs.status(asked.output).counts
    _tell_end(batch, counts, asked.output, is_stopped=bool(stops.number))
    if stops.number:
        raise typer.Exit(_BY_SIGNAL + stops.signal)
    if not counts.articles:
        raise typer.Exit(_NOTHING_DONE)
    if counts.failed:
        raise typer.Exit(_SOME_FAILED)


def _worked(inputs: Inputs, output: Output, pool: Pool, stops: _Stops) -> Batch:
    from reader.batch.run import Batch
    from reader.cli.batch_progress import Progress

    with contextlib.closing(Progress(inputs)) as progress:
        batch = Batch(inputs, output, pool, lambda: stops.number, progress.beat)
        batch.run()
    return batch


class _Stops:
    """Ctrl+C, once or twice, and the end that a system asks for."""

    def __init__(self) -> None:
        self.number = 0
        self.signal = signal.SIGINT

    @contextlib.contextmanager
    def caught(self) -> Iterator[None]:
        """Count instead of ending the program."""
        before = {each: signal.signal(each, self._stop) for each in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.signal = signal.Signals(number)
        self.number = 2 if number == signal.SIGTERM else self.number + 1
        if self.number == 1:
            tell("Finishing what is in hand; Ctrl+C again stops at once.")


@contextlib.contextmanager
def _pool(asked: _Asked) -> Iterator[Pool]:
    pool: Pool
    if asked.dask is None:
        from reader.batch.local import Local

        pool = Local(asked.jobs, asked.wish)
    else:
        try:
            from reader.batch.cluster import Cluster
        except ImportError as error:
            hint = "Install it: pip install 'onrecord[dask]'"
            raise SetupError("Clusters are reached through dask and distributed, which are not there.", hint) from error
        pool = Cluster(asked.dask, asked.wish, asked.worker_timeout)
    with contextlib.closing(pool):
        yield pool


@contextlib.contextmanager
def _written(asked: _Asked) -> Iterator[Output]:
    """The output, and whatever it needs open."""
    from reader.batch.output import Output, write_lines

    if asked.wish.form == "jsonl":
        yield Output(asked.output, write_lines, asked.part_size)
    elif asked.wish.form == "parquet":
        try:
            from reader.batch import parquet
        except ImportError as error:
            hint = "Install it: pip install 'onrecord[batch]'"
            raise SetupError("Parquet is written with pyarrow, which is not there.", hint) from error
        yield Output(asked.output, parquet.write, asked.part_size)
    else:
        from datetime import UTC, datetime

        from reader.batch.keeping import kept_in
        from reader.library.opening import open_library

        with open_library(now=datetime.now(UTC)) as library:
            yield Output(asked.output, kept_in(library), asked.part_size)


def _code_of_failure(folder: Path) -> int:
    """Of a run that failed: whether anything was done in all."""
    from reader.batch.output import status

    with contextlib.suppress(ReaderError):
        return _SOME_FAILED if status(folder).counts.articles else _NOTHING_DONE
    return _NOTHING_DONE


def _tell_end(batch: Batch, counts: Counts, folder: Path, *, is_stopped: bool) -> None:
    skipped = dict(counts.skipped)
    for reason, number in batch.asides.skipped.items():
        skipped[reason] = skipped.get(reason, 0) + number
    for line in _in_lines(counts.articles, counts.failed, skipped, batch.duplicates):
        tell(line)
    if counts.failed:
        tell(f"What failed is in {one_line(os.path.join(folder, 'errors.jsonl'))}.")
    if not (counts.articles or counts.failed or skipped or is_stopped):
        tell("There was nothing to read.")
    if is_stopped:
        tell("Stopped. The same command goes on where it was.")


def _in_lines(articles: int, failed: int, skipped: dict[str, int], duplicates: int) -> Iterator[str]:
    yield f"{articles:,} article{'' if articles == 1 else 's'}, {failed:,} failed."
    told = sorted(skipped.items(), key=lambda each: (-each[1], each[0]))
    for reason, number in told[:_MOST_REASONS_TOLD]:
        yield f"  {number:,} skipped: {one_line(reason)}"
    if rest := sum(number for _, number in told[_MOST_REASONS_TOLD:]):
        yield f"  {rest:,} skipped for other reasons"
    if duplicates:
        yield f"  {duplicates:,} skipped: met before in the same input"


def _tell_status(folder: Path) -> None:
    from reader.batch.output import status

    try:
        found = status(folder)
    except ReaderError as error:
        fail(error, _NOTHING_DONE)
    write("".join(f"{line}\n" for line in _status_lines(found)))


def _status_lines(found: Status) -> Iterator[str]:
    last = found.last
    skipped = dict(found.counts.skipped)
    for reason, number in (last.asides if last else {}).items():
        skipped[reason] = skipped.get(reason, 0) + number
    yield from _in_lines(found.counts.articles, found.counts.failed, skipped, last.duplicates if last else 0)
    yield f"{counted(found.parts, 'part')}, as {found.run.wish.form}, by onrecord {found.run.about.version}."
    if found.is_at_work:
        yield "A run is at work in it."
    elif last is None or not last.is_whole:
        yield "It is not finished: the same command goes on where it was."
    else:
        yield f"Finished {last.when}."

"""The output folder: numbered parts, each whole or not there, with the ids they hold. The only writer of it.

OUT/run.json             what made it; on resuming, nothing else may go on with it
OUT/part-00001/          done.jsonl, and what was read: readings.jsonl, or a Parquet file a table
OUT/errors.jsonl         what failed, a line each, written anew at the end of each run
OUT/last.json            what the last run over the input saw
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from reader import files
from reader.batch.reading import About, Form, Wish
from reader.batch.records import Fault, Outcome
from reader.errors import SetupError
from reader.text.safe import escaped_in_json

# A part is written when it has as many records as were asked for, or one of these is reached: how much memory what
# waits may take, and what a kill can cost. Writing one takes some 20 ms.
MOST_BYTES_IN_PART = 32_000_000
MOST_SECONDS_IN_PART = 60.0
_PART = "part-"
_RUN, _LOCK, _DONE, _ERRORS, _LAST = "run.json", ".lock", "done.jsonl", "errors.jsonl", "last.json"
_READINGS = "readings.jsonl"
# No run.json that was written is longer, but for what it was given: some thousand names.
_MOST_RUN_BYTES = 10_000_000
# Of so many kinds of reasons each is counted; what comes after them is one kind.
_MOST_REASONS = 100
OTHER = "for other reasons"


class Run(msgspec.Struct, frozen=True):
    """What made an output: how articles are read and written, by what, out of which fields, and the inputs so far."""

    wish: Wish
    about: About
    fields: dict[str, str]
    inputs: tuple[str, ...]


class Done(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of done.jsonl: what became of one id."""

    id: str
    was: Literal["article", "skipped", "failed"]
    reason: str | None = None
    fault: Fault | None = None


class Failed(msgspec.Struct, frozen=True):
    """A line of errors.jsonl."""

    id: str
    stage: str
    kind: str
    message: str


class Counts(msgspec.Struct):
    """How many records came to what; of those that are no articles, by the reason."""

    articles: int = 0
    failed: int = 0
    skipped: dict[str, int] = {}

    def skip(self, reason: str) -> None:
        """Count one that is no article."""
        name = reason if reason in self.skipped or len(self.skipped) < _MOST_REASONS else OTHER
        self.skipped[name] = self.skipped.get(name, 0) + 1

    def add(self, done: Done) -> None:
        """Count one that is done."""
        self.articles += done.was == "article"
        self.failed += done.was == "failed"
        if done.was == "skipped":
            self.skip(done.reason or OTHER)


class Last(msgspec.Struct, frozen=True):
    """What the last run over the input saw: whether to its end, duplicates, and what holds no page by its reason."""

    is_whole: bool
    duplicates: int
    asides: dict[str, int]
    when: str = ""


# Puts what was read into the folder of a part.
Write = Callable[[Path, Sequence[bytes]], None]


class Output:
    """An output folder, open for one run.

    Args:
        folder: where it is.
        write: what puts the readings of a part where they belong.
        part_size: how many records a part holds at most.
    """

    def __init__(self, folder: Path, write: Write, part_size: int) -> None:
        self.folder, self._write, self._part_size = folder, write, part_size
        self._number = max((int(part.name.removeprefix(_PART)) for part in folder.glob(f"{_PART}[0-9]*")), default=0)
        self._waiting: list[Outcome] = []
        self._bytes = 0
        self._since = time.monotonic()

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Keep what became of some records, in the next part at the latest."""
        for outcome in outcomes:
            self._waiting.append(outcome)
            self._bytes += len(outcome.payload or b"")
            if len(self._waiting) >= self._part_size or self._bytes >= MOST_BYTES_IN_PART:
                self.flush()

    def flush_if_due(self) -> None:
        """Write a part where the last one is long ago."""
        if time.monotonic() - self._since >= MOST_SECONDS_IN_PART:
            self.flush()

    def flush(self) -> None:
        """Write a part of all that waits.

        Raises:
            SetupError: it cannot be written; all parts before it stay, and nothing of it is there.
        """
        self._since = time.monotonic()
        if not self._waiting:
            return
        with _told(self.folder), files.folder_whole(self.folder / f"{_PART}{self._number + 1:05}") as part:
            # Where another program keeps the readings (a library), it has them before the part says so: killed between
            # the two, they are kept there again, each in the place of itself.
            self._write(part, [each.payload for each in self._waiting if each.payload is not None])
            (part / _DONE).write_bytes(b"".join(_line(_done(each)) for each in self._waiting))
        self._number += 1
        self._waiting, self._bytes = [], 0

    def end(self, last: Last) -> None:
        """Write what failed, in all of the parts, and what this run saw."""
        with _told(self.folder):
            with files.streamed_whole(self.folder / _ERRORS) as file:
                for each in done(self.folder):
                    if each.fault:
                        file.write(_line(Failed(each.id, each.fault.stage, each.fault.kind, each.fault.message)))
            when = datetime.now(UTC).isoformat(timespec="seconds")
            content = msgspec.json.encode(msgspec.structs.replace(last, when=when))
            files.write_whole(self.folder / _LAST, content)

    def join(self, form: Form) -> None:
        """Write one file, or one a table, of all the parts, which stay."""
        found = parts(self.folder)
        with _told(self.folder):
            if form == "jsonl":
                with files.streamed_whole(self.folder / _READINGS) as file:
                    for part in found:
                        file.write((part / _READINGS).read_bytes())
            elif form == "parquet":
                from reader.batch import parquet
                from reader.batch.rows import TABLES

                for table in TABLES:
                    with files.streamed_whole(self.folder / parquet.file_of(table)) as file:
                        parquet.join(found, table, file)


def write_lines(part: Path, payloads: Sequence[bytes]) -> None:
    """The readings of a part as JSON Lines."""
    (part / _READINGS).write_bytes(b"".join(payloads))


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep the folder from other runs; made where there is none.

    Raises:
        SetupError: another run is at work in it, it holds something else, or it cannot be made.
    """
    with _told(folder):
        if folder.exists() and not folder.is_dir():
            raise SetupError(f"{folder} is a file.", "Give -o a folder.")
        is_foreign = folder.is_dir() and not (folder / _RUN).exists()
        if is_foreign and any(not each.name.startswith(".") for each in folder.iterdir()):
            raise SetupError(f"{folder} holds other files.", "Give -o a new folder.")
        folder.mkdir(parents=True, exist_ok=True)
        lock = files.sole(folder / _LOCK)
        is_alone = lock.__enter__()
    try:
        if not is_alone:
            raise SetupError(f"Another run is at work in {folder}.", f"onrecord batch --status {folder} shows how far.")
        with _told(folder):
            files.remove_partial(folder)
        yield
    finally:
        lock.__exit__(None, None, None)


def begin(folder: Path, run: Run) -> None:
    """Write down what makes an output, or see that it is the same that made it so far.

    Raises:
        SetupError: it was made otherwise, or of other inputs.
    """
    with _told(folder):
        before = _run(folder)
        if before:
            _check(folder, before, run)
            inputs = tuple(dict.fromkeys((*before.inputs, *run.inputs)))
            run = msgspec.structs.replace(run, inputs=inputs)
        if run != before:
            files.write_whole(folder / _RUN, msgspec.json.format(msgspec.json.encode(run)))


def _check(folder: Path, before: Run, now: Run) -> None:
    old, new = _settings(before), _settings(now)
    changed = [f"{name} was {old.get(name)} and is {new[name]}" for name in new if old.get(name) != new[name]]
    if changed:
        raise SetupError(f"{folder} was made otherwise: {'; '.join(changed)}.", "Give -o a new folder, or what it was.")
    if not set(before.inputs) & set(now.inputs):
        raise SetupError(
            f"{folder} holds another run, of {', '.join(before.inputs[:3])}.", "Give -o a new folder, or its input too."
        )


def _settings(run: Run) -> dict[str, object]:
    """All that readings depend on, by the names that a person knows it by."""
    return {
        "the format": run.wish.form,
        "the number of key points": run.wish.key_points,
        "the method": run.wish.method,
        "the language model": run.about.engine.language_model or run.wish.model,
        "the program": run.about.version,
        "what analyses": f"{run.about.engine.rules}/{run.about.engine.tagger}/{run.about.engine.resolver}",
        "the word lists": run.about.engine.lexicon,
        "the fields": ", ".join(f"{name}={field}" for name, field in sorted(run.fields.items())),
    }


def _run(folder: Path) -> Run | None:
    try:
        return msgspec.json.decode(files.read_small(folder / _RUN, _MOST_RUN_BYTES), type=Run)
    except FileNotFoundError:
        return None
    except (ValueError, msgspec.DecodeError) as error:
        raise SetupError(f"{folder / _RUN} is damaged: {error}.", "Give -o a new folder.") from error


def parts(folder: Path) -> list[Path]:
    """The parts of an output, in order."""
    found = (each for each in folder.glob(f"{_PART}[0-9]*") if (each / _DONE).exists())
    return sorted(found, key=lambda part: (len(part.name), part.name))


def done(folder: Path) -> Iterator[Done]:
    """What became of every id in the parts of an output, read line by line.

    Raises:
        SetupError: a part is damaged.
    """
    decoder = msgspec.json.Decoder(Done)
    for part in parts(folder):
        with _told(folder), (part / _DONE).open("rb") as lines:
            for line in lines:
                try:
                    yield decoder.decode(line)
                except msgspec.DecodeError as error:
                    raise SetupError(
                        f"{part / _DONE} is damaged: {error}.", f"Delete {part}; it is made anew."
                    ) from error


class Status(msgspec.Struct, frozen=True):
    """How far a run is: what its parts hold, what the last run over the input saw, and whether one is at work."""

    run: Run
    counts: Counts
    parts: int
    last: Last | None
    is_at_work: bool


def status(folder: Path) -> Status:
    """How far a run is; changes nothing.

    Raises:
        SetupError: there is none.
    """
    with _told(folder):
        run = _run(folder)
        if run is None:
            raise SetupError(f"{folder} holds no run of onrecord batch.", "Give the folder that -o was given.")
        counts = Counts()
        for each in done(folder):
            counts.add(each)
        last = None
        if (folder / _LAST).exists():
            last = msgspec.json.decode((folder / _LAST).read_bytes(), type=Last)
        with files.sole(folder / _LOCK) as is_alone:
            return Status(run, counts, len(parts(folder)), last, not is_alone)


def _done(outcome: Outcome) -> Done:
    if outcome.fault:
        return Done(outcome.id, "failed", fault=outcome.fault)
    if outcome.payload is None:
        return Done(outcome.id, "skipped", outcome.reason)
    return Done(outcome.id, "article")


def _line(row: msgspec.Struct) -> bytes:
    return escaped_in_json(msgspec.json.encode(row).decode()).encode() + b"\n"


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What the disk says, as a sentence."""
    try:
        yield
    except OSError as error:
        raise SetupError(
            f"{folder} cannot be written: {error.strerror or error}.",
            "What is in its parts stays; once there is room, the same command goes on.",
        ) from error

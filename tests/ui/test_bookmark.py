"""An article opened again begins where the reader left it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import dam_story
import msgspec
import pytest
from processes import analysed, article_of, kept_in_library, library, started, until
from screen_text import article_screen, status, text, toasts
from textual.pilot import Pilot

from conftest import NARROW, WIDE
from reader.model import Analysis, KeyPoint, Reading, Source
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.workers import Lanes

LONG = dam_story.long_article(2000)
FILE = Source(given="long.html", kind="html")


def reading(source: Source = FILE, points: int = 0) -> Reading:
    found = [KeyPoint(start=b.start, end=b.end, text=LONG.text[b.start : b.end], score=1) for b in LONG.blocks]
    return Reading(source=source, article=LONG, analysis=Analysis(key_points=tuple(found[:points])))


@asynccontextmanager
async def opened_again(
    shown: Reading | None = None, size: tuple[int, int] = WIDE, config: Config | None = None
) -> AsyncIterator[Pilot[None]]:
    with kept_in_library() as archive:
        app = OnRecord(config or Config(), reading=shown or reading(), archive=archive)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.pause()
            yield pilot


def in_sight(pilot: Pilot[None]) -> tuple[int, int]:
    return article_screen(pilot).view.text_in_sight()


async def left_at(*keys: str, **settings: object) -> int:
    """Open the article, go somewhere, and quit; the offset of the first line of text then on the screen."""
    async with opened_again(**settings) as pilot:  # type: ignore[arg-type]
        await pilot.press(*keys)
        await pilot.pause()
        return in_sight(pilot)[0]


@pytest.mark.parametrize("size", [WIDE, NARROW, (90, 50)])
@pytest.mark.parametrize("points", [0, 7])
async def test_the_same_words_at_any_width_and_under_any_head(size: tuple[int, int], points: int) -> None:
    place = await left_at("space", "space", "space", "space")
    assert place > 0
    async with opened_again(reading(points=points), size) as pilot:
        first, after = in_sight(pilot)
        assert first <= place < after
        words = LONG.text[place : place + 20].split()[0]
        assert words in text(article_screen(pilot).view).splitlines()[0]
        assert toasts(pilot) == ["Continued where you left off. g goes to the top."]
        assert f"{article_screen(pilot).view.progress():.0%}" in status(pilot)
        await pilot.press("g")
        assert article_screen(pilot).view.scroll_offset.y == 0


async def test_a_place_gone_to_in_the_moment_of_the_end_is_kept() -> None:
    async with opened_again() as pilot:
        article_screen(pilot).view.move("page", 1)
        place = in_sight(pilot)[0]
        pilot.app.exit()
    assert place > 0
    async with opened_again() as pilot:
        assert in_sight(pilot)[0] == place


async def test_a_screen_that_hangs_keeps_the_place_on_it() -> None:
    async with opened_again() as pilot:
        article_screen(pilot).view.move("page", 1)
        ended = threading.Thread(target=pilot.app.leave_at_once)
        ended.start()
        ended.join()  # the event loop meanwhile does nothing
        with library() as kept:
            (number,) = kept.articles.recent()
            stored = kept.articles.load(number)
        assert stored is not None
        assert stored.position == in_sight(pilot)[0] > 0


async def test_a_place_that_is_not_moved_from_is_kept() -> None:
    place = await left_at("space", "space", "space")
    for size in (NARROW, WIDE):
        await left_at(size=size)
        async with opened_again(size=size) as pilot:
            first, after = in_sight(pilot)
            assert first <= place < after


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["space", "g"], id="left at the top"),
        pytest.param(["G"], id="read to its end"),
        pytest.param([], id="not begun"),
    ],
)
async def test_it_begins_at_the_top(keys: list[str]) -> None:
    await left_at(*keys)
    async with opened_again() as pilot:
        assert article_screen(pilot).view.scroll_offset.y == 0
        assert toasts(pilot) == []


async def test_what_came_over_standard_input_is_not_remembered() -> None:
    piped = reading(Source(given="-", kind="text"))
    assert await left_at("space", "space", shown=piped) > 0
    async with opened_again(piped) as pilot:
        assert article_screen(pilot).view.scroll_offset.y == 0
        assert toasts(pilot) == []


async def test_another_article_has_a_place_of_its_own() -> None:
    assert await left_at("space", "space") > 0
    async with opened_again(reading(Source(given="other.html", kind="html"))) as pilot:
        assert article_screen(pilot).view.scroll_offset.y == 0


async def test_an_article_that_became_shorter_begins_at_the_top() -> None:
    assert await left_at(*["space"] * 6) > 400
    shorter = msgspec.structs.replace(LONG, text=LONG.text[:400], blocks=LONG.blocks[:2])
    async with opened_again(msgspec.structs.replace(reading(), article=shorter)) as pilot:
        assert article_screen(pilot).view.scroll_offset.y == 0
        assert toasts(pilot) == []


async def test_no_place_is_kept_where_none_is_wanted() -> None:
    wanted = await left_at("space", "space")
    off = Config(keep_position=False)
    async with opened_again(config=off) as pilot:
        assert article_screen(pilot).view.scroll_offset.y == 0
        assert toasts(pilot) == []
        await pilot.press("space")
    with library() as kept:
        (number,) = kept.articles.recent()
        stored = kept.articles.load(number)
        assert stored is not None
        assert stored.position == wanted  # neither used nor written over


async def test_it_is_continued_while_the_article_is_analysed(workers: Lanes, tmp_path: Path) -> None:
    paragraphs = enumerate(LONG.text.split("\n\n"))
    words = "\n\n".join(f"{paragraph} That was day {day}." for day, paragraph in paragraphs)
    (tmp_path / "long.txt").write_text(words, encoding="utf-8")
    source = str(tmp_path / "long.txt")
    async with started(workers, source) as pilot:
        await until(pilot, analysed(pilot))
        await pilot.press("space", "space")
        await pilot.pause()
        place = in_sight(pilot)[0]
        assert place > 0
    async with started(workers, source, (80, 24), Config(key_points=2)) as pilot:
        await article_of(pilot)
        await until(pilot, lambda: in_sight(pilot)[0] > 0)
        assert toasts(pilot)[0].startswith("Continued ")
        first, after = in_sight(pilot)
        assert first <= place < after
        await until(pilot, analysed(pilot))
        assert in_sight(pilot) == (first, after)
    async with started(workers, "-", stdin=words.encode()) as pilot:
        await until(pilot, analysed(pilot))
        assert toasts(pilot) == []

"""From source to screen, through real worker processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import dam_story
import pytest
from processes import PAGE, analysed, started, until
from pytest_httpserver import HTTPServer
from screen_text import article_screen, status, text, whole_screen
from textual.widgets import Input
from werkzeug import Request, Response

from reader.ui.screens.help import HelpScreen
from reader.ui.screens.start import StartScreen
from reader.ui.widgets.notice import Notice
from reader.workers import Lanes


async def test_a_page_is_read_and_analysed(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    async with started(workers, str(tmp_path / "dam.html")) as pilot:
        screen = article_screen(pilot)
        seen: list[str] = []
        screen.watch(screen, "state", lambda state: seen.append(state), init=False)
        await until(pilot, lambda: screen.reading is not None)
        assert dam_story.HEADLINE in text(screen.view)
        await until(pilot, analysed(pilot))
        assert len(screen.current.analysis.quotes) >= 6
        assert "quotes, " in status(pilot)
        assert seen[-2] == "finding quotes and speakers…"
        await pilot.press("]")
        assert "quote 1/" in status(pilot)


async def test_a_narrow_window_has_one_pane_after_all_that(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    async with started(workers, str(tmp_path / "dam.html"), (60, 20)) as pilot:
        await until(pilot, analysed(pilot))
        await pilot.press("tab")
        await pilot.pause()
        assert "Quotes" in whole_screen(pilot.app)
        assert not article_screen(pilot).view.display


async def test_an_error_is_shown_in_place_and_tried_again(workers: Lanes, tmp_path: Path) -> None:
    path = tmp_path / "late.html"
    async with started(workers, str(path)) as pilot:
        screen = article_screen(pilot)
        await until(pilot, lambda: screen.failure is not None)
        assert "late.html" in whole_screen(pilot.app)
        assert "r tries again" in whole_screen(pilot.app)
        path.write_text(PAGE, encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: screen.reading is not None)
        assert screen.failure is None
        assert not screen.query_one(Notice).display
        assert dam_story.HEADLINE in whole_screen(pilot.app)


@pytest.mark.parametrize("size", [(60, 20), (130, 30)])
async def test_without_an_article_there_are_no_lists_to_go_to(
    workers: Lanes, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "late.html"
    async with started(workers, str(path), size) as pilot:
        screen = article_screen(pilot)
        screen.pane = "actors"  # gone to while the page was fetched
        await until(pilot, lambda: screen.failure is not None)
        assert screen.pane == "article"
        for key in ("tab", "shift+tab", "a", "z", "tab"):
            await pilot.press(key)
            await pilot.pause()
            assert screen.pane == "article"
            assert not screen.sidebar.display
            assert "r tries again" in whole_screen(pilot.app)
        path.write_text(PAGE, encoding="utf-8")
        await pilot.press("r")
        await until(pilot, analysed(pilot))
        await pilot.press("tab")
        assert screen.pane == "quotes"
        assert screen.sidebar.display


async def test_keys_do_no_harm_while_there_is_no_article(workers: Lanes, tmp_path: Path) -> None:
    async with started(workers, str(tmp_path / "never.html")) as pilot:
        await until(pilot, lambda: article_screen(pilot).failure is not None)
        await pilot.press(*"jk bgG]}na1/", "escape", *"sy", "tab", "enter", "tab", "j", "tab", "?", "escape", "t")
        await pilot.pause()
        assert pilot.app.is_running


async def test_a_worker_that_dies_is_replaced_and_the_article_stays(tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    workers = Lanes()
    try:
        async with started(workers, str(tmp_path / "dam.html")) as pilot:
            screen = article_screen(pilot)
            pid = workers._analysing.submit(os.getpid).result()
            await until(pilot, lambda: "finding quotes" in screen.state and screen._call.future.running())
            # The model takes longer to load than it takes to get here.
            os.kill(pid, 9)
            await until(pilot, lambda: screen.failure is not None)
            assert dam_story.HEADLINE in text(screen.view)
            assert "articles stopped" in whole_screen(pilot.app)
            await pilot.press("r")
            await until(pilot, analysed(pilot))
            assert screen.failure is None
            assert "articles stopped" not in whole_screen(pilot.app)
    finally:
        workers.close()


@pytest.fixture
def slow(httpserver: HTTPServer) -> Iterator[tuple[str, threading.Event]]:
    """The address of a page that is served once the event is set."""
    may_answer = threading.Event()

    def answer(_: Request) -> Response:
        may_answer.wait(60)
        return Response(PAGE, content_type="text/html; charset=utf-8")

    httpserver.expect_request("/dam").respond_with_handler(answer)
    yield httpserver.url_for("/dam"), may_answer
    may_answer.set()


async def test_a_slow_page_is_counted_stopped_and_tried_again(
    workers: Lanes, slow: tuple[str, threading.Event]
) -> None:
    address, may_answer = slow
    async with started(workers, address) as pilot:
        screen = article_screen(pilot)
        seen: set[str] = set()
        await until(pilot, lambda: bool(seen.add(status(pilot)[3:4])) or "fetching… 2 s · Esc stops" in status(pilot))
        assert len(seen) > 2  # the mark moves
        await pilot.press("j", "?")
        assert isinstance(pilot.app.screen, HelpScreen)  # keys are answered all the while
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.failure is not None)
        assert "Stopped." in whole_screen(pilot.app)
        assert "r tries again" in whole_screen(pilot.app)
        may_answer.set()
        await pilot.press("r")
        await until(pilot, analysed(pilot))
        assert dam_story.HEADLINE in text(screen.view)


async def test_a_stopped_analysis_leaves_the_article(workers: Lanes, tmp_path: Path) -> None:
    paragraphs = dam_story.long_article(30_000).text.split("\n\n")
    numbered = (f"{paragraph} That was day {day}." for day, paragraph in enumerate(paragraphs))
    (tmp_path / "long.txt").write_text("\n\n".join(numbered), encoding="utf-8")
    async with started(workers, str(tmp_path / "long.txt")) as pilot:
        screen = article_screen(pilot)
        await until(pilot, lambda: screen.reading is not None)
        await pilot.press("space", "space")
        top = screen.view.scroll_offset.y
        assert top > 0
        await pilot.press("escape")
        await until(pilot, lambda: screen.failure is not None)
        assert not screen.is_at_work
        assert "Stopped." in status(pilot)
        assert "Work on the Orle dam" in screen.reading.article.text  # type: ignore[union-attr]
        assert not screen.query_one(Notice).display
        await pilot.press("g")
        assert "Press r to try again." in text(screen.view)


async def test_the_start_screen_opens_what_is_pasted(workers: Lanes, tmp_path: Path) -> None:
    path = tmp_path / "dam story.html"
    path.write_text(PAGE, encoding="utf-8")
    async with started(workers, None) as pilot:
        assert isinstance(pilot.app.screen, StartScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing to open yet" in whole_screen(pilot.app)
        pilot.app.screen.query_one(Input).value = f"  '{path}' "
        await pilot.press("enter")
        await pilot.pause()
        await until(pilot, lambda: article_screen(pilot).reading is not None)
        assert dam_story.HEADLINE in whole_screen(pilot.app)


async def test_the_start_screen_shows_an_error_and_takes_another_source(workers: Lanes, tmp_path: Path) -> None:
    async with started(workers, None) as pilot:
        pilot.app.screen.query_one(Input).value = str(tmp_path / "missing.html")
        await pilot.press("enter")
        await pilot.pause()
        await until(pilot, lambda: "missing.html" in whole_screen(pilot.app))
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StartScreen)
        assert pilot.app.screen.query_one(Input).value == str(tmp_path / "missing.html")


async def test_an_article_in_another_language_says_why_there_are_no_quotes(workers: Lanes, tmp_path: Path) -> None:
    story = tmp_path / "hafen.txt"
    story.write_text(
        "Hafen bleibt geschlossen\n\nDer Hafen von Ellerhaven bleibt nach dem Sturm geschlossen, teilte die Verwaltung "
        "am Dienstag mit. Zwei der alten Pfähle sind gebrochen.\n\n„Wir können niemanden auf diesen Steg lassen“, "
        "sagte die Hafenmeisterin Ida Holm. Die Reparatur werde zwei Jahre dauern.",
        encoding="utf-8",
    )
    async with started(workers, str(story)) as pilot:
        screen = article_screen(pilot)
        await until(pilot, lambda: "German" in screen.state)
        assert screen.state.endswith("this article is in German.")
        for _ in range(4):
            await pilot.press("tab")
            await pilot.pause()
            shown = " ".join(text(screen.sidebar.open_list).split())
            assert shown.count("English only") == 1
            assert "were found in this article" not in shown

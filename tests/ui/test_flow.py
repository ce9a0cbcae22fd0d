"""From source to screen, through real worker processes."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import dam_story
import pytest
from processes import BARE_PAGE, PAGE, analysed, article_of, failed, is_open, library, started, until
from pytest_httpserver import HTTPServer
from screen_text import article_screen, status, text, whole_screen
from textual.widgets import Input
from werkzeug import Request, Response

from reader.ui.screens.start import StartScreen
from reader.ui.windows.help import HelpWindow
from reader.workers import Lanes
from waiting import PATIENCE


async def test_a_page_is_read_and_analysed(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    async with started(workers, str(tmp_path / "dam.html")) as pilot:
        screen = await article_of(pilot)
        assert dam_story.HEADLINE in text(screen.view)
        await until(pilot, analysed(pilot))
        assert len(screen.desk.current.analysis.quotes) >= 6
        assert "quotes, " in status(pilot)
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
    path.write_text(BARE_PAGE, encoding="utf-8")
    async with started(workers, str(path)) as pilot:
        await until(pilot, failed(pilot))
        assert "late.html" in whole_screen(pilot.app)
        assert "r tries again" in whole_screen(pilot.app)
        path.write_text(PAGE, encoding="utf-8")
        await pilot.press("r")
        await until(pilot, is_open(pilot))
        assert dam_story.HEADLINE in whole_screen(pilot.app)


async def test_a_password_is_sent_again_and_shown_nowhere(workers: Lanes, httpserver: HTTPServer) -> None:
    is_up = threading.Event()

    def story(request: Request) -> Response:
        is_ada = request.authorization is not None and request.authorization.password == "tide-4711"
        return Response(PAGE, status=(200 if is_up.is_set() else 503) if is_ada else 401, content_type="text/html")

    httpserver.expect_request("/dam").respond_with_handler(story)
    url = httpserver.url_for("/dam")
    async with started(workers, url.replace("//", "//ada:tide-4711@")) as pilot:
        await until(pilot, failed(pilot))
        assert "in trouble (503)" in whole_screen(pilot.app)
        await pilot.press("O")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == url
        await pilot.press("escape")
        is_up.set()
        await pilot.press("r")
        await until(pilot, is_open(pilot))
        assert "tide-4711" not in whole_screen(pilot.app)
    with library() as kept:
        (listed,) = kept.searching.listed(kept.articles.recent())
    assert listed.source == url


@pytest.mark.parametrize("size", [(60, 20), (130, 30)])
async def test_without_an_article_its_keys_do_nothing(workers: Lanes, tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "late.html"
    path.write_text(BARE_PAGE, encoding="utf-8")
    async with started(workers, str(path), size) as pilot:
        await until(pilot, failed(pilot))
        for key in ("tab", "shift+tab", "a", "v", "p", "tab"):
            await pilot.press(key)
            await pilot.pause()
            assert "r tries again" in whole_screen(pilot.app)
        path.write_text(PAGE, encoding="utf-8")
        await pilot.press("r")
        await until(pilot, analysed(pilot))
        await pilot.press("tab")
        assert article_screen(pilot).desk.pane == "quotes"
        assert article_screen(pilot).sidebar.display


async def test_keys_do_no_harm_while_there_is_no_article(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "never.html").write_text(BARE_PAGE, encoding="utf-8")
    async with started(workers, str(tmp_path / "never.html")) as pilot:
        await until(pilot, failed(pilot))
        await pilot.press(*"jk bgG]}na1/", "escape", *"sy", "tab", "enter", "tab", "j", "tab", "?", "escape", "t")
        await pilot.pause()
        assert pilot.app.is_running


def hold_analysis(workers: Lanes) -> int:
    """Have the next analysis take for ever; gives the process that is held."""
    pid = workers._analysing.submit(os.getpid).result(PATIENCE)
    os.kill(pid, signal.SIGSTOP)
    return pid


async def test_a_worker_that_dies_is_replaced_and_the_article_stays(tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    workers = Lanes()
    analysing = hold_analysis(workers)
    try:
        async with started(workers, str(tmp_path / "dam.html")) as pilot:
            screen = await article_of(pilot)
            session = screen.desk.session
            await until(pilot, lambda: session._call is not None and session._call.future.running())
            os.kill(analysing, signal.SIGKILL)
            await until(pilot, lambda: session.failure is not None)
            assert dam_story.HEADLINE in text(screen.view)
            assert "articles stopped" in whole_screen(pilot.app)
            await pilot.press("r")
            await until(pilot, analysed(pilot))
            assert session.failure is None
            assert "articles stopped" not in whole_screen(pilot.app)
    finally:
        workers.close()


@pytest.fixture
def slow(httpserver: HTTPServer) -> Iterator[tuple[str, threading.Event]]:
    """The address of a page that is served once the event is set."""
    may_answer = threading.Event()

    def answer(_: Request) -> Response:
        may_answer.wait(PATIENCE)
        return Response(PAGE, content_type="text/html; charset=utf-8")

    httpserver.expect_request("/dam").respond_with_handler(answer)
    yield httpserver.url_for("/dam"), may_answer
    may_answer.set()


async def test_a_slow_page_is_counted_stopped_and_tried_again(
    workers: Lanes, slow: tuple[str, threading.Event]
) -> None:
    address, may_answer = slow
    async with started(workers, address) as pilot:
        seen: set[str] = set()
        counted = re.compile(r"fetching… \d+ s · Esc stops")
        # The mark moves, and the seconds are told.
        await until(
            pilot, lambda: bool(seen.add(status(pilot)[3:4]) or (len(seen) > 2 and counted.search(status(pilot))))
        )
        await pilot.press("j", "?")
        assert isinstance(pilot.app.screen, HelpWindow)  # keys are answered all the while
        await pilot.press("escape", "escape")
        await until(pilot, failed(pilot))
        assert "Stopped." in whole_screen(pilot.app)
        assert "r tries again" in whole_screen(pilot.app)
        may_answer.set()
        await pilot.press("r")
        await until(pilot, analysed(pilot))
        assert dam_story.HEADLINE in text(article_screen(pilot).view)


async def test_a_stopped_analysis_leaves_the_article(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    hold_analysis(workers)
    async with started(workers, str(tmp_path / "dam.html"), (60, 20)) as pilot:
        screen = await article_of(pilot)
        await pilot.press("space", "space")
        top = screen.view.scroll_offset.y
        assert top > 0
        await pilot.press("escape")
        await until(pilot, lambda: screen.desk.session.failure is not None)
        assert screen.desk.session.work is None
        assert "Stopped." in status(pilot)
        assert screen.desk.reading.article.headline == dam_story.HEADLINE
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
        await until(pilot, is_open(pilot))
        assert dam_story.HEADLINE in whole_screen(pilot.app)


async def test_the_start_screen_shows_an_error_and_takes_another_source(workers: Lanes, tmp_path: Path) -> None:
    async with started(workers, None) as pilot:
        pilot.app.screen.query_one(Input).value = str(tmp_path / "missing.html")
        await pilot.press("enter")
        await pilot.pause()
        await until(pilot, lambda: "There is no file" in whole_screen(pilot.app))
        assert isinstance(pilot.app.screen, StartScreen)
        assert pilot.app.screen.query_one(Input).value == str(tmp_path / "missing.html")
        (tmp_path / "missing.html").write_text(PAGE, encoding="utf-8")
        await pilot.press("enter")
        await until(pilot, is_open(pilot))
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_a_path_that_leads_nowhere_can_be_mended(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    given = str(tmp_path / "dam.htm")
    async with started(workers, given) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen))
        assert "There is no file" in whole_screen(pilot.app)
        assert pilot.app.screen.query_one(Input).value == given
        await pilot.press("end", "l", "enter")
        await until(pilot, is_open(pilot))
        assert dam_story.HEADLINE in text(article_screen(pilot).view)
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_an_article_in_another_language_says_why_there_are_no_quotes(workers: Lanes, tmp_path: Path) -> None:
    story = tmp_path / "hafen.txt"
    story.write_text(
        "Hafen bleibt geschlossen\n\nDer Hafen von Ellerhaven bleibt nach dem Sturm geschlossen, teilte die Verwaltung "
        "am Dienstag mit. Zwei der alten Pfähle sind gebrochen.\n\n„Wir können niemanden auf diesen Steg lassen“, "
        "sagte die Hafenmeisterin Ida Holm. Die Reparatur werde zwei Jahre dauern.",
        encoding="utf-8",
    )
    async with started(workers, str(story)) as pilot:
        screen = await article_of(pilot)
        await until(pilot, lambda: "German" in screen.state)
        assert screen.state.endswith("this article is in German.")
        for _ in range(4):
            await pilot.press("tab")
            await pilot.pause()
            shown = " ".join(text(screen.sidebar.open_list).split())
            assert shown.count("English only") == 1
            assert "were found in this article" not in shown

"""Another article in front of the one that is read, and back; the articles opened last."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import dam_story
import pytest
from processes import BARE_PAGE, PAGE, analysed, article_of, failed, is_open, library, started, until
from pytest_httpserver import HTTPServer
from screen_text import article_screen, status, text, toasts, whole_screen
from textual.pilot import Pilot
from textual.widgets import Input
from werkzeug import Request, Response

from reader.settings.config import Config
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.home import HomeScreen
from reader.ui.screens.start import StartScreen
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.windows.help import HelpWindow
from reader.ui.windows.open import OpenWindow
from reader.workers import Lanes


@pytest.fixture
def stories(tmp_path: Path) -> dict[str, str]:
    """Two saved pages, by a word of their headlines."""
    paths = {}
    for word in ("Ferry", "Bridge"):
        path = tmp_path / f"{word.lower()}.html"
        path.write_text(PAGE.replace(dam_story.HEADLINE, f"{word} to close for the winter"), encoding="utf-8")
        paths[word] = str(path)
    return paths


@pytest.fixture
def slow(httpserver: HTTPServer) -> Iterator[tuple[str, threading.Event]]:
    """The address of a page that is served once the event is set."""
    may_answer = threading.Event()

    def answer(_: Request) -> Response:
        may_answer.wait(60)
        return Response(PAGE.replace(dam_story.HEADLINE, "Tunnel found"), content_type="text/html; charset=utf-8")

    httpserver.expect_request("/tunnel").respond_with_handler(answer)
    yield httpserver.url_for("/tunnel"), may_answer
    may_answer.set()


async def ask(pilot: Pilot[None], source: str) -> None:
    """Give a source where another article is asked for."""
    await pilot.press("O")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = source
    await pilot.press("enter")
    await pilot.pause()


def shows(pilot: Pilot[None], headline: str):
    return lambda: is_open(pilot)() and article_screen(pilot).desk.reading.article.headline == headline


def recent(pilot: Pilot[None]) -> list[str]:
    """The headlines listed where another article is asked for."""
    options = pilot.app.screen.query_one(ChoiceList).options
    return [str(option.prompt).splitlines()[0] for option in options]


def sources() -> list[str]:
    """What the articles opened last are opened by."""
    with library() as kept:
        return [each.source for each in kept.searching.listed(kept.articles.recent())]


async def test_another_article_and_back_to_where_the_reader_was(workers: Lanes, stories: dict[str, str]) -> None:
    async with started(workers, stories["Ferry"], (130, 20)) as pilot:
        await until(pilot, analysed(pilot))
        await pilot.press("u", "j", "enter", "]", "]", "j", "d", "tab")
        await pilot.pause()
        first = article_screen(pilot)
        before = text(first.view), status(pilot), first.desk.current, first.desk.filter, first.desk.pane
        await pilot.press("tab", "tab", "tab", "tab")
        assert "q quit" in text(first.key_line)
        await ask(pilot, stories["Bridge"])
        await until(pilot, shows(pilot, "Bridge to close for the winter"))
        await until(pilot, analysed(pilot))
        assert "q back" in text(article_screen(pilot).key_line)
        await pilot.press("]", "space", "escape", "q")
        await pilot.pause()
        assert pilot.app.screen is first
        await pilot.press("tab")
        await pilot.pause()
        assert (text(first.view), status(pilot), first.desk.current, first.desk.filter, first.desk.pane) == before
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_an_error_leaves_the_article_and_the_address_to_mend(workers: Lanes, stories: dict[str, str]) -> None:
    async with started(workers, stories["Ferry"]) as pilot:
        first = await article_of(pilot)
        await ask(pilot, "/nowhere/brige.html")
        await until(pilot, lambda: bool(toasts(pilot)))
        assert "There is no file /nowhere/brige.html." in toasts(pilot)[0]
        assert pilot.app.screen is first
        await pilot.press("O")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "/nowhere/brige.html"
        await pilot.press(*"fer")  # in its place, for it is selected
        assert pilot.app.screen.query_one(Input).value == "fer"


async def test_the_article_stays_until_the_other_is_there_and_longer_when_it_is_stopped(
    workers: Lanes, stories: dict[str, str], slow: tuple[str, threading.Event]
) -> None:
    address, may_answer = slow
    async with started(workers, stories["Ferry"]) as pilot:
        await until(pilot, analysed(pilot))
        first = article_screen(pilot)
        await pilot.press("]")
        await ask(pilot, address)
        await until(pilot, lambda: "fetching…" in status(pilot))
        await pilot.press("]")
        assert first.desk.current.quote_index == 1
        await pilot.press("escape")
        await until(pilot, lambda: "quote 2/" in status(pilot))
        assert pilot.app.screen is first
        assert toasts(pilot)[-1] == "Stopped."
        may_answer.set()
        await ask(pilot, address)
        await until(pilot, shows(pilot, "Tunnel found"))


async def test_the_last_one_asked_for_is_opened(
    workers: Lanes, stories: dict[str, str], slow: tuple[str, threading.Event]
) -> None:
    address, _ = slow
    async with started(workers, stories["Ferry"]) as pilot:
        await article_of(pilot)
        await ask(pilot, address)
        await until(pilot, lambda: "fetching…" in status(pilot))
        await ask(pilot, stories["Bridge"])
        await until(pilot, shows(pilot, "Bridge to close for the winter"))
        assert len(pilot.app.screen_stack) == 3


async def test_it_comes_when_the_reader_is_done_typing_or_looking(
    workers: Lanes, stories: dict[str, str], slow: tuple[str, threading.Event]
) -> None:
    address, may_answer = slow
    async with started(workers, stories["Ferry"]) as pilot:
        first = await article_of(pilot)
        await ask(pilot, address)
        await pilot.press("/", *"dam")
        may_answer.set()
        opening = pilot.app._opening  # type: ignore[attr-defined] # no sign of it on the screen
        await until(pilot, lambda: opening.work is None)
        await pilot.press(*"s")
        assert first.desk.finder.query_text == "dams"
        await pilot.press("escape", "?")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpWindow)
        await pilot.press("escape")
        await until(pilot, shows(pilot, "Tunnel found"))


async def asked(pilot: Pilot[None]) -> None:
    """Where something is in the library, its home is the first screen; over it stands the window that asks."""
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    await pilot.press("O")
    await until(pilot, lambda: isinstance(pilot.app.screen, OpenWindow))


async def test_recent_articles_are_listed_and_opened(workers: Lanes, stories: dict[str, str], tmp_path: Path) -> None:
    async with started(workers, stories["Ferry"]) as pilot:
        await article_of(pilot)
        await ask(pilot, stories["Bridge"])
        await until(pilot, shows(pilot, "Bridge to close for the winter"))
        await pilot.press("O")
        await pilot.pause()
        assert recent(pilot) == ["Ferry to close for the winter"]  # the other one is in front
        assert str(tmp_path)[-20:] in whole_screen(pilot.app)
    async with started(workers, None) as pilot:
        await asked(pilot)
        assert recent(pilot) == ["Bridge to close for the winter", "Ferry to close for the winter"]
        await pilot.press(*"ferr", "down", "enter")
        await until(pilot, shows(pilot, "Ferry to close for the winter"))
    assert sources() == [stories["Ferry"], stories["Bridge"]]


async def test_up_from_the_first_recent_one_is_the_line_again(workers: Lanes, stories: dict[str, str]) -> None:
    async with started(workers, stories["Ferry"]) as pilot:
        await article_of(pilot)
    async with started(workers, "no.html") as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen))  # in the place of the one that failed
        pilot.app.screen.query_one(Input).value = ""
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert "Nothing to open yet" in whole_screen(pilot.app)


async def test_a_recent_one_is_opened_with_a_click(workers: Lanes, stories: dict[str, str]) -> None:
    async with started(workers, stories["Ferry"]) as pilot:
        await article_of(pilot)
    async with started(workers, None) as pilot:
        await asked(pilot)
        await pilot.click(ChoiceList, offset=(3, 0))
        await until(pilot, shows(pilot, "Ferry to close for the winter"))


async def test_nothing_is_listed_where_that_is_not_wanted(workers: Lanes, stories: dict[str, str]) -> None:
    async with started(workers, stories["Bridge"]) as pilot:
        await article_of(pilot)
    async with started(workers, None, config=Config(keep_recent=False)) as pilot:
        await asked(pilot)
        assert recent(pilot) == []


async def test_a_front_page_over_an_article(workers: Lanes, stories: dict[str, str], httpserver: HTTPServer) -> None:
    towns = ("Brindle", "Harwell", "Corvane", "Ostrey", "Tallow", "Merrow", "Quill", "Dunmere")
    cards = "".join(
        f"<article><h3><a href='/2026/03/council-of-{town.lower()}-votes-to-rebuild-the-old-pier'>Council of {town} "
        f"votes to rebuild the old pier</a></h3><p>The vote in {town} came after six hours of debate.</p></article>"
        for town in towns
    )
    page = f"<html lang='en'><head><meta property='og:type' content='website'></head><body><main>{cards}</main></body>"
    httpserver.expect_request("/").respond_with_data(page, content_type="text/html; charset=utf-8")
    async with started(workers, stories["Ferry"]) as pilot:
        first = await article_of(pilot)
        await ask(pilot, httpserver.url_for("/"))
        await until(pilot, lambda: isinstance(pilot.app.screen, FrontPageScreen))
        listing = pilot.app.screen
        await pilot.press("enter")
        await until(pilot, lambda: bool(toasts(pilot)))
        assert pilot.app.screen is listing  # an article that cannot be had leaves the list
        await ask(pilot, stories["Bridge"])
        await until(pilot, shows(pilot, "Bridge to close for the winter"))
        await until(pilot, analysed(pilot))
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is listing
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is first


async def test_another_source_after_the_first_failed(workers: Lanes, stories: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_text(BARE_PAGE, encoding="utf-8")
    async with started(workers, str(tmp_path / "bare.html")) as pilot:
        await until(pilot, failed(pilot))
        await pilot.press("O")
        await pilot.pause()
        assert isinstance(pilot.app.screen, OpenWindow)
        pilot.app.screen.query_one(Input).value = stories["Ferry"]
        await pilot.press("enter")
        await until(pilot, shows(pilot, "Ferry to close for the winter"))
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_what_changes_for_the_run_changes_in_the_article_below(workers: Lanes, stories: dict[str, str]) -> None:
    async with started(workers, stories["Ferry"]) as pilot:
        first = await article_of(pilot)
        await ask(pilot, stories["Bridge"])
        await until(pilot, shows(pilot, "Bridge to close for the winter"))
        await pilot.press("<", "t", "q")
        await pilot.pause()
        assert pilot.app.screen is first
        assert first.view.width == Config().measure - 4
        assert first.inks.style("text") == pilot.app.themes.inks.style("text")  # type: ignore[attr-defined]

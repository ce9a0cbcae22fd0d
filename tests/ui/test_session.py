"""From a source to a reading, with real worker processes and without a screen."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import dam_story
import pytest
from processes import PAGE
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reader.errors import FetchError, ReaderError
from reader.model import Analysis, Listing, Reading
from reader.settings.config import Config
from reader.ui.session import Errand, Opening, Session
from reader.workers import Lanes, Stopped


class Told:
    """What an errand told about its work, one after the other."""

    def __init__(self) -> None:
        self.errand: Errand | None = None
        self.words: list[str] = []

    def __call__(self) -> None:
        assert self.errand is not None
        self.words.append(self.errand.work.what if self.errand.work else "")


def opening(workers: Lanes, source: str, stdin: bytes | None = None) -> tuple[Opening, Told]:
    told = Told()
    told.errand = made = Opening(workers, source, stdin, told)
    return made, told


def session(workers: Lanes | None, reading: Reading, *, is_analysed: bool = False) -> tuple[Session, Told]:
    told = Told()
    told.errand = made = Session(reading, workers, is_analysed=is_analysed, changed=told)
    return made, told


@pytest.fixture
def slow(httpserver: HTTPServer) -> Iterator[tuple[str, threading.Event, threading.Event]]:
    """The address of a page; what is set when it is asked for; and what lets it be served."""
    asked, may_answer = threading.Event(), threading.Event()

    def answer(_: Request) -> Response:
        asked.set()
        may_answer.wait(60)
        return Response(PAGE, content_type="text/html; charset=utf-8")

    httpserver.expect_request("/dam").respond_with_handler(answer)
    yield httpserver.url_for("/dam"), asked, may_answer
    may_answer.set()


async def test_the_whole_way(workers: Lanes, tmp_path: Path) -> None:
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    first, told = opening(workers, str(tmp_path / "dam.html"))
    found = await first.acquire()
    assert isinstance(found, Reading)
    assert found.article.headline == dam_story.HEADLINE
    assert found.analysis == Analysis()
    assert told.words == ["fetching…", "", "reading…", ""]
    then, told = session(workers, found)
    await then.analyse(Config(key_points=3))
    assert then.is_analysed
    assert then.reading.article is found.article
    assert len(then.reading.analysis.quotes) >= 6
    assert len(then.reading.analysis.key_points) == 3
    assert told.words == ["finding quotes and speakers…", ""]
    assert await then.choose_points(Config(key_points=4))
    assert len(then.reading.analysis.key_points) == 4


async def test_standard_input(workers: Lanes) -> None:
    found = await opening(workers, "-", dam_story.TEXT.encode())[0].acquire()
    assert isinstance(found, Reading)
    assert found.source.given == "-"


async def test_a_list_in_the_place_of_an_article(workers: Lanes, tmp_path: Path) -> None:
    cards = "".join(
        f"<article><h3><a href='https://harbourpost.example/2026/03/council-of-{town}-votes-to-rebuild-the-old-pier'>"
        f"Council of {town} votes to rebuild the old pier</a></h3><p>After six hours of debate.</p></article>"
        for town in ("Brindle", "Harwell", "Corvane", "Ostrey", "Tallow", "Merrow", "Quill", "Dunmere")
    )
    page = f"<html lang='en'><head><meta property='og:type' content='website'></head><body><main>{cards}</main></body>"
    (tmp_path / "front.html").write_text(page, encoding="utf-8")
    found = await opening(workers, str(tmp_path / "front.html"))[0].acquire()
    assert isinstance(found, Listing)
    assert len(found.entries) == 8


async def test_an_error_is_kept_until_the_next_try(workers: Lanes, tmp_path: Path) -> None:
    errand, told = opening(workers, str(tmp_path / "late.html"))
    with pytest.raises(FetchError):
        await errand.acquire()
    assert isinstance(errand.failure, FetchError)
    assert told.words == ["fetching…", ""]
    (tmp_path / "late.html").write_text(PAGE, encoding="utf-8")
    await errand.acquire()
    assert errand.failure is None


async def test_it_is_stopped_and_tried_again(
    workers: Lanes, slow: tuple[str, threading.Event, threading.Event]
) -> None:
    address, asked, may_answer = slow
    errand, told = opening(workers, address)
    assert not errand.stop()  # nothing is done yet
    trying = asyncio.create_task(errand.acquire())
    await asyncio.to_thread(asked.wait, 60)
    assert errand.stop()
    with pytest.raises(Stopped):
        await trying
    assert isinstance(errand.failure, Stopped)
    assert not errand.stop()
    assert told.words == ["fetching…", ""]
    may_answer.set()
    assert isinstance(await errand.acquire(), Reading)


async def test_what_waits_its_turn_is_stopped_too(
    workers: Lanes, slow: tuple[str, threading.Event, threading.Event], tmp_path: Path
) -> None:
    address, asked, may_answer = slow
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    ahead = asyncio.create_task(opening(workers, address)[0].acquire())
    await asyncio.to_thread(asked.wait, 60)
    errand, told = opening(workers, str(tmp_path / "dam.html"))
    waiting = asyncio.create_task(errand.acquire())
    while not told.words:
        await asyncio.sleep(0)
    assert errand.stop()
    with pytest.raises(Stopped):
        await waiting
    may_answer.set()
    assert isinstance(await ahead, Reading)


async def test_when_nobody_waits_any_longer_the_process_is_free(
    workers: Lanes, slow: tuple[str, threading.Event, threading.Event], tmp_path: Path
) -> None:
    address, asked, _ = slow
    (tmp_path / "dam.html").write_text(PAGE, encoding="utf-8")
    errand, _ = opening(workers, address)
    task = asyncio.create_task(errand.acquire())
    await asyncio.to_thread(asked.wait, 60)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    # The page is never served, and yet the next one is read.
    assert isinstance(await opening(workers, str(tmp_path / "dam.html"))[0].acquire(), Reading)


async def test_without_sentences_no_points_are_chosen() -> None:
    made, _ = session(None, dam_story.reading(), is_analysed=True)
    assert not await made.choose_points(Config(key_points=1))
    assert made.reading == dam_story.reading()


async def test_an_analysis_that_fails_leaves_the_article(workers: Lanes) -> None:
    reading = Reading(dam_story.reading().source, dam_story.article(), Analysis())
    made, _ = session(workers, reading)
    with pytest.raises(ReaderError):
        await made.analyse(Config(language_model="no_such_model"))
    assert made.failure is not None
    assert not made.is_analysed
    assert made.reading == reading

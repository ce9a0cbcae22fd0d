"""What is opened is kept, marked and shown again, by keys alone; what cannot be kept is told, and nothing is harmed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import dam_story
import msgspec
from processes import PAGE, analysed, kept_in_library, library, started, until
from pytest_httpserver import HTTPServer
from screen_text import article_screen, lines, status, toasts, whole_screen
from textual.pilot import Pilot

from conftest import WIDE
from reader.model import Source
from reader.model.library import KeptNote, Listed
from reader.settings import paths
from reader.settings.config import Config
from reader.ui import keeper
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.workers import Lanes

ADDRESS = dam_story.reading().source.given


@asynccontextmanager
async def reading(opened, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    with kept_in_library() as archive:
        async with opened(size=size, archive=archive) as pilot:
            yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each once the library has done what the one before asked for."""
    for key in keys:
        await pilot.press(key)
        program = pilot.app
        assert isinstance(program, OnRecord)
        await program.keeper.ask(lambda library: None)
        await pilot.pause()


def left() -> tuple[Listed, tuple[KeptNote, ...]]:
    with library() as kept:
        number = kept.articles.find_address(ADDRESS)
        assert number is not None
        (listed,) = kept.searching.listed((number,))
        return listed, kept.notes.of(number)


def margin(pilot: Pilot[None], mark: str) -> list[str]:
    """The lines of the article with a mark beside them."""
    return [line for line in lines(article_screen(pilot).view) if line.lstrip().startswith(mark)]


async def test_marks_are_there_at_a_new_start_and_each_is_taken_back(opened) -> None:
    async with reading(opened) as pilot:
        await press(pilot, "*", "#", *"dams", "enter", "M", "]", "I", *"ask him", "enter")
        assert "★ #dams ✎ 1 unread" in article_screen(pilot).state
        assert "✎ ask him" in whole_screen(pilot.app)
        assert margin(pilot, "✎ ▌ ")
    listed, (note,) = left()
    assert (listed.is_starred, listed.tags, listed.is_read, note.note) == (True, ("dams",), False, "ask him")
    assert note.words is not None
    assert note.words.text == dam_story.QUOTES[0].text
    async with reading(opened) as pilot:
        assert "✎ ask him" in whole_screen(pilot.app)
        (line,) = margin(pilot, "✎ │ ")
        assert dam_story.QUOTES[0].text[:20] in line
        await press(pilot, "*", "U")
        assert "★" in article_screen(pilot).state


async def test_what_was_done_last_is_taken_back_first(opened) -> None:
    async with reading(opened) as pilot:
        await press(pilot, "*", "I", *"dry", "enter", "]", "!", "1", "M")
        assert margin(pilot, "✓ ▌ ")
        await press(pilot, "U")
        assert article_screen(pilot).state.startswith("★ ✎ 1 ·")
        await press(pilot, "U")
        assert "taken back: right" in status(pilot)
        assert not margin(pilot, "✓ ▌ ")
        await press(pilot, "U")
        assert article_screen(pilot).state.startswith("★ ·")
        await press(pilot, "U")
        assert not article_screen(pilot).state.startswith("★")
    listed, notes = left()
    assert (listed.is_starred, notes) == (False, ())


async def test_an_empty_line_takes_a_note_away(opened) -> None:
    async with reading(opened, (60, 20)) as pilot:
        await press(pilot, "I", "a", "enter", "I", "backspace", "enter")
    assert left()[1] == ()


async def test_nothing_is_kept_in_private(opened) -> None:
    archive = Archive(paths.library_file(), is_private=True)
    async with opened(archive=archive) as pilot:
        await press(pilot, "space", "*", "I")
        assert "Nothing is kept of this article, so that it cannot be marked." in toasts(pilot)
    archive.close()
    assert not paths.library_file().exists()


async def test_an_address_is_shown_as_it_was_kept_and_what_it_became_is_offered(
    workers: Lanes, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/dam").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    url = httpserver.url_for("/dam")
    async with started(workers, url) as pilot:
        await until(pilot, analysed(pilot))
        await press(pilot, "*")
    with library() as kept:
        number = kept.articles.find_address(url)
        stored = kept.articles.load(number or 0)
        assert number is not None
        assert stored is not None
        assert stored.analysis is not None
        assert kept.articles.page(number) is not None
        # An hour ago, in its present form.
        found = keeper.KeptArticle(stored, kept.searching.listed((number,))[0], ()).reading
        kept.articles.keep(found, now=datetime.now(UTC) - timedelta(hours=1), is_opened=False)
    httpserver.clear()
    changed = PAGE.replace("<p>ORLE", "<p>The bridge over the Tarn is closed today, and so is the school.</p><p>ORLE")
    httpserver.expect_request("/dam").respond_with_data(changed, content_type="text/html; charset=utf-8")
    async with started(workers, url) as pilot:
        await until(pilot, lambda: any("has changed" in said for said in toasts(pilot)))
        assert "The bridge over the Tarn" not in article_screen(pilot).desk.reading.article.text
        await pilot.press("r")
        await until(pilot, lambda: "The bridge over the Tarn" in article_screen(pilot).desk.reading.article.text)
        await until(pilot, analysed(pilot))
    with library() as kept:
        assert len(kept.articles.versions(number)) == 1
    httpserver.clear()
    async with started(workers, url) as pilot:  # offline, what is kept is there
        await until(pilot, analysed(pilot))


async def test_on_to_the_next_unread_and_back(workers: Lanes, httpserver: HTTPServer) -> None:
    days = ("first", "second")
    for day in days:
        page = PAGE.replace("<h1>", f"<h1>The {day} day: ")
        httpserver.expect_request(f"/{day}").respond_with_data(page, content_type="text/html; charset=utf-8")
    with library() as kept:
        for hours, day in enumerate(days):
            url = httpserver.url_for(f"/{day}")
            one = msgspec.structs.replace(dam_story.reading(), source=Source(url, "html", url))
            article = msgspec.structs.replace(one.article, url=url, published=f"2026-03-1{hours}T08:00:00+00:00")
            one = msgspec.structs.replace(one, article=article)
            kept.articles.keep(one, now=datetime.now(UTC), is_opened=False)
    async with started(workers, httpserver.url_for("/second")) as pilot:
        await until(pilot, lambda: article_or_none(pilot) == httpserver.url_for("/second"))
        await pilot.press("J")
        await until(pilot, lambda: article_or_none(pilot) == httpserver.url_for("/first"))
        await pilot.press("M", "J")
        await until(pilot, lambda: "There is no other unread article that way." in toasts(pilot))
        assert article_screen(pilot).is_first


def article_or_none(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    return article_screen(pilot).desk.reading.source.given if screen.__class__.__name__ == "ArticleScreen" else ""


async def test_old_articles_are_thrown_out_once_a_day_but_not_marked_ones() -> None:
    now = datetime.now(UTC)
    with library() as kept:
        number = kept.articles.keep(dam_story.reading(), now=now)
        keeper.tidy(kept, Config(keep_days=1), now)
        assert kept.articles.find_address(ADDRESS) == number
        assert not (stored := kept.articles.load(number)) or not stored.is_whole  # of March, and not marked
        kept.articles.keep(dam_story.reading(), now=now)
        keeper.tidy(kept, Config(keep_days=1), now)  # not again today
        again = kept.articles.load(number)
        assert again is not None
        assert again.is_whole
        kept.articles.star(number)
        keeper.tidy(kept, Config(keep_days=1), now + timedelta(days=1))
        marked = kept.articles.load(number)
        assert marked is not None
        assert marked.is_whole

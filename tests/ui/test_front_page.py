"""A front page: the articles it lists are shown to choose one from."""

from __future__ import annotations

from pathlib import Path

import dam_story
import pytest
from processes import PAGE, started, until
from pytest_httpserver import HTTPServer
from screen_text import article_screen, status, toasts, whole_screen
from test_hostile import EVIL
from textual.pilot import Pilot
from textual.widgets import Input

from conftest import NARROW, WIDE
from reader.model import Listing, Source, Teaser
from reader.ui.rows.headlines import has_words, whereabouts
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.widgets.choice_list import ChoiceList
from reader.workers import Lanes

TOWNS = ("Brindle", "Harwell", "Corvane", "Ostrey", "Tallow", "Merrow", "Quill", "Dunmere")
HEADLINES = {town: f"Council of {town} votes to rebuild the old pier" for town in TOWNS}
ACTING = "[@click=app.quit]Council[/] of $primary Selwick \x1b]0;x\x07votes [bold]to rebuild the old pier"
SHOWN = "[@click=app.quit]Council[/] of $primary Selwick"


def path_of(town: str) -> str:
    return f"/2026/03/council-of-{town.lower()}-votes-to-rebuild-the-old-pier"


def card(town: str, headline: str) -> str:
    return (
        f"<article><h3><a href='{path_of(town)}'>{headline}</a></h3><p>The vote in {town} came after six hours of "
        "debate, and the work is to begin before the winter storms.</p></article>"
    )


@pytest.fixture
def front_page(httpserver: HTTPServer) -> str:
    cards = "".join(card(town, headline) for town, headline in HEADLINES.items()) + card("Selwick", ACTING)
    page = (
        "<!doctype html><html lang='en'><head><title>Harbour Post</title><meta property='og:type' content='website'>"
        f"</head><body><main>{cards}</main></body></html>"
    )
    httpserver.expect_request("/").respond_with_data(page, content_type="text/html; charset=utf-8")
    for town in (*TOWNS, "Selwick"):
        story = PAGE.replace(dam_story.HEADLINE, f"{HEADLINES.get(town, town)}, in full")
        httpserver.expect_request(path_of(town)).respond_with_data(story, content_type="text/html; charset=utf-8")
    return httpserver.url_for("/")


def is_listed(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, FrontPageScreen)


async def opens(pilot: Pilot[None], words: str) -> None:
    """Wait for an article in front."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ArticleScreen) and words in whole_screen(pilot.app))


async def test_an_article_is_chosen_with_the_keys(workers: Lanes, front_page: str) -> None:
    async with started(workers, front_page) as pilot:
        await until(pilot, lambda: is_listed(pilot))
        shown = whole_screen(pilot.app)
        assert "9 of 9 articles" in shown
        assert HEADLINES["Brindle"] in shown
        assert path_of("Brindle")[:40] in shown
        await pilot.press("j", "j", "k", "enter")
        await opens(pilot, f"{HEADLINES['Harwell']}, in full")
        await until(pilot, lambda: "quotes, " in pilot.app.screen.state)  # type: ignore[attr-defined]
        await pilot.press("escape")
        await pilot.pause()
        assert is_listed(pilot)
        assert pilot.app.screen.query_one(ChoiceList).highlighted == 1
        await pilot.press("j", "enter")
        await opens(pilot, f"{HEADLINES['Corvane']}, in full")


async def test_the_list_is_filtered(workers: Lanes, front_page: str) -> None:
    async with started(workers, front_page) as pilot:
        await until(pilot, lambda: is_listed(pilot))
        await pilot.press("/", *"PIER ostr")
        await pilot.pause()
        shown = whole_screen(pilot.app)
        assert "1 of 9 articles" in shown
        assert HEADLINES["Ostrey"] in shown
        assert HEADLINES["Brindle"] not in shown
        await pilot.press(*"zz", "enter", "enter")
        await pilot.pause()
        assert "0 of 9 articles" in whole_screen(pilot.app)
        assert is_listed(pilot)
        await pilot.press("/", *"ostr", "enter", "enter")  # in the place of the words before
        await opens(pilot, f"{HEADLINES['Ostrey']}, in full")


async def test_escape_ends_the_filter_and_no_more(workers: Lanes, front_page: str) -> None:
    async with started(workers, front_page) as pilot:
        await until(pilot, lambda: is_listed(pilot))
        await pilot.press("/", *"quill", "escape")
        await pilot.pause()
        assert "9 of 9 articles" in whole_screen(pilot.app)
        assert not pilot.app.screen.query_one(Input).display
        await pilot.press("escape")
        await pilot.pause()
        assert is_listed(pilot)
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_an_article_is_chosen_with_a_click(workers: Lanes, front_page: str) -> None:
    async with started(workers, front_page, (130, 45)) as pilot:
        await until(pilot, lambda: is_listed(pilot))
        shown = whole_screen(pilot.app).splitlines()
        y = next(y for y, line in enumerate(shown) if HEADLINES["Merrow"] in line)
        await pilot.click(offset=(shown[y].index("Council"), y))
        await opens(pilot, f"{HEADLINES['Merrow']}, in full")


async def test_a_headline_that_looks_like_an_action_is_a_headline(workers: Lanes, front_page: str) -> None:
    async with started(workers, front_page, (130, 45)) as pilot:
        await until(pilot, lambda: is_listed(pilot))
        shown = whole_screen(pilot.app).splitlines()
        y = next(y for y, line in enumerate(shown) if SHOWN in line)
        assert "\x1b" not in shown[y]
        await pilot.click(offset=(shown[y].index("Council"), y))
        await opens(pilot, "Selwick, in full")
        assert pilot.app.is_running


async def test_a_list_from_elsewhere_leads_to_nothing_on_this_machine(
    workers: Lanes, httpserver: HTTPServer, front_page: str, tmp_path: Path
) -> None:
    """A saved page may say that it is from anywhere."""
    cards = "".join(card(town, headline) for town, headline in HEADLINES.items())
    head = "<html lang='en'><head><title>Harbour Post</title><meta property='og:type' content='website'></head>"
    origin = f"<!-- saved from url=({len(front_page):04}){front_page} -->"
    saved = tmp_path / "front.html"
    saved.write_text(f"<!doctype html>\n{origin}\n{head}<body><main>{cards}</main></body></html>")
    async with started(workers, str(saved), (130, 45)) as pilot:
        await until(pilot, lambda: is_listed(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: bool(toasts(pilot)))
        assert "on this machine or its own network" in toasts(pilot)[0]
        assert is_listed(pilot)
    assert httpserver.log == []


async def test_evil_headlines_are_only_shown(opened) -> None:
    evil = [words for _, words in EVIL]
    entries = tuple(Teaser(f"https://harbourpost.example/{number}{words}", words) for number, words in enumerate(evil))
    told = " ".join(evil)
    async with opened() as pilot:
        screen = article_screen(pilot)
        listing, origin = Listing(told, entries), Source("https://harbourpost.example/", "html")
        pilot.app.push_screen(FrontPageScreen(screen.keymap, screen.inks, listing, origin, is_first=False))
        for size in (NARROW, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.press("/", *"htt", "enter")
            await pilot.hover(offset=(10, 5))
            seen = ""
            for _ in evil:
                await pilot.press("j")
                await pilot.pause()
                shown = whole_screen(pilot.app)
                seen += shown
                assert [c for c in shown if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)] == []
                assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
            assert f"{len(evil)} of {len(evil)} articles" in shown
            assert all(f"harbourpost.example/{number}" in seen for number in range(len(evil)))
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert status(pilot)


CHOICES = (
    Teaser("https://harbourpost.example/world/storm", "Storm closes the pier at Brindle"),
    Teaser("https://harbourpost.example/sport/final", "Brindle wins the FINAL"),
    Teaser("https://harbourpost.example/world/straße", "The road that nobody owns"),
)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("", [0, 1, 2]),
        ("brindle", [0, 1]),
        ("final BRINDLE", [1]),
        ("world", [0, 2]),
        ("pier world", [0]),
        ("STRASSE", [2]),
        ("ferry", []),
    ],
)
def test_which_headlines_have_some_words(words: str, kept: list[int]) -> None:
    found = [index for index, each in enumerate(CHOICES) if has_words(each.headline, each.url, words)]
    assert found == kept


def test_whereabouts() -> None:
    assert whereabouts("https://www.harbourpost.example/news/orle-dam/?from=front#top") == (
        "harbourpost.example/news/orle-dam"
    )

"""The pages over many articles: what they show, what is decided on them, and the way to the articles and back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from screen_text import article_screen, lines, status, toasts, view
from textual.pilot import Pilot

from reader.library import FILE, Library
from reader.model import Reading
from reader.settings import paths
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.page import PageScreen, PersonScreen
from tests.library.conftest import NOW, reading

PIER = "The pier is not safe, and it must close"
MONEY = "We asked for money in May and have had no answer"
HERE = reading(
    "https://a.example/1",
    ("Orla Fenwick", PIER, 1.0),
    ("Ivo Brandt", "The engineers said it would hold another winter", 1.0),
    roles={"Orla Fenwick": "the harbour master"},
)
READINGS = [
    HERE,
    reading(
        "https://b.example/2", ("Orla Fenwick", f"{PIER} now", 1.0), published="2026-11-21", publisher="Ellery Times"
    ),
    reading("https://c.example/3", ("Orla Fenwick", MONEY, 0.7), published="2026-10-02"),
    reading("https://d.example/4", ("Ola Fenwick", "Nobody has walked on it since", 1.0), published="2026-11-22"),
]


@pytest.fixture
def path(own_folders: Path) -> Path:
    file = paths.data_folder() / FILE
    with Library(file) as library:
        for each in READINGS:
            library.articles.keep(each, now=NOW)
    return file


@asynccontextmanager
async def opened(
    path: Path, *keys: str, size: tuple[int, int] = (100, 40), shown: Reading = HERE
) -> AsyncIterator[Pilot[None]]:
    app = OnRecord(Config(), reading=shown, archive=Archive(path))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def page(pilot: Pilot[None]) -> list[str]:
    """What the page in front shows, without blank lines."""
    front = view(pilot)
    assert isinstance(front, PageScreen)
    return [line.strip(" ▌") for line in lines(front.rows) if line.strip(" ▌")]


def asked(path: Path, question: Callable[[Library], object]) -> object:
    with Library(path) as library:
        return question(library)


async def test_all_that_a_person_said(path: Path) -> None:
    async with opened(path, "]", "P") as pilot:
        assert page(pilot) == [
            "Orla Fenwick",
            "person · 2 quotes · 3 articles · 1 doubtful",
            "the harbour master · 1 article · 2026-11-20",
            "quoted by Ellery Times 1 · Harbour Post 1",
            "2026-11-20",
            f"{PIER} now  said",
            "Ellery Times · 2026-11-21 · ¶ 1 · Harbour talks stall over ferry levy · by the name alone",
            "also Harbour Post · 2026-11-20 · ¶ 1 · Harbour talks stall over ferry levy: The pier is not",
            "safe, and it must close",
            "Perhaps said by others",
            "Who said these is not certain; they count for nobody.",
            f"{MONEY}  said",
            "Orla Fenwick ? · Harbour Post · 2026-10-02 · ¶ 1 · Harbour talks stall over ferry levy · by",
            "the name alone",
        ]


async def test_a_quote_opens_its_article_there_and_the_way_back(path: Path) -> None:
    async with opened(path, "]", "P", "G", "enter") as pilot:
        article = article_screen(pilot)
        assert article.desk.reading.source.given == "https://c.example/3"
        assert article.desk.current.quote is not None
        assert article.desk.current.quote.text == MONEY
        await press(pilot, "q")
        assert isinstance(view(pilot), PersonScreen)
        assert status(pilot).rstrip("─ ").endswith("3 of 3")
        await press(pilot, "q")
        assert isinstance(view(pilot), ArticleScreen)


async def test_a_quote_is_given_to_somebody_else_and_back(path: Path) -> None:
    def quotes(library: Library) -> list[int]:
        return sorted(person.quotes for person in library.people.named("Fenwick") if person.articles)

    before = asked(path, quotes)
    async with opened(path, "]", "P", "j", "%") as pilot:
        assert "Orla Fenwick in Ellery Times is somebody else · U takes it back" in status(pilot)
        assert page(pilot)[1] == "person · 1 quote · 2 articles · 1 doubtful"
        assert asked(path, quotes) != before
        await press(pilot, "U")
        assert "taken back: " in status(pilot)
        assert page(pilot)[1] == "person · 2 quotes · 3 articles · 1 doubtful"
        assert asked(path, quotes) == before
        await press(pilot, "U")
        assert toasts(pilot) == ["You have decided nothing about people in this run."]


async def test_a_suggestion_is_accepted_refused_and_taken_back(path: Path) -> None:
    with Library(path) as library:
        one, other = library.people.named("Orla Fenwick")[0], library.people.named("Ola Fenwick")[0]
        library.people.refuse(one.id, other.id, is_refused=False)
    async with opened(path, "]", "P", "j") as pilot:
        assert "May be the same" in page(pilot)
        for key in ("=", "%"):
            await press(pilot, key)
            assert "May be the same" not in page(pilot)
            assert ("Nobody has walked on it since  said" in page(pilot)) == (key == "=")
            await press(pilot, "U")
            assert "May be the same" in page(pilot)
            assert "Nobody has walked on it since  said" not in page(pilot)


async def test_somebody_is_named_as_the_same(path: Path) -> None:
    async with opened(path, "]", "P", "=", *"brandt", "enter") as pilot:
        assert "Orla Fenwick is Ivo Brandt · U takes it back" in status(pilot)
        assert page(pilot)[:2] == ["Ivo Brandt", "person · 3 quotes · 3 articles · 1 doubtful"]
        await press(pilot, "U")
        assert page(pilot)[:2] == ["Orla Fenwick", "person · 2 quotes · 3 articles · 1 doubtful"]


async def test_somebody_is_nobody_for_ever_or_till_it_is_taken_back(path: Path) -> None:
    async with opened(path, "]", "P", "delete") as pilot:
        assert "Orla Fenwick is not a person · U takes it back" in status(pilot)
        assert not asked(path, lambda library: library.people.named("Orla"))
        await press(pilot, "U")
        assert asked(path, lambda library: library.people.named("Orla"))
        await press(pilot, "delete", "q", "P")
        assert toasts(pilot)[-1].startswith("Orla Fenwick has no page")


async def test_the_story_of_an_article(path: Path) -> None:
    with Library(path) as library:
        ids = [library.articles.find(each.source, each.article) for each in READINGS[:2]]
        with library.transaction():
            library._db.run("INSERT INTO stories VALUES (1, 'Pier to close', ?)", (ids[0],))
            library._db.run_many("INSERT INTO story_articles VALUES (1, ?)", [(each,) for each in ids])
    async with opened(path, "S") as pilot:
        shown = page(pilot)
        assert shown[:2] == ["Pier to close", "2 articles"]
        assert "quotes Orla Fenwick 1 · Ivo Brandt 1" in shown
        assert "only here  Ivo Brandt: The engineers said it would hold another winter" in shown
        await press(pilot, "G", "enter")
        quote = article_screen(pilot).desk.current.quote
        assert quote is not None
        assert quote.text.startswith("The engineers")


async def test_what_changed_in_an_article(path: Path) -> None:
    async with opened(path, "W", shown=(changed := _without_brandt())) as pilot:
        shown = page(pilot)
        assert shown[0] == "Harbour talks stall over ferry levy"
        assert shown[2] == "quote taken out · Ivo Brandt"
        assert shown[3] == "before  The engineers said it would hold another winter"
        await press(pilot, "j", "enter")
        assert article_screen(pilot).desk.reading.article.text == changed.article.text


async def test_what_has_no_page_says_so(path: Path) -> None:
    async with opened(path, "P", "S", "W") as pilot:
        assert toasts(pilot) == [
            "Choose a quote or an actor first: ] goes to the next quote, a to the next actor.",
            "No other article that was read tells this story.",
            "This article has not changed since it was read first.",
        ]


async def test_the_people_of_the_library(path: Path) -> None:
    async with opened(path) as pilot:
        assert isinstance(pilot.app, OnRecord)
        pilot.app.pages.show_people()
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "j", "enter")
        assert page(pilot)[0] == "Orla Fenwick"


def _without_brandt() -> Reading:
    return reading("https://a.example/1", ("Orla Fenwick", PIER, 1.0))

"""The keys of the command table on every screen but the article: they do there what they do everywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

import dam_story
import msgspec
import pytest
from screen_text import article_screen, toasts, view
from textual.pilot import Pilot
from textual.screen import Screen

from reader.errors import FetchError
from reader.library import FILE, Library
from reader.model import Image, Listing, Reading, Source, Teaser
from reader.model.library import Person
from reader.settings import paths, state
from reader.ui.archive import Archive
from reader.ui.commands.table import COMMANDS
from reader.ui.keys.command import WINDOWS, Command, Scope
from reader.ui.rows.pages.person import people_shown
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.opening import OpeningScreen
from reader.ui.screens.page import PageScreen, PersonScreen
from reader.ui.screens.view import View
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.widgets.command_screen import CommandScreen
from reader.ui.windows.extent import ExtentWindow
from reader.ui.windows.filter import FilterWindow
from tests.library.conftest import NOW, reading

BY_ID = {command.id: command for command in COMMANDS}
TEASERS = tuple(Teaser(f"https://harbourpost.example/{day}", f"Day {day} at the dam") for day in range(40))
PEOPLE = [Person(number, f"Ann Example {number}", "person") for number in range(1, 41)]
COVERED: set[tuple[Scope, str]] = set()
# In test_keys and test_home.
ELSEWHERE = ("article", "everywhere", "home")


def in_list(screen: Screen[object]) -> int:
    """Which item of a list the reader is at; -1 for none."""
    at = screen.query_one(ChoiceList).highlighted
    return -1 if at is None else at


def in_page(screen: Screen[object]) -> int:
    """Which item of a page the reader is at; -1 for none."""
    assert isinstance(screen, PageScreen)
    return screen.rows.current.at if screen.rows.current else -1


def in_filter(screen: Screen[object]) -> int:
    assert isinstance(screen, FilterWindow)
    return screen._at


def in_text(screen: Screen[object]) -> int:
    """The first line of a text that is on the screen."""
    return screen.query_one(".frame").scroll_offset.y


def in_extent(screen: Screen[object]) -> int:
    """The ends of the words, added up."""
    assert isinstance(screen, ExtentWindow)
    return screen.extent.start + screen.extent.end


def in_evidence(screen: Screen[object]) -> int:
    """Which item the reader is at, and the first line of the evidence that is seen."""
    return in_list(screen) + screen.query_one("VerticalScroll").scroll_offset.y


class Place(NamedTuple):
    """How a screen is come to, and where the reader is on it."""

    keys: tuple[str, ...]
    at: Callable[[Screen[object]], int]


PLACES: dict[Scope, Place] = {
    "listing": Place((), in_list),
    "page": Place((), in_page),
    "person": Place((), in_page),
    "filter": Place(("u",), in_filter),
    "copy": Place(("]", "Y"), in_list),
    "themes": Place(("T", "g"), in_list),
    "help": Place(("?",), in_text),
    "image": Place(("i",), in_text),
    "prompt": Place(("O",), in_list),
    "opening": Place((), lambda _: 0),
    "evidence": Place(("]", "!"), in_evidence),
    "extent": Place(("]", "!", "5"), in_extent),
}


def archive() -> Archive:
    """A library in which one person said more than the screen shows."""
    path = paths.data_folder() / FILE
    said = [("Orla Fenwick", f"We looked at plank {number} of the pier", 1.0) for number in range(20)]
    with Library(path) as library:
        library.articles.keep(reading("https://a.example/1", *said), now=NOW)
    return Archive(path)


def twenty_opened(library: Library) -> None:
    for day in range(20):
        library.articles.keep(reading(f"https://a.example/{day}", opening=f"Day {day} at the dam."), now=NOW)


def illustrated() -> Reading:
    reading = dam_story.reading()
    image = Image(caption="The eastern wall of the dam at dusk. " * 60)
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, image=image))


@asynccontextmanager
async def at(opened, scope: Scope) -> AsyncIterator[Pilot[None]]:
    """The screen of a scope in front of the article, in a window too low for it."""
    source = Source(given="https://a.example/0", kind="html")
    if scope == "prompt":
        with Library(paths.library_file()) as library:
            twenty_opened(library)
    kept = Archive(paths.library_file()) if scope == "prompt" else None
    async with opened(illustrated(), size=(100, 16), archive=kept) as pilot:
        article = article_screen(pilot)
        made: dict[Scope, View] = {
            "listing": FrontPageScreen(
                article.keymap, article.inks, Listing("A list", TEASERS), source, is_first=False
            ),
            "opening": OpeningScreen(article.keymap, article.inks),
            "page": PageScreen(article.keymap, article.inks, archive(), lambda library: people_shown(PEOPLE)),
            "person": PersonScreen(article.keymap, article.inks, archive(), PEOPLE[0], []),
        }
        if scope in made:
            await pilot.app.push_screen(made[scope])
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*PLACES[scope].keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, CommandScreen)
        assert scope == screen.SCOPE
        yield pilot
    if kept is not None:
        kept.close()


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def keys_of(command_id: str, scope: Scope) -> list[str]:
    """The keys of a command; where a line is typed into, those that are not typed."""
    return [key for key in BY_ID[command_id].keys.split() if scope != "prompt" or (len(key) > 1 and key != "space")]


DOWN, UP = ("scroll_down", "half_page_down", "page_down", "bottom"), ("scroll_up", "half_page_up", "page_up", "top")
MOVING = {**dict.fromkeys(DOWN, 1), **dict.fromkeys(UP, -1)}
MOVES = [(scope, command_id) for command_id in MOVING for scope in BY_ID[command_id].acts if scope not in ELSEWHERE]
COVERED.update(MOVES)


@pytest.mark.parametrize("scope", list(dict.fromkeys(scope for scope, _ in MOVES)))
async def test_moving(opened, scope: Scope) -> None:
    where = PLACES[scope].at
    there, back = ("G", "g") if scope != "prompt" else (["pagedown"] * 9, ["pageup"] * 9)
    async with at(opened, scope) as pilot:
        for command_id in (command_id for moved_in, command_id in MOVES if moved_in == scope):
            for key in keys_of(command_id, scope):
                await press(pilot, *(back if MOVING[command_id] > 0 else there))
                before = where(pilot.app.screen)
                await press(pilot, key)
                moved = where(pilot.app.screen) - before
                assert moved * MOVING[command_id] > 0, (command_id, key)
                if command_id in ("scroll_down", "scroll_up"):
                    assert abs(moved) <= 1 or scope == "copy"  # which passes over what there is none of


CLOSES: list[tuple[Scope, str]] = [
    *((scope, "leave") for scope in (*WINDOWS, "prompt", "listing", "page", "person")),
    *((scope, "close") for scope in WINDOWS),
    ("filter", "filter"),
    ("copy", "copy_menu"),
    ("themes", "choose_theme"),
    ("help", "help"),
    ("image", "image"),
    ("evidence", "check"),
    ("help", "choose"),
    ("image", "choose"),
]
COVERED.update(CLOSES)


@pytest.mark.parametrize(("scope", "command_id"), CLOSES)
async def test_closing(opened, scope: Scope, command_id: str) -> None:
    for key in BY_ID[command_id].keys.split():
        async with at(opened, scope) as pilot:
            await press(pilot, key)
            assert pilot.app.screen is article_screen(pilot)
            assert article_screen(pilot).desk.current.listed is None


@pytest.mark.parametrize("key", BY_ID["close"].keys.split())
async def test_close_goes_back_to_the_article_under_a_list(opened, key: str) -> None:
    async with at(opened, "listing") as pilot:
        await press(pilot, key)
        assert pilot.app.screen is article_screen(pilot)


COVERED.update({("listing", "choose"), ("filter", "choose"), ("copy", "choose"), ("themes", "choose")})


async def test_choosing(opened) -> None:
    async with at(opened, "listing") as pilot:
        chosen: list[str] = []
        pilot.app.open = lambda url, led_by=None: chosen.append(url)  # type: ignore[method-assign] # nothing is fetched without processes
        await press(pilot, "j", "enter")
        assert chosen == [TEASERS[1].url]
    async with at(opened, "filter") as pilot:
        await press(pilot, "enter")
        assert pilot.app.screen is article_screen(pilot)
        assert article_screen(pilot).desk.current.listed == (6,)
    async with at(opened, "copy") as pilot:
        await press(pilot, "enter")
        assert "— Ines Calder" in pilot.app.clipboard
    async with at(opened, "themes") as pilot:
        before = pilot.app.theme
        await press(pilot, "j", "enter")
        assert pilot.app.theme == state.load().theme != before


COVERED.update({("evidence", "choose"), ("evidence", "key_point"), ("extent", "choose")})
COVERED.update({("extent", "edge"), ("extent", "next_pane")})


async def test_deciding(opened) -> None:
    # All that can be decided is in test_mending.
    for key in ("enter", "1"):
        async with at(opened, "evidence") as pilot:
            await press(pilot, key)
            assert toasts(pilot) == []
            assert article_screen(pilot).desk.current.quote.corrections == ("right",)  # type: ignore[union-attr]


async def test_moving_the_ends_of_a_quote(opened) -> None:
    async with at(opened, "extent") as pilot:
        steps = []
        for key in ("right", "left", "left", "tab", "right", "left", "left"):
            before = in_extent(pilot.app.screen)
            await press(pilot, key)
            steps.append(in_extent(pilot.app.screen) - before)
        later, back, earlier, turned, on, again, out = steps
        assert later > 0 > earlier
        assert back < 0
        assert (turned, on + again) == (0, 0)
        assert on > 0 > out
        await press(pilot, "enter")
        assert article_screen(pilot).desk.current.quote.corrections == ("extent",)  # type: ignore[union-attr]


COVERED.update({("copy", "key_point"), ("filter", "mark"), ("filter", "clear")})


async def test_a_line_of_the_menu_by_its_number(opened) -> None:
    async with at(opened, "copy") as pilot:
        await press(pilot, "9")
        assert pilot.app.clipboard == ""
        await press(pilot, "3")
        assert pilot.app.clipboard.startswith(dam_story.HEADLINE)


async def test_several_are_chosen_and_none(opened) -> None:
    async with at(opened, "filter") as pilot:
        await press(pilot, "x", "j", "x")
        assert len(article_screen(pilot).desk.filter) == 2
        await press(pilot, "x")
        assert len(article_screen(pilot).desk.filter) == 1
        await press(pilot, "X")
        assert article_screen(pilot).desk.filter == frozenset()
        assert pilot.app.screen is article_screen(pilot)


COVERED.update({("listing", "find"), ("listing", "browser")})


async def test_finding_among_headlines(opened) -> None:
    async with at(opened, "listing") as pilot:
        await press(pilot, "/", *"day 37", "enter")
        assert pilot.app.screen.query_one(ChoiceList).option_count == 1
        went: list[str] = []
        pilot.app.open_url = lambda url, **_: went.append(url)  # type: ignore[method-assign] # no browser in a test
        await press(pilot, "o")
        assert went == [TEASERS[37].url]
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(ChoiceList).option_count == len(TEASERS)


COVERED.update({("opening", "leave"), ("opening", "retry")})


async def test_trying_again_and_having_nothing_to_stop(opened) -> None:
    # What they do while something is opened is in test_flow.
    async with at(opened, "opening") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, OpeningScreen)
        await press(pilot, "escape", "r")
        assert pilot.app.screen is screen
        screen.show_failure(FetchError("harbourpost.example does not answer.", "Try again later."))
        await press(pilot, "escape", "r")
        assert screen.failure is not None


# What they do is in test_pages.
COVERED.update((scope, "choose") for scope in ("page", "person"))
COVERED.update(("person", command_id) for command_id in ("one", "apart", "dismiss", "undo"))


def test_every_command_of_every_other_screen_has_a_check() -> None:
    wanted = {(scope, command.id) for command in COMMANDS for scope in command.acts}
    assert {pair for pair in wanted if pair[0] not in ELSEWHERE} == COVERED


EVERYWHERE = [
    command for command in COMMANDS if "everywhere" in command.acts and command.id not in ("close", "quit", "library")
]


@pytest.mark.parametrize("scope", ["listing", "opening"])
@pytest.mark.parametrize("command", EVERYWHERE, ids=[command.id for command in EVERYWHERE])
async def test_what_holds_everywhere_holds_there(opened, scope: Scope, command: Command) -> None:
    for key in command.keys.split():
        async with at(opened, scope) as pilot:
            before = pilot.app.screen, pilot.app.theme
            await press(pilot, key)
            assert (pilot.app.screen, pilot.app.theme) != before
            assert toasts(pilot) == ([f"Theme: {pilot.app.theme}"] if command.id == "theme" else [])


@pytest.mark.parametrize("scope", ["filter", "copy", "themes", "help", "image", "evidence"])
async def test_a_window_keeps_the_keys_of_the_article_away(opened, scope: Scope) -> None:
    async with at(opened, scope) as pilot:
        before = article_screen(pilot).desk.current
        await press(pilot, "]", "a", "s", "O", "Q", "tab")
        assert pilot.app.is_running
        assert pilot.app.screen is not view(pilot)
        assert article_screen(pilot).desk.current == before
        assert toasts(pilot) == []

"""The library's home: its places, its list and its preview, over a real library; every command that it has."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from processes import until
from pytest_httpserver import HTTPServer
from screen_text import toasts, whole_screen
from textual.pilot import Pilot
from textual.widgets import Input
from werkzeug import Request, Response

from reader.jobs.reload import only_reload
from reader.library import Checked, Library
from reader.model.library import Arrival, Feed
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.ui.home.asking import hit
from reader.ui.home.completing import completions
from reader.ui.home.lines import age, shortened
from reader.ui.home.places import of_feeds
from reader.ui.home.preview import preview
from reader.ui.keeper import way
from reader.ui.library_home import LibraryHome
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.home import HomeScreen
from reader.ui.screens.page import PageScreen
from reader.ui.screens.start import StartScreen
from reader.ui.windows.keep_filter import KeepFilterWindow
from reader.ui.windows.tags import TagWindow
from reader.workers import Lanes
from tests.library.conftest import reading
from tests.library.test_reload import RSS
from waiting import PATIENCE

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
HEADLINES = (
    "Ferry levy divides the harbour",
    "Council votes on the old pier",
    "Wall at Orle dam holds",
    "Port fees rise",
)
WIDE = (160, 30)
Open = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


def at_noon(app: OnRecord, workers: Lanes | None = None) -> OnRecord:
    """The program with a clock that stands still."""
    app.home = LibraryHome(app, app.archive, workers, lambda: NOW)
    return app


@pytest.fixture
def path(own_folders: Path) -> Path:
    return own_folders / "data" / "onrecord" / "library.db"


@pytest.fixture
def library(path: Path) -> Library:
    """Two feeds, one of them broken, with four articles and one."""
    library = Library(path)
    post = library.feeds.add("https://harbourpost.example/feed", now=NOW, folder="News/Coast")
    times = library.feeds.add("https://orletimes.example/feed", now=NOW)
    arrivals = [
        Arrival(
            f"e{at}",
            headline,
            f"https://harbourpost.example/{at}",
            NOW - timedelta(hours=at + 1),
            text="Six hours. " * 60,
        )
        for at, headline in enumerate(HEADLINES)
    ]
    library.feeds.arrive(post, arrivals, Checked(NOW), now=NOW, title="Harbour Post")
    evil = Arrival(
        "x", "[bold]Sold[/] \x1b]0;x\x07", "file:///etc/passwd", NOW - timedelta(days=2), text="[@click=app.quit]No[/]"
    )
    library.feeds.arrive(
        times, [evil], Checked(NOW, error="orletimes.example answered 503."), now=NOW, title="[red]Orle[/]"
    )
    return library


@pytest.fixture
def at_home(library: Library, path: Path) -> Open:
    @asynccontextmanager
    async def open_home(size: tuple[int, int] = WIDE, config: Config | None = None) -> AsyncIterator[Pilot[None]]:
        app = at_noon(OnRecord(config or Config(), archive=Archive(path)))
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, HomeScreen) and bool(app.screen.desk.places))
            await settled(pilot)
            yield pilot
        library.close()

    return open_home


def home(pilot: Pilot[None]) -> HomeScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, HomeScreen))


async def settled(pilot: Pilot[None]) -> None:
    """Wait for all that the library was asked."""
    await pilot.pause()
    await until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


def unread(pilot: Pilot[None]) -> int | None:
    return home(pilot).desk.places[0].unread


async def test_shows_places_list_and_preview(at_home: Open) -> None:
    async with at_home() as pilot:
        shown = whole_screen(pilot.app)
        assert "Unread  5 articles" in shown
        for words in ("News", "Coast", "Harbour Post", "✗ [red]Orle[/]", "All articles", "Six hours.", "1 of 5"):
            assert words in shown
        assert "● Ferry levy divides the harbour" in shown
        assert "[bold]Sold[/]" in shown
        assert "\x1b" not in shown


async def test_star_tag_read_and_undo(at_home: Open, library: Library) -> None:
    async with at_home() as pilot:
        await press(pilot, "*")
        assert "★" in whole_screen(pilot.app)
        await press(pilot, "U", "M")
        assert "★" not in whole_screen(pilot.app)
        assert unread(pilot) == 4
        await press(pilot, "U", "#")
        assert unread(pilot) == 5
        assert isinstance(pilot.app.screen, TagWindow)
        await press(pilot, *"port, coast", "enter")
        assert "#coast #port" in whole_screen(pilot.app)
        assert dict(library.articles.tags()) == {"coast": 1, "port": 1}
        await press(pilot, "j", "#", "down", "enter", "enter")
        assert library.articles.tags()[0] == ("coast", 2)
        await press(pilot, "U", "U", "U")
        assert library.articles.tags() == ()
        assert "Nothing to take back." in toasts(pilot)


async def test_all_read_is_taken_back(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "M", "C")
        assert unread(pilot) == 0
        assert "Marked 4 articles as read. U takes it back." in toasts(pilot)
        await press(pilot, "U")
        assert unread(pilot) == 4  # the one that was read before stays read


async def test_next_unread(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "j", "M", "g", "J")
        assert home(pilot).desk.list.place == (3, 5)
        await press(pilot, "K", "K")
        assert home(pilot).desk.list.place == (1, 5)
        assert "Nothing unread before this." in toasts(pilot)


def kept_story(path: Path) -> None:
    """Two feeds; one has two articles of today, of which one tells the story that the other feed's article tells."""
    told = (
        ("post", 1, "Harbour talks stall over ferry levy", "Talks on the ferry levy in Brackwater stalled."),
        ("times", 2, "Ferry levy talks stall in Brackwater", "The talks on the harbour ferry levy stalled."),
        ("post", 3, "Earthquake shakes Tallow valley", "An earthquake damaged homes in the Tallow valley."),
    )
    with Library(path) as library:
        feeds = {name: library.feeds.add(f"https://{name}.example/feed", now=NOW) for name in ("post", "times")}
        for name, hours, headline, opening in told:
            address, then = f"https://{name}.example/{hours}", NOW - timedelta(hours=hours)
            arrival = Arrival(address, headline, address, then)
            library.feeds.arrive(feeds[name], [arrival], Checked(NOW), now=NOW, title=name)
            said = ("Orla Fenwick", "It is not over.", 1.0)
            article = reading(address, said, headline=headline, opening=opening, published=then.isoformat())
            library.stories.place(library.articles.keep(article, now=datetime.now(UTC), is_opened=False))


async def test_on_in_the_very_list_that_one_came_from(path: Path, workers: Lanes) -> None:
    kept_story(path)
    app = at_noon(OnRecord(Config(), workers, archive=Archive(path)))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and bool(app.screen.desk.places))

        def is_at(source: str) -> Callable[[], bool]:
            return lambda: isinstance(app.screen, ArticleScreen) and app.screen.desk.reading.source.given == source

        places = [(each.label, each.unread) for each in home(pilot).desk.places]
        story = ("Ferry levy talks stall in Brackwater", 2)
        assert places[6:] == [("Stories", 2), story, ("post", 2), ("times", 1)]
        await press(pilot, "shift+tab", *"j" * 8, "enter", "enter")
        await until(pilot, is_at("https://post.example/1"))
        await pilot.press("J")
        await until(pilot, is_at("https://post.example/3"))
        await press(pilot, "J")
        assert toasts(pilot)[-1] == "There is no other unread article that way."
        await press(pilot, "q")
        assert (home(pilot).desk.place.label, home(pilot).desk.list.place) == ("post", (2, 2))
        await press(pilot, "shift+tab", "k", "enter", "S")
        assert "Ferry levy talks stall in Brackwater" in whole_screen(app)
        assert "2 articles" in whole_screen(app)
        await press(pilot, "q", "j", "enter")
        await until(pilot, is_at("https://times.example/2"))
        await pilot.press("K")
        await settled(pilot)
        assert toasts(pilot)[-1] == "There is no other unread article that way."
        went: list[tuple[str, str]] = []
        app.open = lambda source, led_by, *_: went.append((source, led_by.given))  # type: ignore[method-assign] # fetches nothing
        await press(pilot, "O", "down", "enter")
        assert went == [("https://post.example/3", "https://post.example/feed")]


async def test_moving_in_list_places_and_preview(at_home: Open) -> None:
    keys = {"G": 5, "g": 1, "space": 3, "b": 1, "ctrl+d": 2, "ctrl+u": 1, "down": 2, "k": 1}
    async with at_home(size=(160, 11)) as pilot:
        for key, place in keys.items():
            await press(pilot, key)
            assert home(pilot).desk.list.place[0] == place, key
        await press(pilot, "shift+tab", *"jjjj")
        assert home(pilot).desk.place.label == "All articles"
        await press(pilot, "enter", "tab", "G")
        await until(pilot, lambda: home(pilot).query_one("#preview").scroll_offset.y > 0)


@pytest.mark.parametrize(("size", "shown"), [((160, 30), "abc"), ((100, 30), "bc"), ((60, 20), "b")])
async def test_panes_that_fit(at_home: Open, size: tuple[int, int], shown: str) -> None:
    async with at_home(size=size) as pilot:
        panes = {"a": "#places", "b": "#articles", "c": "#preview"}

        def visible() -> str:
            return "".join(name for name, pane in panes.items() if pilot.app.screen.query_one(pane).region.width)

        assert visible() == shown
        await press(pilot, "v")
        assert visible() == {"abc": "bc", "bc": "ab", "b": "a"}[shown]
        await press(pilot, "v")
        assert visible() == shown
        if shown == "b":
            await press(pilot, "tab")
            assert visible() == "c"
            await press(pilot, "escape")
            assert visible() == "b"


async def test_a_feed_with_an_error_shows_its_sentence(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "shift+tab", *"jjjjjj")
        assert home(pilot).desk.place.label == "[red]Orle[/]"
        assert "✗ orletimes.example answered 503." in whole_screen(pilot.app)
        assert "1 article" in whole_screen(pilot.app)


async def test_filter_with_completion_is_kept_as_a_search(at_home: Open, library: Library) -> None:
    async with at_home() as pilot:
        await press(pilot, "/", *"from:harb", "tab", *"pier")
        assert home(pilot).query_one(Input).value == 'from:"Harbour Post" pier'
        await press(pilot, "enter")
        assert "Unread  1 article" in whole_screen(pilot.app)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, KeepFilterWindow)
        await press(pilot, *"Piers", "down", "enter")
        (kept,) = library.searching.kept()
        assert (kept.name, kept.kind) == ("Piers", "watched")
        assert "◉ Piers" in whole_screen(pilot.app)
        await press(pilot, "escape")
        assert "Unread  5 articles" in whole_screen(pilot.app)
        await press(pilot, "shift+tab", *"jjjjjj")
        assert home(pilot).desk.place.label == "Piers"
        await press(pilot, "delete")
        assert library.searching.kept() == ()
        await press(pilot, "U")
        assert [each.name for each in library.searching.kept()] == ["Piers"]


def test_words_that_were_searched_for_are_marked_in_the_preview(library: Library) -> None:
    number = library.searching.ids("pier", now=NOW)[0]
    (listed,) = library.searching.listed((number,))

    def marked(query: str) -> list[str]:
        rows = preview(listed, library.articles.load(number), NOW, hit(library, number, query))
        words = (each for row in rows for paragraph in row.paragraphs for each in paragraph.words)
        return [each.text for each in words if "match" in each.inks]

    assert marked("pier") == ["pier"]
    assert marked('"six hours" -levy')[:2] == ["Six hours", "Six hours"]
    assert marked("is:unread") == marked("zebra") == []
    library.close()


async def test_a_muting_filter_hides_what_it_finds(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "/", *"pier", "enter", "w", "down", "down", "enter", "escape")
        assert unread(pilot) == 4
        await press(pilot, "U")
        assert unread(pilot) == 5


async def test_a_date_half_typed_is_no_error(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "/", *"since:2026-")
        assert "is no date" in whole_screen(pilot.app)
        await press(pilot, "escape")
        assert "5 articles" in whole_screen(pilot.app)


async def test_what_arrives_moves_nothing(at_home: Open, library: Library) -> None:
    async with at_home() as pilot:
        await press(pilot, "j")
        at = home(pilot).desk.list.at
        feed = library.feeds.all()[-1]
        library.feeds.arrive(
            feed.id,
            [Arrival("new", "Storm closes the ferry", "https://harbourpost.example/new", NOW)],
            Checked(NOW),
            now=NOW,
        )
        home(pilot).desk.look_for_fresh()
        await settled(pilot)
        assert "1 new · R takes them in" in whole_screen(pilot.app)
        assert "Storm closes" not in whole_screen(pilot.app)
        await press(pilot, "R")
        assert "Storm closes" in whole_screen(pilot.app)
        assert (home(pilot).desk.list.at, home(pilot).desk.list.place) == (at, (3, 6))


async def test_reloading(path: Path, workers: Lanes, httpserver: HTTPServer) -> None:
    asked, goes_on = Event(), Event()

    def silent(request: Request) -> Response:
        asked.set()
        goes_on.wait(PATIENCE)
        return Response("late")

    httpserver.expect_request("/post").respond_with_data(RSS)
    httpserver.expect_request("/times").respond_with_data("busy", status=500)
    httpserver.expect_request("/silent").respond_with_handler(silent)
    app = at_noon(OnRecord(Config(), workers, archive=Archive(path)), workers)
    with Library(path) as library:
        for name in ("post", "times"):
            library.feeds.add(httpserver.url_for(f"/{name}"), now=NOW, is_private=True, title=name)
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: isinstance(app.screen, HomeScreen) and bool(app.screen.desk.places))
            await press(pilot, "R")
            assert "Levy falls" in whole_screen(app)
            assert "✗ times" in whole_screen(app)
            assert any(said.startswith("1 new. times: ") and "500" in said for said in toasts(pilot))
            # It is not in the way: what came can be read, and marked.
            await press(pilot, "*")
            assert "★" in whole_screen(app)
            await press(pilot, "R")
            assert "Not asked yet: the feed may be asked again in" in toasts(pilot)[-1]
            library.feeds.add(httpserver.url_for("/silent"), now=NOW, is_private=True, title="silent")
            await pilot.press("R")
            await until(pilot, asked.is_set)
            assert "asking feeds…" in whole_screen(app)
            await pilot.press("Q")
    # The server has not answered yet, and nobody waits for it.
    give_up = time.monotonic() + PATIENCE
    while not is_reloaded(path.parent):
        assert time.monotonic() < give_up
        await asyncio.sleep(0.05)
    with Library(path) as library:
        assert [each.error for each in library.feeds.all() if each.title == "silent"] == [""]  # else it was waited for
    goes_on.set()


def is_reloaded(folder: Path) -> bool:
    """Whether no reload is at work."""
    with only_reload(folder) as is_alone:
        return is_alone


async def test_an_article_opens_over_it_and_is_read(at_home: Open) -> None:
    async with at_home() as pilot:
        opened: list[str] = []
        pilot.app.open = lambda source, *_: opened.append(source)  # type: ignore[method-assign] # fetches nothing
        await press(pilot, "j", "enter")
        assert opened == ["https://harbourpost.example/1"]
        assert unread(pilot) == 4


async def test_the_page_of_all_people(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "shift+tab", *"jjjjj", "enter")
        assert isinstance(pilot.app.screen, PageScreen)
        await press(pilot, "q")
        assert pilot.app.screen is home(pilot)


async def test_no_feed_opens_a_file(at_home: Open) -> None:
    async with at_home() as pilot:
        await press(pilot, "G", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticleScreen))
        assert "[@click=app.quit]No[/]" in whole_screen(pilot.app)
        await press(pilot, "L")
        assert pilot.app.screen is home(pilot)
        assert home(pilot).desk.list.place == (5, 5)


@pytest.mark.parametrize(
    ("key", "went"), [("j", ["https://harbourpost.example/1"]), ("g", ["https://harbourpost.example/0"])]
)
async def test_opens_in_the_browser(at_home: Open, key: str, went: list[str]) -> None:
    async with at_home() as pilot:
        browsed: list[str] = []
        pilot.app.open_url = lambda url, **_: browsed.append(url)  # type: ignore[method-assign] # no browser in a test
        await press(pilot, key, "o")
        assert browsed == went


async def test_a_click_goes_there_and_another_opens(at_home: Open) -> None:
    async with at_home() as pilot:
        opened: list[str] = []
        pilot.app.open = lambda source, *_: opened.append(source)  # type: ignore[method-assign] # fetches nothing
        await pilot.click("#articles", offset=(5, 4))
        await settled(pilot)
        assert home(pilot).desk.list.place == (3, 5)
        assert opened == []
        await pilot.click("#articles", offset=(5, 4))
        await settled(pilot)
        assert opened == ["https://harbourpost.example/2"]


async def test_newsboats_keys(at_home: Open) -> None:
    async with at_home(config=Config(keys="newsboat")) as pilot:
        assert not toasts(pilot)
        await press(pilot, "N", "n")
        assert (unread(pilot), home(pilot).desk.list.place[0]) == (4, 2)
        await press(pilot, "A")
        assert unread(pilot) == 0


async def test_an_empty_library_asks_for_something_to_read(path: Path) -> None:
    Library(path).close()
    async with OnRecord(Config(), archive=Archive(path)).run_test() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen))


async def test_a_broken_library_says_so_and_reading_works(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no library at all" * 100)
    async with OnRecord(Config(), archive=Archive(path)).run_test() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen))
        assert "damaged" in " ".join(toasts(pilot))
    assert path.read_bytes() == b"no library at all" * 100


def test_a_link_of_a_feed_is_led_by_it(path: Path) -> None:
    with Library(path) as library:
        feed = library.feeds.add("https://harbourpost.example/feed", now=NOW)
        links = ("https://harbourpost.example/own", "http://169.254.169.254/latest")
        arrivals = [Arrival(link, "A story", link, NOW - timedelta(hours=at)) for at, link in enumerate(links)]
        library.feeds.arrive(feed, arrivals, Checked(NOW), now=NOW)
        ways = [way(library, number) for number in library.searching.ids(now=NOW)]
    assert [(each.source, each.led_by and each.led_by.given) for each in ways if each] == [
        (link, "https://harbourpost.example/feed") for link in links
    ]


COMPLETED = [
    ("nothing typed", "", (), []),
    ("a key", "ta", (), ["tag:"]),
    ("a key that is left out", "harbour -is", (), ["harbour -is:"]),
    ("what a key takes", "is:un", (), ["is:unread "]),
    ("a name of two words", "said:ad", ("Ada Moss", "Ben Ado"), ['said:"Ada Moss" ', 'said:"Ben Ado" ']),
    ("a name in quotation marks", 'levy said:"Ada M', ("Ada Moss",), ['levy said:"Ada Moss" ']),
    ("a word of its own", "zebra", (), []),
    ("a mark in a name", "tag:q", ('q"x',), ["tag:qx "]),
]


@pytest.mark.parametrize(("typed", "names", "found"), [row[1:] for row in COMPLETED], ids=[row[0] for row in COMPLETED])
def test_completing(typed: str, names: tuple[str, ...], found: list[str]) -> None:
    assert list(completions(typed, names)) == found


AGES = [
    (0, "now"),
    (59, "now"),
    (60, "1 min"),
    (3_599, "59 min"),
    (3_600, "1 h"),
    (86_400, "1 d"),
    (8 * 86_400, "4 Mar"),
]


@pytest.mark.parametrize(("seconds", "told"), AGES)
def test_ages(seconds: int, told: str) -> None:
    now = datetime(2026, 3, 12, 12, tzinfo=UTC)
    assert age(now - timedelta(seconds=seconds), now) == told


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_days_at_the_ends_of_the_calendar(moment: datetime) -> None:
    assert age(moment, datetime(2026, 3, 12, tzinfo=UTC).astimezone()).split()[-1].isdigit()


def test_shortened_by_cells() -> None:
    assert shortened("日本の港で", 6) == "日本…"
    assert shortened("x" * 100_000, 4) == "xxx…"


def test_folders_without_feeds_of_their_own_are_shown() -> None:
    feeds = [Feed(1, "https://a.example", "A", unread=1), Feed(2, "https://b.example", "B", "News/World", unread=2)]
    shown = [(place.label, place.depth, place.unread) for place in of_feeds(feeds)]
    assert shown == [("A", 0, 1), ("News", 0, 2), ("World", 1, 2), ("B", 2, 2)]


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (160, 45)], ids=["small", "medium", "wide"])
def test_pictures(snap_compare, library: Library, path: Path, size: tuple[int, int]) -> None:
    library.articles.star(library.searching.ids(now=NOW)[0])
    library.articles.tag(library.searching.ids(now=NOW)[1], ["port"])
    library.close()

    async def rest(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: bool(home(pilot).desk.places))
        await settled(pilot)

    app = at_noon(OnRecord(Config(theme="nightdesk"), archive=Archive(path)))
    assert snap_compare(app, terminal_size=size, run_before=rest)

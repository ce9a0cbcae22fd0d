"""Pictures of the screen, in three sizes and three themes. Look at them before taking new ones."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import dam_story
import pytest
from processes import until
from screen_text import article_screen, view
from textual.pilot import Pilot
from textual.widgets import Input

from reader.errors import FetchError
from reader.model import Analysis, Article, Listing, Reading, Source, Teaser
from reader.settings import paths
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.ui.screens.front_page import FrontPageScreen
from reader.ui.screens.opening import OpeningScreen

PICTURES = [
    ("a quote in a wide window, dark", "nightdesk", (130, 40), ["]", "]", "]"]),
    ("actors in a wide window, light", "newsprint", (130, 40), ["a", "tab", "tab"]),
    ("the article in a small window, contrast", "contrast", (60, 20), ["2"]),
    ("the quotes in a small window, light", "newsprint", (60, 20), ["tab", "j", "j"]),
    ("a search, dark", "nightdesk", (80, 24), ["/", *"wall", "enter", "n"]),
    ("the timeline in a wide window, contrast", "contrast", (130, 40), ["tab", "tab", "tab", "j"]),
    ("figures in a small window, dark", "nightdesk", (60, 20), ["shift+tab", "j"]),
    ("quotes chosen by their speaker, light", "newsprint", (130, 40), ["u", "j", "x", "j"]),
    ("one speaker alone, dark", "nightdesk", (130, 40), ["]", "e"]),
    ("all but the quotes dimmed, light", "newsprint", (80, 24), ["]", "d"]),
    ("help, contrast", "contrast", (130, 40), ["?"]),
]


@pytest.mark.parametrize(("theme", "size", "press"), [row[1:] for row in PICTURES], ids=[row[0] for row in PICTURES])
def test_article(snap_compare, theme: str, size: tuple[int, int], press: list[str]) -> None:
    app = OnRecord(Config(theme=theme), reading=dam_story.reading())
    assert snap_compare(app, terminal_size=size, press=press)


def test_an_error_in_the_place_of_the_article(snap_compare, tmp_path: Path) -> None:
    async def fail(pilot: Pilot[None]) -> None:
        screen = OpeningScreen(article_screen(pilot).keymap, article_screen(pilot).inks)
        await pilot.app.switch_screen(screen)
        screen.show_failure(
            FetchError(
                "harbourpost.example answered 410: the page is gone.", "Look for the headline in a search engine."
            )
        )
        await pilot.pause()

    app = OnRecord(Config(theme="newsprint"), reading=dam_story.reading())
    assert snap_compare(app, terminal_size=(80, 24), run_before=fail)


def test_asking_for_another_article(snap_compare) -> None:
    archive = Archive(paths.library_file())

    async def ask(pilot: Pilot[None]) -> None:
        for day, headline in enumerate(("Ferry to close for the winter", "Council votes to rebuild the old pier")):
            source = Source(given=f"https://harbourpost.example/2026/03/1{day}/story", kind="html")
            opened = Reading(source, Article(text=headline, headline=headline), Analysis())
            now = datetime(2036, 3, day + 1, tzinfo=UTC)
            await archive.ask(lambda library, opened=opened, now=now: library.articles.keep(opened, now=now))
        await pilot.press("O")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        await pilot.press("down")
        pilot.app.screen.query_one(Input).cursor_blink = False

    app = OnRecord(Config(theme="nightdesk"), reading=dam_story.reading(), archive=archive)
    assert snap_compare(app, terminal_size=(100, 24), run_before=ask)
    archive.close()


def test_a_front_page(snap_compare) -> None:
    async def show(pilot: Pilot[None]) -> None:
        days = ("Storm closes the pier at Brindle", "Ferry to close for the winter", "The road that nobody owns")
        teasers = tuple(Teaser(f"https://harbourpost.example/2026/03/{day}", words) for day, words in enumerate(days))
        listing = Listing("https://harbourpost.example/ lists articles and is none itself.", teasers)
        inks, origin = view(pilot).inks, Source("https://harbourpost.example/", "html")
        await pilot.app.push_screen(FrontPageScreen(view(pilot).keymap, inks, listing, origin, is_first=False))
        await pilot.press("j")

    app = OnRecord(Config(theme="newsprint"), reading=dam_story.reading())
    assert snap_compare(app, terminal_size=(80, 24), run_before=show)


def test_start(snap_compare) -> None:
    async def still(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Input).cursor_blink = False

    assert snap_compare(OnRecord(Config(theme="nightdesk")), terminal_size=(80, 24), run_before=still)

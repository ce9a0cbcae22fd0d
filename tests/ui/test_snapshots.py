"""Pictures of the screen, in three sizes and three themes. Look at them before taking new ones."""

from __future__ import annotations

from pathlib import Path

import dam_story
import pytest
from screen_text import article_screen
from textual.pilot import Pilot
from textual.widgets import Input

from reader.errors import FetchError
from reader.settings.config import Config
from reader.ui.app import OnRecord
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


def test_start(snap_compare) -> None:
    async def still(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Input).cursor_blink = False

    assert snap_compare(OnRecord(Config(theme="nightdesk")), terminal_size=(80, 24), run_before=still)

"""The line that asks for a source."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.theme.themes import Inks
from reader.ui.widgets.source_box import pasted

PASTED = [
    ("an address", "https://harbourpost.example/orle", "https://harbourpost.example/orle"),
    ("with space around it", "  story.html\n", "story.html"),
    ("a path in quotes", "'/news/dam story.html'", "/news/dam story.html"),
    ("a path in double quotes", '"/news/dam story.html"', "/news/dam story.html"),
    ("an address in angle brackets", "<https://harbourpost.example/>", "https://harbourpost.example/"),
    ("the home folder", "~/dam.html", "/home/ines/dam.html"),
    ("one quote is a name", "'", "'"),
    ("nothing", "  ", ""),
]


@pytest.mark.parametrize(("value", "meant"), [row[1:] for row in PASTED], ids=[row[0] for row in PASTED])
def test_pasted(value: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ines")
    assert pasted(value) == meant


async def test_the_words_follow_the_theme() -> None:
    app = OnRecord(Config(theme="nightdesk"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.use_next_theme()
        await pilot.pause()
        colours = {segment.style.color for segment in app.screen.query_one("#name", Static).render_line(0)}
        assert Inks(app.themes.palette.colors).style("headline").rich_style.color in colours

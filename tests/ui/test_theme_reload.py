"""A theme of the reader's own is seen as soon as its file is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from processes import until
from screen_text import article_screen, toasts
from textual.pilot import Pilot

from reader.settings import paths
from reader.settings.config import Config
from reader.ui.theme import themes

SHIPPED = (paths.shipped_themes_folder() / f"{themes.DEFAULT}.toml").read_text(encoding="utf-8")
GROUND = themes.load([paths.shipped_themes_folder()])[0][themes.DEFAULT].colors.background


def with_ground(colour: str) -> str:
    return SHIPPED.replace(GROUND, colour)


@pytest.fixture
def own(own_folders: Path) -> Path:
    folder = paths.config_folder() / "themes"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(with_ground("#101010"), encoding="utf-8")
    return folder


def ground(pilot: Pilot[None]) -> str:
    """The colour behind the article's words."""
    view = article_screen(pilot).view
    style = view.render_line(view.size.height // 2)._segments[0].style
    assert style is not None
    assert style.bgcolor is not None
    assert style.bgcolor.triplet is not None
    return style.bgcolor.triplet.hex


async def test_a_saved_change_is_seen(opened, own: Path) -> None:
    async with opened(config=Config(theme="own")) as pilot:
        assert ground(pilot) == "#101010"
        (own / "own.toml").write_text(with_ground("#202022"), encoding="utf-8")
        await until(pilot, lambda: ground(pilot) == "#202022")
        assert pilot.app.screen.styles.background.hex == "#202022"  # what is around the article follows
        assert toasts(pilot) == []


async def test_a_new_file_is_a_new_theme(opened, own: Path) -> None:
    async with opened() as pilot:
        (own / "aaa.toml").write_text(with_ground("#303030"), encoding="utf-8")
        await until(pilot, lambda: "aaa" in pilot.app.available_themes)
        await pilot.press("T", "g", "enter")
        await until(pilot, lambda: pilot.app.theme == "aaa")
        assert ground(pilot) == "#303030"


async def test_a_broken_file_leaves_the_theme_and_is_told_once(opened, own: Path) -> None:
    async with opened(config=Config(theme="own")) as pilot:
        broken = with_ground("red")
        (own / "own.toml").write_text(broken, encoding="utf-8")
        await until(pilot, lambda: bool(toasts(pilot)))
        assert "own.toml" in toasts(pilot)[0]
        assert "#rrggbb" in toasts(pilot)[0] or "$.colors.background" in toasts(pilot)[0]
        assert ground(pilot) == "#101010"
        # Saved again with the same fault, beside another that is right: the look that finds the one finds both.
        (own / "own.toml").write_text(broken + "\n", encoding="utf-8")
        (own / "other.toml").write_text(with_ground("#404040"), encoding="utf-8")
        await until(pilot, lambda: "other" in pilot.app.available_themes)
        assert len(toasts(pilot)) == 1
        assert ground(pilot) == "#101010"
        (own / "own.toml").write_text(with_ground("#505050"), encoding="utf-8")
        await until(pilot, lambda: ground(pilot) == "#505050")
        assert len(toasts(pilot)) == 1


async def test_a_theme_in_use_outlives_its_file(opened, own: Path) -> None:
    async with opened(config=Config(theme="own")) as pilot:
        (own / "own.toml").rename(own / "renamed.toml")
        await until(pilot, lambda: "renamed" in pilot.app.available_themes)
        assert pilot.app.theme == "own"
        assert ground(pilot) == "#101010"
        assert toasts(pilot) == []

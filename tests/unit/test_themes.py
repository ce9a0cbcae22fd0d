"""Themes: every shipped one is readable, and a broken one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color

from reader.ui import themes
from reader.ui.navigation import SPEAKER_COLOURS
from reader.ui.themes import Inks, Palette

# WCAG 2.1, level AA, text of normal size.
READABLE = 4.5

SHIPPED, FAULTS = themes.load([themes.shipped_folder()])


def contrast(foreground: str, background: str) -> float:
    lighter, darker = sorted((luminance(foreground), luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_shipped_themes_are_all_right() -> None:
    assert FAULTS == []
    assert set(SHIPPED) >= {"newsprint", "nightdesk", "contrast", themes.DEFAULT}
    assert not SHIPPED["newsprint"].dark


def pairs(palette: Palette) -> list[tuple[str, str, str]]:
    """Each colour that words are set in, and what stands behind it."""
    colors = palette.colors
    words = {"text": colors.text, "dim": colors.dim, "accent": colors.accent, "error": colors.error}
    words |= {f"speaker {index}": colour for index, colour in enumerate(colors.speakers, 1)}
    found = [(name, colour, colors.background) for name, colour in words.items()]
    on_highlight = ("text", "dim", *(name for name in words if name.startswith("speaker")))
    found += [(f"{name} on highlight", words[name], colors.highlight) for name in on_highlight]
    found += [
        (f"{name} on search", words[name], colors.search) for name in words if name.startswith(("text", "speaker"))
    ]
    return found


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_word_is_readable(name: str) -> None:
    poor = {
        what: round(contrast(foreground, background), 2)
        for what, foreground, background in pairs(SHIPPED[name])
        if contrast(foreground, background) < READABLE
    }
    assert poor == {}


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_speakers_are_told_apart(name: str) -> None:
    assert len(set(SHIPPED[name].colors.speakers)) == SPEAKER_COLOURS


def copy_of(name: str, folder: Path, *, change: tuple[str, str] = ("", ""), file: str = "mine.toml") -> Path:
    path = folder / file
    path.write_text((themes.shipped_folder() / f"{name}.toml").read_text(encoding="utf-8").replace(*change), "utf-8")
    return path


def test_a_theme_of_the_readers_own_counts_before_ours(tmp_path: Path) -> None:
    copy_of("newsprint", tmp_path, file="nightdesk.toml")
    found, faults = themes.load([themes.shipped_folder(), tmp_path])
    assert faults == []
    assert not found["nightdesk"].dark


BROKEN = [
    ("not TOML", ("dark = false", "dark = "), "mine.toml", "line 2"),
    ("not a colour", ("#f6f1e7", "cream"), "mine.toml", "$.colors.background"),
    ("a colour missing", ('rule = "#cfc6b4"', ""), "mine.toml", "rule"),
    ("a colour nobody knows", ("rule =", 'ruler = "#000000"\nrule ='), "mine.toml", "ruler"),
    ("too few speakers", ('"#1f5a94", ', ""), "mine.toml", "speakers"),
    ("a name that no program takes", ("", ""), "My Theme!.toml", "file name"),
]


@pytest.mark.parametrize(("change", "file", "said"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_theme_is_reported_and_left_out(tmp_path: Path, change: tuple[str, str], file: str, said: str) -> None:
    path = copy_of("newsprint", tmp_path, change=change, file=file)
    found, faults = themes.load([tmp_path])
    assert found == {}
    (fault,) = faults
    assert str(path) in fault
    assert said in fault


def test_a_theme_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"# \xff\xfe")
    found, faults = themes.load([tmp_path])
    assert found == {}
    assert len(faults) == 1


def test_inks_lie_over_one_another() -> None:
    colors = SHIPPED["nightdesk"].colors
    style = Inks(colors).on_ground("speaker-2", "current")
    assert style.foreground == Color.parse(colors.speakers[2])
    assert style.background == Color.parse(colors.highlight)
    assert style.bold


def test_kinds_differ_without_colour() -> None:
    inks = Inks(SHIPPED["nightdesk"].colors, colourless=True)

    def attributes(name: str) -> tuple[bool | None, ...]:
        style = inks.on_ground(name)
        return (style.bold, style.italic, style.underline, style.reverse)

    kinds = ["text", "speaker-0", "mention", "current", "match", "match-now"]
    assert len({attributes(kind) for kind in kinds}) == len(kinds)

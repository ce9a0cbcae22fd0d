"""Themes: every shipped one is readable, and a broken one is reported."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from textual.color import Color

from reader.settings import paths
from reader.ui.attention.navigation import SPEAKER_COLOURS
from reader.ui.theme import textual_themes, themes
from reader.ui.theme.themes import Inks, Palette

# WCAG 2.1, level AA, text of normal size.
READABLE = 4.5

SHIPPED, FAULTS = themes.load([paths.shipped_themes_folder()])


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
    found += [(f"{name} on highlight", colour, colors.highlight) for name, colour in words.items()]
    found += [(f"{name} on search", colour, colors.search) for name, colour in words.items()]
    return found


SPARE = SHIPPED[themes.DEFAULT_LIGHT], SHIPPED[themes.DEFAULT]
BORROWED = {name: textual_themes.palette(name, *SPARE) for name in sorted(textual_themes.NAMES)}
ALL = {**BORROWED, **SHIPPED}


def test_there_are_themes_for_day_and_night() -> None:
    dark = sum(palette.dark for palette in SHIPPED.values())
    assert len(SHIPPED) >= 8
    assert dark == len(SHIPPED) - dark
    assert {"nord", "gruvbox", "textual-dark", "solarized-light"} <= set(BORROWED)


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_word_is_readable(name: str) -> None:
    poor = {
        what: round(contrast(foreground, background), 2)
        for what, foreground, background in pairs(ALL[name])
        if contrast(foreground, background) < READABLE
    }
    assert poor == {}


@pytest.mark.parametrize("name", sorted(ALL))
def test_speakers_are_told_apart(name: str) -> None:
    colours = [Color.parse(colour) for colour in ALL[name].colors.speakers]
    assert len(colours) == SPEAKER_COLOURS
    assert min(textual_themes.distance(one, other) for one, other in combinations(colours, 2)) >= 9


# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB: what eyes without one kind of cone see.
SEEN_BY = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> Color:
    channels = [channel / 255 for channel in Color.parse(colour).rgb]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    mixed = [min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in matrix]
    return Color(*(round(255 * (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)) for c in mixed))


@pytest.mark.parametrize("eyes", SEEN_BY)
@pytest.mark.parametrize("name", ["colour-safe", "colour-safe-night"])
def test_speakers_are_told_apart_by_eyes_that_lack_a_colour(name: str, eyes: str) -> None:
    colors = SHIPPED[name].colors
    colours = [seen(colour, SEEN_BY[eyes]) for colour in (*colors.speakers, colors.text)]
    assert min(textual_themes.distance(one, other) for one, other in combinations(colours, 2)) >= 18


@pytest.mark.parametrize("name", ["nightdesk", "newsprint"])
def test_speakers_are_told_apart_in_sixteen_colours(name: str) -> None:
    inks = Inks(themes.in_sixteen(SHIPPED[name]).colors)
    styles = [inks.style(f"speaker-{index}") for index in range(SPEAKER_COLOURS)]
    assert len({(style.foreground, style.bold) for style in styles}) == SPEAKER_COLOURS
    assert inks.style("current").reverse
    assert inks.style("speaker-1", "current").foreground == inks.style("dim", "current").foreground


def copy_of(name: str, folder: Path, *, change: tuple[str, str] = ("", ""), file: str = "mine.toml") -> Path:
    path = folder / file
    path.write_text(
        (paths.shipped_themes_folder() / f"{name}.toml").read_text(encoding="utf-8").replace(*change), "utf-8"
    )
    return path


def test_a_theme_of_the_readers_own_counts_before_ours(tmp_path: Path) -> None:
    copy_of("newsprint", tmp_path, file="nightdesk.toml")
    found, faults = themes.load([paths.shipped_themes_folder(), tmp_path])
    assert faults == []
    assert not found["nightdesk"].dark


BROKEN = [
    ("not TOML", ("dark = false", "dark = "), "mine.toml", "line 2"),
    ("not a colour", ("#f6f1e7", "cream"), "mine.toml", "$.colors.background"),
    ("a colour missing", ('rule = "#cfc6b4"', ""), "mine.toml", "rule"),
    ("a colour nobody knows", ("rule =", 'ruler = "#000000"\nrule ='), "mine.toml", "ruler"),
    ("too few speakers", ('"#1f5a94", ', ""), "mine.toml", "speakers"),
    ("nested too deep", ("dark = false", "dark = " + "[" * 5000), "mine.toml", "nested too deep"),
    ("a number of 5,000 digits", ("dark = false", "dark = " + "9" * 5000), "mine.toml", "too long"),
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

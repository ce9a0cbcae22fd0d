"""Textual's own themes as palettes of ours: their colours, moved only as far as it takes to read them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from textual.color import Color, rgb_to_lab
from textual.theme import BUILTIN_THEMES, Theme

from reader.ui.attention.navigation import SPEAKER_COLOURS
from reader.ui.theme.colours import luminance, readable
from reader.ui.theme.themes import Colors, Palette

# How much of the text's colour, or of the warning's, is mixed into the background to lie behind words.
_HIGHLIGHT, _SEARCH, _RULE = 0.1, 0.28, 0.25
# Two colours nearer than this in CIE Lab look alike as thin strokes of text.
_APART = 18.0
# Words are read at 4.5 on any ground up to these, with room for hues: white on the dark ones, black on the light.
_LIGHTEST_DARK, _DARKEST_LIGHT = 0.09, 0.45


# Those that name their colours.
NAMES = frozenset(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)


@cache  # 3 ms each
def palette(name: str, spare: Palette, spare_dark: Palette) -> Palette:
    """The palette for one of Textual's themes.

    Args:
        name: one of `NAMES`.
        spare: a light palette, whose speakers fill up where a theme has fewer colours than we need.
        spare_dark: the same for dark themes.
    """
    theme = BUILTIN_THEMES[name]
    return palette_of(theme, (spare_dark if theme.dark else spare).colors.speakers)


def palette_of(theme: Theme, spare_speakers: Iterable[str]) -> Palette:
    """Make a palette out of a theme's colours."""
    made = theme.to_color_system().generate()

    def colour(name: str) -> Color:
        return Color.parse(made[name])

    background, foreground = colour("background"), colour("foreground")
    highlight = _ground(background, foreground, _HIGHLIGHT, dark=theme.dark)
    search = _ground(background, colour("warning"), _SEARCH, dark=theme.dark)
    grounds = (background, highlight, search)

    def words(tried: Color) -> Color:
        return readable(tried, grounds, dark=theme.dark)

    own = [words(colour(name)) for name in ("primary", "accent", "success", "warning", "secondary", "error")]
    spare = [words(Color.parse(speaker)) for speaker in spare_speakers]
    colors = Colors(
        background=background.hex6.lower(),
        text=words(foreground).hex6.lower(),
        dim=words(foreground.blend(background, 0.4, alpha=1)).hex6.lower(),
        accent=own[0].hex6.lower(),
        rule=background.blend(foreground, _RULE, alpha=1).hex6.lower(),
        highlight=highlight.hex6.lower(),
        search=search.hex6.lower(),
        error=words(colour("error")).hex6.lower(),
        speakers=tuple(speaker.hex6.lower() for speaker in told_apart(own, spare)),
    )
    return Palette(dark=theme.dark, colors=colors, name=theme.name)


def _ground(background: Color, mixed_in: Color, most: float, *, dark: bool) -> Color:
    """The background with another colour in it, less of that where words would be hard to read on it."""
    ground = background
    for percent in range(int(most * 100), 0, -1):
        ground = background.blend(mixed_in, percent / 100, alpha=1)
        if luminance(ground) <= _LIGHTEST_DARK if dark else luminance(ground) >= _DARKEST_LIGHT:
            break
    return ground


def told_apart(own: Iterable[Color], spare: Iterable[Color]) -> list[Color]:
    """As many colours as there are for speakers: a theme's own where they differ, then the spare ones farthest off."""
    chosen: list[Color] = []
    for colour in own:
        if all(distance(colour, other) >= _APART for other in chosen):
            chosen.append(colour)
    left = list(spare)
    while len(chosen) < SPEAKER_COLOURS:
        farthest = max(left, key=lambda colour: min(distance(colour, other) for other in chosen))
        left.remove(farthest)
        chosen.append(farthest)
    return chosen


def distance(one: Color, other: Color) -> float:
    """How different two colours look: CIE 1976, where 2 is just seen side by side."""
    a, b = rgb_to_lab(one), rgb_to_lab(other)
    return float(((a.L - b.L) ** 2 + (a.a - b.a) ** 2 + (a.b - b.b) ** 2) ** 0.5)

"""Colours as numbers: how well one is read on another, and the nearest one that is. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from textual.color import Color

# WCAG 2.1, level AA, text of normal size.
READABLE = 4.5
# Steps from a colour to black or white: finer than the eye tells apart.
_STEPS = 64


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.1 defines it, 0 to 1."""
    channels = (channel / 255 for channel in colour.rgb)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """How far two colours are apart in lightness, 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, grounds: Iterable[Color], *, dark: bool) -> Color:
    """The colour itself, or the one nearest to it on the way to white (black in the light) that is read on all grounds.

    Where even white or black is not, that is the answer: nothing is read better.
    """
    end = Color(255, 255, 255) if dark else Color(0, 0, 0)
    grounds = tuple(grounds)
    for step in range(_STEPS):
        tried = colour.blend(end, step / _STEPS, alpha=1.0)
        if all(contrast(tried, ground) >= READABLE for ground in grounds):
            return tried
    return end

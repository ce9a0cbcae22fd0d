"""The colours of the screen: theme files read, checked and turned into Textual themes and inks.

A theme is a TOML file that names colours by what they are for. A file that is wrong is reported, never fatal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from textual.color import Color
from textual.style import Style
from textual.theme import Theme

from reader.settings import toml_files
from reader.ui.attention.navigation import SPEAKER_COLOURS

DEFAULT = "nightdesk"
DEFAULT_LIGHT = "newsprint"

Hex = Annotated[str, msgspec.Meta(pattern="^#[0-9a-fA-F]{6}$", description="a colour as #rrggbb")]
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")


class Colors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours a theme gives, each named by its use."""

    background: Hex
    text: Hex
    dim: Hex  # what may be overlooked: metadata, labels, keys
    accent: Hex  # what leads the eye: the publisher, the numbers of the key points, the focus
    rule: Hex
    highlight: Hex  # behind the current quote
    search: Hex  # behind a match
    error: Hex
    speakers: Annotated[tuple[Hex, ...], msgspec.Meta(min_length=SPEAKER_COLOURS, max_length=SPEAKER_COLOURS)]


class Palette(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One theme file; its name is the file's."""

    dark: bool
    colors: Colors
    name: str = ""


def load(folders: Iterable[Path]) -> tuple[dict[str, Palette], list[str]]:
    """Read every theme of some folders; of two with one name the later folder's counts.

    Returns:
        The themes by name, and one sentence for each file that could not be used.
    """
    themes: dict[str, Palette] = {}
    faults: list[str] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            try:
                themes[path.stem] = _read(path)
            except (OSError, ValueError) as error:
                # TOML and msgspec errors are ValueErrors; both say what and where.
                faults.append(f"The theme {path} is left out: {error}")
    return themes, faults


def _read(path: Path) -> Palette:
    if not _NAME.fullmatch(path.stem):
        raise ValueError("its file name must be of small letters, digits, - and _.")
    palette = msgspec.convert(toml_files.read(path), Palette)
    return msgspec.structs.replace(palette, name=path.stem)


# The sixteen colours are the terminal's own, so these are names, and a theme only says which of two it takes. Speakers
# are those that are read on black, or on white; where these run out, weight tells them apart.
_SIXTEEN_DARK = Colors(
    background="ansi_black",
    text="ansi_bright_white",
    dim="ansi_white",
    accent="ansi_bright_yellow",
    rule="ansi_bright_black",
    highlight="ansi_blue",
    search="ansi_blue",
    error="ansi_bright_red",
    speakers=(
        "ansi_bright_cyan",
        "ansi_bright_green",
        "ansi_bright_magenta",
        "ansi_bright_yellow",
        "ansi_bright_blue",
        "ansi_bright_red",
        "ansi_green",
        "ansi_yellow",
    ),
)
_SIXTEEN_LIGHT = Colors(
    background="ansi_bright_white",
    text="ansi_black",
    dim="ansi_bright_black",
    accent="ansi_red",
    rule="ansi_bright_black",
    highlight="ansi_white",
    search="ansi_white",
    error="ansi_red",
    speakers=(
        "ansi_blue",
        "ansi_red",
        "ansi_magenta",
        "ansi_bright_blue",
        "ansi_bright_red",
        "ansi_blue",
        "ansi_red",
        "ansi_magenta",
    ),
)


def in_sixteen(palette: Palette) -> Palette:
    """The palette for a terminal of sixteen colours: the same for every theme, dark or light."""
    return msgspec.structs.replace(palette, colors=_SIXTEEN_DARK if palette.dark else _SIXTEEN_LIGHT)


def to_textual(palette: Palette) -> Theme:
    """The Textual theme that colours the widgets around the article as the palette says."""
    colors = palette.colors
    return Theme(
        name=palette.name,
        dark=palette.dark,
        ansi=is_ansi(colors),
        primary=colors.accent,
        secondary=colors.dim,
        accent=colors.accent,
        warning=colors.accent,
        error=colors.error,
        success=colors.accent,
        foreground=colors.text,
        background=colors.background,
        surface=colors.background,
        panel=colors.highlight,
        boost=colors.highlight,
        text_alpha=1.0,
        variables=css_variables(colors),
    )


def css_variables(colors: Colors) -> dict[str, str]:
    """The variables our style sheets use beyond Textual's own, and Textual's that must follow the palette."""
    return {
        "ansi-background": colors.background,
        "ansi-foreground": colors.text,
        "dim": colors.dim,
        "rule": colors.rule,
        "highlight": colors.highlight,
        "text-muted": colors.dim,
        "border": colors.accent,
        "border-blurred": colors.rule,
        "block-cursor-background": colors.highlight,
        "block-cursor-foreground": colors.text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colors.highlight,
        "block-cursor-blurred-foreground": colors.text,
        "block-hover-background": colors.highlight,
        "input-cursor-background": colors.text,
        "input-cursor-foreground": colors.background,
        "input-selection-background": colors.search,
        "scrollbar": colors.rule,
        "scrollbar-hover": colors.dim,
        "scrollbar-active": colors.dim,
        "scrollbar-background": colors.background,
        "scrollbar-background-hover": colors.background,
        "scrollbar-background-active": colors.background,
        "scrollbar-corner-color": colors.background,
        "footer-background": colors.background,
    }


class Inks:
    """The styles of a palette by what they are for; names can be laid over one another.

    Args:
        colors: the palette's.
        colourless: the terminal shows no colours, so that kinds must differ by weight, slope, line and reverse.
    """

    def __init__(self, colors: Colors, *, colourless: bool = False) -> None:
        self._styles = dict(_inks(colors, colourless=colourless))
        self._mixed: dict[tuple[str, ...], Style] = {}

    def style(self, *names: str) -> Style:
        """The style of these inks laid over one another, the last on top."""
        mixed = self._mixed.get(names)
        if mixed is None:
            mixed = Style()
            for name in names:
                mixed = mixed + self._styles[name]
            self._mixed[names] = mixed
        return mixed

    def on_ground(self, *names: str) -> Style:
        """The same over the text's own colour and background."""
        return self.style("ground", *names)


def _inks(colors: Colors, *, colourless: bool) -> Iterable[tuple[str, Style]]:
    def ink(colour: str, *, bold: bool | None = None, italic: bool | None = None, dim: bool | None = None) -> Style:
        return Style(foreground=Color.parse(colour), bold=bold, italic=italic, dim=dim)

    def behind(colour: str, *, bold: bool | None = None) -> Style:
        return Style(background=Color.parse(colour), bold=bold)

    faint, strong = (True, True) if colourless else (None, None)
    # No colour of the sixteen lies behind the others so that all of them are read: reverse is read always.
    reverse = colourless or is_ansi(colors)
    plain: Mapping[str, Style] = {
        "ground": Style(background=Color.parse(colors.background), foreground=Color.parse(colors.text)),
        "text": ink(colors.text),
        "headline": ink(colors.text, bold=True),
        "name": Style(bold=True),
        "standfirst": ink(colors.text, italic=True),
        "heading": ink(colors.accent, bold=True),
        "subheading": ink(colors.accent, italic=True),
        "quote": Style(italic=True),
        "table": ink(colors.text),
        "code": ink(colors.text),
        "dim": ink(colors.dim, bold=False, dim=faint),
        "accent": ink(colors.accent, bold=strong),
        "rule": ink(colors.rule, dim=faint),
        "error": ink(colors.error, bold=True),
        "mention": Style(underline=True),
        "link": ink(colors.accent) + Style(underline=True),
        "link-at-rest": Style(),
        "current": _reversed(colors) if reverse else behind(colors.highlight, bold=True),
        "match": Style(underline=True, bold=True) if reverse else behind(colors.search),
        "match-now": Style(reverse=True, bold=True, underline=reverse or None),
        "selected": Style(reverse=True),
        "nobody": Style(italic=True),
        "calm": Style(),
    }
    yield from plain.items()
    for index, colour in enumerate(colors.speakers):
        again = True if colour in colors.speakers[:index] else None
        yield f"speaker-{index}", ink(colour, italic=strong, bold=again)


def _reversed(colors: Colors) -> Style:
    """Reversed in one colour: the colours of the words under it would make a patchwork."""
    return Style(foreground=Color.parse(colors.text), reverse=True, dim=False)


def is_ansi(colors: Colors) -> bool:
    """Whether these are names of the terminal's sixteen colours."""
    return colors.background.startswith("ansi_")

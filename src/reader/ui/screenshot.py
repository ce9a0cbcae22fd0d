"""Draws the pictures in docs/screenshots: `python -m reader.ui.screenshot` from a checkout; no network is needed.

Each is the screen as the program draws it, as SVG and as PNG; the PNG is made with the machine's own monospaced font.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

import resvg_py

import reader
from reader.model import Reading
from reader.settings.config import Config
from reader.ui.app import OnRecord

_ROOT = Path(__file__).resolve().parents[3]
_STORY = _ROOT / "examples" / "harbor-talks.html"
_FOLDER = _ROOT / "docs" / "screenshots"
# The font that Textual's SVG asks for comes from a web page, which resvg does not load; of the common ones this has
# the bars and marks that the screen is drawn with.
_WEB_FONT, _FONT = "Fira Code", "DejaVu Sans Mono"
# Words are read well at this size, and no picture is over 300 KB.
_ZOOM = 0.8


class Picture(NamedTuple):
    """One picture: its file's name, the theme, the size in cells, and the keys pressed before it is taken."""

    name: str
    theme: str
    size: tuple[int, int]
    keys: tuple[str, ...]


_PICTURES = (
    Picture("quotes", "nightdesk", (130, 40), ("]", "]", "]")),
    Picture("actors", "newsprint", (130, 40), ("a", "a", "tab", "tab")),
    Picture("timeline", "harbour", (130, 40), ("tab", "tab", "tab", "j")),
    Picture("alone", "ember", (130, 36), (*"]]]]]", "e")),
    Picture("find", "contrast", (100, 32), ("/", *"hospital", "enter", "n")),
    Picture("narrow", "sepia", (60, 24), ("tab", "j")),
)


async def draw(reading: Reading, picture: Picture) -> str:
    """Draw one picture as SVG."""
    app = OnRecord(Config(theme=picture.theme, keep_position=False), reading=reading)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.press(*picture.keys)
        await pilot.pause()
        return app.export_screenshot(title="On Record")


def to_png(svg: str) -> bytes:
    """The same picture in pixels."""
    return resvg_py.svg_to_bytes(svg_string=svg.replace(_WEB_FONT, _FONT), zoom=_ZOOM)


def main() -> None:
    """Read the example story and draw every picture of it."""
    reading = reader.read(str(_STORY))
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in _PICTURES:
        svg = asyncio.run(draw(reading, picture))
        (_FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        (_FOLDER / f"{picture.name}.png").write_bytes(to_png(svg))


if __name__ == "__main__":
    main()

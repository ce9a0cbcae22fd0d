"""Draws the README's pictures: `python -m reader.ui.screenshot` from a checkout, no terminal and no network needed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

from reader import pipeline
from reader.config import Config
from reader.model import Reading
from reader.ui.app import OnRecord

_ROOT = Path(__file__).resolve().parents[3]
_STORY = _ROOT / "examples" / "harbor-talks.html"
_FOLDER = _ROOT / "docs" / "screenshots"


class Picture(NamedTuple):
    """One picture: its file's name, the theme, the size in cells, and the keys pressed before it is taken."""

    name: str
    theme: str
    size: tuple[int, int]
    keys: tuple[str, ...]


_PICTURES = (
    Picture("quotes", "nightdesk", (136, 48), ("]", "]", "]")),
    Picture("actors", "newsprint", (136, 42), ("a", "a", "tab", "tab")),
    Picture("find", "contrast", (100, 32), ("/", *"hospital", "enter", "n")),
    Picture("narrow", "newsprint", (60, 24), ("tab", "j")),
)


async def draw(reading: Reading, picture: Picture) -> str:
    """Draw one picture as SVG."""
    app = OnRecord(Config(theme=picture.theme), reading=reading)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.press(*picture.keys)
        await pilot.pause()
        return app.export_screenshot(title="On Record")


def main() -> None:
    """Read the example story and draw every picture of it."""
    reading = pipeline.read(str(_STORY))
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in _PICTURES:
        (_FOLDER / f"{picture.name}.svg").write_text(asyncio.run(draw(reading, picture)), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Draws the pictures in docs/screenshots: `python -m reader.ui.screenshot` from a checkout; no network is needed.

Each is the screen as the program draws it, as SVG and as PNG; the PNG is made with the machine's own monospaced font.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import resvg_py
from msgspec.structs import replace

import reader
from reader.library import Checked, Library
from reader.model import Reading, Source
from reader.model.library import Arrival
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.archive import Archive
from reader.ui.library_home import LibraryHome

_ROOT = Path(__file__).resolve().parents[3]
_STORY = _ROOT / "examples" / "harbor-talks.html"
_PAPERS = _ROOT / "examples" / "papers"
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
# Of the library, over the example papers; the evening of their day.
_NOW = datetime.fromisoformat("2026-04-07T18:00:00+02:00")
_LIBRARY_PICTURES = (
    Picture("home", "nightdesk", (150, 36), ("j",)),
    Picture("person", "newsprint", (110, 36), ("shift+tab", *"jjjjj", "enter", *"jjjj", "enter")),
    Picture("story", "harbour", (110, 44), ("shift+tab", *"jjjjjjj", "S")),
    Picture("search", "ember", (130, 30), ("/", *"said:brank", "tab", *"hospital", "enter")),
)


def fill(path: Path, story: Reading) -> None:
    """Make a library of the example story and the example papers, as their feeds would bring them."""
    with Library(path) as library:
        numbers = []
        for given in (story, *(reader.read(str(paper)) for paper in sorted(_PAPERS.glob("*.md")))):
            article, address = given.article, given.article.url or "https://northernnews.example/harbor-talks"
            publisher = article.publisher or article.agency or ""
            host, home = urlsplit(address).hostname, "Corvane" in article.text
            feed = library.feeds.add(f"https://{host}/feed", now=_NOW, folder="The blockade" if home else "")
            moment = datetime.fromisoformat(article.published or _NOW.isoformat())
            moment = moment if moment.tzinfo else moment.replace(hour=15, tzinfo=_NOW.tzinfo)
            arrival = Arrival(address, article.headline or "", address, moment)
            library.feeds.arrive(feed, (arrival,), Checked(_NOW), now=_NOW, title=publisher)
            kept = replace(
                given, article=replace(article, publisher=publisher), source=Source(address, "html", address)
            )
            numbers.append(library.articles.keep(kept, now=_NOW, is_opened=False))
        for number in numbers:
            library.stories.place(number)
        library.articles.star(numbers[0])
        library.articles.tag(numbers[1], ("cranes",))
        library.notes.write(numbers[1], "Who has the minutes?", now=_NOW)
        library.articles.read(numbers[2:3], now=_NOW)


async def draw(app: OnRecord, picture: Picture) -> str:
    """Draw one picture as SVG."""
    async with app.run_test(size=picture.size) as pilot:
        for key in picture.keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="On Record")


def of_story(story: Reading, picture: Picture) -> OnRecord:
    """The program with the example story."""
    return OnRecord(Config(theme=picture.theme, keep_position=False), reading=story)


def of_library(archive: Archive, picture: Picture) -> OnRecord:
    """The program with a library, in the evening of its day."""
    app = OnRecord(Config(theme=picture.theme), archive=archive)
    app.home = LibraryHome(app, archive, None, lambda: _NOW)
    return app


def to_png(svg: str) -> bytes:
    """The same picture in pixels."""
    return resvg_py.svg_to_bytes(svg_string=svg.replace(_WEB_FONT, _FONT), zoom=_ZOOM)


def main() -> None:
    """Read the example story and the papers, and draw every picture of them."""
    story = reader.read(str(_STORY))
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in _PICTURES:
        _write(picture, asyncio.run(draw(of_story(story, picture), picture)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        fill(path, story)
        for picture in _LIBRARY_PICTURES:
            archive = Archive(path)
            _write(picture, asyncio.run(draw(of_library(archive, picture), picture)))
            archive.close()


def _write(picture: Picture, svg: str) -> None:
    (_FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
    (_FOLDER / f"{picture.name}.png").write_bytes(to_png(svg))


if __name__ == "__main__":
    main()

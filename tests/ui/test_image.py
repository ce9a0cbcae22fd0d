"""The lead image: shown where that can be done, told in words everywhere."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import dam_story
import msgspec
import pytest
from PIL import Image as Pillow
from processes import until
from pytest_httpserver import HTTPServer
from screen_text import article_screen, text, whole_screen
from test_hostile import EVIL
from textual.pilot import Pilot
from textual_image.widget import UnicodeImage

from reader.model import Image, Reading
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.terminal import Terminal
from reader.ui.windows.image import ImageWindow
from reader.workers import Lanes

CAPTION = "The eastern wall of the dam at dusk."
CREDIT = "Ada Moss / Harbour Post"
ALT = "A grey wall with a thin dark line"


def with_image(image: Image) -> Reading:
    """The story from this machine, so that its image may lie there too."""
    reading = dam_story.reading()
    source = msgspec.structs.replace(reading.source, is_private=True)
    return msgspec.structs.replace(
        reading, source=source, article=msgspec.structs.replace(reading.article, image=image)
    )


def lead(url: str | None = None) -> Image:
    return Image(url=url, caption=CAPTION, credit=CREDIT, alt=ALT)


async def test_the_words_where_no_image_can_be_shown(opened) -> None:
    # The address answers to nobody: it must not be asked.
    async with opened(with_image(lead("http://127.0.0.1:9/wall.png"))) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ImageWindow)
        words = text(pilot.app.screen.query_one("#words"))
        assert CAPTION in words
        assert CREDIT in words
        assert f"To be seen: {ALT}" in words
        assert "fetched" not in words


@pytest.mark.parametrize("key", ["escape", "i", "q", "enter"])
async def test_a_key_closes_it(opened, key: str) -> None:
    async with opened(with_image(lead())) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ImageWindow)
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.screen is article_screen(pilot)


async def test_an_image_that_the_page_says_nothing_of(opened) -> None:
    async with opened(with_image(Image(url="https://harbourpost.example/wall.png"))) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert "The page says nothing of its image." in whole_screen(pilot.app)


@pytest.mark.parametrize("words", [row[1] for row in EVIL], ids=[row[0] for row in EVIL])
async def test_evil_words_are_only_shown(opened, words: str) -> None:
    async with opened(with_image(Image(url=words, caption=words, credit=words, alt=words))) as pilot:
        await pilot.press("i")
        await pilot.pause()
        shown = whole_screen(pilot.app)
        assert "To be seen: " in shown
        assert [c for c in shown if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)] == []
        await pilot.press("escape")
        assert pilot.app.is_running


@asynccontextmanager
async def drawing(workers: Lanes, reading: Reading) -> AsyncIterator[Pilot[None]]:
    """The story in a terminal that shows images, as textual-image draws them with characters alone."""
    app = OnRecord(Config(), workers, reading=reading, terminal=Terminal(pictures=True))
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.pause()
        assert article_screen(pilot).desk.draw_image is not None
        article_screen(pilot).desk.draw_image = UnicodeImage
        await pilot.press("i")
        await pilot.pause()
        yield pilot


# textual-image draws with a call that Pillow is to drop in its version 14.
@pytest.mark.filterwarnings("ignore:Image.Image.getdata:DeprecationWarning")
async def test_the_image_is_fetched_and_drawn(workers: Lanes, httpserver: HTTPServer) -> None:
    content = io.BytesIO()
    Pillow.new("RGB", (320, 160), "white").save(content, "PNG")
    httpserver.expect_request("/wall.png").respond_with_data(content.getvalue(), content_type="image/png")
    async with drawing(workers, with_image(lead(httpserver.url_for("/wall.png")))) as pilot:
        screen = pilot.app.screen
        await until(pilot, lambda: screen.has_class("-drawn"))
        await until(pilot, lambda: bool(screen.query(UnicodeImage)) and screen.query_one(UnicodeImage).size.width > 0)
        frame, drawn = screen.query_one("#picture").region, screen.query_one(UnicodeImage).region
        assert drawn.width > 20
        assert drawn in frame or frame.contains_region(drawn)
        # A cell is about twice as high as wide, so that 2 to 1 in pixels is 4 to 1 in cells.
        assert 3 <= drawn.width / drawn.height <= 5
        row = whole_screen(pilot.app).splitlines()[drawn.y + drawn.height // 2]
        assert row[drawn.x : drawn.right].strip()
        words = text(screen.query_one("#words"))
        assert CAPTION in words
        assert CREDIT in words
        assert ALT not in words  # it is seen
        assert "fetched" not in words
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is article_screen(pilot)


@pytest.mark.parametrize(
    ("content", "content_type", "said"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n half", "image/png", "damaged", id="broken"),
        pytest.param(b"<p>Log in first.</p>", "text/html", "sent no image", id="a page"),
    ],
)
async def test_an_image_that_cannot_be_had_leaves_its_words(
    workers: Lanes, httpserver: HTTPServer, content: bytes, content_type: str, said: str
) -> None:
    httpserver.expect_request("/wall.png").respond_with_data(content, content_type=content_type)
    async with drawing(workers, with_image(lead(httpserver.url_for("/wall.png")))) as pilot:
        await until(pilot, lambda: said in whole_screen(pilot.app))
        words = text(pilot.app.screen.query_one("#words"))
        assert CAPTION in words
        assert ALT in words
        assert "being fetched" not in words
        assert not pilot.app.screen.has_class("-drawn")


async def test_a_story_of_the_web_shows_no_image_of_this_machine(workers: Lanes, httpserver: HTTPServer) -> None:
    here = with_image(lead(httpserver.url_for("/wall.png")))
    async with drawing(workers, msgspec.structs.replace(here, source=dam_story.reading().source)) as pilot:
        await until(pilot, lambda: "on this machine or its own network" in " ".join(whole_screen(pilot.app).split()))
    assert httpserver.log == []


async def test_closed_before_it_comes(workers: Lanes, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/wall.png").respond_with_data(b"", content_type="image/png")
    async with drawing(workers, with_image(lead(httpserver.url_for("/wall.png")))) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is article_screen(pilot)
        await pilot.press("]")
        assert article_screen(pilot).desk.current.quote_index == 0

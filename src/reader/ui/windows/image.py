"""The lead image in front of the article, where the terminal can show one; else what the page says of it."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.errors import ReaderError
from reader.model import Image
from reader.text.safe import on_screen
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.keys.keymap import Keymap
from reader.ui.theme.themes import Inks
from reader.ui.windows.window import Window
from reader.workers import Call

# Makes a widget of an image file at hand.
Draw = Callable[[io.BytesIO], Widget]


def drawing() -> Draw:
    """How an image is drawn on a terminal that can."""
    from textual_image.widget import Image

    return Image


class ImageWindow(Window[None]):
    """One image with its caption and credit.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        image: what the article says of it.
        draw: how this terminal shows images; None where it cannot.
        fetch: gets the image, as bytes; None where there is nobody or nothing to fetch.
    """

    SCOPE = "image"
    DEFAULT_CSS = """
    ImageWindow > .frame { width: 100; padding: 1 2; overflow-y: auto; }
    ImageWindow.-drawn > .frame { height: 90%; }
    ImageWindow #picture { height: auto; align: center middle; }
    ImageWindow.-drawn #picture { height: 1fr; margin-bottom: 1; }
    ImageWindow #picture > Image { width: auto; height: auto; max-width: 100%; max-height: 100%; }
    ImageWindow #words { height: auto; }
    """

    def __init__(
        self,
        keymap: Keymap,
        inks: Inks,
        image: Image,
        *,
        draw: Draw | None = None,
        fetch: Callable[[], Call[bytes]] | None = None,
    ) -> None:
        super().__init__(keymap, inks)
        self._image, self._draw, self._fetch = image, draw, fetch

    def compose(self) -> ComposeResult:
        """The image over its words."""
        with self.framed(Vertical(), "lead image"):
            yield Container(id="picture")
            yield Static(id="words")

    def move(self, by: Stride, direction: int) -> None:
        """Scroll, where the words are more than fit."""
        frame = self.query_one(".frame")
        lines = lines_in(by, frame.size.height, frame.virtual_size.height)
        frame.scroll_relative(y=direction * lines, animate=False)

    def on_mount(self) -> None:
        """Show the words, and fetch the image."""
        shows = self._draw is not None and self._fetch is not None
        self._say("The image is being fetched…" if shows else "")
        if shows:
            self._show()

    @work(exclusive=True)
    async def _show(self) -> None:
        assert self._draw is not None
        assert self._fetch is not None
        try:
            content = await asyncio.wrap_future(self._fetch().future)
        except ReaderError as error:
            self._say(f"{error.message} {error.hint}")
            return
        self.add_class("-drawn")
        await self.query_one("#picture").mount(self._draw(io.BytesIO(content)))
        self._say("")

    def _say(self, state: str) -> None:
        image, lines = self._image, []
        if image.caption:
            lines.append(Content.styled(on_screen(image.caption), self.inks.style("text")))
        if image.credit:
            lines.append(Content.styled(on_screen(image.credit), self.inks.style("dim")))
        if image.alt and not self.has_class("-drawn"):
            lines.append(Content.styled(f"To be seen: {on_screen(image.alt)}", self.inks.style("text")))
        if not lines:
            lines.append(Content.styled("The page says nothing of its image.", self.inks.style("dim")))
        if state:
            lines.append(Content.styled(on_screen(state), self.inks.style("dim")))
        self.query_one("#words", Static).update(Content("\n\n").join(lines))

"""The lead image in front of the article, where the terminal can show one; else what the page says of it."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from reader.errors import ReaderError
from reader.model import Image
from reader.ui.theme.themes import Inks
from reader.ui.typeset.wrapping import printable
from reader.workers import Call

# Makes a widget of an image file at hand.
Draw = Callable[[io.BytesIO], Widget]


class ImageScreen(ModalScreen[None]):
    """One image with its caption and credit.

    Args:
        image: what the article says of it.
        inks: the styles to draw with.
        draw: how this terminal shows images; None where it cannot.
        fetch: gets the image, as bytes; None where there is nobody or nothing to fetch.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,i,enter", "dismiss", "Close")]
    DEFAULT_CSS = """
    ImageScreen { align: center middle; background: $background 70%; }
    ImageScreen > Vertical {
        width: 100; max-width: 100%; height: auto; max-height: 100%; background: $background; border: round $rule;
        padding: 1 2; border-title-color: $dim; border-subtitle-color: $dim;
    }
    ImageScreen.-drawn > Vertical { height: 90%; }
    ImageScreen #picture { height: auto; align: center middle; }
    ImageScreen.-drawn #picture { height: 1fr; margin-bottom: 1; }
    ImageScreen #picture > Image { width: auto; height: auto; max-width: 100%; max-height: 100%; }
    ImageScreen #words { height: auto; }
    """

    def __init__(
        self, image: Image, inks: Inks, *, draw: Draw | None = None, fetch: Callable[[], Call[bytes]] | None = None
    ) -> None:
        super().__init__()
        self._image, self._inks, self._draw, self._fetch = image, inks, draw, fetch

    def compose(self) -> ComposeResult:
        """The image over its words."""
        with Vertical() as frame:
            frame.border_title = "lead image"
            frame.border_subtitle = "esc closes"
            yield Container(id="picture")
            yield Static(id="words")

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
            lines.append(Content.styled(printable(image.caption), self._inks.style("text")))
        if image.credit:
            lines.append(Content.styled(printable(image.credit), self._inks.style("dim")))
        if image.alt and not self.has_class("-drawn"):
            lines.append(Content.styled(f"To be seen: {printable(image.alt)}", self._inks.style("text")))
        if not lines:
            lines.append(Content.styled("The page says nothing of its image.", self._inks.style("dim")))
        if state:
            lines.append(Content.styled(printable(state), self._inks.style("dim")))
        self.query_one("#words", Static).update(Content("\n\n").join(lines))

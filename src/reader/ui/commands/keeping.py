"""Keeping: a note, a quote on the clipboard, the page in the browser, the lead image; and trying again."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from reader import notes
from reader.errors import ReaderError
from reader.model import Image, Reading
from reader.ui import citing
from reader.ui.commands.desk import Desk
from reader.ui.windows.copy_menu import Copyable, CopyWindow, What


class KeepingDesk(Desk, Protocol):
    """An article of which something can be taken away."""

    @property
    def noted(self) -> Reading:
        """The article, what was found in it, and what the reader wrote to it."""

    @property
    def notes_folder(self) -> Path:
        """Where notes are saved."""

    def selected(self) -> str:
        """What is selected with the mouse; "" when nothing is."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def browse(self, url: str) -> None:
        """Open an address in the browser."""

    def show_image(self, image: Image) -> None:
        """Show the lead image in front of the article, or what the page says of it."""


class Retries(Protocol):
    """What may have failed."""

    def retry(self) -> None:
        """Try again what failed, if anything did."""


class Browses(Protocol):
    """A list of articles on the web."""

    def browse(self) -> None:
        """Open the article that the reader is at in the browser."""


def save(desk: KeepingDesk) -> None:
    """Save a Markdown note."""
    try:
        template = notes.find_template(desk.config.template)
        path = notes.save(desk.noted, desk.notes_folder, saved=date.today(), template=template)
    except ReaderError as error:
        desk.say(str(error), is_error=True)
    else:
        desk.say(f"Saved: {path}")


def selection(desk: KeepingDesk) -> bool:
    """Copy what is selected with the mouse; whether anything was."""
    selected = desk.selected()
    if selected:
        desk.copy(selected)
        desk.say("Copied the selected text.", seconds=2)
    return bool(selected)


def copy_selection(desk: KeepingDesk) -> None:
    """Copy what is selected."""
    if not selection(desk):
        desk.say("Nothing is selected: drag over the text first. Q quits.")


def copy(desk: KeepingDesk) -> None:
    """Copy what is selected, else the current quote with its speaker, the headline and the link."""
    if selection(desk):
        return
    if desk.current.quote is None:
        desk.say("Choose a quote first: ] goes to the next one.")
        return
    _put(desk, "quote")


def copy_menu(desk: KeepingDesk) -> None:
    """Ask what to copy: the quote, the key points, the link, or the whole note."""
    quote, points = desk.current.quote, len(desk.reading.analysis.key_points)
    link = citing.link(desk.reading)
    rows = (
        Copyable("quote", "the quote, with who said it" if quote else "the quote: choose one with ]", bool(quote)),
        Copyable("points", f"the key points ({points})", bool(points)),
        Copyable("link", "headline and link" if link else "no link", bool(link)),
        Copyable("note", "the whole note, as Markdown", True),
    )

    def put(what: What | None) -> None:
        if what is not None:
            _put(desk, what)

    desk.ask(partial(CopyWindow, rows=rows), put)


def _put(desk: KeepingDesk, what: What) -> None:
    """Put a thing on the clipboard, and say which."""
    reading, quote = desk.reading, desk.current.quote
    if what == "quote":
        assert quote is not None
        text, said = citing.quote_with_source(reading, quote, desk.config.citation), "the quote with its source"
    elif what == "points":
        text, said = citing.key_points_with_source(reading), f"{len(reading.analysis.key_points)} key points"
    elif what == "link":
        text, said = citing.link(reading), "the link"
    else:
        text = notes.render(desk.noted, "markdown", saved=date.today())
        said = "the note, as Markdown"
    desk.copy(text)
    desk.say(f"Copied {said}.", seconds=2)


def browser(desk: KeepingDesk) -> None:
    """Open the article in the browser."""
    address = citing.address(desk.reading)
    if address:
        desk.browse(address)
    else:
        desk.say("This article has no web address.")


def browse_item(view: Browses) -> None:
    """Open an article of a list in the browser."""
    view.browse()


def image(desk: KeepingDesk) -> None:
    """Show the lead image in front of the article."""
    lead = desk.reading.article.image
    if lead is None:
        desk.say("This article has no lead image.", seconds=2)
    else:
        desk.show_image(lead)


def retry(view: Retries) -> None:
    """Try again what failed: the whole way, or the analysis alone when the article is there."""
    view.retry()

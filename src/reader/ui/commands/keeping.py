"""Keeping: a note, a quote on the clipboard, the page in the browser; and trying again."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from reader import notes
from reader.errors import ReaderError
from reader.ui import citing, clipboard
from reader.ui.screens.copy_menu import Copyable, CopyScreen, What

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def save(screen: ArticleScreen) -> None:
    """Save a Markdown note."""
    if screen.reading is None:
        return
    try:
        template = notes.find_template(screen.config.template)
        path = notes.save(screen.reading, screen.notes_folder, saved=date.today(), template=template)
    except ReaderError as error:
        screen.notify(str(error), severity="error", markup=False)
    else:
        screen.notify(f"Saved: {path}", markup=False)


def selection(screen: ArticleScreen) -> bool:
    """Copy what is selected with the mouse; whether anything was."""
    selected = screen.get_selected_text()
    if selected:
        screen.app.copy_to_clipboard(selected)
        screen.notify("Copied the selected text.", timeout=2, markup=False)
    return bool(selected)


def copy_selection(screen: ArticleScreen) -> None:
    """Copy what is selected."""
    if not selection(screen):
        screen.notify("Nothing is selected: drag over the text first. q quits.", markup=False)


def copy(screen: ArticleScreen) -> None:
    """Copy what is selected, else the current quote with its speaker, the headline and the link."""
    if selection(screen):
        return
    if screen.reading is None or screen.current.quote is None:
        screen.notify("Choose a quote first: ] goes to the next one.", markup=False)
        return
    _put(screen, "quote")


def copy_menu(screen: ArticleScreen) -> None:
    """Ask what to copy: the quote, the key points, the link, or the whole note."""
    reading = screen.reading
    if reading is None:
        return
    quote, points = screen.current.quote, len(reading.analysis.key_points)
    rows = (
        Copyable("quote", "the quote, with who said it" if quote else "the quote: choose one with ]", bool(quote)),
        Copyable("points", f"the key points ({points})", bool(points)),
        Copyable("link", "headline and link" if citing.link(reading) else "no link", bool(citing.link(reading))),
        Copyable("note", "the whole note, as Markdown", True),
    )
    screen.app.push_screen(CopyScreen(rows, screen.inks), lambda what: _put(screen, what) if what else None)


def _put(screen: ArticleScreen, what: What) -> None:
    """Put a thing on the clipboard, and say which."""
    reading, quote = screen.reading, screen.current.quote
    assert reading is not None
    if what == "quote":
        assert quote is not None
        text, said = citing.quote_with_source(reading, quote), "the quote with its source"
    elif what == "points":
        text, said = citing.key_points_with_source(reading), f"{len(reading.analysis.key_points)} key points"
    elif what == "link":
        text, said = citing.link(reading), "the link"
    else:
        text = notes.render(reading, "markdown", saved=date.today())
        said = "the note, as Markdown"
    clipboard.put(screen.app, text, os.environ)
    screen.notify(f"Copied {said}.", timeout=2, markup=False)


def browser(screen: ArticleScreen) -> None:
    """Open the article in the browser."""
    address = citing.address(screen.reading, screen.source)
    if address:
        screen.app.open_url(address)
    else:
        screen.notify("This article has no web address.", markup=False)


def retry(screen: ArticleScreen) -> None:
    """Try again what failed: the whole way, or the analysis alone when the article is there."""
    if screen.failure is not None:
        screen.read()

"""Keeping: a note, a quote on the clipboard, the page in the browser; and trying again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reader import notes
from reader.errors import ReaderError
from reader.ui import citing

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def save(screen: ArticleScreen) -> None:
    """Save a Markdown note."""
    if screen.reading is None:
        return
    try:
        path = notes.save(screen.reading, screen.notes_folder, saved=date.today())
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
    screen.app.copy_to_clipboard(citing.quote_with_source(screen.reading, screen.current.quote))
    screen.notify("Copied the quote with its source.", timeout=2, markup=False)


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

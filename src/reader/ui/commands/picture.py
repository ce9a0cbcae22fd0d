"""The lead image, or what the page says of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.screens.image import ImageScreen

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def image(screen: ArticleScreen) -> None:
    """Show the lead image in front of the article."""
    if screen.reading is None:
        return
    lead = screen.reading.article.image
    if lead is None:
        screen.notify("This article has no lead image.", timeout=2, markup=False)
        return
    fetch = partial(screen.processes.image, lead.url) if screen.processes and lead.url else None
    screen.app.push_screen(ImageScreen(lead, screen.inks, draw=screen.draw_image, fetch=fetch))

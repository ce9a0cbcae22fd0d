"""What a screen shows, read back as text."""

from __future__ import annotations

from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from reader.ui.attention.current import Target
from reader.ui.screens.article import ArticleScreen
from reader.ui.screens.view import View
from reader.ui.widgets.row_list import RowList


def lines(widget: Widget) -> list[str]:
    """The lines a widget draws, as far as they are on the screen."""
    return [widget.render_line(y).text.replace("\u00a0", " ").rstrip() for y in range(widget.size.height)]


def text(widget: Widget) -> str:
    return "\n".join(lines(widget))


def whole_screen(app: App[None]) -> str:
    """Everything on the screen, as a terminal would show it."""
    height = app.size.height
    return "\n".join(
        "".join(segment.text for segment in strip).rstrip()
        for strip in app.screen._compositor.render_strips(app.screen.size)[:height]
    )


def article_screen(pilot: Pilot[None]) -> ArticleScreen:
    """The article that is furthest in front."""
    return next(screen for screen in reversed(pilot.app.screen_stack) if isinstance(screen, ArticleScreen))


def view(pilot: Pilot[None]) -> View:
    """The screen in front, without the windows before it."""
    return next(screen for screen in reversed(pilot.app.screen_stack) if isinstance(screen, View))


def current_of(pilot: Pilot[None], tab: str) -> Target | None:
    """What the current item of a list leads to."""
    return article_screen(pilot).query_one(f"#{tab}", RowList).current


def status(pilot: Pilot[None]) -> str:
    """The status of the screen in front, without the windows before it."""
    return text(view(pilot).query_one("#status"))


def toasts(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]

"""Takes what the reader does not look at out of sight, in the article and in a search, and brings it back."""

from __future__ import annotations

from reader.ui.attention.current import Current
from reader.ui.attention.focus import Focus, remarks_of
from reader.ui.typeset.anchors import ScrollAnchor
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.find_bar import FindBar


class Spotlight:
    """What is left to see, and where the reader was before one speaker's words were shown alone.

    Args:
        view: the article.
        finder: the search, which looks only into what is shown.
    """

    def __init__(self, view: ArticleView, finder: FindBar) -> None:
        self._view, self._finder = view, finder
        self.focus = Focus()
        self._before: tuple[ScrollAnchor, Current] | None = None

    def turn(self, focus: Focus, current: Current) -> None:
        """Leave this to see from now on; the place of a reader who is at `current` is kept."""
        before, self.focus = self.focus, focus
        if before.dims != focus.dims:
            self._view.painter.dim(focus.dims)
        if (before.alone, before.with_context) != (focus.alone, focus.with_context):
            self._show_alone(current)

    def _show_alone(self, current: Current) -> None:
        focus = self.focus
        actor = next((actor for actor in current.analysis.actors if actor.id == focus.alone), None)
        if self._before is None:
            self._before = self._view.place(), current
        shown = None if actor is None else remarks_of(current.analysis, actor, with_context=focus.with_context)
        self._view.show_alone(shown)
        self._finder.keep_within(None if shown is None else [remark.span for remark in shown])
        place, was_at = self._before
        if actor is None:
            self._before = None
        if actor is None and was_at == current:
            self._view.return_to(place)
        elif current.place is not None:
            self._view.reveal(current.place, keep_trail=False)

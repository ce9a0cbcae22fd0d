"""Looking at the quotes alone, or at the words of one speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.attention.focus import Focus, remarks_of

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def dim(screen: ArticleScreen) -> None:
    """Dim everything but the quotes, or nothing again."""
    screen.pane = "article"
    change(screen, screen.focus_on._replace(dims=not screen.focus_on.dims))


def alone(screen: ArticleScreen) -> None:
    """Show the current speaker's words alone, or all again."""
    screen.pane = "article"
    actor = screen.current.actor
    if screen.focus_on.alone is not None:
        end_alone(screen)
    elif actor is None:
        screen.notify("Choose a speaker first: ] goes to the next quote, a to the next actor.", markup=False)
    elif not any(quote.speaker == actor.id for quote in screen.current.analysis.quotes):
        screen.notify(f"No words of {actor.name} are in this article.", markup=False)
    else:
        change(screen, screen.focus_on._replace(alone=actor.id, with_context=False))


def context(screen: ArticleScreen) -> None:
    """Show the sentences around a speaker's words, or the words alone again."""
    if screen.focus_on.alone is None:
        screen.notify("e shows a speaker's words alone; c then adds what is around them.", markup=False)
    else:
        change(screen, screen.focus_on._replace(with_context=not screen.focus_on.with_context))


def end_alone(screen: ArticleScreen) -> None:
    """Show the whole text again, if one speaker's words are shown alone."""
    change(screen, screen.focus_on._replace(alone=None, with_context=False))


def follow(screen: ArticleScreen) -> None:
    """Go along to another speaker; show all again when the reader goes to what is not a speaker's words."""
    focus, current = screen.focus_on, screen.current
    is_at_words = current.point_index is None and any(
        quote.speaker == current.actor_id for quote in current.analysis.quotes if quote.speaker
    )
    if focus.alone is not None and not is_at_words:
        end_alone(screen)
    elif focus.alone is not None:
        change(screen, focus._replace(alone=current.actor_id))


def change(screen: ArticleScreen, focus: Focus) -> None:
    """Take what is not looked at out of sight, or bring it back; the reader's place is kept."""
    before, screen.focus_on = screen.focus_on, focus
    if before.dims != focus.dims:
        screen.view.dim_all_but_quotes(focus.dims)
    if (before.alone, before.with_context) != (focus.alone, focus.with_context):
        _show_alone(screen)
    screen.show_status()


def _show_alone(screen: ArticleScreen) -> None:
    focus, current = screen.focus_on, screen.current
    actor = next((actor for actor in current.analysis.actors if actor.id == focus.alone), None)
    if screen.before_alone is None:
        screen.before_alone = screen.view.place(), current
    shown = None if actor is None else remarks_of(current.analysis, actor, with_context=focus.with_context)
    screen.view.show_alone(shown)
    screen.finder.keep_within(None if shown is None else [remark.span for remark in shown])
    place, was_at = screen.before_alone
    if actor is None:
        screen.before_alone = None
    if actor is None and was_at == current:
        screen.view.return_to(place)
    elif current.place is not None:
        screen.view.reveal(current.place, keep_trail=False)

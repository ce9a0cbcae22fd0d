"""The pages over many articles: of a person, of a story, of what changed; and what the reader decides on them."""

from __future__ import annotations

from typing import Literal, Protocol

from reader.ui.commands.desk import Desk

PageKind = Literal["person", "story", "changes"]


class PagesDesk(Desk, Protocol):
    """An article that pages lead to and from."""

    def show_page(self, kind: PageKind, actor: str = "") -> None:
        """Open a page over this one: of an actor, by the id, or of the article itself."""


class PersonPage(Protocol):
    """The page of a person, on which the reader decides who is one with whom."""

    def accept(self) -> None:
        """Keep that the two of a suggestion are one; without one at hand, ask who this person is."""

    def refuse(self) -> None:
        """Keep that the two of a suggestion are not one; at a quote, that somebody else is its speaker."""

    def dismiss_person(self) -> None:
        """Keep that this is nobody."""

    def undo(self) -> None:
        """Take the last decision back."""


def person(desk: PagesDesk) -> None:
    """Open the page of the current speaker or actor."""
    actor = desk.current.actor
    if actor is None:
        desk.say("Choose a quote or an actor first: ] goes to the next quote, a to the next actor.")
    elif not actor.named:
        desk.say("Who is not named has no page.")
    else:
        desk.show_page("person", actor.id)


def story(desk: PagesDesk) -> None:
    """Open the page of the story that this article tells."""
    desk.show_page("story")


def changes(desk: PagesDesk) -> None:
    """Open the page of what changed in this article."""
    desk.show_page("changes")


def accept(page: PersonPage) -> None:
    """Two are one."""
    page.accept()


def refuse(page: PersonPage) -> None:
    """Two are not one."""
    page.refuse()


def dismiss(page: PersonPage) -> None:
    """This is nobody."""
    page.dismiss_person()


def undo(page: PersonPage) -> None:
    """Take the last decision back."""
    page.undo()

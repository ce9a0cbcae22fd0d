"""What the reader decides of people, each as what to do in the library and what takes it back. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.model.library import Person, Said, Suggestion
from reader.text.safe import on_one_line

if TYPE_CHECKING:
    from reader.library import Library

TakeBack = Callable[["Library"], None]
Decided = list[tuple[str, TakeBack]]
"""What was decided in this run, in words, with what takes it back; the last one last."""


class Decision(NamedTuple):
    """A decision in words, and what keeps it for ever; that gives what takes it back."""

    what: str
    do: Callable[[Library], TakeBack]


def merged(one: Person, into: Person) -> Decision:
    """Somebody is somebody else."""

    def do(library: Library) -> TakeBack:
        library.people.merge(one.id, into.id)
        return lambda library: library.articles.refresh(library.people.part(one.id, for_ever=False))

    return Decision(f"{on_one_line(one.name)} is {on_one_line(into.name)}", do)


def refused(suggestion: Suggestion) -> Decision:
    """Two who may be one are not."""
    one, other = suggestion.one, suggestion.other

    def do(library: Library) -> TakeBack:
        library.people.refuse(one.id, other.id)
        return lambda library: library.people.refuse(one.id, other.id, is_refused=False)

    return Decision(f"{on_one_line(one.name)} is not {on_one_line(other.name)}", do)


def split(said: Said) -> Decision:
    """The speaker of a quote, in all of its article, is somebody of their own."""
    actor = said.actor or ""

    def do(library: Library) -> TakeBack:
        person = library.people.split(said.article, actor)
        library.articles.refresh((said.article,))

        def take_back(library: Library) -> None:
            library.people.take_back_split(said.article, actor, person)
            library.articles.refresh((said.article,))

        return take_back

    where = on_one_line(said.publisher or said.headline)
    return Decision(f"{on_one_line(said.speaker or actor)} in {where} is somebody else", do)


def dismissed(person: Person) -> Decision:
    """Somebody is nobody."""

    def do(library: Library) -> TakeBack:
        library.people.dismiss(person.id)
        return lambda library: library.people.dismiss(person.id, is_dismissed=False)

    return Decision(f"{on_one_line(person.name)} is not a {person.kind}", do)

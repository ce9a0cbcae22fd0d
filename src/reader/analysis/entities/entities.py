"""Names -> entities: which mentions are one person, organisation or place. Pronouns and descriptions come later."""

from collections.abc import Sequence

from spacy.tokens import Doc

from reader.analysis.entities.entity import Entity, Group, fullest
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.organisations import organisation_words, organisations
from reader.analysis.entities.people import people
from reader.analysis.entities.places import grouped

# Two letters may stand for much else.
_INITIALS = 3


def sort(doc: Doc, found: Sequence[NameMention]) -> list[Entity]:
    """Sort the names of a document into entities, in order of first mention."""
    persons = people(doc, [m for m in found if m.kind == "person"])
    bodies = organisations(doc, [m for m in found if m.kind == "organization"])
    persons = _without_misread(persons, bodies)
    bodies = _without_initials(persons, bodies)
    places = grouped([m for m in found if m.kind == "place"])
    sorted_out = (
        *(person.entity("person") for person in persons),
        *(body.entity("organization") for body in bodies),
        *(place.entity("place") for place in places),
    )
    return sorted(sorted_out, key=lambda entity: entity.mentions[0].start)


def _without_misread(persons: Sequence[Group], bodies: Sequence[Group]) -> list[Group]:
    """The people but for those that are a body's name: "Green Dawn", of "the Green Dawn Front", goes to that."""
    known: dict[tuple[str, ...], Group] = {}
    for body in bodies:
        known.setdefault(organisation_words(fullest("organization", body.mentions)), body)
    kept = []
    for person in persons:
        words = organisation_words(fullest("person", person.mentions))
        owner = known.get(words) if len(words) > 1 else None
        if owner is None:
            kept.append(person)
        else:
            owner.mentions += person.mentions
    return kept


def _without_initials(persons: Sequence[Group], bodies: Sequence[Group]) -> list[Group]:
    """The bodies but for those that are somebody's initials: "KML", of Kamila Moss-Lind, goes to her."""
    known = {
        "".join(part[0] for part in _parts(person)): person for person in persons if len(_parts(person)) >= _INITIALS
    }
    kept = []
    for body in bodies:
        forms = {mention.text for mention in body.mentions}
        owner = known.get(next(iter(forms))) if len(forms) == 1 else None
        if owner is None:
            kept.append(body)
        else:
            owner.mentions += body.mentions
    return kept


def _parts(person: Group) -> list[str]:
    return [part for part in fullest("person", person.mentions).replace("-", " ").split() if part[:1].isupper()]

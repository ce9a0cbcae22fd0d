"""The phrases beside a name that may say who it is, each with the way it stands there. Do not say which is best."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from reader.analysis.entities import role_backs, role_fronts
from reader.analysis.entities.entity import Entity
from reader.analysis.entities.mentions import NameMention
from reader.lexicon.name_words import ORGANISATION_WORDS

# Who somebody is, is said early: this many of the first mentions are looked at.
_INTRODUCTIONS = 3

Sort = Literal[
    "behind", "noun", "apposed before", "before", "copula", "relative", "does", "party", "affiliation", "possessor"
]


class RolePhrase(NamedTuple):
    """A phrase beside a name: where it stands to it, its words, and for one behind the name the word that heads it."""

    sort: Sort
    text: str
    head: int | None = None


def beside(doc: Doc, mention: NameMention) -> Iterator[RolePhrase]:
    """The phrases beside one name that may say who it is, the nearest in the text first."""
    before = role_fronts.before(doc, mention)
    behind = role_backs.behind(doc, mention)
    party = role_backs.party(doc, mention, before)
    found: tuple[tuple[Sort, str | None], ...] = (
        ("party", party),
        ("before", before),
        ("apposed before", role_fronts.apposed_before(doc, mention)),
    )
    for sort, text in found:
        if text:
            yield RolePhrase(sort, text)
    if behind is not None:
        yield RolePhrase("behind", behind.text, behind.head)
    found = (
        ("noun", role_backs.noun(doc, mention)),
        ("copula", role_backs.copula(doc, mention)),
        ("relative", role_backs.relative(doc, mention)),
        ("does", role_backs.does(doc, mention)),
        ("affiliation", role_backs.affiliation(doc, mention, before)),
        ("possessor", role_fronts.possessor(doc, mention)),
    )
    for sort, text in found:
        if text:
            yield RolePhrase(sort, text)


def introduces_body(doc: Doc, entity: Entity) -> bool:
    """Whether a supposed person is introduced as a body: "the rescue group Project Kelp", but not "the firm he led"."""
    if entity.kind != "person" or any(mention.title for mention in entity.mentions):
        return False
    return any(role_fronts.introduces_body(doc, mention) for mention in entity.mentions[:_INTRODUCTIONS])


def introduces_person(doc: Doc, entity: Entity) -> bool:
    """Whether a supposed body or place is introduced as a person: "Vann Orley, a writer", "the writer Vann Orley".

    Nobody is "in Mill Hollow, who", or "Ada Moss of Mill Hollow, a teacher".
    """
    if entity.kind == "person" or any(word.lower() in ORGANISATION_WORDS for word in entity.name.split()):
        return False
    return any(
        role_backs.introduces(doc, mention) or role_fronts.introduces(doc, mention)
        for mention in entity.mentions[:_INTRODUCTIONS]
        if " " in mention.text and not (entity.kind == "place" and doc[mention.start - 1].pos_ == "ADP")
    )

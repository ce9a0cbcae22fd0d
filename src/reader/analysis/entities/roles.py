"""Who somebody is said to be: of the phrases beside the names, the best one, and all that they may be called by."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.entities import names, role_phrases
from reader.analysis.entities.entity import Entity
from reader.analysis.entities.role_phrases import RolePhrase
from reader.analysis.entities.role_words import front
from reader.lexicon import organisations, persons
from reader.lexicon.pronouns import POSSESSIVES

# Roles are given early; a main character of a long article may be named a hundred times.
_MENTIONS_READ = 30
# Of what stands beside a name the earliest is shown, whatever its sort; but before a bare title, and that before what
# is said of somebody else ("her successor"), which tells little where it is shown alone. To rank the sorts too gets
# fewer of the annotated roles right, in each of five sets of articles.
# These are read of people only, whatever their last word.
_OF_PERSONS = ("possessor", "affiliation", "does")
_ROLE, _AFFILIATION, _BARE_TITLE, _OF_ANOTHER = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Roles:
    """What an entity is said to be.

    Attributes:
        best: the phrase to show, or None.
        nouns: titles and words of all role phrases, folded: what it may be called ("the envoy").
        heads: the words that head the phrases in apposition to its names: whoever points there means it.
    """

    best: str | None = None
    nouns: frozenset[str] = frozenset()
    heads: tuple[int, ...] = ()


def read(doc: Doc, entity: Entity) -> Roles:
    """Read what an entity is said to be: the best phrase is the earliest of the best rank."""
    best: tuple[int, int, str] | None = None
    called: set[str] = set()
    heads: list[int] = []
    for order, mention in enumerate(entity.mentions[:_MENTIONS_READ]):
        called |= {names.fold(word) for word in mention.title.split()}
        for phrase in role_phrases.beside(doc, mention):
            if phrase.head is not None:
                heads.append(phrase.head)
            if phrase.sort in _OF_PERSONS or _suits(doc, phrase, entity):
                called |= {names.fold(word) for word in front(phrase.text)}
                best = min(best or (_OF_ANOTHER + 1, 0, ""), (_rank(phrase), order, phrase.text), key=lambda b: b[:2])
    return Roles(best[2] if best else None, frozenset(_with_others(called)), tuple(heads))


def _rank(phrase: RolePhrase) -> int:
    words = [names.fold(word) for word in phrase.text.split()]
    if words[0] in POSSESSIVES or (len(words) == 1 and words[0] in persons.KIN):
        return _OF_ANOTHER
    if phrase.sort in ("affiliation", "possessor"):
        return _AFFILIATION
    if phrase.sort == "before" and (words[-1] in persons.HONORIFICS or all(word in persons.TITLES for word in words)):
        return _BARE_TITLE
    return _ROLE


def _suits(doc: Doc, phrase: RolePhrase, entity: Entity) -> bool:
    """Whether a role is one of this kind: "the head" of a union is said of a person beside it, not of the union."""
    nouns = [names.fold(word) for word in front(phrase.text)]
    last = nouns[-1] if nouns else ""
    if entity.kind == "person":
        if names.fold(phrase.text.split()[-1]) in persons.TITLES:
            return True  # "Federation of Dockworkers President"
        return not (last in organisations.ROLES and last not in persons.NOUNS)
    # "a shadow agency | outlawed by the junta"
    headed = names.fold(doc[phrase.head].text) if phrase.head is not None else ""
    return last in organisations.ROLES or headed in organisations.ROLES - persons.NOUNS


def _with_others(called: set[str]) -> Iterator[str]:
    """The words, and those that the same people go by: "sen" -> "senator", "lawmaker"."""
    for word in called:
        yield word
        yield from persons.ALSO_CALLED.get(word, ())

"""Whether somebody is likely to be called what a mention says: by name, role, kind, gender; each as a small number."""

from spacy.tokens import Token

from reader.analysis.entities import names
from reader.analysis.entities.organisations import initials
from reader.analysis.resolution.bins import PLURAL, binned
from reader.analysis.resolution.stage import stem
from reader.analysis.resolution.surroundings import Surroundings

# The columns, with the number of values that each can take; 0 is nothing to tell, or nobody.
COLUMNS = {
    "what": 9, "gender": 7, "name": 9, "head": 7, "modifiers": 5, "known for": 5, "has role": 3, "number": 6,
    "own description": 5, "kin": 4, "joined": 9,
}  # fmt: skip


def likeness(around: Surroundings, entity: int) -> list[int]:
    """How well an entity fits what the mention says, in the columns of `COLUMNS`."""
    return [
        _what(around, entity),
        _gender(around, entity),
        _name(around, entity),
        *_role(around, entity),
        _number(around, entity),
        _own_description(around, entity),
        _kin(around, entity),
        _joined(around, entity),
    ]


def _what(around: Surroundings, entity: int) -> int:
    who = around.situation.stage.discourse.entities[entity]
    if not who.named:
        return 6 if who.plural else 5 if who.kind == "person" else 7
    if who.kind == "person":
        return 1 if any(name.given for name in who.names) else 2
    return 4 if who.kind == "place" else 3


def _gender(around: Surroundings, entity: int) -> int:
    """Whether "he" or "she" agree: 1 and 2 they do (by title), 3 unknown, 4 and 5 they do not, 6 no one person."""
    discourse = around.situation.stage.discourse
    who = discourse.entities[entity]
    if around.gender is None:
        return 0
    if who.kind != "person" or who.plural:
        return 6
    told = discourse.pronouns.get(entity)
    if told is None:
        return 3
    titled = any(names.title_pronoun(name) for name in who.names)
    return (1 if titled else 2) if told == around.gender else (5 if titled else 4)


def _name(around: Surroundings, entity: int) -> int:
    """Whether the mention's word is a name of it: as the names were sorted, or one that others bear too."""
    who = around.situation.stage.discourse.entities[entity]
    if around.owner == entity:
        return 1 if around.full else 2
    if not around.noun or around.pronoun or not who.named:
        return 0
    if any(name.surname == around.noun for name in who.names):
        return 3
    if any(around.noun in name.given for name in who.names):
        return 4
    words = [names.fold(word) for word in who.name.split()]
    if around.noun == words[-1]:
        return 5
    if around.noun in words:
        return 6
    if len(around.noun) > 1 and around.noun == initials(who.name):
        return 7
    return 8 if around.content and any(stem(word) in around.content for word in words) else 0


def _role(around: Surroundings, entity: int) -> list[int]:
    """Whether it is called by the mention's noun, by the words before it, is known for the others; has any role."""
    stage = around.situation.stage
    named = entity < len(stage.discourse.called)
    called = stage.discourse.called[entity] if named else frozenset[str]()
    known = stage.known_for[entity]
    has = (1 if stage.discourse.roles[entity].best else 2) if named else 0
    if around.owner is not None or around.pronoun or not around.noun:
        return [0, 0, 0, has]
    head = 1 if around.noun in called else 2 if stem(around.noun) in known else 3 if has == 1 else 4 if named else 5
    return [head, _share(around.modifiers, called, known), _known_share(around, known), has]


def _share(words: frozenset[str], called: frozenset[str], known: frozenset[str]) -> int:
    if not words:
        return 0
    if words <= called:
        return 1
    shared = sum(stem(word) in known for word in words)
    return 2 if shared == len(words) else 3 if shared else 4


def _known_share(around: Surroundings, known: frozenset[str]) -> int:
    if not around.content:
        return 0
    return 1 + binned(len(around.content & known) / len(around.content), (0, 0.45, 0.99))


def _number(around: Surroundings, entity: int) -> int:
    """One or several: 1 to 3 where the mention is of several, 4 and 5 where it is of one."""
    mention, who = around.situation.mention, around.situation.stage.discourse.entities[entity]
    if mention is None or around.owner is not None:
        return 0
    if mention.tag_ in PLURAL or around.pronoun == "they":
        return 3 if who.plural else 1 if who.kind == "person" else 2
    return 5 if who.plural else 4


def _own_description(around: Surroundings, entity: int) -> int:
    """Whether it is the source that the mention describes: new, heard before, or around a name; or another one."""
    discourse, mention = around.situation.stage.discourse, around.situation.mention
    if discourse.entities[entity].named and entity < len(discourse.called):
        return 0
    if mention is not None and discourse.sources.get(mention.i) == entity:
        if any(discourse.owner.get(i) is not None and around.is_person(discourse.owner[i]) for i in around.phrase):
            return 4
        return 2 if entity in around.situation.history.heard.values() else 1
    return 3


def _kin(around: Surroundings, entity: int) -> int:
    """Whether it is known for what the mention's phrase names: "the BJP leader" for one introduced as of the BJP."""
    if around.owner is not None or not around.phrase:
        return 0
    stage = around.situation.stage
    owners = {stage.discourse.owner[i] for i in around.phrase if i in stage.discourse.owner}
    if not owners:
        return 0
    if entity in owners:
        return 1
    named = {stem(word) for n in owners for word in stage.discourse.entities[n].name.split()}
    return 2 if named & stage.known_for[entity] else 3


def _joined(around: Surroundings, entity: int) -> int:
    """How a name hangs on the noun that heads the mention: "a statement by the ministry", "the envoy, Ada Moss"."""
    if around.situation.mention is None or around.owner is not None or around.pronoun or not around.phrase:
        return 0
    owner = around.situation.stage.discourse.owner
    inside = next((i for i in around.phrase if owner.get(i) == entity), None)
    if inside is not None:
        return _joined_inside(around, entity, inside, around.situation.mention)
    doc, stop, start = around.situation.stage.discourse.doc, around.phrase.stop, around.phrase.start
    behind = stop + 1 if stop + 1 < len(doc) and doc[stop].text == "," else stop
    if owner.get(behind) == entity:
        return 7
    return 8 if start > 1 and doc[start - 1].text == "," and owner.get(start - 2) == entity else 0


def _joined_inside(around: Surroundings, entity: int, word: int, noun: Token) -> int:
    """How a name in the mention's own phrase hangs on its noun: owner, before it, apposition, "by", "of", farther."""
    head = around.situation.stage.head(entity, word)
    if word < noun.i:
        return 1 if head.dep_ == "poss" else 2
    if word == noun.i + 1 or (head.dep_ in ("appos", "nmod") and head.head == noun):
        return 3
    if head.dep_ == "pobj":
        return 4 if head.head.lower_ == "by" else 5
    return 6

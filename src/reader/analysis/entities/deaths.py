"""Who is dead by what the text says: "the late mayor Ada Moss", "Moss, who died on Sunday", "the death of Moss"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.entities import role_words
from reader.analysis.entities.entity import Entity
from reader.analysis.entities.mentions import NameMention
from reader.lexicon.function_words import NOT
from reader.lexicon.wordlists import words

_DYING = words("die perish drown")
_KILLING = words("kill murder assassinate execute behead slay lynch bury cremate mourn electrocute")
# "shot dead": what these do is no death by itself.
_DEAD = words("dead death")
_ENDING = words("shoot find stab beat pronounce declare crush")
_DEATHS = words("death killing murder assassination funeral burial passing obituary demise slaying")
_LATE = "late"
_OWNING = words("the his her their its our my whose")
_SEVERAL = 2
# Between "late" and the name stands what the dead was: "the late prime minister of Corvane, Emil Sarto".
_LONGEST_POST = 6
_IN_A_POST = frozenset(("NOUN", "PROPN", "ADJ", "DET"))
# They tell that it did not come to that: "was nearly killed", "could have died".
_UNSAID = NOT | words("nearly almost")


def told(doc: Doc, entities: Sequence[Entity], described: Mapping[int, int]) -> frozenset[int]:
    """The people of whom the text says that they are dead, by their numbers.

    Args:
        doc: the document.
        entities: who is named in it.
        described: for the heads of appositions, whom they describe.
    """
    bearers = Counter(surname for entity in entities for surname in {name.surname for name in entity.names})
    late = {n for i, n in described.items() if any(child.lower_ == _LATE for child in doc[i].children)}
    return frozenset(
        n
        for n, entity in enumerate(entities)
        if entity.kind == "person" and (n in late or any(_is_told(doc, m.start, m.end) for m in _sure(entity, bearers)))
    )


def _sure(entity: Entity, bearers: Counter[str]) -> Iterator[NameMention]:
    """The mentions that can be nobody else's: a bare family name with several bearers may be."""
    alone = all(bearers[name.surname] < _SEVERAL for name in entity.names)
    return (mention for mention in entity.mentions if alone or " " in mention.text)


def _is_told(doc: Doc, start: int, end: int) -> bool:
    head = doc[start:end].root
    if head.dep_ == "appos" and head.head.i < start:
        head = head.head  # "the photographer Karim Dallal"
    return _is_late(doc, start) or _dies(head) or _is_mourned(head)


def _is_late(doc: Doc, start: int) -> bool:
    """As in "the late Emil Sarto", "her late husband, Emil Sarto"; not "the late goal by Sarto"."""
    for i in range(start - 1, max(0, start - 1 - _LONGEST_POST), -1):
        token = doc[i]
        if token.lower_ == _LATE:
            apart = doc[start - 1].text == ","
            return doc[i - 1].lower_ in _OWNING and (not apart or any(map(role_words.is_role, doc[i + 1 : start])))
        inside = token.lower_ in ("of", "for") if token.pos_ == "ADP" else token.pos_ in _IN_A_POST
        if doc[i + 1].is_sent_start or not (inside or (token.text == "," and i == start - 1)):
            return False
    return False


def _dies(name: Token) -> bool:
    """Whether somebody dies or is killed by the verb that a name stands with, or in a clause behind it."""
    if name.dep_ in ("nsubj", "nsubjpass") and any(_is_end(verb) for verb in _verbs(name.head)):
        return True
    if name.dep_ == "dobj" and name.head.lemma_.lower() in _KILLING and name.head.tag_ != "VB":
        return not _is_unsaid(name.head)
    clauses = [child for child in name.rights if child.dep_ in ("relcl", "acl")]
    return any(
        _is_end(verb) for clause in clauses if clause.dep_ == "acl" or _is_of_who(clause) for verb in _verbs(clause)
    )


def _verbs(verb: Token) -> Iterator[Token]:
    """A verb and those joined to it that have no subject of their own: "fell and died"."""
    yield verb
    for child in verb.rights:
        if child.dep_ == "conj" and not any(each.dep_ in ("nsubj", "nsubjpass") for each in child.children):
            yield child


def _is_of_who(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in ("WP", "WDT") for child in verb.children)


def _is_end(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if verb.tag_ not in ("VBD", "VBN", "VBZ") or _is_unsaid(verb):
        return False
    passive = verb.tag_ == "VBN" and (
        verb.dep_ == "acl" or any(child.dep_ == "auxpass" or child.lemma_ == "be" for child in verb.children)
    )
    return (lemma in _DYING and not passive) or (passive and (lemma in _KILLING or _is_ended(verb, lemma)))


def _is_ended(verb: Token, lemma: str) -> bool:
    """As in "was shot dead", "was stabbed to death"."""
    return lemma in _ENDING and bool(_DEAD & {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]})


def _is_unsaid(verb: Token) -> bool:
    return any(child.tag_ == "MD" or child.dep_ == "neg" or child.lower_ in _UNSAID for child in verb.children)


def _is_mourned(name: Token) -> bool:
    """As in "the death of Emil Sarto", "Sarto’s funeral"; not "Sarto’s death threats", "Sarto’s killing of two"."""
    noun = name.head if name.dep_ == "poss" else name.head.head if name.dep_ == "pobj" else None
    if noun is None or noun.lower_ not in _DEATHS or noun.dep_ == "compound":
        return False
    if name.dep_ == "pobj":
        return name.head.lower_ in ("of", "for")
    return not any(child.lower_ == "of" for child in noun.rights)

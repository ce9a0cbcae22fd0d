"""Pronouns: of which class one is, and which one each person of a text goes by."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.analysis.entities.entity import Entity
from reader.analysis.entities.roles import Roles
from reader.lexicon.persons import PRONOUNS_OF_NOUNS
from reader.lexicon.pronouns import GENDERED, STAND_INS, Pronoun

# This many of the article's own pronouns, all alike, outweigh what a given name suggests.
_UNANIMOUS = 3
# One pronoun tells a person where it follows them this many times as often as the other.
_CLEARLY = 2
# Who somebody is, is said early: this many of the first mentions are looked at.
_INTRODUCTIONS = 3


def pronoun_kind(token: Token) -> str | None:
    """The class of a pronoun: he, she, they or it; None for any other word."""
    return STAND_INS.get(token.lower_)


def noun_pronoun(noun: str) -> Pronoun | None:
    """The pronoun that a noun for a person tells: "spokeswoman" -> she."""
    return PRONOUNS_OF_NOUNS.get(noun.lower())


def told(
    doc: Doc,
    entities: Sequence[Entity],
    roles: Sequence[Roles],
    owner: Mapping[int, int],
    sentence_of: Sequence[int],
    inside: Collection[int],
) -> dict[int, Pronoun]:
    """Tell "he" or "she" of the people of a text: by title, the text's own pronouns, given name, role, in this order.

    Args:
        doc: the words.
        entities: who is named.
        roles: what each of them is said to be.
        owner: for each word of a name, whose it is.
        sentence_of: for each word the number of its sentence.
        inside: the words between quotation marks, where a pronoun may mean anybody.
    """
    votes = _votes(doc, entities, owner, sentence_of, inside)
    found: dict[int, Pronoun] = {}
    for n, entity in enumerate(entities):
        if entity.kind != "person":
            continue
        titled = next((p for p in map(names.title_pronoun, entity.names) if p), None)
        seen = votes[n].most_common(2)
        clear = seen and (len(seen) == 1 or seen[0][1] >= _CLEARLY * seen[1][1])
        strong = seen[0][0] if len(seen) == 1 and seen[0][1] >= _UNANIMOUS else None
        pronoun = (
            titled or strong or entity.pronoun or _by_role(doc, entity, roles[n]) or (seen[0][0] if clear else None)
        )
        if pronoun:
            found[n] = pronoun
    return found


def _votes(
    doc: Doc,
    entities: Sequence[Entity],
    owner: Mapping[int, int],
    sentence_of: Sequence[int],
    inside: Collection[int],
) -> dict[int, Counter[Pronoun]]:
    """Count the pronouns that follow each person where no other person has been named."""
    votes: dict[int, Counter[Pronoun]] = {n: Counter() for n in range(len(entities))}
    sentence, present, before = -1, set[int](), set[int]()
    for token in doc:
        if sentence_of[token.i] != sentence:
            sentence, before, present = sentence_of[token.i], present, set()
        who = owner.get(token.i)
        if who is not None and entities[who].kind == "person":
            present.add(who)
        kind = GENDERED.get(token.lower_)
        if kind and token.i not in inside:
            near = present or before
            if len(near) == 1:
                votes[next(iter(near))][kind] += 1
    return votes


def _by_role(doc: Doc, entity: Entity, roles: Roles) -> Pronoun | None:
    """As in "spokeswoman Ada Moss", "Ada Moss, a spokeswoman": she."""
    beside = [mention.start - 1 for mention in entity.mentions[:_INTRODUCTIONS] if mention.start > 0]
    return next((told for i in (*beside[:1], *roles.heads, *beside[1:]) if (told := noun_pronoun(doc[i].text))), None)

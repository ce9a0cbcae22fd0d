"""Situation -> what the resolver sees of each who may be meant: small numbers, a row for each, and one for nobody.

They compare: does the name match, who spoke last, who stands near, what is somebody called. None is about a word or a
name of its own, so nothing learned is about a person, party or place.
"""

from hashlib import sha256
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from reader.analysis.entities import role_words
from reader.analysis.entities.noun_phrases import is_definite
from reader.analysis.entities.pronouns import pronoun_kind
from reader.analysis.resolution import likeness, nearness, surroundings
from reader.analysis.resolution.bins import GRAMMAR, PLURAL, binned
from reader.analysis.resolution.plausible import Situation
from reader.analysis.resolution.possible import Way
from reader.analysis.resolution.surroundings import Surroundings
from reader.lexicon import organisations, persons
from reader.lexicon.cues import VOICES
from reader.lexicon.pronouns import FIRST_AND_SECOND

_WAYS = {way: n + 1 for n, way in enumerate(get_args(Way))}
_FORMS = {
    form: n
    for n, form in enumerate((
        "none", "he", "she", "they", "it", "I", "pronoun", "full name", "part of a name", "body", "place", "described",
        "role", "body noun", "plural", "speech", "capitals", "noun",
    ))
}  # fmt: skip
_INDEFINITE = frozenset(("a", "an", "another", "one", "some", "several", "many"))
_MODIFIERS = frozenset(("amod", "compound", "nmod", "poss"))

# Who is mentioned so many sentences back is near.
_SENTENCES = 2

# What is described of a mention, alike in all rows of a situation: the columns with the number of values of each.
OF_MENTION = {
    "form": len(_FORMS), "determined": 5, "mention in marks": 2, "stands as": len(set(GRAMMAR.values())) + 1,
    "modified": 4, "marked": 2, "order": 4, "opens paragraph": 2, "chance": 4, "noun sort": 6, "rule": len(_WAYS) + 1,
    "rule lead": 5, "men near": 4, "women near": 4, "bodies near": 4, "turn sure": 4,
    "people so far": 4,
}  # fmt: skip
# And of who may be meant: by which way the rules come to him, how well he fits, how near he is.
OF_ENTITY = {"way": len(_WAYS) + 1, **likeness.COLUMNS, **nearness.COLUMNS}
COLUMNS = {**OF_MENTION, **OF_ENTITY}
# Raised when a column is filled otherwise though its name and size stay.
_REVISION = 4
_FINGERPRINT = 16


def fingerprint() -> str:
    """Tells this table of features from any other: weights fit the one that they were learned on."""
    return sha256(repr((_REVISION, COLUMNS, _FORMS, GRAMMAR)).encode()).hexdigest()[:_FINGERPRINT]


def rows(situation: Situation) -> NDArray[np.int64]:
    """Describe everybody who may be meant, one row each in the order of `who`, and nobody in the last."""
    seen = surroundings.of(situation)
    mention = _of_mention(seen)
    ways: dict[int, int] = {}
    for one in situation.found:
        ways.setdefault(one.entity, _WAYS[one.way])
    found = [
        [*mention, ways.get(entity, 0), *likeness.likeness(seen, entity), *nearness.nearness(seen, entity)]
        for entity in situation.who
    ]
    nobody = [*mention, *(0 for _ in OF_ENTITY)]
    return np.array([*found, nobody], dtype=np.int64)


def _of_mention(around: Surroundings) -> list[int]:
    """The columns of `OF_MENTION`."""
    mention, quote = around.situation.mention, around.situation.quote
    found, discourse = around.situation.found, around.situation.stage.discourse
    return [
        _form(around),
        _determined(mention) if mention is not None else 0,
        int(mention is not None and mention.i in discourse.inside),
        GRAMMAR.get(mention.dep_, 0) if mention is not None else 0,
        _modified(mention) if mention is not None else 0,
        int(around.marked),
        _order(around),
        int(around.first == 0 or around.paragraph_of(around.first) != around.paragraph_of(around.first - 1)),
        binned(quote.chance, (0.3, 0.6, 0.85)),
        _noun_sort(mention) if mention is not None and not around.pronoun else 0,
        _WAYS[found[0].way] if found else 0,
        _lead(around),
        *_near(around),
        _turn_sure(around),
        min(3, sum(1 for n in around.latest if around.is_person(n) and discourse.entities[n].named)),
    ]


def _turn_sure(around: Surroundings) -> int:
    turns = around.situation.history.turns
    return 1 + binned(turns[-1].chance(turns[-1].entity), (0.5, 0.8)) if turns else 0


def _near(around: Surroundings) -> list[int]:
    """How many who may be "he", "she" and "it" are mentioned in this sentence and the two before."""
    discourse = around.situation.stage.discourse
    near = [n for n, at in around.latest.items() if around.sentence - discourse.sentence_of[at] <= _SENTENCES]
    people = [discourse.pronouns.get(n) for n in near if around.is_person(n)]
    counts = (
        people.count("he") + people.count(None),
        people.count("she") + people.count(None),
        len(near) - len(people),
    )
    return [min(count, 3) for count in counts]


def _form(around: Surroundings) -> int:
    """What sort of words name the source."""
    token, discourse = around.situation.mention, around.situation.stage.discourse
    if token is None:
        return _FORMS["none"]
    if around.owner is not None:
        entity = discourse.entities[around.owner]
        if entity.kind == "person":
            return _FORMS["full name" if around.full else "part of a name"]
        return _FORMS["place" if entity.kind == "place" else "body"]
    if token.i in discourse.described:
        return _FORMS["described"]
    kind = pronoun_kind(token)
    if kind:
        return _FORMS.get(kind, _FORMS["pronoun"])
    if token.lower_ in FIRST_AND_SECOND:
        return _FORMS["I"]
    if token.pos_ in ("PRON", "DET"):
        return _FORMS["pronoun"]
    return _FORMS[_noun(token)]


def _noun(token: Token) -> str:
    if token.lower_ in VOICES or (token.tag_ not in PLURAL and token.lemma_.lower() in VOICES):
        return "speech"
    if token.tag_ in PLURAL:
        return "plural"
    if token.lower_ in organisations.KNOWN or token.lower_ in organisations.ROLES:
        return "body noun"
    if role_words.is_role(token):
        return "role"
    return "capitals" if token.text[:1].isupper() and token.pos_ == "PROPN" else "noun"


def _determined(token: Token) -> int:
    if is_definite(token):
        return 1
    if any(child.lower_ in _INDEFINITE for child in token.children):
        return 2
    if any(child.dep_ == "poss" for child in token.children):
        return 3
    return 4 if any(child.dep_ == "nummod" for child in token.children) else 0


def _modified(token: Token) -> int:
    before = any(child.dep_ in _MODIFIERS for child in token.lefts)
    behind = any(child.dep_ in ("prep", "acl", "relcl") for child in token.rights)
    return before + 2 * behind


def _order(around: Surroundings) -> int:
    mention = around.situation.mention
    if mention is None:
        return 0
    return 1 if mention.i < around.first else 2 if mention.i > around.last else 3


def _noun_sort(token: Token) -> int:
    lower = token.lower_
    sorts = (persons.ANYONE, persons.UNNAMED_SOURCES, persons.COLLECTIVES, persons.PRONOUNS_OF_NOUNS)
    listed = next((n + 1 for n, sort in enumerate(sorts) if lower in sort), 0)
    return listed or (5 if lower.startswith("spokes") else 0)


def _lead(around: Surroundings) -> int:
    """How far the rules' choice is ahead of the next by the same way."""
    found = around.situation.found
    if not found:
        return 0
    rivals = [one.fit for one in found[1:] if one.way == found[0].way and one.entity != found[0].entity]
    return 1 + binned(found[0].fit - rivals[0], (0.3, 0.9, 1.8)) if rivals else 4

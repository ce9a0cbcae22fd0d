"""A situation seen from its mention: what all who may be meant are compared by, worked out once."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.entities import names
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.analysis.entities.pronouns import noun_pronoun, pronoun_kind
from reader.analysis.resolution.coreference import may_be
from reader.analysis.resolution.plausible import Situation
from reader.analysis.resolution.stage import Stage, content
from reader.lexicon.pronouns import FIRST_AND_SECOND, GENDERED, Pronoun

_MODIFYING = ("compound", "amod", "nmod", "poss")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A situation seen from its mention.

    Attributes:
        situation: the mention, and who may be meant.
        at: the word that is looked back from; `sentence` is its sentence's number.
        first, last: the first and the last word of the quote.
        marked: whether these stand in quotation marks.
        owner: whose name the mention is, by the sort of the names; `full` where it is a person's full name.
        pronoun: its class, where it is one.
        gender: "he" or "she", where the mention tells.
        phrase: the words of the mention's noun phrase, as a range.
        noun: the mention's word, folded; "" where nothing names the source.
        modifiers: the words before the noun, folded; `content` are the stems of all other words of the phrase.
        latest: for each of those who may be meant where he was mentioned last before; left out who was not.
        recency: the order of those of one sort, the one mentioned last first.
        led: the entities that this paragraph and the one before name first.
    """

    situation: Situation
    at: int
    sentence: int
    first: int
    last: int
    marked: bool
    owner: int | None
    full: bool
    pronoun: str | None
    gender: Pronoun | None
    phrase: range
    noun: str
    modifiers: frozenset[str]
    content: frozenset[str]
    latest: Mapping[int, int]
    recency: Mapping[int, int]
    led: tuple[int | None, int | None]

    def is_person(self, entity: int) -> bool:
        """Whether an entity is a person, or several."""
        return self.situation.stage.discourse.entities[entity].kind == "person"

    def paragraph_of(self, word: int) -> int:
        """The number of a word's paragraph."""
        return self.situation.stage.paragraph_of[word]


def of(situation: Situation) -> Surroundings:
    """Look at a situation from its mention."""
    stage, mention, quote = situation.stage, situation.mention, situation.quote
    discourse = stage.discourse
    first, last = stage.word_at(quote.start), stage.word_at(quote.end - 1)
    at = mention.i if mention is not None else first
    owner = discourse.owner.get(mention.i) if mention is not None else None
    pronoun = pronoun_kind(mention) if mention is not None and owner is None else None
    named = stage.name_at(at) if mention is not None else None
    gender = _gender(mention, owner, named)
    latest = _latest(situation, at)
    described = mention if owner is None and not pronoun and _may_describe(mention) else None
    return Surroundings(
        situation=situation,
        at=at,
        sentence=discourse.sentence_of[at],
        first=first,
        last=last,
        marked=first in discourse.inside or last in discourse.inside,
        owner=owner,
        full=named is not None and bool(named.given),
        pronoun=pronoun,
        gender=gender,
        phrase=range(*noun_phrase(mention)) if mention is not None and not pronoun else range(at, at),
        noun=names.fold(mention.text) if mention is not None else "",
        modifiers=_modifiers(described) if described is not None else frozenset(),
        content=frozenset(content(described)) if described is not None else frozenset(),
        latest=latest,
        recency=_recency(situation, latest, gender if pronoun else None),
        led=(_led(stage, at, 0), _led(stage, at, 1)),
    )


def _may_describe(mention: Token | None) -> bool:
    return mention is not None and mention.lower_ not in FIRST_AND_SECOND


def _gender(mention: Token | None, owner: int | None, named: names.Name | None) -> Pronoun | None:
    """What a mention tells of a man or a woman: a pronoun, a title, or a noun: "spokeswoman"."""
    if mention is None:
        return None
    if named is not None:
        return names.title_pronoun(named)
    return GENDERED.get(mention.lower_) or (noun_pronoun(mention.text) if owner is None else None)


def _modifiers(mention: Token) -> frozenset[str]:
    return frozenset(names.fold(c.text) for c in mention.lefts if c.dep_ in _MODIFYING and c.tag_ != "PRP$")


def _latest(situation: Situation, at: int) -> dict[int, int]:
    """Where each was mentioned last: by name, or, as a source without one, when it spoke."""
    heard = {turn.entity: turn.at for turn in situation.history.turns if turn.at < at}
    entities = situation.stage.discourse.entities
    latest: dict[int, int] = {}
    for n in situation.who:
        named = situation.stage.last_before(n, at) if entities[n].named else None
        found = [word for word in (named, heard.get(n)) if word is not None]
        if found:
            latest[n] = max(found)
    return latest


def _recency(situation: Situation, latest: Mapping[int, int], gender: Pronoun | None) -> dict[int, int]:
    discourse = situation.stage.discourse
    order: dict[int, int] = {}
    seen = {True: 0, False: 0}
    for entity in sorted(latest, key=lambda entity: -latest[entity]):
        if gender and not may_be(discourse, entity, gender):
            continue
        person = discourse.entities[entity].kind == "person"
        order[entity] = seen[person]
        seen[person] += 1
    return order


def _led(stage: Stage, at: int, back: int) -> int | None:
    """Whom the paragraph so many before that of a word names first, in front of the word."""
    order, paragraph_of = stage.order, stage.paragraph_of
    paragraph = paragraph_of[at] - back
    n = bisect_left(order, (bisect_left(paragraph_of, paragraph), -1))
    if n < len(order) and order[n][0] < at and paragraph_of[order[n][0]] == paragraph:
        return order[n][1]
    return None

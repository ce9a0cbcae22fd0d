"""Pronouns -> entities: who "he", "she", "they" and "it" are, from the article itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from reader.analysis.entities import names, roles
from reader.analysis.entities.entities import Entity
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.lexicon import persons
from reader.lexicon.pronouns import GENDERED, STAND_INS

# How many sentences back an antecedent is looked for; and how many words, for texts without sentences.
REACH = 6
MOST_WORDS = 400
# Weights of the choice, in sentences of distance: what a mention gains by being a subject, by having spoken last, and
# loses by standing in a possessive or by a pronoun that nothing confirms. On the articles annotated with names, moving
# any of the five by half or more changes name accuracy by at most 0.01.
SUBJECT, SPOKE, POSSESSIVE, UNCONFIRMED, FREQUENT = 0.9, 0.7, 0.6, 0.35, 0.12


# This many of the article's own pronouns, all alike, outweigh what a given name suggests.
_UNANIMOUS = 3


@dataclass(slots=True)
class Stage:
    """Who is present where in an article: what the choice of an antecedent looks at.

    `owner` gives the entity of a token (by its place in `entities`) and grows as quotes are given to speakers.
    """

    doc: Doc
    entities: list[Entity]
    quoted_spans: Sequence[QuotedSpan]
    owner: dict[int, int] = field(default_factory=dict)
    described: dict[int, int] = field(default_factory=dict)
    pronouns: dict[int, str] = field(default_factory=dict)
    sentence_of: list[int] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    spoke_last: int | None = None
    spoke_at: int = 0

    def __post_init__(self) -> None:
        number = -1
        for token in self.doc:
            number += bool(token.is_sent_start)
            self.sentence_of.append(max(number, 0))
        self.quoted = _quoted(self.doc, self.quoted_spans)
        for n, entity in enumerate(self.entities):
            for mention in entity.mentions:
                self.owner.update(dict.fromkeys(range(mention.start, mention.end), n))
        self.described = {i: n for n, entity in enumerate(self.entities) for i in roles.heads(self.doc, entity)}
        self._tell_pronouns()

    def _tell_pronouns(self) -> None:
        votes = self._votes()
        for n, entity in enumerate(self.entities):
            if entity.kind != "person":
                continue
            titled = next((p for p in map(names.title_pronoun, entity.names) if p), None)
            noun = _noun_pronoun(self.doc, entity)
            seen = votes[n].most_common(2)
            clear = seen and (len(seen) == 1 or seen[0][1] >= 2 * seen[1][1])
            strong = seen[0][0] if len(seen) == 1 and seen[0][1] >= _UNANIMOUS else None
            told = titled or strong or entity.pronoun or noun or (seen[0][0] if clear else None)
            if told:
                self.pronouns[n] = told

    def _votes(self) -> dict[int, Counter[str]]:
        """Count the pronouns that follow each person where no other person has been named."""
        votes: dict[int, Counter[str]] = {n: Counter() for n in range(len(self.entities))}
        sentence, present, before = -1, set[int](), set[int]()
        for token in self.doc:
            if self.sentence_of[token.i] != sentence:
                sentence, before, present = self.sentence_of[token.i], present, set()
            who = self.owner.get(token.i)
            if who is not None and self.entities[who].kind == "person":
                present.add(who)
            kind = GENDERED.get(token.lower_)
            if kind and token.i not in self.quoted:
                near = present or before
                if len(near) == 1:
                    votes[next(iter(near))][kind] += 1
        return votes

    def fits(self, entity: int, pronoun: str) -> bool:
        """Whether an entity can be meant by a pronoun at all."""
        kind = self.entities[entity].kind
        if pronoun in ("he", "she"):
            return (
                kind == "person" and not self.entities[entity].plural and self.pronouns.get(entity, pronoun) == pronoun
            )
        return kind != "person"


def _quoted(doc: Doc, quoted_spans: Sequence[QuotedSpan]) -> set[int]:
    inside: set[int] = set()
    for stretch in quoted_spans:
        span = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside


def _noun_pronoun(doc: Doc, entity: Entity) -> str | None:
    """As in "spokeswoman Ada Moss", "Ada Moss, a spokeswoman": she."""
    for mention in entity.mentions[:3]:
        beside = [mention.start - 1] if mention.start > 0 else []
        beside += roles.heads(doc, entity)
        for i in beside:
            told = noun_pronoun(doc[i].text)
            if told:
                return told
    return None


def noun_pronoun(noun: str) -> str | None:
    """The pronoun that a noun for a person tells: "spokeswoman" -> she."""
    return persons.PRONOUNS_OF_NOUNS.get(noun.lower())


def pronoun_kind(token: Token) -> str | None:
    """The class of a pronoun: he, she, they or it; None for any other word."""
    return STAND_INS.get(token.lower_)


def antecedent(stage: Stage, token: Token, kind: str) -> tuple[int | None, float]:
    """Choose who a pronoun means: the entity's number and how far ahead of the next best it is, 0 to 1.

    "Reinholt met Vale. He said …" -> Reinholt: of the persons named in the last sentences the nearest wins, a subject
    before an object, the last speaker before others.
    """
    scores: dict[int, float] = {}
    sentence = stage.sentence_of[token.i]
    i = token.i - 1
    inside = token.i in stage.quoted
    farthest = max(-1, token.i - MOST_WORDS)
    while i > farthest and sentence - stage.sentence_of[i] <= REACH:
        who = stage.owner.get(i)
        if (
            who is not None
            and stage.fits(who, kind)
            and (inside or i not in stage.quoted)
            and not _same_clause(stage.doc[i], token)
        ):
            score = _score(stage, i, who, sentence, kind)
            scores[who] = max(score, scores.get(who, -99.0))
        i -= 1
    if not scores:
        return None, 0.0
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 2.0
    return ranked[0][0], min(1.0, 0.5 + lead / 3)


def _score(stage: Stage, i: int, who: int, sentence: int, kind: str) -> float:
    token = stage.doc[i]
    score = -float(sentence - stage.sentence_of[i])
    head = _head_of_name(stage, token)
    if head.dep_ in ("nsubj", "nsubjpass"):
        score += SUBJECT
    if head.dep_ == "poss" or (head.i + 1 < len(stage.doc) and stage.doc[head.i + 1].tag_ == "POS"):
        score -= POSSESSIVE
    if who == stage.spoke_last:
        score += SPOKE
    if kind in ("he", "she") and who not in stage.pronouns:
        score -= UNCONFIRMED
    return score + FREQUENT * min(len(stage.entities[who].mentions), 8)


def _head_of_name(stage: Stage, token: Token) -> Token:
    who = stage.owner.get(token.i)
    while token.head.i != token.i and stage.owner.get(token.head.i) == who:
        token = token.head
    return token


def _same_clause(name: Token, pronoun: Token) -> bool:
    """Whether a name is another part of the pronoun's own clause: "he told Vale" is not Vale speaking."""
    return pronoun.dep_ in ("nsubj", "nsubjpass") and name.head.i == pronoun.head.i and name.i != pronoun.i

"""Who "he", "she", "they" and "it" may be: the persons and bodies named before, with how well each fits."""

from typing import NamedTuple

from spacy.tokens import Token

from reader.analysis.discourse import Discourse
from reader.analysis.resolution.history import MOST_WORDS, History

# How many sentences back an antecedent is looked for.
REACH = 6
# Weights of the choice, in sentences of distance: what a mention gains by being a subject, by having spoken last, and
# loses by standing in a possessive or by a pronoun that nothing confirms. On the articles annotated with names, moving
# any of the five by half or more changes name accuracy by at most 0.01.
SUBJECT, SPOKE, POSSESSIVE, UNCONFIRMED, FREQUENT = 0.9, 0.7, 0.6, 0.35, 0.12
# More mentions than this make nobody more likely.
_OFTEN = 8
_SUBJECTS = ("nsubj", "nsubjpass")


class Antecedent(NamedTuple):
    """Whom a pronoun may mean: an entity by its number, and how well it fits, in sentences of distance."""

    entity: int
    fit: float


def antecedents(discourse: Discourse, history: History, token: Token, kind: str) -> list[Antecedent]:
    """Find whom a pronoun may mean, the one that fits best first.

    "Reinholt met Vale. He said …" -> Reinholt, Vale: of those named in the last sentences the nearest fits best, a
    subject before an object, the last speaker before others.

    Args:
        discourse: the text.
        history: who has spoken before.
        token: the pronoun.
        kind: its class: he, she, they or it.
    """
    fits: dict[int, float] = {}
    sentence = discourse.sentence_of[token.i]
    inside = token.i in discourse.inside
    farthest = max(-1, token.i - MOST_WORDS)
    i = token.i - 1
    while i > farthest and sentence - discourse.sentence_of[i] <= REACH:
        who = _owner(discourse, history, i)
        if (
            who is not None
            and may_be(discourse, who, kind)
            and (inside or i not in discourse.inside)
            and not _same_clause(discourse.doc[i], token)
        ):
            fits[who] = max(_fit(discourse, history, i, who, sentence, kind), fits.get(who, -99.0))
        i -= 1
    return sorted((Antecedent(*pair) for pair in fits.items()), key=lambda found: -found.fit)


def may_be(discourse: Discourse, entity: int, pronoun: str) -> bool:
    """Whether an entity can be meant by a pronoun of a class at all."""
    who = discourse.entities[entity]
    if pronoun in ("he", "she"):
        return who.kind == "person" and not who.plural and discourse.pronouns.get(entity, pronoun) == pronoun
    return who.kind != "person"


def _owner(discourse: Discourse, history: History, i: int) -> int | None:
    who = discourse.owner.get(i)
    return history.heard.get(i) if who is None else who


def _fit(discourse: Discourse, history: History, i: int, who: int, sentence: int, kind: str) -> float:
    doc = discourse.doc
    fit = -float(sentence - discourse.sentence_of[i])
    head = _head_of_name(discourse, history, doc[i], who)
    if head.dep_ in _SUBJECTS:
        fit += SUBJECT
    if head.dep_ == "poss" or (head.i + 1 < len(doc) and doc[head.i + 1].tag_ == "POS"):
        fit -= POSSESSIVE
    if who == history.speaker:
        fit += SPOKE
    if kind in ("he", "she") and who not in discourse.pronouns:
        fit -= UNCONFIRMED
    return fit + FREQUENT * min(len(discourse.entities[who].mentions), _OFTEN)


def _head_of_name(discourse: Discourse, history: History, token: Token, who: int) -> Token:
    while token.head.i != token.i and _owner(discourse, history, token.head.i) == who:
        token = token.head
    return token


def _same_clause(name: Token, pronoun: Token) -> bool:
    """Whether a name is another part of the pronoun's own clause: "he told Vale" is not Vale speaking."""
    return pronoun.dep_ in _SUBJECTS and name.head.i == pronoun.head.i and name.i != pronoun.i

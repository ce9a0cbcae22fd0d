"""Whom the subject of a verb has to do with: who was met, called or written to is not the one who met him."""

from spacy.tokens import Token

from reader.analysis.resolution.bins import SUBJECTS
from reader.analysis.resolution.stage import Stage
from reader.lexicon.pronouns import GENDERED

# How the words hang from each other between a verb and what its subject has to do with.
_ADJUNCTS = frozenset(("pobj", "dobj", "prep", "pcomp", "advcl", "conj", "appos"))


def is_party(name: Token, verb: Token) -> bool:
    """Whether somebody is what a verb's subject has to do with: "after talks with Vale", "meeting Vale, he said".

    Then he is not the subject himself, as he may be in "after his meeting Vale said", "when Vale had left, he said".
    """
    if name.dep_ not in ("pobj", "dobj", "conj", "appos"):
        return False
    word = name
    while word.i != verb.i:
        clause = word.pos_ in ("VERB", "AUX") and any(child.dep_ in SUBJECTS for child in word.children)
        if word.dep_ not in _ADJUNCTS or clause:
            return False
        word = word.head
    return True


def met(stage: Stage, entity: int, mention: Token) -> bool:
    """Whether somebody is only whom "he" met in this very sentence: "After a call with Ines Dorn, he said"."""
    named = before_subject(stage, entity, mention) if mention.lower_ in GENDERED else None
    return named is not None and is_party(named, mention.head)


def before_subject(stage: Stage, entity: int, mention: Token) -> Token | None:
    """The head of somebody's last name before a subject in its sentence; None of any other word, and without one."""
    near = stage.last_before(entity, mention.i) if mention.dep_ in SUBJECTS else None
    if near is None or stage.discourse.sentence_of[near] != stage.discourse.sentence_of[mention.i]:
        return None
    return stage.head(entity, near)

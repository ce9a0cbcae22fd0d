"""How words are given: the verbs around a cue, who passes them on at second hand, and whether they were said at all."""

from typing import NamedTuple

from spacy.tokens import Token

from reader.lexicon.cues import ACCORDING, CUES, SPEECH_NOUNS
from reader.lexicon.function_words import NOT
from reader.lexicon.wordlists import words
from reader.text.document import sentence_end, sentence_start

# What stands before a verb and is part of it: "may not have", "no longer", "neither".
_OF_THE_VERB = frozenset(("aux", "auxpass", "neg", "advmod", "preconj"))
# How a cue hangs from the verb that carries it: "refused to say", "stopped short of saying".
_CARRIED = frozenset(("xcomp", "pcomp"))
# How a noun that carries speech hangs from its verb: "issued a warning that", "is behind the claim that".
_OBJECTS = frozenset(("dobj", "pobj"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
# What passes on what somebody else said.
_TELLING = frozenset(CUES) | SPEECH_NOUNS
_ALTERNATIVES = words("or nor")
# Behind these nothing is told to have been said: "If Harlan says that …", "unless the union says …".
_SUPPOSING = words("if unless lest")
_NOBODY = words("nobody none no-one neither nothing")
_NEGATING = NOT | words("no neither nor hardly")
# Verbs that say that something may have been said, or not in so many words.
_HEDGING = words("may might could can would should must ca wo will")
# "When asked whether it would hold, …": a participle that tells who was spoken to.
_SPOKEN_TO = words("ask tell quiz press question")
# An account of an account is followed to this depth: what hangs deeper is a fault of the parse.
_DEEPEST = 6


class Reporting(NamedTuple):
    """How one quote is given, in words of the document.

    `first` is the first word of the verbs that give it ("would" in "would not say"), `last` the last of them, the cue.
    `teller` and `told` hold the clause of who passes it on at second hand, its first word and the one behind its last,
    where there is such a clause: "Brank said" that Harlan had promised. `plain` is false where the verbs negate or
    hedge.
    """

    first: int
    last: int
    teller: tuple[int, int] | None = None
    plain: bool = True


def read(cue: Token, source: Token | None) -> Reporting:
    """How a cue gives its words.

    Args:
        cue: the word that gives them.
        source: the head of the mention of who said them.
    """
    verb = _carrier(cue)
    first = _first_of(verb)
    group = cue.doc[first : cue.i + 1]
    plain = not any(token.lower_ in _NEGATING or token.lower_ in _HEDGING for token in group)
    asked_to = source is not None and verb.i < source.i < cue.i
    teller = (_clause_start(verb), verb.i + 1) if asked_to else _teller(verb, cue, source)
    return Reporting(first, cue.i, teller, plain and verb.i == cue.i)


def unsaid(cue: Token, source: Token | None) -> bool:
    """Whether nobody is told to have said the words: "nobody heard Moss say", "if Moss says", "no minister said"."""
    if source is not None and (source.lower_ in _NOBODY or any(child.lower_ in _NEGATING for child in source.lefts)):
        return True
    if cue.lemma_ in _SPOKEN_TO and _is_spoken_to(cue):
        return True
    verb = _carrier(cue)
    for _ in range(_DEEPEST):
        if any(child.dep_ == "mark" and child.lower_ in _SUPPOSING for child in verb.lefts) and verb.dep_ == "advcl":
            return True
        if _is_inverted(verb):
            return True
        over = _over(verb)
        if over is None:
            return False
        if _negated(over):
            return True
        verb = over
    return False


def _is_spoken_to(cue: Token) -> bool:
    """Whether a verb tells who was spoken to: "asked whether it would hold, Moss said", "which was asked to look"."""
    parts = {child.dep_ for child in cue.children}
    if "agent" in parts or cue.tag_ not in ("VBN", "VBD"):
        return False
    return "auxpass" in parts or ((cue.dep_ == "advcl" or bool(cue.is_sent_start)) and _subject(cue) is None)


def _carrier(cue: Token) -> Token:
    """The verb that carries a cue: refused to say -> refused; issued a warning -> issued; confirmed nor denied."""
    verb = cue
    for _ in range(_DEEPEST):
        head = verb.head
        if verb.dep_ in _CARRIED and head.i < verb.i and _subject(verb) is None:
            verb = head.head if head.pos_ == "ADP" else head
        elif verb.pos_ == "NOUN" and verb.dep_ in _OBJECTS and head.i < verb.i and not _own_subject(verb):
            verb = head.head if head.pos_ == "ADP" and head.head.pos_ in ("VERB", "AUX") else head
        elif verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and head.i < verb.i and _shares_verbs(verb):
            verb = head
        else:
            break
    return verb if verb.pos_ in ("VERB", "AUX") else cue


def _own_subject(noun: Token) -> bool:
    """Whether a noun says itself whose words it carries: "Harlan's claim that"."""
    return any(child.dep_ == "poss" for child in noun.lefts)


def _shares_verbs(verb: Token) -> bool:
    """Whether what negates or hedges the first of two verbs is said of the second too: "may confirm or deny"."""
    if _subject(verb) is not None or any(child.dep_ in ("aux", "neg") for child in verb.lefts):
        return False
    return any(child.dep_ == "cc" and child.lower_ in _ALTERNATIVES for child in verb.head.rights)


def _first_of(verb: Token) -> int:
    doc, first = verb.doc, verb.i
    if verb.pos_ == "NOUN":
        return verb.left_edge.i
    while first > 0 and not doc[first].is_sent_start:
        left = doc[first - 1]
        child = left if left.head.i == verb.i else left.head
        if child.head.i != verb.i or child.i > verb.i or child.dep_ not in _OF_THE_VERB:
            break
        first -= 1
    return first


def _over(verb: Token) -> Token | None:
    """The verb or noun whose clause tells of another verb: that of "Brank said that Moss had promised"."""
    for _ in range(_DEEPEST):
        if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    told = verb.dep_ == "ccomp" or (verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.lefts))
    over = verb.head
    if not told or over.i == verb.i:
        return None
    if over.i > verb.i and over.lemma_.lower() not in CUES:
        return None
    return over


def _negated(verb: Token) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in _NEGATING for child in verb.children if child.i < verb.i + 2):
        return True
    subject = _subject(verb)
    return subject is not None and (
        subject.lower_ in _NOBODY or any(child.lower_ in _NEGATING for child in subject.lefts)
    )


def _is_inverted(verb: Token) -> bool:
    """Whether a verb asks: "Did Moss say that …"."""
    helping = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass")), None)
    subject = _subject(verb)
    return helping is not None and subject is not None and helping.i < subject.i and bool(helping.is_sent_start)


def _teller(verb: Token, cue: Token, source: Token | None) -> tuple[int, int] | None:
    """The clause of who passes the words on: "Brank said", "according to an aide"; None where it is the speaker."""
    over, passed_on = _over(verb), None
    for _ in range(_DEEPEST):
        if over is None or over.lemma_.lower() not in _TELLING:
            break
        passed_on, over = over, _over(_carrier(over))
    if passed_on is None:
        return None if cue.lower_ in ACCORDING else _according(verb, source)
    subject = _subject(_carrier(passed_on))
    if subject is not None and source is not None and subject.lower_ == source.lower_:
        return None
    end = _clause_end(passed_on) if passed_on.i > verb.i else passed_on.i + 1
    return _clause_start(passed_on), end


def _according(verb: Token, source: Token | None) -> tuple[int, int] | None:
    """The phrase at either end of a sentence that says according to whom somebody said something."""
    doc, end = verb.doc, sentence_end(verb)
    opening = doc[sentence_start(verb)]
    behind = (doc[i] for i in range(verb.i + 1, end) if doc[i].lower_ in ACCORDING and doc[i - 1].is_punct)
    for first in (opening, *behind):
        if first.lower_ not in ACCORDING or first.i == verb.i:
            continue
        last = first.right_edge.i + 1
        if source is not None and first.i <= source.i < last:
            continue
        return (first.i, last) if last <= verb.i or first.i > verb.i else None
    return None


def _clause_start(verb: Token) -> int:
    """Where the clause of a verb begins: its subject, else its own first word; of a noun, its verb's."""
    top = _carrier(verb)
    subject = _subject(top)
    start = min(_first_of(top), subject.left_edge.i if subject is not None else top.i)
    return max(start, sentence_start(verb))


def _clause_end(verb: Token) -> int:
    subject = _subject(verb)
    return min(max(verb.i, subject.right_edge.i if subject is not None else verb.i) + 1, sentence_end(verb))


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)

"""Whether the verb beside a word tells what has been, what is, or what is to come, by the grammar of its sentence."""

from typing import Literal

from spacy.tokens import Token

from reader.lexicon.function_words import DEFINITE
from reader.lexicon.time_words import LASTING, PLANNED, SAID
from reader.lexicon.wordlists import words

Tense = Literal["past", "present", "future"]

_HELPS = ("aux", "auxpass")
_FUTURE = words("will would shall may might should can could must ’ll 'll wo")
_PERFECT = words("have has had ’ve 've ’d 'd having")
_PLANNED_FOR = words("for until till to")
_UNTIL = words("until till")
_BEHIND = words("after since")
_POSSESSIVE = words("’s 's")
_BEFORE_NOUN = ("compound", "nmod", "nummod", "amod")


def beside(token: Token, told: dict[int, Tense | None]) -> Tense | None:
    """The tense of what is dated by a word; None where no verb tells.

    "The council will vote on Friday", "put off until Friday": future. "Voters go to the polls on Friday": present. "Her
    lawyers appealed on Friday", "after Friday’s vote": past.

    Args:
        token: the word.
        told: the forms of the verbs that were looked at before, by place; a thousand dates may hang on one verb.
    """
    before = token.nbor(-1) if token.i > 0 else token
    if before.tag_ == "VBD" and before.lemma_.lower() in SAID and token.dep_ not in ("poss", "nsubj", "nmod"):
        # "said Friday it would wait": the parser gives the day to what was said
        return "past"
    verb, way = _verb(token)
    passed = {word.lower_ for word in way}
    lemma = verb.lemma_.lower()
    if "ahead" in passed or (passed & _UNTIL and lemma in LASTING) or (lemma in PLANNED and passed & _PLANNED_FOR):
        return "future"
    if passed & _BEHIND or {"as", "of"} <= passed:
        return "past"
    if verb.i not in told:
        told[verb.i] = _told(verb)
    # "The talks begin Monday" lies ahead, "Monday’s talks are all over the papers" need not
    is_open = told[verb.i] == "present" and any(word.pos_ in ("NOUN", "PROPN") for word in way[1:])
    return None if is_open else told[verb.i]


def noun_dated(token: Token) -> Token | None:
    """The noun that a date stands in front of: "call" of "Moss’s July 25 call"."""
    return token.head if token.dep_ in _BEFORE_NOUN and token.head.pos_ in ("NOUN", "PROPN") else None


def is_known(noun: Token) -> bool:
    """Whether a noun is of something told of before: "the call", "Moss’s call"."""
    return any(word.lower_ in DEFINITE or word.lower_ in _POSSESSIVE for word in noun.doc[noun.left_edge.i : noun.i])


def is_time_of(token: Token) -> bool:
    """Whether a date says when something is, and is not itself spoken of: not "Oct. 7 is a turning point"."""
    return token.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr")


def _verb(token: Token) -> tuple[Token, list[Token]]:
    """The verb that a word hangs on, and the words on the way there, the word itself first."""
    way = [token]
    while token.dep_ != "ROOT":
        token = token.head
        if token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in PLANNED:
            break
        way.append(token)
    return token, way


def _told(verb: Token) -> Tense | None:
    """What the form of a verb tells, or that of the verb it hangs on."""
    while True:
        helpers = [child for child in verb.children if child.dep_ in _HELPS]
        helpers += [child for helper in helpers for child in helper.children if child.dep_ in _HELPS]
        helping = {child.lower_ for child in helpers}
        above = verb.head
        if helping & _PERFECT:
            return "past"
        if helping & _FUTURE:
            return "future"
        if "to" in helping:
            if above.lemma_ == "be" or PLANNED & {word.lemma_.lower() for word in (above, *above.children)}:
                return "future"
        elif verb.dep_ not in ("conj", "acomp", "attr") or helpers or verb.tag_ not in ("VB", "VBN", "JJ"):
            return _of_forms(verb, {verb.tag_, *(child.tag_ for child in helpers)})
        if above == verb:
            return None
        verb = above


def _of_forms(verb: Token, forms: set[str]) -> Tense | None:
    if "VBD" in forms:
        return "past"
    if forms & {"VBZ", "VBP"}:
        return "past" if verb.lemma_.lower() in SAID else "present"
    return "past" if verb.tag_ == "VBN" else None

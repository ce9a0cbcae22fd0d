"""The words that bound a number or make it inexact, which belong to its wording: "no less than 1,200", "40 or more"."""

import re

from spacy.tokens import Doc

from reader.analysis.quantities.counted_noun import token_at
from reader.lexicon import bounds
from reader.lexicon.wordlists import either

_GAP = "[ \xa0]"
_IN_FRONT = re.compile(
    rf"\b(?i:(?:(?:{either(bounds.DEGREES)}){_GAP}){{0,3}}"
    rf"(?:(?:{either(bounds.COMPARED)}){_GAP}than(?:{_GAP}an?)?|as{_GAP}(?:{either(bounds.AMOUNTS)}){_GAP}as"
    rf"|(?P<alone>{either(bounds.IN_FRONT)}))){_GAP}$"
)
# Up to three words may stand between "not" and what it turns: "does not have to be more than 40".
_NEGATED = re.compile(
    rf"(?i:\b(?:{either(bounds.NEGATIONS)})|\b\w{{2,7}}n[’'‘]t)"
    rf"(?:{_GAP}(?!(?i:{either(bounds.NEW_CLAUSES)})\b)[^\W\d_][\w’'-]{{0,19}}){{0,3}}{_GAP}$"
)
# No wording in front is longer, nor such words between a negation and it.
_WIDTH = 48
_BEHIND = re.compile(
    rf"{_GAP}or{_GAP}(?:{either(bounds.BEHIND)})\b(?!{_GAP}than\b)"
    rf"|,?{_GAP}at{_GAP}(?:the{_GAP})?(?:very{_GAP})?(?:least|most)(?=[.,;:!?)”\"]|\s*$)"
)
# Between a number and what it counts: "40 or more people", "40+ people".
INSIDE = re.compile(rf"\+|-plus\b|-odd\b|{_GAP}or{_GAP}(?:more|fewer|less|so)\b")


def start(doc: Doc, text: str, number: int, unit: str, limit: int) -> int:
    """Where the wording of a number begins: at its "no less than", at the "not" of "not cost more than 40".

    "A dispute over $40 million" is over no more than that: the grammar tells.

    Args:
        doc: the grammar of the text.
        text: the article.
        number: where the number stands.
        unit: what it counts.
        limit: where its sentence begins.
    """
    found = in_front(text, number, limit)
    if found is None or (_is_loose(found) and _is_topic(doc, found.start("alone"), unit)):
        return number
    negated = _NEGATED.search(text, max(limit, found.start() - _WIDTH), found.start())
    return negated.start() if negated else found.start()


def in_front(text: str, number: int, limit: int) -> re.Match[str] | None:
    """The words in front of a number that bound it."""
    return _IN_FRONT.search(text, max(limit, number - _WIDTH), number)


def end(text: str, at: int, limit: int) -> int:
    """Where the wording of a number ends: behind its "or more"."""
    found = _BEHIND.match(text, at, limit)
    return found.end() if found else at


def _is_loose(found: re.Match[str]) -> bool:
    return (found["alone"] or "").lower() in bounds.LOOSE


def _is_topic(doc: Doc, at: int, unit: str) -> bool:
    """Whether "over" or "about" says what something is over or about; of what rises "over 40 percent" it does not.

    "Invest over five years" is not more than five, and "handed over $40" not more than 40.
    """
    word = token_at(doc, at)
    return word is not None and (word.dep_ == "prt" or (word.dep_ == "prep" and unit != "percent"))

"""Whether a sentence can stand alone as a key point, and which part of it does."""

import re

from reader.lexicon.agencies import SIGNATURE
from reader.lexicon.function_words import CONNECTIVES, LEANING
from reader.lexicon.punctuation import OPENING, asks, ends_sentence
from reader.lexicon.wordlists import either
from reader.model import Span
from reader.text import dateline

# Who speaks, before what they say in a transcript: "MOSS: It has rocks in it."
_TURN = re.compile(r"[A-Z][A-Z.’' \-]{1,40}:\s+")

# Fewer words, of two letters and more, are no statement: "8:05 a.m."
_FEWEST_WORDS = 2
_HAS_LETTERS = re.compile(r"[^\W\d_]{2,}")

# A connective that only joins a sentence to the one before: what is left says the same ("But Moss denied it").
_CONNECTIVE = re.compile(
    r"(?:But|And|So|Yet)\s+(?!far\b|much\b|many\b|that\b)|"
    rf"(?:{either(CONNECTIVES)}|In (?:fact|addition)),\s+|"
    r"(?:Meanwhile|However)\s+(?=[A-Z\d]|the\b)|Also\s+(?=(?:on|in|at)\s+[A-Z])"
)

# Words that lean on the sentence before when they open one.
_LEANING = re.compile(
    rf"(?:{either(LEANING)}|"
    r"not(?! (?:all|every|one|only|since|until|many|a)\b)|others\b(?! who)|"
    r"the (?:two|pair|duo|trio|latter|former)(?= (?:are|were|have|had|will|would|met|said|also|then|\w+ed)\b)|"
    r"(?:in|as) (?:addition|contrast|fact|turn|response|a result|well|such)|"
    r"for (?:example|instance|that|this)|on the other hand|at the same time|"
    r"(?:after|before|despite|since|until|following|because of) (?:that|this|it|them|which))\b",
    re.IGNORECASE,
)

# A reason without what it is the reason of: "Because the pier is closed." answers the sentence before.
_REASON_ALONE = re.compile(r"Because (?!of\b)[^,]*$")

# These lean on nothing when they open the text: they point ahead ("This is the moment the ferry sank").
_POINTING_AHEAD = re.compile(r"(?:this|these|that|those|it)\b", re.IGNORECASE)

# The words of photo captions, credits and page furniture.
_CAPTION = re.compile(
    rf"""\((?:[A-Z][\w ]{{0,20}}[ ])?(?:Photo|Image|Picture)s?\b
    |   \b(?:File|{SIGNATURE})[ ](?:photo|image|picture)s?\b
    |   ^(?:Photo|Image|Picture|Caption|Video|Watch|Read[ ]more|Scroll[ ]down|Click[ ]here)\b
    |   \b[Pp]ictured\b
    |   \((?:left|right|above|below|centre|center|top|bottom)\)""",
    re.VERBOSE,
)


def point_span(text: str, sentence: Span, *, opens_text: bool = False, english: bool = True) -> Span | None:
    """Return the part of a sentence that stands alone as a key point, or None.

    "But Moss left." stands from "Moss" on; "He also left." does not stand. A dateline is left off.

    Args:
        text: the article.
        sentence: where in it.
        opens_text: whether nothing stands before the sentence that it could lean on.
        english: whether it may be judged by its words.
    """
    line = dateline.find(text, sentence.start, sentence.end)
    start = line.end if line else sentence.start
    if english and (joining := _CONNECTIVE.match(text, start, sentence.end)):
        start = joining.end()
    words = text[start : sentence.end]
    opening = _TURN.sub("", words, count=1).lstrip(OPENING)
    ahead = opens_text and _POINTING_AHEAD.match(opening)
    leans = english and not ahead and (_LEANING.match(opening) or _REASON_ALONE.match(opening))
    stands = not leans and (is_statement(words) if english else _is_whole(words))
    return Span(start, sentence.end) if stands else None


def is_statement(words: str) -> bool:
    """Whether English words are a whole statement: no question, heading, caption or half a quotation."""
    if asks(words) or not ends_sentence(words) or _CAPTION.search(words):
        return False
    return len(_HAS_LETTERS.findall(words)) >= _FEWEST_WORDS and _balanced(words)


def _balanced(words: str) -> bool:
    """Whether every quotation mark and bracket opened is closed; "’" is counted only against a leading "‘"."""
    if words.count('"') % 2 or words.count("“") != words.count("”") or words.count("(") != words.count(")"):
        return False
    return words.count("‘") <= words.count("’") and not (words.startswith("'") and words.count("'") < 2)


def _is_whole(words: str) -> bool:
    """Whether words of any language are no question and no half of a quotation: „so“, «so», ”so” are whole."""
    if asks(words) or words.count('"') % 2 or words.count("(") != words.count(")"):
        return False
    low, high = words.count("„"), words.count("“") + words.count("”")
    return (low == high if low else high % 2 == 0) and words.count("«") == words.count("»")

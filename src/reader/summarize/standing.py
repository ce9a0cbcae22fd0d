"""Whether a sentence can stand alone as a key point, and which part of it does."""

import re

from reader.model import Span

_OPENING_MARKS = "\"'“‘(["

# A dateline or agency mark before the sentence proper: "ASTANA, Kazakhstan (AP) — ", "(CNN) -- ".
_DATELINE = re.compile(
    r"""(?: [A-Z][A-Z.’'\-]+ (?:[ ][A-Z][A-Z.’'\-]+){0,3}        # ASTANA, NEW YORK
            (?:,[ ][A-Z][\w.’'\- ]{1,24}){0,2}                   # , Kazakhstan
            [ ]?(?:\([A-Z][\w ./]{1,24}\)[ ]?)?                  # (AP)
            (?:—|–|--|-)\s+
        |   \((?:AP|AFP|CNN|Reuters|UPI|DPA|dpa)\)\s?(?:(?:—|–|--|-)\s*)?
        )(?=\S)""",
    re.VERBOSE,
)

# A connective that can be dropped: what is left starts with a name ("Meanwhile, Assad left", "But Moss denied it").
_DROPPABLE = re.compile(
    r"(?:But|And|So|Yet|Still,|Meanwhile,|However,|Instead,|Also,|Now,|Then,|Nevertheless,|Moreover,|Indeed,)\s+"
    r"(?=[A-Z][^\W\d_]+\s)(?!(?:I|He|She|It|They|We|You|This|That|These|Those)\b)"
)

# Words that lean on the sentence before when they open one.
_LEANING = re.compile(
    r"(?:He|She|It|They|We|I|You|Him|Them|Us|His|Her|Their|Its|My|Our|Your|This|That|These|Those|Such|Both|Neither|"
    r"But|And|Or|Nor|So|Yet|Also|Still|However|Meanwhile|Instead|Then|Thus|Therefore|Hence|Nevertheless|Nonetheless|"
    r"Moreover|Furthermore|Additionally|Otherwise|Afterwards?|Besides|Likewise|Similarly|Conversely|Here|"
    r"(?:In|As)[ ](?:addition|contrast|fact|turn|response|a[ ]result|well|such)|"
    r"For[ ](?:example|instance|that|this)|On[ ]the[ ]other[ ]hand|At[ ]the[ ]same[ ]time|"
    r"(?:After|Before|Despite|Since|Until|Following|Because[ ]of)[ ](?:that|this|it|them|which))\b"
)

# The words of photo captions, credits and page furniture.
_CAPTION = re.compile(
    r"""\((?:[A-Z][\w ]{0,20}[ ])?(?:Photo|Image|Picture)s?\b
    |   \b(?:File|Getty|AP|Reuters|AFP)[ ](?:photo|image|picture)s?\b
    |   ^(?:Photo|Image|Picture|Caption|Video|Watch|Read[ ]more|Scroll[ ]down|Click[ ]here)\b
    |   \b[Pp]ictured\b
    |   \((?:left|right|above|below|centre|center|top|bottom)\)""",
    re.VERBOSE,
)

_TERMINATED = re.compile(r"[.!…。][\"'”’»)\]\s]*$")
_QUESTION = re.compile(r"\?[\"'”’»)\]\s]*$")


def point_span(text: str, sentence: Span) -> Span | None:
    """Return the part of a sentence that stands alone as a key point, or None.

    "Meanwhile, Moss left." stands from "Moss" on; "He also left." does not stand. A dateline is left off.
    """
    start = sentence.start
    for prefix in (_DATELINE, _DROPPABLE):
        if found := prefix.match(text, start, sentence.end):
            start = found.end()
    words = text[start : sentence.end]
    return Span(start, sentence.end) if _stands(words) else None


def _stands(words: str) -> bool:
    opening = words.lstrip(_OPENING_MARKS)
    if _LEANING.match(opening) or opening[:1].islower():
        return False
    if _QUESTION.search(words) or not _TERMINATED.search(words) or _CAPTION.search(words):
        return False
    return _balanced(words)


def _balanced(words: str) -> bool:
    """Whether every quotation mark and bracket opened is closed; "’" is counted only against a leading "‘"."""
    if words.count('"') % 2 or words.count("“") != words.count("”") or words.count("(") != words.count(")"):
        return False
    return words.count("‘") <= words.count("’") and not (words.startswith("'") and words.count("'") < 2)

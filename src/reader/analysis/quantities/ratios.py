"""Figures that are worded as a relation: shares ("a third of", "one in five"), votes ("52-48"), degrees, magnitudes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.quantities.counted_noun import plural_after, token_at, whole_after
from reader.analysis.quantities.numbers import SMALL_NUMBER, YEAR, worded
from reader.lexicon import units
from reader.lexicon.units import DURATIONS, PERSONS
from reader.lexicon.wordlists import words
from reader.model import Span


class Quantity(NamedTuple):
    """A figure without its "more than": where its wording stands, what it is worth, what it counts."""

    start: int
    end: int
    value: float
    unit: str


_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_DETERMINER = r"(?:the|its|his|her|their|our|all[ ]the|those|these)"
_FRACTION = re.compile(
    rf"""(?<![\w-])(?:(?P<half>[Hh]alf)(?:[ ]of\b|(?=[ ]{_DETERMINER}[ ]))
    |(?i:(?P<times>{"|".join(_TIMES)}))[ -](?P<part>{"|".join(_PARTS)})s?[ ]of\b)
    [ ](?!an?[ ])""",
    re.VERBOSE,
)
_RATIO = re.compile(
    rf"(?<![\w.,:-])(?<!No\. )(?P<some>{SMALL_NUMBER})[ -](?P<way>in|out of|of)[ -](?P<every>every )?"
    rf"(?P<all>{SMALL_NUMBER})(?![.,:-]?\d)\b"
)
_VOTE = re.compile(
    r"(?<![\w.,:-])(?:"
    r"(?:[Vv]ote[ds]?|[Vv]oting|vote of)[ ](?P<for1>\d{1,3}) ?(?:[-–]| to ) ?(?P<against1>\d{1,3})"
    r"|(?P<for2>\d{1,3})(?:[-–]| to )(?P<against2>\d{1,3})[ ](?:vote|majority|ruling|decision)"
    r")(?![\w.,:-]*\d)\b"
)
_MAGNITUDE = re.compile(
    r"(?<![\w.,:-])(?:(?P<value1>\d(?:\.\d{1,2})?)[ -]magnitude"
    r"|[Mm]agnitude(?:[ -]| of )(?P<value2>\d(?:\.\d{1,2})?))\b"
)
_SCALES = {"c": "degrees Celsius", "f": "degrees Fahrenheit"}
_DEGREES = re.compile(
    r"(?<![\w.,:/#+-])(?P<minus>minus |[-−])?(?P<digits>\d{1,3}(?:\.\d)?)"
    r"(?:(?: ?[°º] ?| degrees )(?P<scale1>C|F|Celsius|Fahrenheit)|(?P<scale2>[CF]))\b"
    r"(?:(?:/| \()-?\d{1,3}(?:\.\d)?(?: ?[°º] ?)?(?:C|F|Celsius|Fahrenheit)\)?)?"
)
# None of the words that are looked for before a figure is longer.
_WORD_WIDTH = 20
_LAST_WORD = re.compile(rf"(\S{{1,{_WORD_WIDTH}}})[ \xa0]$")
# "Half the time" measures nothing.
_NO_WHOLE = words("time way battle fun") | DURATIONS | {unit[:-1] for unit in DURATIONS}


def find(doc: Doc, text: str, sentence: Span) -> Iterator[Quantity]:
    """Find the shares, votes, degrees and magnitudes of a sentence, in no order.

    "About a third of the harvest" is a share of ⅓, "one in five children" of 0.2, "a 52-48 vote" 52 votes,
    "40C/104F" 40 degrees Celsius, "a 7.8-magnitude earthquake" 7.8.
    """
    at = (sentence.start, sentence.end)
    for match in _FRACTION.finditer(text, *at):
        if (end := _end_of_whole(doc, match)) is not None:
            yield Quantity(match.start(), end, _worth(match), "share")
    for match in _RATIO.finditer(text, *at):
        yield from _ratio(doc, match)
    for match in _VOTE.finditer(text, *at):
        yield Quantity(match.start(), match.end(), float(match["for1"] or match["for2"]), "votes")
    for match in _MAGNITUDE.finditer(text, *at):
        yield Quantity(match.start(), match.end(), float(match["value1"] or match["value2"]), "magnitude")
    for match in _DEGREES.finditer(text, *at):
        if _word_before(text, match.start()) not in units.ROWS:
            value = float(match["digits"]) * (-1 if match["minus"] else 1)
            yield Quantity(match.start(), match.end(), value, _SCALES[(match["scale1"] or match["scale2"])[0].lower()])


_PART_BEFORE = re.compile(
    rf"(?i:(?P<half>half)|(?P<times>{'|'.join(_TIMES)})[ -](?P<part>{'|'.join(_PARTS)})s?)[ ]of[ ]$"
)


def part_before(text: str, at: int, limit: int) -> tuple[int, float] | None:
    """Where a part of what follows begins, and which part it is: "a quarter of" before "a million people"."""
    found = _PART_BEFORE.search(text, max(limit, at - _WORD_WIDTH), at)
    return (found.start(), _worth(found)) if found else None


def _worth(match: re.Match[str]) -> float:
    return 0.5 if match["half"] else _TIMES[match["times"].lower()] / _PARTS[match["part"].lower()]


def _word_before(text: str, offset: int) -> str:
    found = _LAST_WORD.search(text, max(0, offset - _WORD_WIDTH), offset)
    return found[1].lower() if found else ""


def _end_of_whole(doc: Doc, match: re.Match[str]) -> int | None:
    """Where the wording of a share ends: behind what it is a share of."""
    before = _word_before(match.string, match.start())
    if before in units.NO_FRACTION or before.endswith(("’s", "'s")):
        return None
    first = token_at(doc, match.end())
    whole = whole_after(doc, first.i) if first is not None else None
    if whole is None or whole.lower_ in _NO_WHOLE:
        return None
    return whole.idx + len(whole)


# Of so many polls ask.
_ROUND = (10, 100)


def _acts(doc: Doc, last: Token) -> bool:
    """Whether a verb follows, of which those counted are the subject: "2 in 10 say"."""
    following = doc[last.i + 1] if last.i + 1 < len(doc) else last
    return following.pos_ in ("VERB", "AUX")


def _ratio(doc: Doc, match: re.Match[str]) -> Iterator[Quantity]:
    some, every = worded(match["some"]), worded(match["all"])
    last = token_at(doc, match.end() - 1)
    if not some or not every or some >= every or YEAR.fullmatch(match["all"]) or last is None:
        return
    if match["way"] == "of" and some == 1:  # "one of nine schools" is a school
        return
    noun = plural_after(doc, last)
    if noun is not None and noun.lower_ in DURATIONS:
        return
    # "Two in three games" is no share, "two in three voters" and "two in ten say" are.
    plain = match["way"] == "in" and not match["every"] and some > 1
    if plain and (noun is None or noun.lower_ not in PERSONS) and not (every in _ROUND and _acts(doc, last)):
        return
    yield Quantity(match.start(), noun.idx + len(noun) if noun is not None else match.end(), some / every, "share")

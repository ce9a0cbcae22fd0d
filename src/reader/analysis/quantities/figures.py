"""The numbers that carry a story: money, percentages, people, votes, distances, durations, with value and unit.

Numbers that only date, number or rate something are left alone: years, days of the month, ages of people, "No. 5",
scores, telephone numbers. Of a range the lower end is the value: at least so many.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.patterns import parts_of
from reader.analysis.quantities import bounds, numbers, ratios
from reader.analysis.quantities.counted_noun import plural_after, token_at
from reader.analysis.quantities.ratios import Quantity
from reader.lexicon import units
from reader.lexicon.date_words import MONTH
from reader.lexicon.wordlists import either, words
from reader.model import Figure, Span
from reader.text import dateline
from reader.text.document import Document

_RANGE = re.compile(
    rf"""(?<![\w.,/:#+–-])(?P<between>(?i:between)[ \xa0])?{numbers.number("_a")}
    (?:(?:[–-]|[ \xa0]to[ \xa0]|(?(between)[ \xa0]and[ \xa0]|(?!))){numbers.number("_b")})?""",
    re.VERBOSE,
)
# What makes the number before it part of a code or score: "555-1234", "3-2".
_GOES_ON = re.compile(r"[–-]\d")

# A unit right after a number: "40%", "12km", "6-year", "2 million litres", "12 were killed".
_UNIT = re.compile(
    rf"(?:[ \xa0-]?(?P<glued>{either(units.GLUED)})(?!\w)"
    rf"|-(?P<noun1>{either(units.UNITS)})\b|[ \xa0](?P<noun2>{either(units.UNITS.keys() - units.SINGULAR)})\b"
    r"|(?:[ \xa0](?:people|were|was|are|is|been|be|have|had|has)){0,3}"
    rf"[ \xa0](?P<harm>{either(units.HARM)})\b)(?![’'])"
)
# Plurals that no number of which tells anything.
_NO_FIGURES = words("times ways odds others ones points things")

# A number after these is a label, a day of the month or an age: "No. 5", "Dec. 30", "aged 14".
_LABEL = re.compile(
    rf"(?:\b(?:{either(units.NUMBERED)}|[Aa]ged?|one in|"
    rf"{MONTH})\.?)[ \xa0]$"
)
_LABEL_WIDTH = 12

# "Three years ago" is a date, "14 years old" an age; "6-year-old war" is a duration, "6-year-old girl" an age.
_ANY_NUMBER = re.compile(
    rf"\d|\b(?i:half|third|quarter|dozen|hundred|thousand|million|billion|trillion|{numbers.SMALL_NUMBER})\b"
)
_DATING = re.compile(r"[ \xa0](?:ago|earlier|later|before|after|old|of age|running|in a row|from now)\b")
# So is "the past three years".
_STRETCH = re.compile(r"\b(?:the|its|his|her|their|our|these)[ \xa0](?:past|last|next|coming|previous)[ \xa0]$")
_STRETCH_WIDTH = 16
_OLD = re.compile(r"-old\b(?P<noun>(?:[ \xa0][^\W\d_][\w’'-]{0,19}){0,3})")
# Who is counted where a verb says what became of them: "the blast killed 31", "a death toll of 52".
_HARMED = {
    "kill": "killed", "injure": "injured", "wound": "wounded", "arrest": "arrested", "displace": "displaced",
    "rescue": "rescued", "evacuate": "evacuated", "detain": "detained",
}  # fmt: skip
_TOLL = re.compile(r"\bdeath toll\b[^.,;]{0,30}?\b(?:to|at|of|reached|passed|hit)[ \xa0](?:[a-z]+[ \xa0]){0,2}$")
_TOLL_WIDTH = 70
# Smaller counts of things carry no story: "three towers", "two banks".
_FEWEST = 10


def figures(document: Document) -> tuple[Figure, ...]:
    """Find the figures of a text, each value and unit once, in order.

    "killed more than 400,000 people" gives 400000 "people"; "$2.3 billion" 2300000000 "USD"; "the nearly 6-year-old
    civil war" 6 "years"; "one in five children" 0.2 "share". The span is the wording with its "more than"; the sentence
    begins behind a dateline.
    """
    text = document.text
    marks = _Marks("£" in text, _RAND.search(text) is not None)
    given: dict[tuple[float, str], Figure] = {}
    for sentence in (dateline.story(text, each) for each in document.sentences):
        reached = sentence.start
        found_here = _in_sentence(document.doc, text, sentence, marks)
        for found in sorted(found_here, key=lambda one: (one.start, -one.end)):
            if found.start < reached:
                continue
            unit = "GBP" if found.unit == units.POUNDS and marks.sterling else found.unit
            start = bounds.start(document.doc, text, found.start, found.unit, reached)
            end = reached = bounds.end(text, found.end, sentence.end)
            value = -found.value if _MINUS.match(text, start, found.start) else found.value
            figure = Figure(start, end, text[start:end], value, unit, sentence)
            given.setdefault((value, unit), figure)
    return tuple(given.values())


class _Marks(NamedTuple):
    """What the whole text tells of its money: whether pounds are some, and a bare "R500"."""

    sterling: bool
    rand: bool


_RAND = re.compile(r"\brands?\b|\bR ?\d[\d.,]* ?(?:bn|billion|m|million)\b")
_MINUS = re.compile(r"(?i:minus)[ \xa0]")


def _in_sentence(doc: Doc, text: str, sentence: Span, marks: _Marks) -> Iterator[Quantity]:
    if not _ANY_NUMBER.search(text, sentence.start, sentence.end):
        return
    yield from ratios.find(doc, text, sentence)
    for match in _RANGE.finditer(text, sentence.start, sentence.end):
        if _LABEL.search(text, max(sentence.start, match.start() - _LABEL_WIDTH), match.start()):
            continue
        first, last = parts_of(match, "_a"), parts_of(match, "_b")
        if _GOES_ON.match(text, match.end()) or not _ascends(first, last):
            continue
        counted = _counted(doc, match, {**first, **last}, sentence, marks)
        if counted is not None:
            unit, end = counted
            start, part = _part(match, first, sentence)
            yield Quantity(start, end, part * _value(first, last), unit)


def _part(match: re.Match[str], parts: Mapping[str, str], sentence: Span) -> tuple[int, float]:
    """Where a number begins and what part of it is meant: a quarter in "a quarter of a million people"."""
    found = ratios.part_before(match.string, match.start(), sentence.start) if "article" in parts else None
    return found or (match.start(), 1.0)


def _ascends(first: Mapping[str, str], last: Mapping[str, str]) -> bool:
    """Whether two numbers are a range: "20-30", not the score "3-2"."""
    return not last or _value(first, last) < numbers.value(last)


def _value(first: Mapping[str, str], last: Mapping[str, str]) -> float:
    """What a number or the lower end of a range is worth; "20 to 30 million" begins at 20 million."""
    alone = numbers.magnitude(first) == 1
    if last and alone and numbers.coefficient(first) < numbers.coefficient(last):
        return numbers.coefficient(first) * numbers.magnitude(last)
    return numbers.value(first)


def _counted(
    doc: Doc, match: re.Match[str], parts: Mapping[str, str], sentence: Span, marks: _Marks
) -> tuple[str, int] | None:
    """What a number counts, and where its wording ends; None when it counts nothing that tells anything."""
    if "sign" in parts:
        is_money = numbers.is_broken(parts) or parts["sign"] not in units.DOUBTFUL_SIGNS
        is_money = is_money or (parts["sign"] == "R" and marks.rand)
        return (units.CURRENCY_SIGNS[parts["sign"]], match.end()) if is_money else None
    alone = not numbers.magnitude(parts) > 1
    if alone and parts.get("words", "").lower() == "one":
        return None
    inside = bounds.INSIDE.match(match.string, match.end(), sentence.end)
    end = inside.end() if inside else match.end()
    unit = _UNIT.match(match.string, end, sentence.end)
    if alone and numbers.YEAR.fullmatch(parts.get("digits", "")) and not (unit and unit["glued"]):
        return None
    if unit is not None:
        return _of_unit(match, unit, parts, sentence.end)
    if money := _of_country(match.string, end, sentence.end):
        return money
    last = token_at(doc, end - 1)
    if last is None or last.idx + len(last) != end:
        return None
    if sized := _sized(doc, match.string, end, sentence):
        return sized
    noun = plural_after(doc, last)
    if noun is not None and noun.idx < sentence.end:
        return (units.UNITS.get(noun.lower_, noun.lower_), noun.idx + len(noun)) if _tells(noun, last, parts) else None
    harmed = _harmed(doc, match, sentence)
    return (harmed, match.end()) if harmed and not _opens_noun(doc, last) else None


@cache
def _moneys() -> re.Pattern[str]:
    """Compiled when first needed, since that takes 5 ms."""
    return re.compile(rf"[ \xa0](?P<money>{either(units.MONEY_OF_COUNTRIES)})\b")


def _of_country(text: str, at: int, limit: int) -> tuple[str, int] | None:
    """The money behind a number that is named with its country: "5 million Canadian dollars"."""
    found = _moneys().match(text, at, limit) if text[at + 1 : at + 2].isupper() else None
    return (units.MONEY_OF_COUNTRIES[found["money"]], found.end()) if found else None


# "Two 120 mm rounds" are two rounds, "six 40-foot containers" six containers, however few.
_SIZE = re.compile(
    rf"[ \xa0](?:\d{{1,4}}(?:\.\d{{1,2}})?|{numbers.SMALL_NUMBER})[ \xa0-]?(?:{either(units.SIZES)})(?=[ \xa0-])"
)


def _sized(doc: Doc, text: str, at: int, sentence: Span) -> tuple[str, int] | None:
    """What a number counts where a size stands between the two."""
    size = _SIZE.match(text, at, sentence.end)
    last = token_at(doc, size.end() - 1) if size else None
    noun = plural_after(doc, last) if last is not None else None
    if noun is None or noun.idx >= sentence.end or noun.lower_ in units.MEASURES or noun.lower_ in _NO_FIGURES:
        return None
    return units.UNITS.get(noun.lower_, noun.lower_), noun.idx + len(noun)


def _of_unit(match: re.Match[str], unit: re.Match[str], parts: Mapping[str, str], limit: int) -> tuple[str, int] | None:
    """The unit right after a number, and where it ends; None where the two say nothing together."""
    word = unit["glued"] or unit["noun1"] or unit["noun2"] or unit["harm"]
    name = units.HARM[word] if unit["harm"] else units.UNITS[word]
    if word in units.DOUBTFUL_SIGNS and not numbers.is_broken(parts):
        return None
    if word in units.OF_MILLIONS and numbers.magnitude(parts) == 1:
        return None
    if parts.get("short") in numbers.UNCLEAR and word not in units.PERSONS and not name.isupper():
        return None
    if "words" in parts and numbers.value(parts) < _FEWEST and (word in units.THINGS or name == "degrees"):
        return None
    if name in units.DURATIONS:
        return _duration(match.string, name, match.start(), unit.end(), limit)
    return name, unit.end()


def _duration(text: str, unit: str, start: int, end: int, limit: int) -> tuple[str, int] | None:
    if _DATING.match(text, end, limit) or _STRETCH.search(text, max(0, start - _STRETCH_WIDTH), start):
        return None
    if old := _OLD.match(text, end, limit):
        thing = any(word.lower() in units.AGING for word in old["noun"].split())
        return (unit, end + len("-old")) if thing else None
    return unit, end


def _tells(noun: Token, last: Token, parts: Mapping[str, str]) -> bool:
    """Whether so many of these tell something: "22 federal lighthouses", not "three towers" or "Boeing 737 jets"."""
    word = noun.lower_
    if word in units.PERSONS:
        return True
    if word in _NO_FIGURES or word in units.MEASURES or parts.get("short") in numbers.UNCLEAR:
        return False
    before = last.doc[last.i - 1] if last.i > 0 else last
    named = before.tag_ == "NNP" and not last.is_sent_start and parts.get("digits", "").isdecimal()
    listed = "digits" in parts or word in units.THINGS
    return listed and not named and numbers.value(parts) >= _FEWEST


def _harmed(doc: Doc, match: re.Match[str], sentence: Span) -> str | None:
    """What became of those counted, where a verb before the number says so: "killed at least 31"."""
    text = match.string
    about = bounds.in_front(text, match.start(), sentence.start)
    start = about.start() if about else match.start()
    if _TOLL.search(text, max(sentence.start, start - _TOLL_WIDTH), match.start()):
        return "dead"
    before = token_at(doc, start - 2) if start - 2 >= sentence.start else None
    return _HARMED.get(before.lemma_.lower()) if before is not None and before.pos_ == "VERB" else None


def _opens_noun(doc: Doc, last: Token) -> bool:
    following = doc[last.i + 1] if last.i + 1 < len(doc) else last
    return following.pos_ in ("NOUN", "ADJ") and following.lower_ not in ("more", "others")

"""The numbers that carry a story: money, percentages, people, votes, distances, durations, with value and unit.

Numbers that only date, number or rate something are left alone: years, days of the month, ages of people, "No. 5",
scores, telephone numbers.
"""

import re
from collections.abc import Iterator, Sequence

from reader.analysis import units
from reader.model import Figure, Span
from reader.text.wordlists import words

_SMALL = units.either([*units.ONES, *units.TEENS, *units.TENS])
_LARGE = units.either(set(units.MAGNITUDES) - units.SHORT_MAGNITUDES)

# A number in figures or words with its magnitude: "400,000", "$2.3 billion", "two dozen", "half a million". Digits are
# bounded: longer runs are codes.
_NUMBER = re.compile(
    rf"""(?<![\w.,/:#+-])(?P<sign>{units.either(units.CURRENCY_SIGNS)})?
    (?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,4}})?)(?![\d,.:/–-]*\d)
      |(?P<words>(?i:{_SMALL})(?:-(?i:{units.either(units.ONES)}))?)(?!\w)
      |(?P<article>(?i:half[ ]an?|an?))(?=[ ](?:{_LARGE})\b))
    (?:[ \xa0-]?(?P<magnitude>(?i:{_LARGE})|(?:{units.either(units.SHORT_MAGNITUDES)})(?=\b))s?\b)?""",
    re.VERBOSE,
)

# A unit after a number, up to two words in between: "12 Turkish soldiers", "nearly 6-year-old".
_UNIT = re.compile(
    rf"(?P<between>(?:[ \xa0][^\W\d_]{{2,14}}(?:-[^\W\d_]{{2,14}})?){{0,2}}?)"
    rf"(?:[ \xa0-]?(?P<percent>%)|[ \xa0-](?P<noun>{units.either(set(units.UNITS) - {'%'})})\b)(?![’'])"
)

# Words that keep a unit from belonging to the number before it ("two of the people"). "12 were killed" is right, so
# verbs may stand before those.
_APART = words(
    """of the in on at to and or but for from with by as that which who will would per into after before since until
    said his her its their this these those not when than out way ways times points degrees"""
)
_BETWEEN_VERBS = words("were was are is been have had has be people")
_HARM = words("dead killed injured wounded missing arrested")

_ABOUT = re.compile(
    r"(?i:\b(?:more than|less than|fewer than|just over|just under|over|under|nearly|almost|about|around|at least|"
    r"at most|some|up to|as many as|as much as|as few as|an estimated|roughly|approximately))[ \xa0]$"
)
_ABOUT_WIDTH = 16

# A number after these is a label, a day of the month or an age: "No. 5", "Dec. 30", "aged 14".
_LABEL = re.compile(
    r"(?:\b(?:No|Nos|Article|Section|Chapter|Page|Room|Flight|Route|Highway|Unit|Group of|[Aa]ged?|one in|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\.?)[ \xa0]$"
)
_LABEL_WIDTH = 12

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

# "three years ago" is a date, "14 years old" an age; "6-year-old war" is a duration, "6-year-old girl" an age.
_DATING = re.compile(r"[ \xa0](?:ago|earlier|later|before|after|old|of age|running|in a row)\b")
_OLD = re.compile(r"-old\b(?P<noun>(?:[ \xa0][^\W\d_][\w’'-]{0,19}){0,3})")
_AGING_THINGS = words(
    """war conflict dispute cease-fire ceasefire truce deal treaty agreement accord ban law company firm program
    programme siege feud rule policy insurgency rebellion blockade embargo strike tradition bridge building church
    factory plant reactor pipeline ship ferry crisis campaign case investigation"""
)


def figures(text: str, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """Find the figures of a text, each value and unit once, in order.

    "killed more than 400,000 people" gives 400000 "people"; "$2.3 billion" 2300000000 "USD"; "the nearly 6-year-old
    civil war" 6 "years". The span is the wording with its "more than".
    """
    found: dict[tuple[float, str], Figure] = {}
    for sentence in sentences:
        for figure in _in_sentence(text, sentence):
            found.setdefault((figure.value, figure.unit), figure)
    return tuple(found.values())


def _in_sentence(text: str, sentence: Span) -> Iterator[Figure]:
    for number in _NUMBER.finditer(text, sentence.start, sentence.end):
        if _LABEL.search(text, max(sentence.start, number.start() - _LABEL_WIDTH), number.start()):
            continue
        counted = _counted(text, number, sentence.end)
        if counted is None:
            continue
        unit, end = counted
        about = _ABOUT.search(text, max(sentence.start, number.start() - _ABOUT_WIDTH), number.start())
        start = about.start() if about else number.start()
        yield Figure(start=start, end=end, text=text[start:end], value=_value(number), unit=unit, sentence=sentence)


def _counted(text: str, number: re.Match[str], limit: int) -> tuple[str, int] | None:
    """Return what a number counts and where its wording ends; None when it counts nothing we know."""
    if number["sign"]:
        return units.CURRENCY_SIGNS[number["sign"]], number.end()
    if number["magnitude"] in units.SHORT_MAGNITUDES:
        return None
    found = _UNIT.match(text, number.end(), limit)
    if not found or not _belongs(found):
        return None
    unit = units.UNITS[found["percent"] or found["noun"]]
    is_year = not number["magnitude"] and bool(_YEAR.fullmatch(number["digits"] or ""))
    if is_year and not found["percent"]:
        return None
    if number["words"] and number["words"].lower() == "one" and not number["magnitude"]:
        return None
    if unit in units.DURATIONS:
        return _duration(text, unit, found.end(), limit)
    return unit, found.end()


def _belongs(found: re.Match[str]) -> bool:
    between = found["between"].split()
    if found["percent"] or not between:
        return True
    if found["noun"] in _HARM:
        return all(word in _BETWEEN_VERBS for word in between)
    measured = units.UNITS[found["noun"]] in units.DURATIONS or found["noun"] in ("percent", "per cent")
    return not measured and not any(word.lower() in _APART or word in _BETWEEN_VERBS for word in between)


def _duration(text: str, unit: str, end: int, limit: int) -> tuple[str, int] | None:
    if _DATING.match(text, end, limit):
        return None
    if old := _OLD.match(text, end, limit):
        thing = any(word.lower() in _AGING_THINGS for word in old["noun"].split())
        return (unit, end + len("-old")) if thing else None
    return unit, end


def _value(number: re.Match[str]) -> float:
    if number["digits"]:
        value = float(number["digits"].replace(",", ""))
    elif number["words"]:
        words = {**units.ONES, **units.TEENS, **units.TENS}
        value = sum(words[part] for part in number["words"].lower().split("-"))
    else:
        value = 0.5 if number["article"].lower().startswith("half") else 1.0
    return value * units.MAGNITUDES.get((number["magnitude"] or "").lower(), 1.0)

"""Numbers as the news writes them: "400,000", "$2.3 billion", "two hundred and fifty", "half a million", "2.3bn"."""

import re
from collections.abc import Mapping

from reader.lexicon import units
from reader.lexicon.wordlists import either


def _numbered(worded: str, start: int, step: int = 1) -> dict[str, float]:
    return {word: float(start + step * i) for i, word in enumerate(worded.split())}


_ONES = _numbered("one two three four five six seven eight nine", 1)
_TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_WORDS = {**_ONES, **_TEENS, **_TENS}
_SHORT = ("k", "m", "mn", "mln", "b", "bn", "bln", "tn", "cr", "K", "M", "B")
# After a number that is no money these may be metres or bits: "4m", "5k".
UNCLEAR = frozenset(("k", "m", "b", "cr", "K", "M", "B"))
_LARGE = either(word for word in units.MAGNITUDES if word not in _SHORT)

# Half of what is a figure, besides half a million: half an hour is none.
_HALVED = "mile|kilomet(?:er|re)|acre|hectare|tonne|ton|percentage point"
_SMALL = rf"(?:{either(_TENS)})(?:-(?:{either(_ONES)}))?|{either({**_ONES, **_TEENS})}"
# "1,200", "1,00,000", "13 500", "12.5", and with the comma of other countries "2,25 billion", "3,5%".
_DIGITS = (
    r"\d{1,3}(?:,\d{2,3}){0,3},\d{3}(?:\.\d{1,4})?"
    r"|\d{1,3}(?:[ \xa0\u202f\u2009]\d{3}){1,3}(?![ \xa0-]?(?:mm|kg|cm)\b|-)"
    rf"|\d{{1,3}},\d{{1,2}}(?=[ \xa0]?(?:%|percent\b|per[ ]cent\b|(?i:{_LARGE})s?\b|(?:{either(_SHORT)})\b))"
    r"|\d{1,12}(?:\.\d{1,4})?"
)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def number(tag: str = "") -> str:
    """The pattern of a number; `tag` keeps the names of the two ends of a range apart. For `re.VERBOSE`.

    Digits are bounded: longer runs are codes.
    """
    return rf"""(?:(?P<sign{tag}>{either(units.CURRENCY_SIGNS)})[ \xa0]?)?
    (?:(?P<digits{tag}>{_DIGITS})(?![\d.,:/]*\d)
      |(?P<words{tag}>(?i:(?:{_SMALL})(?:[ \xa0]hundred(?:[ \xa0]and[ \xa0](?:{_SMALL}))?)?))(?!\w)
      |(?P<article{tag}>(?i:half[ \xa0]an?(?=[ \xa0](?:{_HALVED})\b)|(?:half[ \xa0])?an?(?=[ \xa0](?:{_LARGE})\b))))
    (?:[ \xa0-]?(?:(?P<magnitude{tag}>(?i:{_LARGE}))s?\b|(?P<short{tag}>{either(_SHORT)})\b))?"""


# So that 67.6 billion is 67600000000 and no 67599999999.99999.
_DECIMALS = 4
_GAP = re.compile(r"\s")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")


def value(parts: Mapping[str, str]) -> float:
    """What a matched number is worth, with its magnitude: "2.3" and "billion" give 2300000000."""
    return round(coefficient(parts) * magnitude(parts), _DECIMALS)


def magnitude(parts: Mapping[str, str]) -> float:
    """What the number is multiplied with, 1 where it stands alone."""
    worded = parts.get("magnitude") or parts.get("short") or ""
    return units.MAGNITUDES.get(worded.lower().replace("\xa0", " "), 1.0)


def is_broken(parts: Mapping[str, str]) -> bool:
    """Whether a number is large or broken, so that it numbers nothing: "4 million", "1,200", "4.50"; not "28"."""
    return magnitude(parts) > 1 or not parts.get("digits", "").isdecimal()


def coefficient(parts: Mapping[str, str]) -> float:
    """The number without its magnitude."""
    if "digits" in parts:
        digits = _GAP.sub("", parts["digits"])
        return float(digits.replace(",", ".") if _DECIMAL_COMMA.fullmatch(digits) else digits.replace(",", ""))
    if "words" not in parts:
        return 0.5 if parts["article"].lower().startswith("half") else 1.0
    total = 0.0
    for word in re.split(r"[ \xa0-]", parts["words"].lower()):
        total = total * 100 if word == "hundred" else total + _WORDS.get(word, 0.0)
    return total


def worded(word: str) -> float | None:
    """A small number in words or figures: "five", "10"."""
    return float(word) if word.isdecimal() else _WORDS.get(word.lower())


SMALL_NUMBER = rf"(?:\d{{1,4}}|(?i:{either({**_ONES, **_TEENS, **_TENS})}))"

"""What the figures of the news count and are measured in. Data and the patterns made of it."""

import re
from collections.abc import Iterable

from reader.text.wordlists import words


def _numbered(words: str, start: int, step: int = 1) -> dict[str, float]:
    return {word: float(start + step * i) for i, word in enumerate(words.split())}


def _plural(noun: str) -> str:
    if noun == "aircraft":
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


ONES = _numbered("one two three four five six seven eight nine", 1)
TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
SHORT_MAGNITUDES = frozenset({"k", "m", "mn", "bn", "tn"})

CURRENCY_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "R$": "BRL",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW",
}  # fmt: skip

DURATIONS = words("minutes hours days weeks months years decades centuries")

# "Pounds" is money or weight, so it is left out.
_MEASURES = {
    "dollar": "USD", "euro": "EUR", "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "crown": "crowns",
    "franc": "francs", "mile": "miles", "kilometer": "kilometers", "kilometre": "kilometers", "meter": "meters",
    "metre": "meters", "acre": "acres", "hectare": "hectares", "ton": "tons", "tonne": "tonnes", "barrel": "barrels",
    "kilogram": "kilograms", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "decade": "decades", "percentage point": "percentage points",
}  # fmt: skip
_UNCHANGING = {
    "yen": "JPY", "yuan": "CNY", "percent": "percent", "per cent": "percent", "%": "percent",
    "century": "centuries", "centuries": "centuries", "km": "kilometers", "kg": "kilograms", "feet": "feet",
    "foot": "feet", "mph": "miles per hour", "miles per hour": "miles per hour", "miles an hour": "miles per hour",
    "person": "people", "people": "people", "men": "men", "women": "women", "children": "children",
    "dead": "dead", "killed": "killed", "injured": "injured", "wounded": "wounded", "missing": "missing",
    "arrested": "arrested",
}  # fmt: skip

# What news counts; the unit is the plural.
_COUNTED = words(
    """civilian soldier troop officer passenger worker employee student pupil teacher doctor nurse refugee migrant
    resident protester demonstrator patient victim survivor casualty fatality death injury arrest vote voter seat job
    home house household family building vehicle flight ferry ship aircraft school hospital village town city country
    state faction company firm shop store member delegate lawmaker prisoner hostage fighter militant rebel case"""
)

UNITS = {
    **_UNCHANGING,
    **_MEASURES,
    **{f"{word}s": unit for word, unit in _MEASURES.items()},
    **{noun: _plural(noun) for noun in _COUNTED},
    **{_plural(noun): _plural(noun) for noun in _COUNTED},
}

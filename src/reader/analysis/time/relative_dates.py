"""Wordings of time without a calendar date: "last week", "two years ago", "in the 1990s", "the past five years".

Each is one rule: a pattern, and what it is for a day of publication.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from reader.analysis.patterns import compiled
from reader.analysis.time import date_arithmetic
from reader.analysis.time.date_arithmetic import Moment, Reference
from reader.lexicon.calendar import MONTHS, WEEKDAYS
from reader.lexicon.date_words import COUNT, COUNTS, MONTH, ORDINALS, PART_OF_DAY, SEASON, UNIT, WEEKDAY, YEAR

_Parts = Mapping[str, str]


class Rule(NamedTuple):
    """A wording and its resolution. Without a day of publication only what is not `relative` can be resolved."""

    pattern: re.Pattern[str]
    resolve: Callable[[_Parts, Reference], Moment]
    relative: bool = True


_WHICH = "(?P<which>last|this|next)"
_QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10, "final": 10}
_NEAR = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_FEASTS = {
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Boxing Day": (12, 26), "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1), "Valentine's Day": (2, 14), "Halloween": (10, 31),
}  # fmt: skip
# A decade written short ("the ’70s") is of the last century, but for those that had not been when the web came up.
_SHORT_DECADES_FROM = 30
# A feast is spoken of as to come all the year.
_A_YEAR = 366


def _count(parts: _Parts) -> int:
    worded = parts["count"].lower().replace("\xa0", " ")
    return COUNTS.get(worded) or int(worded)


def _unit(parts: _Parts) -> str:
    return parts["unit"] if parts["unit"] != "centur" else "century"


def _ago(parts: _Parts, reference: Reference) -> Moment:
    return date_arithmetic.unit(_unit(parts), -_count(parts), reference.today)


def _from_now(parts: _Parts, reference: Reference) -> Moment:
    return date_arithmetic.unit(_unit(parts), _count(parts), reference.today)


def _stretch(parts: _Parts, reference: Reference) -> Moment:
    """The past or next so many units, as a period that ends or begins with today's."""
    count = _count(parts) if "count" in parts else 1
    now = date_arithmetic.unit("year" if _unit(parts) in ("decade", "century") else _unit(parts), 0, reference.today)
    if parts["way"].lower() in ("past", "last"):
        return date_arithmetic.period(date_arithmetic.unit(_unit(parts), -count, reference.today), now)
    return date_arithmetic.period(now, date_arithmetic.unit(_unit(parts), count, reference.today))


def _near(parts: _Parts, reference: Reference) -> Moment:
    worded = parts["near"].lower().replace("\xa0", " ")
    return date_arithmetic.unit("day", _NEAR[worded], reference.today)


def _unit_of(parts: _Parts, reference: Reference) -> Moment:
    return date_arithmetic.unit(parts["unit"], date_arithmetic.STEPS[parts["which"].lower()], reference.today)


def _weekend(parts: _Parts, reference: Reference) -> Moment:
    return date_arithmetic.weekend(parts.get("which", "").lower(), reference)


def _weekday(parts: _Parts, reference: Reference) -> Moment:
    return date_arithmetic.weekday_of(parts["which"].lower(), WEEKDAYS.index(parts["weekday"]), reference)


def _month(parts: _Parts, reference: Reference) -> Moment:
    return date_arithmetic.month_of(parts["which"].lower(), MONTHS[parts["month"]], reference.today)


def _as_worded(parts: _Parts, reference: Reference) -> Moment:
    """Seasons: they differ by hemisphere."""
    return Moment(None, "")


def _decade(parts: _Parts, reference: Reference) -> Moment:
    if "short" in parts:
        return date_arithmetic.years(
            (1900 if int(parts["short"]) >= _SHORT_DECADES_FROM else 2000) + int(parts["short"]), 10
        )
    first = int(parts["decade"])
    return date_arithmetic.years(first, 100 if first % 100 == 0 and first < 2000 else 10)


def _century(parts: _Parts, reference: Reference) -> Moment:
    number = int(parts["number"]) if "number" in parts else ORDINALS[parts["ordinal"].lower()]
    return date_arithmetic.years(100 * number - 99, 100)


def _quarter(parts: _Parts, reference: Reference) -> Moment:
    year = (
        int(parts["year"]) if "year" in parts else reference.today.year + date_arithmetic.STEPS[parts["which"].lower()]
    )
    return date_arithmetic.quarter(date(year, _QUARTERS[parts["quarter"].lower()], 1))


def _feast(parts: _Parts, reference: Reference) -> Moment:
    month, day = _FEASTS[parts["feast"].replace("’", "'").replace("\xa0", " ")]
    return date_arithmetic.without_year(month, day, None, reference, far=_A_YEAR)


# Of "the last week", only after a preposition: "the last week was hard" may be of anything.
_WITHIN = "(?:(?<=in )|(?<=over )|(?<=for )|(?<=during )|(?<=within ))"
_WHEN_IN = "(?i:(?:earlier|later|late|early|sometime) |(?:the )?(?:end|start|beginning|middle) of )?"
_QUARTER = rf"(?i:the (?P<quarter>{'|'.join(_QUARTERS)}) quarter of )"
_NEAR_WORDS = "|".join(sorted(_NEAR, key=len, reverse=True))

NEAR = Rule(compiled(rf"\b(?P<near>(?i:{_NEAR_WORDS}))\b"), _near)
RULES = (
    Rule(compiled(rf"(?<!\bor )(?<!\bto )\b{COUNT} {UNIT} ago\b"), _ago),
    Rule(compiled(rf"\b{COUNT} {UNIT}(?: from now|(?:’s?)? time)\b"), _from_now),
    Rule(compiled(rf"\b(?i:the (?P<way>past) )(?:{COUNT} )?{UNIT}\b(?! of\b)"), _stretch),
    Rule(compiled(rf"\b(?i:the (?P<way>last|next|coming) ){COUNT} {UNIT}\b(?! of\b)"), _stretch),
    Rule(compiled(rf"{_WITHIN}the (?P<way>last|next|coming) {UNIT}\b(?! of\b)"), _stretch),
    NEAR,
    Rule(compiled(rf"(?<!\b[Tt]he )\b{_WHEN_IN}(?i:{_WHICH}) (?P<unit>week|month|year|quarter)\b"), _unit_of),
    Rule(compiled(rf"(?<!\b[Tt]he )\b(?i:{_WHICH}) weekend\b"), _weekend),
    Rule(compiled(r"(?:(?<=over )|(?<=Over )|(?<=during )|(?<=at ))the weekend\b(?! of\b)"), _weekend),
    Rule(
        compiled(rf"(?<!\b[Tt]he )\b(?i:{_WHICH}) (?P<weekday>{WEEKDAY})(?: (?:{PART_OF_DAY}))?\b(?! of\b)"), _weekday
    ),
    Rule(compiled(rf"(?<!\b[Tt]he )\b(?i:{_WHICH}) (?P<month>{MONTH})\b"), _month),
    Rule(compiled(rf"(?<!\b[Tt]he )\b(?i:{_WHICH}) (?:{SEASON})\b"), _as_worded),
    Rule(
        compiled(r"\b[Tt]he (?:(?:early|mid|late)(?:-| ))?(?:(?P<decade>(?:1[5-9]|20)\d0)’?s|’(?P<short>[1-9]0)s)\b"),
        _decade,
        relative=False,
    ),
    Rule(
        compiled(
            rf"\b[Tt]he (?:(?:early|mid|late)(?:-| ))?"
            rf"(?:(?P<number>1\d|2[01])(?:th|st)|(?P<ordinal>{'|'.join(ORDINALS)})) century\b(?! of\b)"
        ),
        _century,
        relative=False,
    ),
    Rule(compiled(rf"\b{_QUARTER}(?P<year>{YEAR})\b"), _quarter, relative=False),
    Rule(compiled(rf"\b{_QUARTER}{_WHICH} year\b"), _quarter),
    Rule(compiled(rf"\b(?P<feast>{'|'.join(_FEASTS).replace(chr(39), '’')})\b"), _feast),
)

"""Dates in the wording of the news, resolved against the day of publication. Rules of our own on `datetime`.

A date is ISO 8601 with the precision of its wording: "2011-03", "2012", "2017-W03" for "last week".
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
            ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"),
            ("November", "Nov"), ("December", "Dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTS = {
    word: number
    for number, words in enumerate(
        (("a", "an", "one"), ("two",), ("three",), ("four",), ("five",), ("six",), ("seven",), ("eight",), ("nine",),
         ("ten",), ("eleven",), ("twelve",)),
        start=1,
    )
    for word in words
}  # fmt: skip

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"

_ABSOLUTE = tuple(
    re.compile(rf"(?<![\w-]){pattern}(?![\w-])")
    for pattern in (
        r"(?P<year>(?:19|20)\d\d)-(?P<digits>\d\d)-(?P<day>\d\d)",
        rf"{_MONTH}[ \xa0]{_DAY},?[ \xa0]{_YEAR}",
        rf"{_DAY}[ \xa0](?:of )?{_MONTH},?[ \xa0]{_YEAR}",
        rf"{_MONTH},?[ \xa0]{_YEAR}",
        rf"{_MONTH}[ \xa0]{_DAY}",
        rf"{_DAY}[ \xa0](?:of )?{_MONTH}",
        rf"(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id)[ \xa0]{_YEAR}",
    )
)
_RELATIVE = (
    re.compile(rf"\b(?P<count>\d{{1,2}}|(?i:{'|'.join(_COUNTS)}))[ \xa0](?P<unit>day|week|month|year)s?[ \xa0]ago\b"),
    re.compile(
        rf"(?<!\bthe )(?<!\bover )(?<!\bin )\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)[ \xa0]"
        rf"(?:(?P<unit>week|month|year)|{_WEEKDAY}|{_MONTH}|(?P<season>spring|summer|autumn|fall|winter))\b"
    ),
    re.compile(r"\b(?P<near>[Yy]esterday|[Tt]omorrow|[Ll]ast night)\b"),
    re.compile(rf"\b{_WEEKDAY}\b(?!,?[ \xa0](?:\d|{_MONTH}[ \xa0]\d))"),
)

# Days of a name of their own, and habits: "Good Friday", "every Monday".
_NAMED_DAY = re.compile(
    r"\b(?:Good|Black|Super|Easter|Palm|Ash|Shrove|Bloody|Cyber|Maundy|Fat|Holy|[Ee]very|[Ee]ach)[ \xa0]$"
)
# Days that name what happened on them: "the Sept. 11 attacks".
_NAMESAKE = re.compile(
    r"[ \xa0](?:attacks?|attackers|bombings?|riots?|insurrection|committee|memorial|movement|revolution)\b"
)

# "would conclude Tuesday", "until Tuesday": a bare weekday after these is to come.
_TO_COME = re.compile(
    r"\b(?:will|would|is to|are to|is due|are due|was due|were due|scheduled|plans?|set to|expected to|until|till|by)\b"
    r"[^.;]{0,60}$"
)
_LOOK_BACK = 80


class Dated(NamedTuple):
    """A date in a text: where it stands, its first day (None when unknown), and its ISO form or its wording."""

    start: int
    end: int
    first_day: date | None
    iso: str


def find(text: str, start: int, end: int, published: date | None) -> Iterator[Dated]:
    """Find the dates between two offsets, in order; of two that overlap the one that begins first, then the fuller."""
    readings = sorted(
        (match.start(), rank, match)
        for rank, pattern in enumerate((*_ABSOLUTE, *_RELATIVE))
        for match in pattern.finditer(text, start, end)
    )
    reached = start
    for *_, match in readings:
        if match.start() < reached or _names(text, match, end):
            continue
        reached = match.end()
        resolved = _resolve(text, start, match, published)
        if resolved is not None:
            first_day, iso = resolved
            yield Dated(match.start(), match.end(), first_day, iso or match[0])


def _names(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the words name something instead of dating it."""
    if "year" in match.re.groupindex:
        return False
    before = _NAMED_DAY.search(text, max(0, match.start() - 10), match.start())
    return bool(before or _NAMESAKE.match(text, match.end(), end))


def _resolve(text: str, start: int, match: re.Match[str], published: date | None) -> tuple[date | None, str] | None:
    """Resolve one match; (None, "") for what stays as worded, None for what is no date after all."""
    parts = match.groupdict()
    try:
        if parts.get("year"):
            return _with_year(parts)
        if published is None:
            return None, ""
        if parts.get("month"):
            return _month_without_year(parts, published)
        if parts.get("weekday"):
            to_come = _TO_COME.search(text, max(start, match.start() - _LOOK_BACK), match.start()) is not None
            return _weekday(parts, published, to_come=to_come)
        return _counted_from(parts, published)
    except (ValueError, OverflowError):
        return None


def _with_year(parts: dict[str, str | None]) -> tuple[date, str]:
    year = int(parts["year"] or 0)
    month = int(parts.get("digits") or _MONTHS.get(parts.get("month") or "", 0))
    if parts.get("day"):
        day = date(year, month, int(parts["day"] or 0))
        return day, day.isoformat()
    return (date(year, month, 1), f"{year:04}-{month:02}") if month else (date(year, 1, 1), f"{year:04}")


def _month_without_year(parts: dict[str, str | None], published: date) -> tuple[date, str]:
    month = _MONTHS[parts["month"] or ""]
    if parts.get("day"):
        years = (published.year + offset for offset in (-1, 0, 1))
        day = min(
            (date(year, month, int(parts["day"] or 0)) for year in years if _exists(year, month, parts["day"])),
            key=lambda candidate: abs(candidate - published),
        )
        return day, day.isoformat()
    which = (parts.get("which") or "").lower()
    year = published.year
    if which == "last" and month >= published.month:
        year -= 1
    if which == "next" and month <= published.month:
        year += 1
    return date(year, month, 1), f"{year:04}-{month:02}"


def _exists(year: int, month: int, day: str | None) -> bool:
    try:
        date(year, month, int(day or 0))
    except ValueError:
        return False
    return True


def _weekday(parts: dict[str, str | None], published: date, *, to_come: bool) -> tuple[date, str]:
    which = (parts.get("which") or "").lower()
    index = _WEEKDAYS.index(parts["weekday"] or "")
    back = (published.weekday() - index) % 7
    if which == "last":
        day = published - timedelta(days=back or 7)
    elif which == "next":
        day = published + timedelta(days=7 - back)
    elif which == "this" or to_come:
        day = published + timedelta(days=(7 - back) % 7)
    else:
        day = published - timedelta(days=back)
    return day, day.isoformat()


def _counted_from(parts: dict[str, str | None], published: date) -> tuple[date | None, str]:
    """Resolve "yesterday", "last month", "two weeks ago"; seasons stay as worded, they differ by hemisphere."""
    if near := parts.get("near"):
        day = published + timedelta(days=1 if near.lower() == "tomorrow" else -1)
        return day, day.isoformat()
    unit = parts.get("unit")
    if unit is None:
        return None, ""
    if count := parts.get("count"):
        steps = -int(_COUNTS.get(count.lower()) or count)
    else:
        steps = {"last": -1, "next": 1, "this": 0}[(parts["which"] or "").lower()]
    if unit == "day":
        day = published + timedelta(days=steps)
        return day, day.isoformat()
    if unit == "week":
        day = published + timedelta(days=7 * steps - published.weekday())
        week = day.isocalendar()
        return day, f"{week.year:04}-W{week.week:02}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + steps
        day = date(months // 12, months % 12 + 1, 1)
        return day, f"{day.year:04}-{day.month:02}"
    return date(published.year + steps, 1, 1), f"{published.year + steps:04}"

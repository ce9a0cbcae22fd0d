"""ISO 8601 dates in the words of a newspaper. Knows the precisions an event can have; asks no clock."""

import re
from datetime import date, datetime

_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def worded(iso: str) -> str:
    """Word a date with the precision it has; what is not ISO 8601 stays as it is.

    "2017-01-23T20:11:00-08:00" is "23 January 2017", "2017-01" "January 2017", "2017-W03" "week of 16 January 2017",
    "2011/2014" "2011 to 2014".
    """
    first, between, last = iso.partition("/")
    if between:
        return f"{worded(first)} to {worded(last)}"
    try:
        if month := _MONTH.fullmatch(iso):
            return f"{date(int(month[1]), int(month[2]), 1):%B} {int(month[1])}"
        if week := _WEEK.fullmatch(iso):
            return f"week of {_day(date.fromisocalendar(int(week[1]), int(week[2]), 1))}"
        return _day(datetime.fromisoformat(iso)) if len(iso) > len("2017-W03") else iso
    except ValueError:
        return iso


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"

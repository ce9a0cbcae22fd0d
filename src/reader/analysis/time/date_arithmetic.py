"""The arithmetic of dates: days, weeks, months and years counted from the day of publication, as ISO 8601.

A moment has the precision of its wording: "2011-03", "2012", "2017-W03" for "last week", "2011/2014" for a period.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta, weekday

_SATURDAY, _SUNDAY = 5, 6
_MONTHS_A_QUARTER = 3
STEPS = {"last": -1, "this": 0, "next": 1}
_YEARS = {"year": 1, "decade": 10, "century": 100}


class Moment(NamedTuple):
    """A day or a stretch of time: its first day, None when unknown, and its ISO form."""

    first: date | None
    iso: str


class Reference(NamedTuple):
    """What a wording counts from: the day of the story, and whether the verb tells what is to come.

    `scheduled` says that what is dated is known long before, as an election is.
    """

    today: date
    to_come: bool | None
    scheduled: bool = False


# "Oct. 7" without a year, and without a verb that tells, is the last one unless the next is this near, in days. Where a
# verb tells that it lies ahead, but further than this, it may as well have been planned for a day now past
# ("planned for Oct. 15"): of eight such in 181 articles of one week, five were past.
_SOON, _FAR = 31, 274


def day(value: date) -> Moment:
    """A day: "2017-01-23"."""
    return Moment(value, value.isoformat())


def week(value: date) -> Moment:
    """The week of a day: "2017-W04"."""
    number = value.isocalendar()
    return Moment(_moved(value, weekday=_on(0, -1)), f"{number.year:04}-W{number.week:02}")


def month(value: date) -> Moment:
    """The month of a day: "2017-01"."""
    return Moment(value.replace(day=1), f"{value.year:04}-{value.month:02}")


def year(number: int) -> Moment:
    """A year: "2017"."""
    return Moment(date(number, 1, 1), f"{number:04}")


def period(first: Moment, last: Moment) -> Moment:
    """From one moment to another: "2011/2014"."""
    return Moment(first.first, f"{first.iso}/{last.iso}")


def years(first: int, count: int) -> Moment:
    """A run of years: "1990/1999"."""
    return period(year(first), year(first + count - 1))


def quarter(value: date) -> Moment:
    """The quarter of a day, as its first and last month: "2016-07/2016-09"."""
    first = value.replace(day=1, month=value.month - (value.month - 1) % _MONTHS_A_QUARTER)
    return period(month(first), month(_moved(first, months=_MONTHS_A_QUARTER - 1)))


def unit(name: str, steps: int, today: date) -> Moment:
    """The day, week, month, quarter or year that lies some steps from today's: ("month", -1) is "last month"."""
    if name == "quarter":
        return quarter(_moved(today, months=_MONTHS_A_QUARTER * steps))
    if name in _YEARS:
        return year(today.year + steps * _YEARS[name])
    whole = {"day": day, "week": week, "month": month}[name]
    return whole(_moved(today, **{f"{name}s": steps}))


def weekday_near(index: int, reference: Reference) -> Moment:
    """A bare weekday: the last one, today included, or the next one where the verb tells what is to come."""
    return day(_moved(reference.today, weekday=_on(index, 1 if reference.to_come else -1)))


def weekday_of(which: str, index: int, reference: Reference) -> Moment:
    """The day in "last Monday", "next Monday", "this Monday".

    "Next" is of the week after this one: who means the coming Friday writes "Friday".
    """
    if which == "this":
        return weekday_near(index, reference._replace(to_come=reference.to_come is not False))
    if which == "last":
        return day(_moved(reference.today, days=-1, weekday=_on(index, -1)))
    monday = _moved(reference.today, weekday=_on(0, -1))
    return day(monday + timedelta(days=7 + index))


def weekend(which: str, reference: Reference) -> Moment:
    """A Saturday and Sunday: the last or the one that is on, and where the verb tells what is to come the next."""
    ahead = reference.to_come is True or (which == "this" and reference.to_come is None)
    if which == "last":
        sunday = _moved(reference.today, days=-1, weekday=_on(_SUNDAY, -1))
    elif which == "next":
        sunday = _moved(reference.today, weeks=1, weekday=_on(_SUNDAY, 1))
    elif ahead:
        sunday = _moved(reference.today, weekday=_on(_SUNDAY, 1))
    else:
        sunday = _moved(reference.today, weekday=_on(_SATURDAY, -1)) + timedelta(days=1)
    return period(day(sunday - timedelta(days=1)), day(sunday))


def dated(number: int, in_month: int | None, on_day: int | None) -> Moment:
    """A date whose year is known; ValueError where the calendar has no such day."""
    if in_month is None:
        return year(number)
    first = date(number, in_month, on_day or 1)
    return day(first) if on_day else month(first)


def without_year(
    in_month: int, on_day: int | None, on_weekday: int | None, reference: Reference, far: int = _FAR
) -> Moment:
    """A date without its year: as the verb tells, else the last such day or month, or a day that is near.

    ValueError where no year has such a day. A weekday beside it has the last word: "Friday, Dec. 30" of 2016.
    """
    today = reference.today
    if on_day is None:
        this = today.replace(day=1)
        months = [date(number, in_month, 1) for number in _around(today)]
        if reference.to_come is True:
            return _not_far(month(min(candidate for candidate in months if candidate >= this)), today, far)
        return month(max(candidate for candidate in months if candidate <= this))
    days = [date(number, in_month, on_day) for number in _around(today) if _exists(number, in_month, on_day)]
    matching = [candidate for candidate in days if candidate.weekday() == on_weekday]
    if len(matching) == 1:
        return day(matching[0])
    if reference.to_come is True:
        ahead = [candidate for candidate in days if candidate >= today]
        return _not_far(day(min(ahead or days, key=lambda candidate: abs(candidate - today))), today, far)
    last = today if reference.to_come is False else today + timedelta(days=_FAR if reference.scheduled else _SOON)
    told = [candidate for candidate in days if candidate <= last]
    return day(min(told or days, key=lambda candidate: abs(candidate - today)))


def _not_far(moment: Moment, today: date, far: int) -> Moment:
    """A moment to come, as worded where it lies so far ahead that it may have been planned for a day now past."""
    return moment if moment.first is None or (moment.first - today).days <= far else Moment(None, "")


def month_of(which: str, in_month: int, today: date) -> Moment:
    """The month in "last March", "next June", "this May"."""
    steps = {"last": -(in_month >= today.month), "next": int(in_month <= today.month), "this": 0}
    return month(date(today.year + steps[which], in_month, 1))


def _around(today: date) -> range:
    return range(today.year - 1, today.year + 2)


def _exists(number: int, in_month: int, on_day: int) -> bool:
    try:
        date(number, in_month, on_day)
    except ValueError:
        return False
    return True


def _on(index: int, nth: int) -> weekday:
    """The nth such weekday from a day on, the day itself included; backwards when negative."""
    return weekday(index, nth)


def _moved(value: date, **steps: Any) -> date:
    moved: date = value + relativedelta(**steps)
    return moved

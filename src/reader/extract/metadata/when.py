"""When it was published: ISO 8601, with time and zone where the page gives them. Never asks the clock."""

import re
from datetime import date, datetime, timedelta

DAY = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)")
# "+0100" and "+01", which `fromisoformat` in Python 3.11 takes, and "2026-03-04 10:00:00 +0100", which it does not.
GAPS = re.compile(r"(?<=\d)\s++(?=[+-]\d\d:?\d\d$)|(?<!\s)\s++(?=Z$)|(?:(?<!\s)\s++)?(?:UTC|GMT)$")

DAY_LENGTH = len("2026-03-04")
# Zones of time and slow desks make less of a difference than this.
OLDER = timedelta(days=7)


def iso(value: str | None) -> str | None:
    """Bring a machine-readable date into one form; None for one that is not a date.

    "2017-01-23T20:11:00-08:00" stays, "2017-01-23 20:11:00 +0100" gets its "T", "2017-01-23T00:00:00" (a date in the
    clothes of a time) loses its midnight.
    """
    if not value or not (day := DAY.match(value)):
        return None
    text = value.strip()
    named = re.search(r"(?:UTC|GMT)$", text) is not None
    try:
        moment = datetime.fromisoformat(GAPS.sub("", text) + ("+00:00" if named else ""))
    except ValueError:
        try:
            return datetime(*(int(part) for part in day.groups())).date().isoformat()  # type: ignore[arg-type]
        except ValueError:
            return None
    if moment.tzinfo is None and not (moment.hour or moment.minute or moment.second):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()


def is_later(moment: str, other: str | None) -> bool:
    """True when one ISO date or time comes after another, by a minute at least: systems touch what they publish.

    Of a day and a time in it neither is later.
    """
    if other is None:
        return True
    if len(moment) <= DAY_LENGTH or len(other) <= DAY_LENGTH:
        return moment[:DAY_LENGTH] > other[:DAY_LENGTH]
    one, two = datetime.fromisoformat(moment), datetime.fromisoformat(other)
    if one.tzinfo is None or two.tzinfo is None:
        one, two = one.replace(tzinfo=None), two.replace(tzinfo=None)
    return one - two >= timedelta(minutes=1)


def is_older(moment: str, other: str) -> bool:
    """True when the day of one ISO date lies well before that of another."""
    return date.fromisoformat(other[:DAY_LENGTH]) - date.fromisoformat(moment[:DAY_LENGTH]) > OLDER

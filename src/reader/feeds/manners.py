"""When a feed may be asked again, and what is to be sent along: policy on values. Asks no clock and no server."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# Without a word of the server's. Most feeds of news change within the hour; the rest answer with 304.
USUAL = timedelta(minutes=30)
# However short a server says that its answer holds: no paper is read more often.
SHORTEST = timedelta(minutes=15)
# However long: a server that was set wrong must not silence its feed for ever.
LONGEST = timedelta(days=1)
LONGEST_RETRY = timedelta(days=7)
# After each failure in a row twice as long, up to LONGEST: half an hour, one, two, four, eight, sixteen, a day.
_MOST_DOUBLINGS = 6

UNCHANGED = 304
GONE = 410
# Asked too often, or too much at work: the other feeds of the same server are left alone too.
OVERLOADED = frozenset({429, 503})
PERMANENT = frozenset({301, 308})


def conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers by which a server can say that nothing has changed, its own words given back to the letter."""
    sent = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in sent.items() if value}


def due_after_answer(headers: Mapping[str, str], now: datetime) -> datetime:
    """When a feed that answered as it should may be asked again: as its server says, within bounds."""
    lasting = _max_age(headers.get("Cache-Control", ""))
    if lasting is None:
        expires, sent = _moment(headers.get("Expires")), _moment(headers.get("Date"))
        lasting = expires - (sent or now) if expires else None
    return now + (USUAL if lasting is None else min(max(lasting, SHORTEST), LONGEST))


def due_after_failure(failures: int, headers: Mapping[str, str], now: datetime) -> datetime:
    """When a feed that could not be had may be asked again.

    Args:
        failures: how often in a row it had failed before.
        headers: of the answer, if there was one.
        now: the moment.
    """
    backed_off = min(USUAL * (1 << min(failures, _MOST_DOUBLINGS)), LONGEST)
    asked_for = _retry_after(headers.get("Retry-After", ""), now)
    return now + max(backed_off, min(asked_for, LONGEST_RETRY))


def has_moved(redirects: tuple[int, ...]) -> bool:
    """Whether all redirects on the way say that the address has changed for good."""
    return bool(redirects) and PERMANENT.issuperset(redirects)


def _max_age(cache_control: str) -> timedelta | None:
    """What Cache-Control says; None where it says nothing of use."""
    for directive in cache_control.lower().split(","):
        name, _, value = directive.partition("=")
        if name.strip() == "max-age":
            return _seconds(value.strip().strip('"'))
    return None


def _retry_after(value: str, now: datetime) -> timedelta:
    waiting = _seconds(value.strip())
    if waiting is None:
        until = _moment(value)
        waiting = until - now if until else timedelta()
    return waiting


def _seconds(value: str) -> timedelta | None:
    if not (value.isascii() and value.isdigit()):
        return None
    # Longer than LONGEST_RETRY is all the same; more digits are no timedelta.
    return timedelta(seconds=int(value[:9]))


def _moment(value: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(value or "")
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None

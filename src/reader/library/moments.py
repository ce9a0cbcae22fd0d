"""Moments as the library keeps them: seconds since 1970, in UTC. Pure."""

from datetime import UTC, datetime

_DATE_LENGTH = len("2026-03-14")


def seconds(moment: datetime) -> int:
    """A moment, told with its zone, as it is kept."""
    return int(moment.timestamp())


def at(kept: int) -> datetime:
    """A kept moment."""
    return datetime.fromtimestamp(kept, UTC)


def in_utc(moment: datetime | None) -> datetime | None:
    """A moment in UTC, that of one without a zone too; None of one at the edge of the calendar."""
    if moment is None:
        return None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None


def published(text: str | None) -> datetime | None:
    """The moment of a date as a page gives it, in UTC; None where it gives none.

    Of a date alone it is the end of its day, so that it does not stand behind all else of that day.
    """
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    if len(text or "") <= _DATE_LENGTH:
        found = found.replace(hour=23, minute=59)
    return in_utc(found)

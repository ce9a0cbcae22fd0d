"""Which day a story is of, and from which day its "Friday" counts: publication, the dateline, or a later version."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reader.analysis.time import calendar_dates, dates
from reader.analysis.time.date_arithmetic import Reference
from reader.text import dateline
from reader.text.document import Document

# A dateline stands at the head of the story, behind a headline and a byline at most.
_HEAD = 5
# A dateline without a year is of the year in which it lies this near to publication.
_NEAR = timedelta(days=31)
# A page touched sooner than this after publication is still the story it was.
_LATER = timedelta(days=31)


class StoryDay(NamedTuple):
    """The day of a story, and the day that "Friday" and "last month" count from; None where nothing tells."""

    day: date | None = None
    counts_from: date | None = None


def story_day(document: Document, published: str | None, modified: str | None = None) -> StoryDay:
    """Find the day of a story.

    "OSTEN, March 3, 2026 — The bridge closed on Monday." is of 3 March where nothing else tells, and its Monday is the
    one before. A page of 2012 that tells what happened in 2025 is of the day when it was changed.

    Args:
        document: an English text that has been read.
        published: ISO 8601, as the page gives it.
        modified: the same.
    """
    appeared, changed = _day(published), _day(modified)
    if appeared and changed and changed - appeared > _LATER and _tells_of_later(document, appeared, changed):
        appeared = changed
    filed = _filed(document, appeared)
    return StoryDay(appeared or filed, filed or appeared)


def _filed(document: Document, appeared: date | None) -> date | None:
    """The day of the dateline."""
    for paragraph in document.paragraphs[:_HEAD]:
        line = dateline.find(document.text, paragraph.start, paragraph.end)
        if line is not None and line.date is not None:
            return _of_dateline(line.date, appeared)
    return None


def _of_dateline(worded: str, appeared: date | None) -> date | None:
    match = calendar_dates.PATTERNS[-1].match(worded)
    if match is None:
        return None
    try:
        filed = calendar_dates.resolve(match, Reference(appeared, False) if appeared else None).first
    except ValueError:
        return None
    stated = worded[-_YEAR:].isdecimal()
    return filed if filed and (stated or (appeared and abs(filed - appeared) <= _NEAR)) else None


_YEAR = len("2026")


def _tells_of_later(document: Document, appeared: date, changed: date) -> bool:
    """Whether a text tells, as past, what happened long after it is said to have appeared."""
    return any(appeared + _LATER < day <= changed for day in _past_days(document))


def _past_days(document: Document) -> Iterator[date]:
    for sentence in document.sentences:
        for dated in dates.find(document.doc, document.text, sentence, None):
            if dated.first_day is not None and dated.tells == "past":
                yield dated.first_day


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None

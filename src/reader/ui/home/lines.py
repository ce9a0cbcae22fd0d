"""The two lines of an article in the list, and one of a place on the left, as words with their inks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from rich.cells import cell_len, set_cell_size

from reader.model.library import Listed
from reader.text.safe import on_one_line
from reader.ui.home.places import HomePlace
from reader.ui.rows import Words, counted
from reader.ui.typeset.head import reading_minutes

LINES = 2
"""Lines of an article in the list."""
# Before the headline: the mark of what is unread, and a space.
_UNREAD, _READ = "● ", "  "
# An age in days is easier than a date for a week.
_DAYS_COUNTED = 7
# On the left, what stands before the name of a place.
_FAULT, _WATCHED, _MUTED = "✗ ", "◉ ", "− "
_INDENT = 2


def article_lines(listed: Listed, width: int, now: datetime) -> tuple[list[Words], list[Words]]:
    """The lines of an article: its headline with its marks; where and when it stands, and how much there is to read.

    Args:
        listed: the article.
        width: in cells, of each line.
        now: with the zone that ages and dates are told in.
    """
    ink = "dim" if listed.is_read else "headline"
    marks = "".join(mark for mark, is_set in ((" ✎", listed.has_notes), (" ★", listed.is_starred)) if is_set)
    room = max(width - len(_UNREAD) - len(marks), 1)
    headline = shortened(on_one_line(listed.headline) or "Without a headline", room)
    first = [Words(_READ if listed.is_read else _UNREAD, ("accent",)), Words(headline, (ink,))]
    if marks:
        first += [Words(" " * (room - cell_len(headline))), Words(marks, ("accent",))]
    told = shortened(" · ".join(_told(listed, now)), max(width - len(_READ), 1))
    return first, [Words(_READ), Words(told, ("dim",))]


def _told(listed: Listed, now: datetime) -> Iterator[str]:
    if listed.publisher:
        yield on_one_line(listed.publisher)
    yield age(listed.moment, now)
    if listed.words:
        yield f"{reading_minutes(listed.words)} min"
    if listed.speakers:
        yield counted(listed.speakers, "speaker")
    if listed.tags:
        yield " ".join(f"#{on_one_line(tag)}" for tag in listed.tags)
    if listed.copies:
        yield f"also in {len(listed.copies)} more"


def age(moment: datetime, now: datetime) -> str:
    """How long ago something was: "now", "5 min", "3 h", "2 d", else its day; one to come is told by its day."""
    seconds = (now - moment).total_seconds()
    if 0 <= seconds < 60:
        return "now"
    if 0 <= seconds < 3_600:
        return f"{int(seconds // 60)} min"
    if 0 <= seconds < 86_400:
        return f"{int(seconds // 3_600)} h"
    if 0 <= seconds < _DAYS_COUNTED * 86_400:
        return f"{int(seconds // 86_400)} d"
    return day(moment, now)


def day(moment: datetime, now: datetime) -> str:
    """The day of a moment, with its year where that is another one."""
    try:
        local = moment.astimezone(now.tzinfo)
    except OverflowError:  # a day at either end of the calendar
        local = moment
    return f"{local.day} {local:%b}" if local.year == now.year else f"{local.day} {local:%b} {local.year}"


def place_line(place: HomePlace, width: int) -> list[Words]:
    """The line of a place: its name, and how much is unread in it."""
    number = f"{place.unread:,}" if place.unread else ""
    mark = _FAULT if place.fault else ""
    if place.search:
        mark = {"watched": _WATCHED, "muted": _MUTED}.get(place.search.kind, "")
    before = " " * (place.depth * _INDENT)
    room = max(width - len(before) - len(mark) - len(number) - 1, 1)
    name = shortened(on_one_line(place.label), room)
    name_ink = "text" if place.unread or place.unread is None else "dim"
    if place.kind in ("folder", "stories"):
        name_ink = "heading"
    return [
        Words(before),
        Words(mark, ("error",) if place.fault else ("dim",)),
        Words(name, (name_ink,)),
        Words(" " * (room - cell_len(name) + 1)),
        Words(number, ("dim",)),
    ]


def shortened(text: str, width: int) -> str:
    """A text in so many cells at most, with "…" where some of it is left out."""
    # A cell is a character at least: what comes after so many is not measured.
    text = text[: 4 * width] if len(text) > 4 * width else text
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)).rstrip() + "…"


def faults(places: Iterable[HomePlace]) -> int:
    """How many feeds had something wrong with them."""
    return sum(bool(place.fault) for place in places)

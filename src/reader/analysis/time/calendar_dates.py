"""Dates that name a day, month or year of the calendar, alone or as a period: "Dec. 30", "mid-March", "2011-2014"."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Span

from reader.analysis.patterns import compiled, parts_of
from reader.analysis.time import date_arithmetic
from reader.analysis.time.date_arithmetic import Moment, Reference
from reader.lexicon.calendar import MONTHS, WEEKDAYS
from reader.lexicon.date_words import MONTH, PART_OF_DAY, POINT, SEASON, WEEKDAY, YEAR
from reader.lexicon.time_words import BEFORE_MONTH, BEFORE_NUMBERS, BEFORE_YEAR, OTHER_THAN_MEANT
from reader.lexicon.wordlists import words

_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![.,:]?\d)"
_YEAR = rf"{YEAR}(?![.,:]?\d)"


def _point(tag: str) -> str:
    """The pattern of one date; `tag` keeps the names of the two ends of a period apart."""
    return (
        rf"(?:(?P<weekday{tag}>{WEEKDAY}),? (?=(?:{MONTH})\b|\d))?(?:"
        rf"(?P<iso{tag}>(?:19|20)\d\d-\d\d-\d\d)"
        rf"|(?P<month1{tag}>{MONTH})\b{POINT} (?P<day1{tag}>{_DAY})(?:,? (?P<year1{tag}>{_YEAR}))?"
        rf"|(?P<day2{tag}>{_DAY}) (?:of )?(?P<month2{tag}>{MONTH})\b{POINT}(?:,? (?P<year2{tag}>{_YEAR}))?"
        rf"|(?P<month3{tag}>{MONTH})\b{POINT}(?:(?:,| of)? (?P<year3{tag}>{_YEAR}))?"
        rf"|(?P<year4{tag}>{_YEAR})"
        rf"|(?P<alone{tag}>{WEEKDAY})(?: (?:{PART_OF_DAY}))?"
        rf")(?:,? (?:of )?(?P<whose{tag}>last|this|next) year)?(?![^\W_])"
    )


# No digit, letter or sign before: "1,987", "$2015", "3-2016".
_OPEN = r"(?<![\w.,:/$£€#–-])"
_PART_OF_YEAR = (
    r"(?P<part>(?:[Tt]he )?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:-| in | )|(?:beginning|start|middle|end) of )"
    rf"|(?:[Tt]he )?(?i:{SEASON})(?: of|,)? (?={YEAR}))"
)
PATTERNS = (
    compiled(rf"(?:(?<=\bbetween )|(?<=\bBetween )){_point('_a')} and {_point('_b')}(?!-)"),
    compiled(rf"{_OPEN}{_point('_a')}(?P<link> ?[–-] ?| to | through | until ){_point('_b')}(?!-\w)"),
    # "Jan. 16-17, 2016", "16 to 18 September", "2015-16": the second half leaves out what both share.
    compiled(
        rf"{_OPEN}(?P<month1>{MONTH})\b{POINT} (?P<day1>{_DAY})(?:[–-]| to )(?P<last>{_DAY})(?:,? (?P<year1>{_YEAR}))?"
    ),
    compiled(
        rf"{_OPEN}(?P<day1>{_DAY})(?:[–-]| to )(?P<last>{_DAY}) (?P<month1>{MONTH})\b{POINT}(?:,? (?P<year1>{_YEAR}))?"
    ),
    compiled(
        rf"(?<=\bbetween )(?P<day1>{_DAY}) and (?P<last>{_DAY}) (?P<month1>{MONTH})\b{POINT}(?:,? (?P<year1>{_YEAR}))?"
    ),
    compiled(rf"{_OPEN}(?P<year1>{YEAR})[–/-](?P<short>\d\d)(?![\d–/-])"),
    compiled(rf"{_OPEN}{_PART_OF_YEAR}?{_point('_a')}(?!-\w)"),
)

# Days that name what happened on them: "the Sept. 11 attacks".
_NAMESAKE = compiled(r" (?:attacks?|attackers|bombings?|riots?|insurrection|committee|memorial|movement|revolution)\b")
# "Tuesday evenings", "Friday Night Lights".
_NO_DAY = compiled(r" (?:mornings|afternoons|evenings|nights|Night)\b")
_HABITS = words("every each")
_DETERMINERS = words("the a an his her its their our this ’s 's")
_NAMES = frozenset(("PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "PRODUCT", "GPE", "LAW"))


class _Point(NamedTuple):
    """One date as worded; `whose` is "last" in "October last year"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    whose: str | None = None

    def placed(self, reference: Reference | None) -> Moment:
        """By the calendar; ValueError where it has no such day, as worded where the year cannot be told."""
        year = self.year
        if self.whose and reference:
            year = reference.today.year + date_arithmetic.STEPS[self.whose]
        if year is not None:
            return date_arithmetic.dated(year, self.month, self.day)
        if reference is None:
            return Moment(None, "")
        if self.month is not None:
            return date_arithmetic.without_year(self.month, self.day, self.weekday, reference)
        return date_arithmetic.weekday_near(self.weekday or 0, reference)


def resolve(match: re.Match[str], reference: Reference | None) -> Moment:
    """What a match of one of `PATTERNS` is by the calendar; ValueError where it has no such day."""
    first, last = parts_of(match, "_a"), parts_of(match, "_b")
    if last:
        return _between(_read(first), _read(last), reference)
    return _read(first).placed(reference) if first else _run(parts_of(match), reference)


def _read(parts: Mapping[str, str]) -> _Point:
    if iso := parts.get("iso"):
        year, month, day = (int(part) for part in iso.split("-"))
        return _Point(year, month, day)
    weekday = parts.get("alone") or parts.get("weekday")
    return _Point(
        int(parts["year"]) if "year" in parts else None,
        MONTHS[parts["month"]] if "month" in parts else None,
        _number(parts["day"]) if "day" in parts else None,
        WEEKDAYS.index(weekday) if weekday else None,
        parts.get("whose"),
    )


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _between(first: _Point, last: _Point, reference: Reference | None) -> Moment:
    """A period; the end that names no year takes it from the other, or both from the verb."""
    turned = (first.month or 0) > (last.month or 0)
    if first.year is None and last.year is not None and first.month:
        first = first._replace(year=last.year - turned)
    elif last.year is None and first.year is not None and last.month:
        last = last._replace(year=first.year + turned)
    if first.year is not None and last.year is not None:
        begins, ends = first.placed(None), last.placed(None)
        if not begins.first or not ends.first or begins.first > ends.first:
            raise ValueError
        return date_arithmetic.period(begins, ends)
    if reference is None:
        return Moment(None, "")
    if reference.to_come:
        begins = first.placed(reference)
        ends = last.placed(Reference(begins.first or reference.today, True))
    else:
        ends = last.placed(reference)
        begins = first.placed(Reference(ends.first or reference.today, False))
    return date_arithmetic.period(begins, ends) if begins.first and ends.first else Moment(None, "")


def _run(parts: Mapping[str, str], reference: Reference | None) -> Moment:
    """A period whose second half leaves out what both share: "Jan. 16-17", "2015-16"."""
    if short := parts.get("short"):
        year = int(parts["year"])
        if int(short) <= year % 100:
            raise ValueError
        return date_arithmetic.years(year, int(short) - year % 100 + 1)
    begins, last = _read(parts), _number(parts["last"])
    # a run that is on has not begun in a year's time
    ends = begins._replace(day=last).placed(reference)
    if ends.first is None or begins.day is None:
        return ends
    return date_arithmetic.period(date_arithmetic.day(ends.first.replace(day=begins.day)), ends)


def is_meant(match: re.Match[str], span: Span) -> bool:
    """Whether a match dates something: not "every Monday", "the Sept. 11 attacks", "they may", "2016 crowns"."""
    parts = parts_of(match, "_a")
    before = span.doc[span.start - 1].lower_ if span.start > 0 else ""
    if not parts:
        return True
    if parts_of(match, "_b"):
        counted = match.groupdict().get("link") in (None, " to ") and parts.keys() == {"year"}
        return not counted or "DATE" in {token.ent_type_ for token in span}
    if "alone" in parts:
        after = _NO_DAY.match(match.string, match.end())
        return before not in OTHER_THAN_MEANT and not after and span.root.ent_type_ not in _NAMES
    if "day" in parts or "iso" in parts:
        return before not in _HABITS and ("year" in parts or not _NAMESAKE.match(match.string, match.end()))
    if match["part"] or "whose" in parts or len(parts) > 1:
        return span.root.ent_type_ not in _NAMES
    if "month" in parts:
        return before in BEFORE_MONTH and span.root.ent_type_ == "DATE" and not _is_name(span)
    return _is_year(before, span)


def _is_name(span: Span) -> bool:
    """Whether a month's word is somebody's name in this text: "Orla May"."""
    return any(entity.label_ == "PERSON" and entity.text.endswith(span.root.text) for entity in span.doc.ents)


def _is_year(before: str, span: Span) -> bool:
    kind = span.root.ent_type_
    following = span.doc[span.end] if span.end < len(span.doc) else None
    # A number may count things here, so the recogniser has to see a date, and no things may follow.
    if before in BEFORE_NUMBERS:
        return kind == "DATE" and (following is None or following.tag_ != "NNS")
    if before in BEFORE_YEAR:
        return kind in ("DATE", "")
    if following is None or before not in _DETERMINERS or not following.text.islower():
        return False
    return following.tag_ == "NN" if kind in ("", "CARDINAL") else kind == "DATE" and following.pos_ in ("NOUN", "ADJ")

"""What a reader types to find something, as values. Pure; an odd query finds little, and is no error.

harbour "ferry levy" levi* from:post said:"Ada Moss" about:union since:2026-03 tag:port is:unread has:note -tag:old
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

import msgspec

from reader.errors import LibraryError

Key = Literal["tag", "from", "said", "about", "since", "is", "has"]
KEYS: tuple[Key, ...] = get_args(Key)
STATES = ("unread", "read", "starred", "muted")
PARTS = ("note", "tag", "correction")

_TOKEN = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))(\*?)', re.IGNORECASE)
_LONGEST = 2_000
_AGO = re.compile(r"([0-9]{1,5})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


class Filter(msgspec.Struct, frozen=True):
    """One filter of a query: its key and its value; with `is_not` whatever it finds is left out."""

    key: Key
    value: str
    is_not: bool = False


class Query(msgspec.Struct, frozen=True):
    """A query: `terms` and `without` are words, phrases and prefixes as the index takes them."""

    terms: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def match(self) -> str:
        """The expression for the index, "" where there are no words that must be there."""
        return " ".join((" AND ".join(self.terms), *(f"NOT {term}" for term in self.without))) if self.terms else ""


def parse(text: str) -> Query:
    """Read a query; what is no filter is a word, "http://…" too."""
    terms: dict[bool, list[str]] = {False: [], True: []}
    filters = []
    for minus, name, phrase, word, star in _TOKEN.findall(text[:_LONGEST]):
        value = phrase or word
        key = next((key for key in KEYS if key == name.lower()), None)
        if key:
            if value.strip():
                filters.append(Filter(key, value.strip(), bool(minus)))
            continue
        # "tag:" is a filter of which the value is still to be typed.
        if value.removesuffix(":").lower() in KEYS and value.endswith(":"):
            continue
        if term := _term(f"{name} {value}" if name else value, bool(star)):
            terms[bool(minus)].append(term)
    return Query(tuple(terms[False]), tuple(terms[True]), tuple(filters))


def index_terms(text: str) -> tuple[str, ...]:
    """Words and phrases alone, as the index takes them: a colon or a minus is part of a word."""
    found = re.findall(r'"([^"]*)"?(\*?)|(\S+)', text[:_LONGEST])
    return tuple(filter(None, (_term(phrase or word, bool(star)) for phrase, star, word in found)))


def any_of(terms: Iterable[str]) -> str:
    """The expression for the index that finds any of some terms."""
    return " OR ".join(terms)


def moment(value: str, now: datetime) -> datetime:
    """The moment that `since:` names, in UTC: "2026-03-14", "2026-03", "2026", "today", "yesterday", "7d", "2w", "3m".

    Raises:
        LibraryError: it names none.
    """
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    word = value.strip().lower()
    try:
        if word in ("today", "yesterday"):
            return today - timedelta(days=word == "yesterday")
        if ago := _AGO.fullmatch(word):
            return today - timedelta(days=int(ago[1]) * _DAYS[ago[2]])
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", word):
            word = f"{word}-01-01"[:10]
        found = datetime.fromisoformat(word)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise LibraryError(f"“{value}” is no date.", "Write 2026-03-14, 2026-03, 2026, today, 7d, 2w or 3m.") from error


def _term(value: str, is_prefix: bool) -> str:
    """A word or phrase in the marks in which the index obeys nothing; "" where there is nothing to look for."""
    if value.endswith("*"):
        value, is_prefix = value[:-1], True
    shown = "".join(character if character.isprintable() else " " for character in value)
    if not any(character.isalnum() for character in shown):
        return ""
    return '"{}"{}'.format(shown.replace('"', '""'), "*" if is_prefix else "")

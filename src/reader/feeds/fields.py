"""What is taken from an entry before it is made safe, whichever parser found it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
from msgspec.structs import astuple


class Draft(msgspec.Struct, frozen=True, gc=False):
    """An entry as it stands in the feed; "" and None for what it lacks."""

    name: str = ""
    title: str = ""
    link: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    content: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it has what every entry should have."""
        return bool(self.title and self.link and (self.published or self.updated) and self.content)

    def filled_from(self, other: "Draft") -> "Draft":
        """This entry, with what it lacks taken from another reading of it."""
        return Draft(*(mine or theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


class Found(NamedTuple):
    """A feed as one of the parsers read it."""

    title: str
    site: str
    entries: Sequence[Draft]


def words(value: object) -> str:
    """A value as text: feeds in JSON may hold anything where a text should stand."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def moment(value: object) -> datetime | None:
    """A moment in UTC, of an ISO 8601 date; None of what is none, or lies at the edge of the calendar."""
    if not isinstance(value, str) or not value:
        return None
    try:
        found = datetime.fromisoformat(value)
        if found.tzinfo is UTC:
            return found
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None

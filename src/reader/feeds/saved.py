"""Articles kept elsewhere: what Pocket, Instapaper, wallabag and Omnivore hand out. Reads no files."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from reader.errors import FeedError
from reader.feeds.fields import moment, words
from reader.model.subscriptions import Saved
from reader.text.safe import line, safe_url

MAX_SAVED = 100_000
MAX_LINE = 1_000
_UNREADABLE = FeedError(
    "This is no list of articles that can be read.",
    "Give the CSV of Pocket or Instapaper, or the JSON of wallabag or Omnivore.",
)


def read(text: str) -> tuple[Saved, ...]:
    """Read what one of these services has exported, by what stands in it; each address once, the oldest first.

    Raises:
        FeedError: it is nothing of the kind.
    """
    rows = _json_rows(text) if text.lstrip("\ufeff \r\n\t")[:1] in ("[", "{") else _csv_rows(text)
    found: dict[str, Saved] = {}
    for row in rows:
        if (saved := _saved(row)) and len(found) < MAX_SAVED:
            found.setdefault(saved.address, saved)
    return tuple(sorted(found.values(), key=lambda each: each.added or datetime.max.replace(tzinfo=UTC)))


def _json_rows(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise _UNREADABLE from error
    rows = found if isinstance(found, list) else [found]
    known = [{str(name).lower(): value for name, value in row.items()} for row in rows if isinstance(row, dict)]
    if rows and not any("url" in row for row in known):
        raise _UNREADABLE
    yield from known


def _csv_rows(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        table = csv.DictReader(text.lstrip("\ufeff").splitlines(keepends=True))
        names = {name: str(name).strip().lower() for name in table.fieldnames or ()}
        if "url" not in names.values():
            raise _UNREADABLE
        for row in table:
            yield {names[name]: value for name, value in row.items() if name in names}
    except csv.Error as error:
        raise _UNREADABLE from error


def _saved(row: Mapping[str, Any]) -> Saved | None:
    address = safe_url(words(row.get("url")))
    if address is None:
        return None
    folder = words(row.get("folder")).lower()
    state = (words(row.get("status")) or words(row.get("state"))).lower()
    title = line(words(row.get("title"))[:MAX_LINE])
    return Saved(
        address,
        # Where it knew no title, Pocket wrote the address.
        "" if title == address else title,
        _added(row),
        tuple(dict.fromkeys(_tags(row))),
        is_read=state in ("archive", "archived") or folder == "archive" or row.get("is_archived") in (1, True),
        is_starred=folder == "starred" or row.get("is_starred") in (1, True),
    )


def _added(row: Mapping[str, Any]) -> datetime | None:
    for name in ("time_added", "timestamp", "created_at", "savedat"):
        value = words(row.get(name))
        if value.isascii() and value.isdigit():
            try:
                return datetime.fromtimestamp(int(value[:11]), UTC)
            except (ValueError, OverflowError, OSError):
                return None
        if found := moment(value):
            return found
    return None


def _tags(row: Mapping[str, Any]) -> Iterator[str]:
    """Tags: with "|" between them (Pocket), a list in JSON (Instapaper), a list (wallabag), of labels (Omnivore)."""
    given = row.get("tags") or row.get("labels") or ()
    if isinstance(given, str):
        try:
            decoded = json.loads(given)
        except (ValueError, RecursionError):
            decoded = given.split("|")
        given = decoded if isinstance(decoded, list) else [given]
    for tag in given if isinstance(given, list) else ():
        name = tag.get("label") or tag.get("name") if isinstance(tag, dict) else tag
        if safe := line(words(name)[:MAX_LINE]):
            yield safe

"""JSON Lines: one article a line, as HTML or as text, under whatever names a dump has for its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

import msgspec

from reader.batch.records import Aside, Fault, Item, Outcome, Record, id_of
from reader.fetch import is_address, without_password
from reader.fetch.files import MAX_FILE_BYTES
from reader.model import Source
from reader.text.safe import encodable, safe_url

# A page of 20 MB, the largest that is read, with every third character escaped.
LONGEST_LINE = 3 * MAX_FILE_BYTES
TOO_LARGE = f"larger than {MAX_FILE_BYTES // 1_000_000} MB"
# What a line may hold, and its usual names.
FIELDS = ("html", "text", "url", "headline", "published")


def items(file: IO[bytes], name: str, fields: dict[str, str]) -> Iterator[Item]:
    """The articles of a file, line by line; a broken line is a fault of its own.

    Args:
        file: of JSON Lines, unpacked.
        name: what to call it.
        fields: the name that the file has for each of `FIELDS`.
    """
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        is_whole = line.endswith(b"\n") or len(line) < LONGEST_LINE
        while not line.endswith(b"\n") and (rest := file.readline(LONGEST_LINE)):
            line = rest if rest.endswith(b"\n") else b""
        if not is_whole:
            yield Outcome(f"{name}:{number}", fault=Fault("input", "TooLarge", f"Line {number} is {TOO_LARGE}."))
        elif line.strip():
            yield _item(line, f"{name}:{number}", number, fields)


def _item(line: bytes, place: str, number: int, fields: dict[str, str]) -> Item:
    try:
        values: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"Line {number} is no JSON: {error}."
        return Outcome(place, fault=Fault("input", type(error).__name__, encodable(message)))
    if not isinstance(values, dict):
        return Outcome(place, fault=Fault("input", "NoObject", f"Line {number} is no object with fields."))
    given = {name: value for name in FIELDS if isinstance(value := values.get(fields[name]), str) and value.strip()}
    kind = "html" if "html" in given else "text"
    if kind not in given:
        return Aside(f"has neither {fields['html']} nor {fields['text']}")
    content = given[kind].encode("utf-8", "replace")
    if len(content) > MAX_FILE_BYTES:
        return Aside(f"is {TOO_LARGE}")
    address = safe_url(given.get("url"))
    address = without_password(address) if address and is_address(address) else None
    return Record(
        id_of(address, content),
        Source(address or place, "html" if kind == "html" else "text", address),
        content,
        "utf-8",
        given.get("headline"),
        given.get("published"),
    )

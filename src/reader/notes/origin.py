"""Whose note a file is: the address or path of its article, read out of it in each form."""

import json
import re
from pathlib import Path

import msgspec

from reader.model import Reading
from reader.notes.content import Format
from reader.render import json as as_json
from reader.render import plain
from reader.render.addresses import web_address
from reader.text.safe import encodable

# Front matter takes a few hundred characters; what has not ended by here is no note.
_FRONT_MATTER_LENGTH = 65_536


def origin_of(reading: Reading) -> str | None:
    """What tells an article from every other: its address or path. Standard input has none."""
    address = web_address(reading)
    if address or reading.source.given == "-":
        return address
    return encodable(reading.source.given)


def tells_origin(path: Path, form: Format, origin: str | None) -> bool:
    """Say whether a note on disk is of the article from this address or path."""
    if origin is None:
        return False
    content = path.read_bytes().decode("utf-8", "replace")
    if form == "json":
        return _json_origin(content) == origin
    if form == "text":
        return content.endswith(f"\n{plain.source_line(origin)}\n")
    return origin in front_matter_origins(content)


def _json_origin(content: str) -> str | None:
    """Read the origin out of a JSON note."""
    try:
        return origin_of(as_json.from_json(content))
    except (msgspec.DecodeError, RecursionError):
        return None


def front_matter_origins(content: str) -> list[str]:
    """Read `url` and `source` out of a note's front matter, as we quote them or as another program requoted them."""
    front = re.match(r"---\n(.*?)\n---\n", content[:_FRONT_MATTER_LENGTH], re.DOTALL)
    found = []
    for line in front[1].split("\n") if front else []:
        key, _, value = line.partition(": ")
        if key in ("url", "source"):
            try:
                found.append(str(json.loads(value)))
            except (ValueError, RecursionError):
                found.append(value.strip(" '"))
    return found

"""The JSON of a reading, schema 2. The schema's own tables give the order of the keys, so the two cannot disagree."""

from typing import Any

import msgspec

from reader.analysis.doubt import doubt
from reader.model import Quote, Reading
from reader.render import schema as _schema
from reader.text.safe import encodable, escaped_in_json


def to_json(reading: Reading, *, indent: int | None = 2) -> str:
    """Write a reading as JSON, schema 2, with the keys in the order of the schema.

    Args:
        reading: the article and what was found in it.
        indent: spaces a level; None writes one line, as JSON Lines has it.
    """
    document = {
        "schema": _schema.VERSION,
        "source": _plain(reading.source),
        "article": _plain(reading.article),
        **_plain(reading.analysis),
        "noted": _plain(reading.noted),
    }
    encoded = msgspec.json.encode(document)
    if indent is not None:
        encoded = msgspec.json.format(encoded, indent=indent)
    return escaped_in_json(encoded.decode("utf-8"))


def from_json(content: str | bytes) -> Reading:
    """Read back what `to_json` wrote; keys that are not known are passed over.

    Raises:
        msgspec.DecodeError: the content is not JSON, or not that of a reading.
    """
    document = msgspec.json.decode(content, type=dict[str, Any])
    parts: dict[str, Any] = {key: document[key] for key in ("source", "article", "noted") if key in document}
    parts["analysis"] = document
    return msgspec.convert(parts, Reading)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes."""
    return _schema.SCHEMA


def _plain(value: Any) -> Any:
    """Turn structs into dicts, in the order of the schema, down to what JSON knows."""
    if isinstance(value, msgspec.Struct):
        told = {"doubt": doubt(value)} if isinstance(value, Quote) else {}
        return {key: told.get(key) or _plain(getattr(value, key)) for key in _schema.keys_of(type(value))}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return encodable(value)
    return value

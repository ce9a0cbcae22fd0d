"""Readings that go into the library instead of files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reader.batch.output import Write
from reader.library import Library
from reader.model import Reading


def kept_in(library: Library) -> Write:
    """What keeps the readings of a part in a library, all or none."""
    decoder = msgspec.msgpack.Decoder(Reading)

    def write(_part: Path, payloads: Sequence[bytes]) -> None:
        now = datetime.now(UTC)
        with library.transaction():
            for payload in payloads:
                library.articles.keep(decoder.decode(payload), now=now, is_opened=False)

    return write

"""WARC files: the only door to warcio. Gives the pages in one, and counts what else is there."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from typing import IO, Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from reader.batch.lines import TOO_LARGE
from reader.batch.records import Aside, Fault, Item, Outcome, Record, id_of
from reader.errors import FetchError
from reader.fetch import packing, without_password
from reader.fetch.files import MAX_FILE_BYTES
from reader.fetch.request import media_and_charset
from reader.fetch.web import kind_of
from reader.model import Source
from reader.text.safe import one_line, safe_url

# What stands around a page in its record: its HTTP headers, and the marks of its chunks.
_AROUND = 1_000_000
# All headers of one record, and what may stand between two; those of crawls are under 10 KB.
_MOST_HEADER_BYTES = 1_000_000
_CUT = "it breaks off"
_GZIP = b"\x1f\x8b"
_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


class _Bounded(BufferedReader):  # type: ignore[misc]
    """Lines, which are headers, no longer than headers are."""

    left = _MOST_HEADER_BYTES

    def readline(self, length: int | None = None) -> bytes:
        """A line, or a part of one that is longer than all headers together."""
        line: bytes = super().readline(min(length or self.left, self.left) or 1)
        self.left -= len(line)
        if self.left <= 0:
            raise ArchiveLoadFailed("its headers have no end")
        return line


class _Early:
    """What there is of a file, as it comes: of a packed one that is cut, all that stands before the cut."""

    def __init__(self, file: IO[bytes]) -> None:
        self.read: Callable[[int], bytes] = cast(Any, file).read1


def items(file: IO[bytes], name: str) -> Iterator[Item]:
    """The records of a WARC file, in order; what is behind a damage in it is not read, which is one fault.

    Args:
        file: unpacked.
        name: what to call it.
    """
    archive = ArchiveIterator(file)
    archive.reader = reader = _Bounded(_Early(file))
    number, fault = 0, ""
    try:
        while (record := _next(archive)) is not None:
            number += 1
            reader.left = _MOST_HEADER_BYTES
            yield _item(record)
            with contextlib.redirect_stderr(io.StringIO()):
                archive.read_to_end()
            if _is_cut(record):
                fault = _CUT
        if not fault and (reader.rem_length() or file.read(1)):
            fault = "what follows is no record"
    except Exception as error:  # noqa: BLE001 - warcio raises whatever the damage makes its code stumble over
        fault = str(error) or type(error).__name__
    if fault:
        message = one_line(
            f"{name} is damaged at or behind its record {number}: {fault[:200]}. What stood before was read."
        )
        yield Outcome(f"{name}#damaged", fault=Fault("input", "DamagedArchive", message))


def _is_cut(record: Any) -> bool:
    """Whether less was there than a record, read to its end, says of itself."""
    return bool(getattr(record.raw_stream, "limit", 0))


def _next(archive: Any) -> Any:
    # warcio tells what it finds odd on standard error.
    with contextlib.redirect_stderr(io.StringIO()):
        return next(archive, None)


def _item(record: Any) -> Item:
    if record.rec_type not in ("response", "resource"):
        return Aside(f"is a WARC record of the type {str(record.rec_type)[:20]}")
    headers, address = record.http_headers, safe_url(record.rec_headers.get_header("WARC-Target-URI"))
    if address is None:
        return Aside("has no address of the web")
    status = headers.get_statuscode() if headers else "200"
    if status != "200":
        return Aside(f"was answered {str(status)[:3]} instead of a page")
    if (record.length or 0) > MAX_FILE_BYTES + _AROUND:
        return Aside(f"is {TOO_LARGE}")
    content = _content(record)
    if isinstance(content, Aside):
        return content
    address = without_password(address)
    declared = headers.get_header("Content-Type") if headers else record.content_type
    media, charset = media_and_charset(declared or "")
    try:
        kind = kind_of(address, media, content)
    except FetchError as error:
        return Aside(error.message.removeprefix(address).strip(" ."))
    return Record(id_of(address, content), Source(address, kind, address), content, charset)


def _content(record: Any) -> bytes | Aside:
    """What the server sent, out of its chunks and its packing."""
    headers, stream = record.http_headers, record.raw_stream
    if headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    content: bytes = stream.read(MAX_FILE_BYTES + 1)
    record.raw_stream.read()
    if _is_cut(record):  # the beginning of a page is not shown as a page
        raise ArchiveLoadFailed(_CUT)
    coding = ((headers and headers.get_header("Content-Encoding")) or "").strip().lower()
    # Many crawlers unpack what they keep, and leave the header as it was.
    if "gzip" in coding and not content.startswith(_GZIP):
        coding = ""
    if coding not in _CODINGS:
        return Aside(f"is packed as {coding[:20]}, which is not read")
    try:
        content = packing.unpacked(content, coding, MAX_FILE_BYTES)
    except (packing.Damaged, packing.BrokenOff):
        return Aside("cannot be unpacked")
    return Aside(f"is {TOO_LARGE}") if len(content) > MAX_FILE_BYTES else content

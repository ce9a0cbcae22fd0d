"""What a server packed, unpacked: no further than asked, and never half of it without a word. No I/O.

urllib3 would unpack too, but takes what breaks off for the whole, and what packings it knows depends on which other
libraries happen to be installed.
"""

import gzip
import io
import zlib

# What requests ask for.
ACCEPTED = "gzip, deflate"
_GZIP = frozenset({"gzip", "x-gzip"})


class Damaged(Exception):
    """The packing is not the one that was declared, or one that is not read."""


class BrokenOff(Exception):
    """The end is missing."""


def unpacked(body: bytes, coding: str, most: int) -> bytes:
    """Unpack a body.

    Args:
        body: what was sent.
        coding: its Content-Encoding.
        most: how many bytes are wanted; of more, one more is given, so that it can be told.

    Raises:
        Damaged: it cannot be unpacked.
        BrokenOff: it ends before its packing does.
    """
    coding = coding.strip().lower()
    if coding in ("", "identity") or not body:
        return body
    try:
        if coding in _GZIP:
            with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
                return packed.read(most + 1)
        if coding == "deflate":
            return _inflated(body, most)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise Damaged from error
    except EOFError as error:
        raise BrokenOff from error
    raise Damaged


def _inflated(body: bytes, most: int) -> bytes:
    """What RFC 9110 calls deflate is in zlib's wrapping; many servers leave the wrapping out."""
    try:
        return _inflated_as(body, most, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated_as(body, most, -zlib.MAX_WBITS)


def _inflated_as(body: bytes, most: int, wrapping: int) -> bytes:
    packed = zlib.decompressobj(wrapping)
    content = packed.decompress(body, most + 1)
    if not packed.eof and len(content) <= most:
        raise EOFError
    return content

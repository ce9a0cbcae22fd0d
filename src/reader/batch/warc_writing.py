"""Pages as a WARC file, packed record by record, so that other programs and `onrecord batch` read them."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import IO

from warcio.warcwriter import WARCWriter

from reader.model import Page, PageKind
from reader.text.safe import safe_url

_TYPES: dict[PageKind, str] = {
    "html": "text/html",
    "text": "text/plain",
    "markdown": "text/markdown",
    "mhtml": "multipart/related",
    "email": "message/rfc822",
}


def write(pages: Iterable[tuple[Page, datetime]], file: IO[bytes]) -> tuple[int, int]:
    """Write pages with when they were fetched.

    They are kept without what the server said of them, so that each is a "resource" record, not a "response".

    Returns:
        How many were written, and how many were not, which have no address of the web.
    """
    writer = WARCWriter(file, gzip=True)
    written = left = 0
    for page, fetched in pages:
        address = safe_url(page.source.url)
        if address is None:
            left += 1
            continue
        charset = f"; charset={page.charset}" if page.charset and page.charset.replace("-", "").isalnum() else ""
        record = writer.create_warc_record(
            address,
            "resource",
            payload=io.BytesIO(page.content),
            length=len(page.content),
            warc_content_type=f"{_TYPES[page.source.kind]}{charset}",
            warc_headers_dict={"WARC-Date": fetched.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        writer.write_record(record)
        written += 1
    return written, left

"""From a source as the reader gave it (URL, path, "-") to a Page. The only place that opens a network connection."""

import re

from reader.errors import FetchError
from reader.fetch.credentials import without_password
from reader.model import Page, Source

__all__ = ["is_address", "load", "without_password"]

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")
STDIN = "-"


def load(source: str, *, stdin: bytes | None = None, led_by: Source | None = None) -> Page:
    """Read a source.

    Args:
        source: an http or https URL, the path of a file, or "-" for what came on standard input.
        stdin: the bytes of standard input, when `source` is "-".
        led_by: the page that names the URL, and can name nothing else; None where the reader gave it.

    Raises:
        FetchError: the source cannot be read; the message says why, the hint what to try.
    """
    # The screen asks here what an address is, and never reads: what tells the kinds of files is another 20 ms.
    from reader.fetch import files

    source = source.strip()
    if source == STDIN and led_by is None:
        return files.from_stdin(stdin)
    if not source:
        raise FetchError("There is nothing to read.", "Give a URL, a file, or - for standard input.")
    if is_address(source):
        from reader.fetch import web

        return web.fetch(source, led_by=led_by)
    if led_by is not None:
        raise FetchError("A page can lead to pages of the web alone.", "Open files of this machine by yourself.")
    scheme = SCHEME.match(source)
    # "C:\story.txt" is a path: a scheme has two letters or more.
    if scheme and not files.exists(source):
        # With an @ it may hold a password.
        subject = "" if "@" in source else f"{source}: "
        hint = "Give an http or https address, or a file."
        raise FetchError(f"{subject}{scheme.group()} addresses are not read.", hint)
    return files.from_path(source)


def is_address(source: str) -> bool:
    """True for a source that is fetched from the web."""
    return re.match(r"https?://", source, re.IGNORECASE) is not None

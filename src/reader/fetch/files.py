"""Pages from the disk and from standard input. Never opens a network connection."""

import os
import select
import stat
import time
from pathlib import Path

from reader.errors import FetchError
from reader.extract.formats import sniff
from reader.fetch.credentials import without_password
from reader.model import Page, PageKind, Source

# The same cap as for pages from the web: the longest news pages seen are under 3 MB.
MAX_FILE_BYTES = 20_000_000

# A pipe that is named as a file, by when all of it must have come: as long as a page from the web may take.
PIPE_SECONDS = 60

KINDS_BY_SUFFIX: dict[str, PageKind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "email",
}


def exists(source: str) -> bool:
    """True when the source names something on this disk."""
    try:
        return Path(source).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False


def from_path(source: str) -> Page:
    """Read a file.

    Raises:
        FetchError: not found, a folder, not readable, too large, empty, or no text.
    """
    try:
        path = Path(source).expanduser()
        content = _content(path, source)
    except FileNotFoundError as error:
        shown = without_password(source)
        raise FetchError(f"There is no file {shown}.", missing_hint(shown)) from error
    except PermissionError as error:
        raise FetchError(f"{source} may not be read.", "Check the permissions of the file.") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise FetchError(f"{source} cannot be read: {error}.", "Check the name of the file.") from error
    kind = KINDS_BY_SUFFIX.get(path.suffix.lower()) or sniff.kind_of(content)
    return page_of(content, Source(given=source, kind=kind), source)


def _content(path: Path, source: str) -> bytes:
    """The bytes of a file or a pipe, one more than a page may have at most.

    Raises:
        FetchError: it is of a kind that holds no page, or nobody wrote into the pipe for long.
        OSError: it cannot be opened or read.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise FetchError(f"{source} is a folder.", "Give one file in it.")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise FetchError(f"{source} is a {'socket' if stat.S_ISSOCK(mode) else 'device'}, no file.", "Give a file.")
    # Opening and reading wait for nobody so; the pipe of "<(curl …)" has its writer.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with open(descriptor, "rb", buffering=0) as file:
        deadline = time.monotonic() + PIPE_SECONDS
        content = bytearray()
        waiting = select.poll()
        waiting.register(file, select.POLLIN)
        while len(content) <= MAX_FILE_BYTES:
            if not waiting.poll(max(0.0, deadline - time.monotonic()) * 1000):
                raise FetchError(f"{source}: nobody wrote all of it within {PIPE_SECONDS} seconds.", "Give a file.")
            part = file.read(MAX_FILE_BYTES + 1 - len(content))
            if part == b"":
                break
            content += part or b""
        return bytes(content)


def from_stdin(stdin: bytes | None) -> Page:
    """Take what came on standard input, HTML and text told apart by looking.

    Raises:
        FetchError: nothing came, too much, or no text.
    """
    if stdin is None:
        raise FetchError("Nothing came on standard input.", "Pipe a page into it: curl URL | onrecord -")
    return page_of(stdin, Source(given="-", kind=sniff.kind_of(stdin)), "Standard input")


def missing_hint(source: str) -> str:
    """Say what somebody may have meant who gave a path that is not there: "example.com/story" wants a scheme."""
    host = source.split("/")[0]
    if "." in host.strip(".") and not host.lower().endswith(tuple(KINDS_BY_SUFFIX)):
        return f"For a web page, give the whole address: https://{source}"
    return "Check the name and the folder."


def page_of(content: bytes, source: Source, subject: str) -> Page:
    """Make a Page of bytes that can hold an article, or say why they cannot."""
    if len(content) > MAX_FILE_BYTES:
        raise FetchError(f"{subject} is larger than {MAX_FILE_BYTES // 1_000_000} MB.", "Give the article alone.")
    if not content.strip():
        raise FetchError(f"{subject} is empty.", "Give a page or a text with an article in it.")
    if name := sniff.binary_name(content):
        raise FetchError(f"{subject} is {name}, not a page or text.", sniff.KNOWN)
    if sniff.is_feed(content):
        raise FetchError(f"{subject} is a feed, not an article.", "Open one of the articles it lists.")
    return Page(source=source, content=content)

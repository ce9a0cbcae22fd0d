"""Pages saved by a browser: where they came from, and the archives (.mhtml) that hold page and pictures in one file."""

import re
from email.message import EmailMessage

from reader.errors import ExtractError
from reader.extract.formats.envelope import parsed
from reader.extract.page_kind import page_kind
from reader.model import Page, Source
from reader.text import safe

# Browsers and extensions note the address at the head of what they save.
HEAD_BYTES = 4096
SAVED_FROM = re.compile(
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)", re.IGNORECASE
)
FOLDERS = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "_pliki")
# "./Ferry_files/gull.jpg" and "Ferry-Dateien/gull.jpg" lie beside the file, not on the site it came from.
BESIDE = re.compile(
    rb"(?P<name>\s(?:src|srcset|href|data-src|poster)\s*=\s*)(?P<mark>[\"'])"
    rb"(?:\./)?[^\"'/:<>]*(?:" + "|".join(FOLDERS).encode() + rb")/[^\"'<>]*(?P=mark)",
    re.IGNORECASE,
)


def named(page: Page) -> Page:
    """A saved page with the address it was saved from, and without the addresses of files beside it.

    A page from the web is given back as it is.
    """
    if page.source.url is not None:
        return page
    found = SAVED_FROM.search(page.content[:HEAD_BYTES])
    url = safe.safe_url(found["url"].decode("ascii", "ignore")) if found else None
    source = Source(given=page.source.given, kind="html", url=url)
    # Most pages have none, which the names of the folders tell at once.
    if not any(f"{folder}/".encode() in page.content for folder in FOLDERS):
        return Page(source, page.content, page.charset)
    return Page(source, BESIDE.sub(rb"\g<name>\g<mark>\g<mark>", page.content), page.charset)


def unpacked(page: Page) -> Page:
    """The page inside an archive in the format MHTML (RFC 2557), with its address and charset.

    Raises:
        ExtractError: there is no page in it.
    """
    try:
        message = parsed(page.content)
        root = root_of(message)
        content = root.get_payload(decode=True) if root is not None else None
    # The parser of the standard library raises many things on broken mail (KeyError, LookupError, AttributeError …).
    except Exception as error:
        raise broken(page) from error
    if root is None or not isinstance(content, bytes) or not content.strip():
        raise broken(page)
    locations = (root.get("Content-Location"), message.get("Snapshot-Content-Location"), page.source.url)
    url = next((url for place in locations if (url := safe.safe_url(str(place) if place else None))), None)
    charset = root.get_content_charset()
    return Page(Source(given=page.source.given, kind="html", url=url), content, charset)


def root_of(message: EmailMessage) -> EmailMessage | None:
    """The page of an archive: the part named as its start, else what was saved, else the first that is HTML."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start, saved = message.get_param("start"), address_of(message, "Snapshot-Content-Location")
    named = (part for part in pages if isinstance(start, str) and part.get("Content-ID") == start)
    located = (part for part in pages if saved and address_of(part, "Content-Location") == saved)
    return next(named, None) or next(located, None) or next(iter(pages), None)


def address_of(part: EmailMessage, name: str) -> str:
    """An address in the headers of a part, without the place in the page that it ends in."""
    return str(part.get(name) or "").strip().partition("#")[0]


def broken(page: Page) -> ExtractError:
    """The error for an archive without a page."""
    return ExtractError(
        f"{page_kind.subject_of(page.source)} holds no page that can be read.", "Save the page again, as HTML."
    )

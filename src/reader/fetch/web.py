"""Pages from the web: what kind of page an answer is, or why it is none. Never judges the text."""

from reader.errors import FetchError
from reader.extract.formats import encoding, sniff
from reader.extract.page_kind import robots
from reader.fetch.credentials import without_password
from reader.fetch.request import SAVE_HINT, SILENCE_SECONDS, WHOLE_SECONDS, Answer, get
from reader.model import Page, PageKind, Source

# The longest news pages seen are under 3 MB; a page past this is a data dump or an attack.
MAX_PAGE_BYTES = 20_000_000

STATUS_MESSAGES: dict[int, tuple[str, str]] = {
    401: ("asks for a login (401).", SAVE_HINT),
    402: ("asks for payment (402).", "Log in with a browser, save the page, and read the saved file."),
    403: ("refuses to show the page (403).", SAVE_HINT),
    404: ("has no such page (404).", "Check the address; the article may have moved."),
    410: ("has taken the page down for good (410).", "Look for a copy on web.archive.org."),
    429: ("says there were too many requests (429).", "Wait some minutes and try again."),
    451: ("does not show the page here for legal reasons (451).", "Look for the same story elsewhere."),
}

# What checks for robots are sent with, and how long their pages can be: those seen are under 50 kB.
CHECK_STATUSES = frozenset({401, 403, 405, 406, 429, 503})
MAX_CHECK_BYTES = 500_000

KINDS_BY_TYPE: dict[str, PageKind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "multipart/related": "mhtml",
    "message/rfc822": "email",
}
# Types that say nothing: the content is looked at instead.
VAGUE_TYPES = {"", "application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"}
TYPE_NAMES = {
    "application/pdf": "a PDF document",
    "application/json": "data (JSON)",
    "application/rss+xml": "a feed",
    "application/atom+xml": "a feed",
    "application/zip": "a ZIP archive",
    "image": "an image",
    "audio": "a sound file",
    "video": "a video",
    "font": "a font",
}


def fetch(
    url: str,
    *,
    led_by: Source | None = None,
    silence: float = SILENCE_SECONDS,
    whole: float = WHOLE_SECONDS,
    max_bytes: int = MAX_PAGE_BYTES,
) -> Page:
    """Fetch one page.

    Args:
        url: an http or https address.
        led_by: the page that names it; None where the reader gave it.
        silence: seconds a server may take to accept a connection, or to send the next bytes.
        whole: seconds for everything, redirects included.
        max_bytes: the largest page taken, after decompression.

    Raises:
        FetchError: the page could not be had, or is no text.
    """
    with get(url, led_by=led_by, silence=silence, whole=whole) as answer:
        check_robots(answer)
        check_status(answer)
        content = answer.read(max_bytes)
        kind, charset = kind_and_charset(answer, content)
        source = Source(without_password(url), kind, answer.url, answer.is_private)
        return Page(source, content, charset)


def check_robots(answer: Answer) -> None:
    """Raise FetchError for a refusal that is a check for robots; what else refuses is for `check_status` to say."""
    if answer.status not in CHECK_STATUSES or "html" not in answer.headers.get("Content-Type", ""):
        return
    try:
        content = answer.read(MAX_CHECK_BYTES)
    except FetchError:
        # Too large for a check, or broken off: the status is all there is to tell.
        return
    if robots.is_check(encoding.decode(content)):
        raise FetchError(f"{answer.host} asks whether you are a robot ({answer.status}).", SAVE_HINT)


def check_status(answer: Answer) -> None:
    """Raise FetchError for every answer but a page."""
    status, host = answer.status, answer.host
    if status in STATUS_MESSAGES:
        words, hint = STATUS_MESSAGES[status]
        raise FetchError(f"{host} {words}", hint)
    if status >= 500:
        raise FetchError(f"{host} is in trouble ({status}).", "Try again in some minutes.")
    if not 200 <= status < 300:
        raise FetchError(f"{host} answered {status} instead of a page.", SAVE_HINT)


def kind_and_charset(answer: Answer, content: bytes) -> tuple[PageKind, str | None]:
    """Decide what was sent, by the Content-Type where it says something and by looking where it does not."""
    media, charset = answer.media_and_charset
    return kind_of(answer.url, media, content), charset


def kind_of(url: str, media: str, content: bytes) -> PageKind:
    """Decide what was sent from an address, by its declared type, in lower case, and by looking.

    Raises:
        FetchError: it is no page.
    """
    if not content.strip():
        raise FetchError(f"{url} sent an empty page.", "Try again, or open it in a browser.")
    kind = KINDS_BY_TYPE.get(media)
    name = sniff.binary_name(content)
    if name is None and (sniff.is_feed(content)):
        name = "a feed"
    if name is None and kind is None and media not in VAGUE_TYPES:
        name = TYPE_NAMES.get(media) or TYPE_NAMES.get(media.partition("/")[0]) or f"of the type {media}"
    if name:
        raise FetchError(f"{url} is {name}, not a page.", "On Record reads web pages and text; open this in a browser.")
    if kind is None or (kind == "text" and sniff.kind_of(content) == "html"):
        kind = sniff.kind_of(content)
    return kind

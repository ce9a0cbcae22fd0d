"""Pages from the web, over http and https alone. Tells the reader what went wrong in words; never judges the text.

The transport is urllib3, the one inside trafilatura. trafilatura's own `fetch_response` logs the cause of a failure and
returns None, so a wrong name, a refused connection and a bad certificate look alike; and it repeats a 503 with pauses
of minutes. Here each request is made once, each redirect is followed by hand (cookies kept for the length of one fetch,
as many news sites redirect to themselves until theirs comes back), and each cause has its sentence.
"""

import ssl
import time
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

import certifi
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    LocationParseError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from reader.errors import FetchError
from reader.extract.formats import encoding, sniff
from reader.extract.page_kind import robots
from reader.model import Page, PageKind, Source

# As many as browsers would follow at least; trafilatura's default of 2 loses consent and tracking hops.
MAX_REDIRECTS = 10
# The longest news pages seen are under 3 MB; a page past this is a data dump or an attack.
MAX_PAGE_BYTES = 20_000_000
# Seconds for one connection or one silence of the server, and for the whole page with its redirects.
SILENCE_SECONDS = 15.0
WHOLE_SECONDS = 60.0
CHUNK_BYTES = 65_536

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; onrecord/{version('onrecord')}; a reader in a terminal)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}

SAVE_HINT = "Open it in a browser, save the page, and read the saved file."
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
    silence: float = SILENCE_SECONDS,
    whole: float = WHOLE_SECONDS,
    max_bytes: int = MAX_PAGE_BYTES,
) -> Page:
    """Fetch one page.

    Args:
        url: an http or https address.
        silence: seconds a server may take to accept a connection, or to send the next bytes.
        whole: seconds for everything, redirects included.
        max_bytes: the largest page taken, after decompression.

    Raises:
        FetchError: the page could not be had, or is no text.
    """
    deadline = time.monotonic() + whole
    try:
        response, final = follow(url, silence, deadline)
        try:
            check_robots(response, final, deadline)
            check_status(response, final)
            content = read_body(response, final, max_bytes, deadline)
        finally:
            response.close()
    except (HTTPError, OSError, ValueError) as error:
        raise explain(url, error) from error
    kind, charset = kind_and_charset(response, content, final)
    return Page(source=Source(given=url, kind=kind, url=final), content=content, charset=charset)


def follow(url: str, silence: float, deadline: float) -> tuple[urllib3.BaseHTTPResponse, str]:
    """Request a page and go where it redirects; gives the last response, its body unread, and its address."""
    given, cookies = url, CookieJar()
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(url).scheme.lower() not in ("http", "https") or not urlsplit(url).hostname:
            raise FetchError(f"{given} leads to {url}, which is no web page.", "Check the address.")
        if time.monotonic() > deadline:
            raise TimeoutError
        request = urllib.request.Request(url, headers=HEADERS)
        cookies.add_cookie_header(request)
        response = pool_for(url).request(
            "GET",
            url,
            headers=dict(request.header_items()),
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=urllib3.Timeout(connect=silence, read=silence),
        )
        cookies.extract_cookies(response, request)  # type: ignore[arg-type]  # it needs .info() alone, which is there
        target = response.get_redirect_location()
        if not target:
            return response, url
        response.close()
        url = urljoin(url, target)
    raise FetchError(f"{given} redirects more than {MAX_REDIRECTS} times.", SAVE_HINT)


def pool_for(url: str) -> urllib3.PoolManager:
    """Make a connection pool that checks certificates, through the proxy of the environment if one is set."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    parts = urlsplit(url)
    proxy = urllib.request.getproxies().get(parts.scheme)
    if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy, ssl_context=context)
    return urllib3.PoolManager(ssl_context=context)


def check_robots(response: urllib3.BaseHTTPResponse, url: str, deadline: float) -> None:
    """Raise FetchError for a refusal that is a check for robots; what else refuses is for `check_status` to say."""
    if response.status not in CHECK_STATUSES or "html" not in response.headers.get("Content-Type", ""):
        return
    try:
        content = read_body(response, url, MAX_CHECK_BYTES, deadline)
    except (FetchError, HTTPError):
        # Too large for a check, or broken off: the status is all there is to tell.
        return
    if robots.is_check(encoding.decode(content)):
        raise FetchError(f"{host_of(url)} asks whether you are a robot ({response.status}).", SAVE_HINT)


def check_status(response: urllib3.BaseHTTPResponse, url: str) -> None:
    """Raise FetchError for every answer but a page."""
    status, host = response.status, urlsplit(url).hostname
    if status in STATUS_MESSAGES:
        words, hint = STATUS_MESSAGES[status]
        raise FetchError(f"{host} {words}", hint)
    if status >= 500:
        raise FetchError(f"{host} is in trouble ({status}).", "Try again in some minutes.")
    if not 200 <= status < 300:
        raise FetchError(f"{host} answered {status} instead of a page.", SAVE_HINT)


def read_body(response: urllib3.BaseHTTPResponse, url: str, max_bytes: int, deadline: float) -> bytes:
    """Read the page, no further than the cap and the deadline."""
    too_large = FetchError(
        f"{url} is larger than {max_bytes / 1_000_000:g} MB.",
        "It is hardly an article; save the part you want as a file.",
    )
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) > max_bytes:
        raise too_large
    content = bytearray()
    for chunk in chunks(response):
        content += chunk
        if len(content) > max_bytes:
            raise too_large
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(content)


def chunks(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """Give the decompressed body as it comes: `read1` waits for no full buffer, so a slow drip meets the deadline."""
    while chunk := response.read1(CHUNK_BYTES, decode_content=True):
        yield chunk


def kind_and_charset(response: urllib3.BaseHTTPResponse, content: bytes, url: str) -> tuple[PageKind, str | None]:
    """Decide what was sent, by the Content-Type where it says something and by looking where it does not."""
    content_type = response.headers.get("Content-Type", "")
    media, _, parameters = content_type.partition(";")
    media = media.strip().lower()
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
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
    return kind, charset


def explain(url: str, error: Exception) -> FetchError:
    """Put a failed connection into words."""
    host = host_of(url)
    if isinstance(error, NameResolutionError):
        return FetchError(f"There is no server named {host}.", "Check the address and your connection.")
    # Before the time-outs: in urllib3 a refused connection is a kind of them.
    if isinstance(error, NewConnectionError):
        return FetchError(f"{host} refuses the connection.", "Check the address; the server may be down.")
    if isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
        return FetchError(f"{host} takes too long to answer.", "Try again later, or open it in a browser.")
    if isinstance(error, SSLError | ssl.SSLError):
        return FetchError(
            f"{host} could not prove who it is: its certificate does not check out.",
            "Check the address and the clock of this machine; do not trust what this server sends.",
        )
    if isinstance(error, LocationParseError | ValueError):
        return FetchError(f"{url} is not a web address.", "Check it for typing errors.")
    if isinstance(error, DecodeError):
        return FetchError(f"{host} sent a page that cannot be unpacked.", SAVE_HINT)
    if isinstance(error, ProtocolError):
        return FetchError(f"{host} broke off while sending the page.", "Try again.")
    return FetchError(f"{host} could not be read: {error}.", "Try again, or open it in a browser.")


def host_of(url: str) -> str:
    """The name of the server, or the whole address where it has none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url

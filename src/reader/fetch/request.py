"""One GET over http or https and the redirects it leads to. Tells what went wrong in words; never judges what came.

The transport is urllib3, the one inside trafilatura. trafilatura's own `fetch_response` logs the cause of a failure and
returns None, so a wrong name, a refused connection and a bad certificate look alike; and it repeats a 503 with pauses
of minutes. Here each request is made once, each redirect is followed by hand (cookies kept for the length of one fetch,
as many news sites redirect to themselves until theirs comes back), and each cause has its sentence.
"""

import contextlib
import functools
import http.client
import ssl
import urllib.request
from collections.abc import Iterator, Mapping
from http.cookiejar import CookieJar
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

import certifi
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util import Url, parse_url

from reader.errors import FetchError
from reader.fetch import addresses, packing
from reader.fetch.connection import Way, put_on, refusal
from reader.fetch.credentials import authorization, without_password
from reader.model import Source

# As many as browsers would follow at least; trafilatura's default of 2 loses consent and tracking hops.
MAX_REDIRECTS = 10
# Seconds for one attempt to connect or one silence of the server, and for everything: names, TLS, redirects, the body.
SILENCE_SECONDS = 15.0
WHOLE_SECONDS = 60.0
CHUNK_BYTES = 65_536

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; onrecord/{version('onrecord')}; a reader in a terminal)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": packing.ACCEPTED,
}

SAVE_HINT = "Open it in a browser, save the page, and read the saved file."


class Answer:
    """What a server answered in the end, its body still to be read.

    Attributes:
        url: the address that answered.
        status: its number.
        headers: by name, in any case.
        redirects: the status of each redirect on the way; 301 and 308 mean that the address has moved for good.
        is_private: whether it came from this machine or the network it stands in, and from nowhere else on the way.
    """

    def __init__(self, url: str, response: urllib3.BaseHTTPResponse, redirects: tuple[int, ...], way: Way) -> None:
        self.url, self.status = url, response.status
        self.headers: Mapping[str, str] = response.headers
        self.redirects, self.is_private = redirects, way.is_private
        self._response, self._way = response, way

    @property
    def host(self) -> str:
        """The name of the server."""
        return host_of(self.url)

    @property
    def media_and_charset(self) -> tuple[str, str | None]:
        """What kind of content the server says it is, in lower case, and in which charset."""
        return media_and_charset(self.headers.get("Content-Type", ""))

    def read(self, max_bytes: int) -> bytes:
        """Read the body, unpacked.

        Args:
            max_bytes: the most that is taken, of what is sent and of what is unpacked from it.

        Raises:
            FetchError: it is larger, breaks off, cannot be unpacked, or takes too long.
        """
        too_large = FetchError(
            f"{self.url} is larger than {max_bytes / 1_000_000:g} MB.",
            "It is hardly an article; save the part you want as a file.",
        )
        if (self._response.length_remaining or 0) > max_bytes:
            raise too_large
        sent = bytearray()
        with _explained(self.url, self._way):
            while chunk := self._response.read1(CHUNK_BYTES, decode_content=False):
                sent += chunk
                if len(sent) > max_bytes:
                    raise too_large
        try:
            content = packing.unpacked(bytes(sent), self.headers.get("Content-Encoding", ""), max_bytes)
        except packing.Damaged as error:
            raise FetchError(f"{self.host} sent a page that cannot be unpacked.", SAVE_HINT) from error
        except packing.BrokenOff as error:
            raise broken_off(self.host) from error
        if len(content) > max_bytes:
            raise too_large
        return content


def media_and_charset(declared: str) -> tuple[str, str | None]:
    """The two parts of a Content-Type: "Text/HTML; charset=UTF-8" is "text/html" and "utf-8"."""
    media, _, parameters = declared.lower().partition(";")
    charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'")
    return media.strip(), charset or None


@contextlib.contextmanager
def get(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    led_by: Source | None = None,
    may_be_private: bool = True,
    silence: float = SILENCE_SECONDS,
    whole: float = WHOLE_SECONDS,
) -> Iterator[Answer]:
    """Request an address, and go where it redirects.

    Args:
        url: an http or https address; a name and password in it are sent to its own server alone.
        headers: more than the usual ones, or in place of them.
        led_by: the page that names this address; None where the reader gave it.
        may_be_private: false where it may not lead to this machine and the network it stands in all the same, for the
            reader took it over from somewhere.
        silence: seconds a server may take to accept a connection, or to send the next bytes.
        whole: seconds for everything, the body included.

    Raises:
        FetchError: no answer could be had.
    """
    with contextlib.ExitStack() as ends:
        is_private_open = led_by.is_private if led_by else may_be_private
        way = Way(whole, silence, is_private_open=is_private_open, ends=ends)
        given = without_password(url)
        if not _is_web(given):
            # With an @ in it, it may hold a password that was not seen as one.
            shown = "What was given" if "@" in given else given
            raise FetchError(f"{shown} is not a web address.", "Check it for typing errors.")
        secret = authorization(url) if led_by is None else {}
        answer = _follow(given, {**HEADERS, **(headers or {})}, secret, way)
        ends.callback(answer._response.close)
        yield answer


def _follow(given: str, headers: Mapping[str, str], secret: Mapping[str, str], way: Way) -> Answer:
    """Request a page and go where it redirects; `secret` is sent to the server of the given address alone."""
    url, cookies = given, CookieJar()
    redirects: tuple[int, ...] = ()
    while len(redirects) <= MAX_REDIRECTS:
        own = secret if _origin(url) == _origin(given) else {}
        with _explained(url, way):
            response = _requested(url, {**headers, **own}, cookies, way)
        target = response.get_redirect_location()
        if not target:
            return Answer(url, response, redirects, way)
        response.close()
        redirects = (*redirects, response.status)
        url = _joined(url, target)
        if not _is_web(url):
            raise FetchError(f"{given} leads to {url}, which is no web page.", "Check the address.")
    raise FetchError(f"{given} redirects more than {MAX_REDIRECTS} times.", SAVE_HINT)


def _requested(url: str, headers: Mapping[str, str], cookies: CookieJar, way: Way) -> urllib3.BaseHTTPResponse:
    """Request one address, with the cookies that belong to it; those that come with the answer are kept."""
    request = urllib.request.Request(url, headers=dict(headers))
    cookies.add_cookie_header(request)
    response = _pools(url, way).request(
        "GET",
        url,
        headers=dict(request.header_items()),
        redirect=False,
        retries=False,
        preload_content=False,
        timeout=urllib3.Timeout(connect=way.patience, read=way.patience),
    )
    cookies.extract_cookies(response, request)  # type: ignore[arg-type]  # it needs .info() alone, which is there
    return response


def _joined(url: str, target: str) -> str:
    try:
        return without_password(urljoin(url, target))
    except ValueError:
        return target


def _is_web(url: str) -> bool:
    """Say whether an address is one of http or https that can be asked for."""
    try:
        parts, host = urlsplit(url), parse_url(url).host
    except (ValueError, HTTPError):
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname and host)


def _origin(url: str) -> Url:
    return parse_url(url)._replace(path=None, query=None, fragment=None)


def _pools(url: str, way: Way) -> urllib3.PoolManager:
    """Make a connection pool that checks certificates, through the proxy of the environment if one is set."""
    context = _certificates()
    scheme, host = urlsplit(url).scheme.lower(), parse_url(url).host or ""
    proxy = urllib.request.getproxies().get(scheme)
    if proxy and not urllib.request.proxy_bypass(host):
        # The proxy looks the name up; what can be told is what the address itself says.
        is_private = addresses.is_private_by_name(host)
        if not way.may_lead(is_private=is_private):
            raise refusal(host)
        way.led(is_private=is_private)
        pools: urllib3.PoolManager = urllib3.ProxyManager(proxy, ssl_context=context)
    else:
        pools = urllib3.PoolManager(ssl_context=context)
    put_on(way, pools, url)
    return pools


@functools.cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust: the authorities that the system knows, and certifi's. Reading them takes 40 ms."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@contextlib.contextmanager
def _explained(url: str, way: Way) -> Iterator[None]:
    """Put what goes wrong into words. What ends when the time is over has ended for that, whatever it looks like."""
    try:
        way.check()
        yield
        way.check()
    except (HTTPError, OSError, ValueError) as error:
        raise _explain(url, error if way.left else TimeoutError()) from error


def _explain(url: str, error: Exception) -> FetchError:
    """Put a failed connection into words."""
    host = host_of(url)
    if isinstance(error, NameResolutionError):
        return FetchError(f"There is no server named {host}.", "Check the address and your connection.")
    if isinstance(error, ProxyError):
        return FetchError(f"The proxy on the way to {host} cannot be used.", "Check the settings of your proxy.")
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
    if isinstance(error, ProtocolError) and not _is_nonsense(error.args[-1]):
        return broken_off(host)
    return FetchError(f"{host} sent an answer that makes no sense.", "Try again, or open it in a browser.")


def _is_nonsense(cause: object) -> bool:
    """Say whether an answer was no HTTP, or more of it than is taken, and did not just end too early."""
    early = isinstance(cause, http.client.IncompleteRead | http.client.RemoteDisconnected)
    return isinstance(cause, http.client.HTTPException) and not early


def broken_off(host: str) -> FetchError:
    """The error for a page whose end is missing."""
    return FetchError(f"{host} broke off while sending the page.", "Try again.")


def host_of(url: str) -> str:
    """The name of the server, or the whole address where it has none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url

"""By what an article is known again: digests of its addresses, less what only says where readers came from. Pure."""

import hashlib
import os
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

from reader.extract.metadata.site import is_same
from reader.model import Article, Source

# Enough of a SHA-256 that two articles never share one.
_KEY_BYTES = 16
_STDIN = "-"
# What newsletters, networks and advertisers put behind an address; none of it chooses what is shown.
_TRACKING = re.compile(r"(?:utm_\w*|mc_[ce]id|fbclid|gclid|dclid|msclkid|igshid|yclid|cmpid|ocid|smid|at_\w+)", re.I)


def canonical(address: str) -> str:
    """A web address in the form that all of its spellings share; anything else as it stands.

    "HTTPS://www.Harbourpost.example:443/levy/?utm_source=x&id=7#top" -> "//harbourpost.example/levy?id=7". A user's
    name and password are left out.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return address
    if parts.scheme.lower() not in ("http", "https") or not host:
        return address
    host = host.removeprefix("www.").rstrip(".")
    where = f"{host}:{port}" if port not in (None, 80, 443) else host
    wanted = [(name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name)]
    query = f"?{urlencode(wanted, errors='surrogateescape')}" if wanted else ""
    # Pages of one address that differ behind "#!" are made by scripts and are different ones.
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"//{where}{parts.path.rstrip('/')}{query}{fragment}"


def server(address: str) -> str:
    """The server of a web address, with its port; the address itself where it names none."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower() or address
    except ValueError:
        return address


def digest(address: str) -> bytes:
    """The key of an address to the letter: in hexadecimal, what the places in state files are kept by."""
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


def key(address: str) -> bytes:
    """The key of a web address in any of its spellings, or of the absolute path of a file."""
    return digest(canonical(address))


def key_of_entry(feed: str, name: str) -> bytes:
    """The key of an entry that has no address of its own: by its feed and what this calls it."""
    return digest(f"{feed}\n{name}")


def addresses_of(source: Source, article: Article) -> tuple[str, ...]:
    """The addresses of an article, the one it is best known by first; none of one that came over standard input.

    The one that a page gives for its own counts where it is of the site that the page came from: else any page could
    take the place of any other paper's article.
    """
    own = article.url if article.url and (not source.url or is_same(article.url, source.url)) else None
    if source.given == _STDIN:
        return tuple(dict.fromkeys(filter(None, (own, source.url))))
    given = source.given if source.url else os.path.abspath(source.given)
    return tuple(dict.fromkeys(filter(None, (own, source.url, given))))


def keys_of(source: Source, article: Article) -> tuple[bytes, ...]:
    """What an article is known by; by its words where it has no address."""
    return _distinct(map(key, addresses_of(source, article))) or (digest(article.text),)


def _distinct(keys: Iterable[bytes]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(keys))

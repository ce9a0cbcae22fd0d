"""What makes an address from a page safe to write out: no odd scheme becomes a link, nothing ends one early."""

import re
import urllib.parse

from reader.model import Reading
from reader.text.safe import encodable

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
# All that RFC 3986 lets stand in a URL, less what ends a Markdown link: brackets and parentheses.
_URL_SAFE = ":/?#@!$&'*+,;=%~"


def web_address(reading: Reading) -> str | None:
    """The address of the article: the one its page names as its own, else where it was fetched; http and https only."""
    return next(filter(None, map(safe_address, (reading.article.url, reading.source.url))), None)


def safe_address(url: str | None) -> str | None:
    """An address that can be written out and followed: http or https, or None."""
    return encodable(url) if url and _WEB.match(url) else None


def link_target(url: str) -> str:
    """Encode a URL so that it can stand between the parentheses of a Markdown link."""
    encoded = urllib.parse.quote(encodable(url), safe=_URL_SAFE)
    # "&copy;" in a target would be read as an entity.
    return re.sub(r"&(?=#?\w+;)", r"\\&", encoded)

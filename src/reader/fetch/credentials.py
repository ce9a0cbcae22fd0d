"""Names and passwords written into an address: sent to its server, and part of nothing that is shown or kept."""

import base64
from urllib.parse import unquote_to_bytes, urlsplit


def without_password(source: str) -> str:
    """The source without a name and password in it; all but web addresses as they are.

    "https://ada:secret@harbourpost.example/story" is "https://harbourpost.example/story".
    """
    scheme, slashes, rest = source.partition("://")
    if not slashes or scheme.strip().lower() not in ("http", "https"):
        return source
    end = min((at for mark in "/?#" if (at := rest.find(mark)) >= 0), default=len(rest))
    return f"{scheme}://{rest[:end].rpartition('@')[2]}{rest[end:]}"


def authorization(source: str) -> dict[str, str]:
    """The header that sends the name and password of an address; none for an address without them.

    Raises:
        ValueError: it is no address.
    """
    userinfo, at, _ = urlsplit(source).netloc.rpartition("@")
    if not at:
        return {}
    name, _, password = userinfo.partition(":")
    plain = unquote_to_bytes(name) + b":" + unquote_to_bytes(password)
    return {"Authorization": f"Basic {base64.b64encode(plain).decode()}"}

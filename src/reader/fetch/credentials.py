"""Names and passwords written into an address: sent to its server, and part of nothing that is shown or kept."""

import base64
import re
from urllib.parse import unquote_to_bytes, urlsplit

# Up to the last @ before the path, as browsers and urllib read it.
_USERINFO = re.compile(r"\A(\s*[a-zA-Z][a-zA-Z0-9+.-]*+://)[^/?#]*@|\A[^/?#:@]*+:[^/?#]*@")


def without_password(source: str) -> str:
    """The source without a name and password in it; one that has none as it is.

    "https://ada:secret@harbourpost.example/story" is "https://harbourpost.example/story". Where the scheme was
    forgotten, only what has a colon before its @ is taken for a password.
    """
    return _USERINFO.sub(r"\1", source, count=1)


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

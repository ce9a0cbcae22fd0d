"""Whether two addresses belong to one site or lead to one page. The only module that asks courlan, which trafilatura brings."""

from urllib.parse import urlsplit

from courlan import extract_domain, normalize_url

# In front of a host they lead to the same pages.
_WWW = "www."


def is_same(url: str, other: str) -> bool:
    """True for addresses under one registered name: "amp.harbourpost.example" and "www.harbourpost.example"."""
    return name_of(url) == name_of(other)


def name_of(url: str) -> str:
    """The registered name of a site; for a number or a machine of this network, the host with its port."""
    return extract_domain(url, fast=True) or urlsplit(url).netloc.lower()


def canonical(url: str) -> str | None:
    """What all ways of writing one page's address have in common, to be compared and not to be followed.

    "http://www.harbourpost.example/a/?utm_source=x#top" -> "harbourpost.example/a". Of the query only what counts
    readers is left off, since the rest may tell one article from another. None where it is no address of the web.
    """
    try:
        normal = urlsplit(normalize_url(url.strip(), trailing_slash=False))
    except ValueError:  # brackets that are no IPv6 address
        return None
    if normal.scheme not in ("http", "https") or not normal.netloc:
        return None
    host = normal.netloc.rpartition("@")[2].removeprefix(_WWW)
    return f"{host}{normal.path.rstrip('/')}{'?' if normal.query else ''}{normal.query}"

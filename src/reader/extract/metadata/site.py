"""Whether two addresses belong to one site. The only module that asks courlan, which trafilatura brings."""

from urllib.parse import urlsplit


def is_same(url: str, other: str) -> bool:
    """True for addresses under one registered name: "amp.harbourpost.example" and "www.harbourpost.example"."""
    try:
        return urlsplit(url).netloc.lower() == urlsplit(other).netloc.lower() or name_of(url) == name_of(other)
    except ValueError:  # what is no address is of no site
        return False


def name_of(url: str) -> str:
    """The registered name of a site; for a number or a machine of this network, the host with its port."""
    from courlan import extract_domain  # 100 ms that most articles do not wait for

    return extract_domain(url, fast=True) or urlsplit(url).netloc.lower()

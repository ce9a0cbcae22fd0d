"""Whether two addresses belong to one site. The only module that asks courlan, which trafilatura brings."""

from urllib.parse import urlsplit

from courlan import extract_domain


def is_same(url: str, other: str) -> bool:
    """True for addresses under one registered name: "amp.harbourpost.example" and "www.harbourpost.example"."""
    return name_of(url) == name_of(other)


def name_of(url: str) -> str:
    """The registered name of a site; for a number or a machine of this network, the host with its port."""
    return extract_domain(url, fast=True) or urlsplit(url).netloc.lower()

"""Whether two addresses belong to one site. The only module that asks courlan, which trafilatura brings."""

from urllib.parse import urlsplit

from reader.lexicon.wordlists import words

# Under these everybody can have a name of their own; each is a site. The public list of such names lacks most of them.
_OF_MANY = words(
    "substack.com wordpress.com blogspot.com tumblr.com medium.com ghost.io beehiiv.com livejournal.com typepad.com "
    "wixsite.com weebly.com squarespace.com webflow.io hashnode.dev github.io gitlab.io netlify.app vercel.app "
    "pages.dev web.app neocities.org"
)


def is_same(url: str, other: str) -> bool:
    """True for addresses under one registered name: "amp.harbourpost.example" and "www.harbourpost.example"."""
    try:
        return urlsplit(url).netloc.lower() == urlsplit(other).netloc.lower() or name_of(url) == name_of(other)
    except ValueError:  # what is no address is of no site
        return False


def name_of(url: str) -> str:
    """The registered name of a site, or the one that it has under a name of many ("tarn.substack.com").

    For a number or a machine of this network, the host with its port.
    """
    from courlan import extract_domain  # 100 ms that most articles do not wait for

    name = extract_domain(url, fast=True) or urlsplit(url).netloc.lower()
    return ".".join((urlsplit(url).hostname or name).split(".")[-3:]) if name in _OF_MANY else name

"""Other versions that a page offers of itself: AMP and print. Names their addresses; fetching them is for the shell."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from lxml.html import HtmlElement

from reader.extract.formats import encoding
from reader.extract.metadata import site
from reader.extract.page import limits
from reader.model import Page
from reader.text import safe

# Where AMP pages are kept for their sites.
AMP_CACHE = ".cdn.ampproject.org"
PRINT_WORDS = frozenset(
    {
        "print", "print version", "printable version", "printer-friendly version", "print article", "druckversion",
        "artikel drucken", "version imprimable", "versión para imprimir", "versione stampabile",
    }
)  # fmt: skip


def of(page: Page) -> tuple[str, ...]:
    """The addresses at which a page offers itself in another form, AMP first; none for anything but HTML."""
    tree = limits.tree_of(encoding.decode(page.content, page.charset)) if page.source.kind == "html" else None
    base = page.source.url
    if tree is None or base is None:
        return ()
    found = [urldefrag(url).url for href in offered(tree) if (url := safe.safe_url(href, base))]
    return tuple(dict.fromkeys(url for url in found if url != urldefrag(base).url and is_of_site(url, base)))


def offered(tree: HtmlElement) -> Iterator[str | None]:
    """What the page links to as its AMP and print versions."""
    links = list(tree.iter("link"))
    yield from (link.get("href") for link in links if (link.get("rel") or "").lower() == "amphtml")
    yield from (
        link.get("href")
        for link in links
        if (link.get("rel") or "").lower() == "alternate" and (link.get("media") or "").lower() == "print"
    )
    for link in tree.iter("a"):
        label = safe.line(link.text_content() or link.get("title") or "").casefold()
        if (link.get("rel") or "").lower() == "print" or label in PRINT_WORDS:
            yield link.get("href")


def is_of_site(url: str, base: str) -> bool:
    """True for an address of the same site, or of the cache of AMP pages."""
    return site.is_same(url, base) or (urlsplit(url).hostname or "").endswith(AMP_CACHE)

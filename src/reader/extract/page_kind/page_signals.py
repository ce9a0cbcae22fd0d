"""What a page shows and holds besides prose, by which walls, shells and players are known. Judges nothing."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from reader.extract.metadata import jsonld
from reader.extract.page_kind import robots
from reader.extract.page_kind.page_kind import PageSignals
from reader.text import safe

# How much of what the page shows is read for what it says of itself.
SHOWN = 4_000
CONSENT_HOST = re.compile(r"^(?:consent|privacy|myprivacy|cmp|cookie)[.-]", re.IGNORECASE)
PLAYER = re.compile(
    r"//(?:www\.)?(?:youtube(?:-nocookie)?\.com/(?:embed|watch)|youtu\.be/|player\.vimeo\.com|(?:geo\.)?dailymotion\.com/"
    r"|players?\.brightcove|cdn\.jwplayer|content\.jwplatform)|\bvideo-?js\b|\bjwplayer\b|\bvideo-player\b",
    re.IGNORECASE,
)
# Attributes that name a service or a player.
NAMED = ("src", "href", "id", "class", "data-src", "action")
OFFERED = re.compile(
    r"(?:start|get|claim) (?:your |a |my )?(?:free )?trial(?: .{0,20})?|try (?:it )?(?:for )?free(?: .{0,20})?|"
    r"(?:book|request|get|schedule|see|watch) (?:a |your |the )?(?:free )?(?:demo|call|consultation|quote)|"
    r"get started(?: .{0,16})?|sign up(?: for)? free|(?:contact|talk to) sales|"
    r"(?:see|view|compare) (?:plans|pricing|prices)(?: (?:and|&) pricing)?|"
    r"add to (?:cart|basket|bag|trolley)|buy (?:it )?now|order now|"
    r"download (?:the |for )?(?:app|free)|"
    r"in den warenkorb|jetzt (?:kaufen|bestellen|testen)|ajouter au panier|añadir al carrito|aggiungi al carrello"
)
LONGEST_OFFER = 40
SEARCH_PATH = re.compile(r"/(?:search|suche|recherche|buscar|ricerca|sok|zoeken)(?:[/.]|$)", re.IGNORECASE)
SEARCH_KEYS = frozenset({"q", "s", "query", "search", "keyword", "keywords", "suche"})
# Inline scripts are looked at this far: the configuration of a check stands at their head.
SCRIPT_LOOKED_AT = 2_000


def read(tree: HtmlElement, things: Sequence[jsonld.Thing], url: str | None) -> PageSignals:
    """See what there is on a page that came from `url` and says `things` in JSON-LD."""
    heading = next((text for element in tree.iter("h1") if (text := safe.line(element.text_content()))), "")
    return PageSignals(
        shown=shown_by(tree),
        title=safe.line(tree.findtext(".//title") or ""),
        heading=heading,
        bot_check=any(robots.SERVICE.search(text) for text in marks(tree)),
        consent_host=CONSENT_HOST.match(urlsplit(url or "").hostname or "") is not None,
        login_form=any((field.get("type") or "").lower() == "password" for field in tree.iter("input")),
        video=has_player(tree),
        scripts=next(tree.iter("script"), None) is not None,
        declares=declared(tree, things),
        offers=offers(tree),
        results=is_search(url or ""),
    )


def offers(tree: HtmlElement) -> frozenset[str]:
    """What the buttons and links of a page offer, in lower case: "add to basket", "book a demo"."""
    labels = (safe.line(str(part.text_content())).casefold() for part in tree.iter("a", "button") if len(part) <= 2)
    return frozenset(label for label in labels if len(label) <= LONGEST_OFFER and OFFERED.fullmatch(label))


def is_search(url: str) -> bool:
    """True for the address of the results of a search: "/search?q=ferry", "/?s=ferry"."""
    parts = urlsplit(url)
    return SEARCH_PATH.search(parts.path) is not None or any(key in SEARCH_KEYS for key, _ in parse_qsl(parts.query))


def shown_by(tree: HtmlElement) -> str:
    """The beginning of all the text of the page, scripts and styles left out."""
    texts = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]")
    shown = ""
    for text in texts if isinstance(texts, list) else []:
        shown += f" {text}"
        if len(shown) > SHOWN:
            break
    return safe.line(shown)


def marks(tree: HtmlElement) -> list[str]:
    """Where the services of a page would be named: attributes, and the heads of its inline scripts."""
    found = [value for element in tree.iter() for name in NAMED if (value := element.attrib.get(name))]
    return found + [script.text[:SCRIPT_LOOKED_AT] for script in tree.iter("script") if script.text]


def has_player(tree: HtmlElement) -> bool:
    """True for a page with a video on it."""
    if next(tree.iter("video"), None) is not None:
        return True
    parts = tree.iter("iframe", "div", "embed", "object", "section", "figure")
    return any(PLAYER.search(value) for part in parts for name in NAMED if (value := part.attrib.get(name)))


def declared(tree: HtmlElement, things: Sequence[jsonld.Thing]) -> frozenset[str]:
    """What the page says it is, in OpenGraph and in JSON-LD."""
    kinds = {name.lower() for thing in things for name in jsonld.types_of(thing)}
    return open_graph_types(tree) | kinds


def open_graph_types(tree: HtmlElement) -> frozenset[str]:
    """What the page says it is in OpenGraph: "article", "website", "video.other"."""
    metas = (
        meta for meta in tree.iter("meta") if (meta.get("property") or meta.get("name") or "").lower() == "og:type"
    )
    return frozenset((meta.get("content") or "").strip().lower() for meta in metas)

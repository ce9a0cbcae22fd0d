"""Pages that list articles instead of being one: how they are known, and which articles they lead to."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urldefrag, urlsplit

from lxml.html import HtmlElement

from reader.extract.furniture import residue
from reader.extract.metadata import jsonld, site
from reader.extract.page.pieces import Piece
from reader.extract.page_kind import page_kind, page_signals
from reader.extract.page_kind.wall_phrases import GONE
from reader.model import Teaser
from reader.text import safe

# A headline has so many words, or for scripts without spaces so much weight; the longest seen have 25 words.
LEAST_WORDS = 4
LEAST_WEIGHT = 24
LONGEST_HEADLINE = 200
MOST_TEASERS = 40
# An article has this many links to others below it and beside it; a front page lists more than it says itself.
LEAST_TEASERS = 6
# A small section has fewer; its address says that it is one, and it says nothing itself.
FEW_TEASERS = 2
# An article with hardly a paragraph of its own may stand above a long list of others; it needs more of them to be
# taken for a list where nothing declares it one.
MANY_TEASERS = 12
# A card is the headline with its teaser, at most so long; the text of cards is not the page's own.
LONGEST_CARD = 700
# Own text a front page may have: who it is, how to subscribe. A section page opens with a paragraph about its subject.
LONGEST_OWN = 600
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
CARD_TAGS = ("article", "li", "section", "div", "td", "figure", "p")
# A paragraph with a link and a date beside it is the link's; one half as long again is a sentence with a link in it.
INLINE = 1.5
FRAME_TAGS = ("nav", "footer", "form", "button", "dialog")
FRAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|breadcrumbs?|cookie|consent|social|share|login|toolbar|skip|"
    r"pagination|legal|masthead-links)(?:$|[\s_-])",
    re.IGNORECASE,
)
CARD = re.compile(r"(?:card|teaser|story|article|headline|post|entry|item|promo|tease)", re.IGNORECASE)
# Addresses that are no articles, whatever their links say.
NO_ARTICLE = re.compile(
    r"/(?:privacy|datenschutz|terms|agb|imprint|impressum|about|contact|kontakt|help|faq|login|signin|register|"
    r"subscribe|subscription|abo|account|newsletters?|advertise|careers?|jobs|cookies?|rss|sitemap|tag|tags|author|"
    r"authors|search)(?:[/.-]|$)",
    re.IGNORECASE,
)
# "/", "/news", "/world/africa", "/index.html": sections have short names without figures.
SECTION_PATH = re.compile(
    r"^/?(?:index\.\w+)?$|^(?:/[a-z]{2,20}(?:-[a-z]{2,12})?){1,3}/?(?:index\.\w+)?$", re.IGNORECASE
)
# What OpenGraph calls front pages and the pages of an author; also many an article.
LIST_KINDS = frozenset({"website", "profile"})
LIST_TYPES = frozenset({"collectionpage", "itemlist"})


def listed(
    tree: HtmlElement, pieces: Sequence[Piece], things: Sequence[jsonld.Thing], url: str | None, subject: str
) -> tuple[Teaser, ...]:
    """The articles of a page that lists articles and has no text of its own; none of any other page.

    Args:
        tree: the page as it came.
        pieces: the body that was found in it, residue taken out.
        things: what it says in JSON-LD.
        url: where it came from.
        subject: what the reader opened, for the message.

    Raises:
        NotAnArticle: it lists them below an error.
    """
    base = url or ""
    # Most pages are articles that nothing calls a list; looking at each of their links would take a tenth of the time.
    if page_kind.prose(pieces) >= LONGEST_OWN and not (calls_itself_list(tree, things, base) or is_error(tree)):
        return ()
    own = own_text(tree, pieces)
    if own >= LONGEST_OWN:
        return ()
    if is_error(tree):
        raise page_kind.not_an_article(subject, page_kind.MISSING)
    found = teasers(tree, base)
    is_called = calls_itself_list(tree, things, base)
    is_bare = own < page_kind.SHORTEST_ARTICLE and (is_section(base) or any(map(is_list, things)))
    least = FEW_TEASERS if is_bare and base else LEAST_TEASERS
    if len(found) < least or (is_declared_article(tree, things) and own):
        return ()
    is_list_of_articles = is_called or (len(found) >= MANY_TEASERS and own < page_kind.BRIEF)
    return found if is_list_of_articles else ()


def calls_itself_list(tree: HtmlElement, things: Sequence[jsonld.Thing], base: str) -> bool:
    """True for a page that its address or its head calls a list; many heads call an article a website too."""
    if base and is_section(base):
        return True
    return not LIST_KINDS.isdisjoint(page_signals.open_graph_types(tree)) or any(map(is_list, things))


def is_list(thing: jsonld.Thing) -> bool:
    """True for what stands for a list of pages in JSON-LD."""
    return any(name.lower() in LIST_TYPES for name in jsonld.types_of(thing))


def is_error(tree: HtmlElement) -> bool:
    """True for an error page by its first heading; many list what is most read, so they have text of a kind."""
    heading = next(tree.iter("h1"), None)
    return heading is not None and page_kind.is_notice(GONE, safe.line(heading.text_content()))


def is_section(url: str) -> bool:
    """True for the address of a front page or of a section: "/", "/news", "/world/africa"."""
    parts = urlsplit(url)
    return SECTION_PATH.match(parts.path) is not None and not parts.query


def is_declared_article(tree: HtmlElement, things: Sequence[jsonld.Thing]) -> bool:
    """True when the page says that it is one article; the articles of a list do not count."""
    inside = [part for thing in filter(is_list, things) for part in jsonld.walk(thing, 0)]
    alone = [thing for thing in things if thing not in inside]
    articles = [thing for thing in alone if page_kind.is_article_type(map(str.lower, jsonld.types_of(thing)))]
    return len(articles) == 1 or (not articles and "article" in page_signals.declared(tree, things))


def own_text(tree: HtmlElement, pieces: Sequence[Piece]) -> int:
    """How much prose of the body stands outside of the cards that hold a headline and its teaser."""
    heads = (
        link for link in links(tree) if reads_like_headline(safe.line(link.text_content())) and not is_inline(link)
    )
    cards = "\n".join(residue.norm(" ".join(card_of(head).itertext())) for head in heads)
    return page_kind.prose([without_cards(piece, cards) for piece in pieces])


def is_inline(link: HtmlElement) -> bool:
    """True for a link in a running sentence: its paragraph says more than it does."""
    paragraph = next(link.iterancestors("p"), None)
    return paragraph is not None and len(safe.line(paragraph.text_content())) > INLINE * len(
        safe.line(link.text_content())
    )


def without_cards(piece: Piece, cards: str) -> Piece:
    """A piece without the lines of cards; trafilatura may join headlines, what stands under them, and labels."""
    return piece._replace(text="\n".join(line for line in piece.text.split("\n") if residue.norm(line) not in cards))


def teasers(tree: HtmlElement, base: str) -> tuple[Teaser, ...]:
    """The articles that a page links to by their headlines, each once, in the order of the page.

    Links set as headings or in cards are taken; where there are hardly any, all that read like a headline.
    """
    strong: dict[str, str] = {}
    plain: dict[str, str] = {}
    for link in links(tree):
        url = safe.safe_url(link.get("href"), base or None)
        heading = heading_of(link)
        headline = safe.line(heading.text_content() if heading is not None else link.text_content())
        if not url or not is_article_address(url, base) or not reads_like_headline(headline):
            continue
        address = urldefrag(url).url
        plain.setdefault(address, headline)
        if heading is not None or is_in_card(link):
            strong.setdefault(address, headline)
    found = strong if len(strong) >= LEAST_TEASERS else plain
    return tuple(Teaser(url, headline) for url, headline in list(found.items())[:MOST_TEASERS])


def links(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The links of a page that stand outside of its frame."""
    for link in tree.iter("a"):
        if link.get("href") and not is_in_frame(link):
            yield link


def is_in_frame(link: HtmlElement) -> bool:
    """True for a link in the navigation, the footer or a form."""
    for element in (link, *link.iterancestors()):
        if element.tag in ("article", "main", "body"):
            return False
        css = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
        if element.tag in FRAME_TAGS or FRAME.search(css):
            return True
    return False


def heading_of(link: HtmlElement) -> HtmlElement | None:
    """The heading inside a link, or around it."""
    inside = next(link.iter(*HEADINGS), None)
    return inside if inside is not None else next((link for _ in link.iterancestors(*HEADINGS)), None)


def is_in_card(link: HtmlElement) -> bool:
    """True for a link in an element that is a card by its name."""
    nearest = (element for element, _ in zip(link.iterancestors(), range(3), strict=False))
    return any(element.tag == "article" or CARD.search(element.get("class") or "") for element in (link, *nearest))


def card_of(link: HtmlElement) -> HtmlElement:
    """The largest element around a link that is still a card: short, with this one headline."""
    card = link
    for element in link.iterancestors(*CARD_TAGS, *HEADINGS, "span"):
        if len(element.text_content()) > LONGEST_CARD:
            break
        card = element
    return card


def is_article_address(url: str, base: str) -> bool:
    """True for a page of the same site that may be an article."""
    parts = urlsplit(url)
    if parts.path.strip("/") == "" or NO_ARTICLE.search(parts.path):
        return False
    return not base or (site.is_same(url, base) and urldefrag(url).url != urldefrag(base).url)


def reads_like_headline(text: str) -> bool:
    """True for a text of the length of a headline, in words or, where there are no spaces, in letters."""
    if len(text) > LONGEST_HEADLINE:
        return False
    spaced = len(text.split()) >= LEAST_WORDS
    return spaced or (bool(page_kind.WIDE.search(text)) and page_kind.weight(text) >= LEAST_WEIGHT)

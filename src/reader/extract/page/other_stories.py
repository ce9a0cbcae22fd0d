"""Streams of other stories that a page sets behind its article, whole, for a reader who scrolls on. Takes them out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml.html import HtmlElement

from reader.extract.furniture.residue import norm
from reader.extract.page_kind.page_kind import REAL_PARAGRAPH
from reader.text import safe

# A teaser has a paragraph; a story that stands there whole has more.
LEAST_PARAGRAPHS = 2
# By what a story says that it has an address of its own.
ADDRESSES = ("data-url", "data-href", "data-canonical", "data-permalink", "data-article-url", "data-share-url")
SIGNED = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?|dateline|timestamp|published|posted|date)(?:$|[\s_-])", re.IGNORECASE
)


class Texts:
    """The real paragraphs of a page, by where they stand: the first in each element, and how many there are in it."""

    def __init__(self, paragraphs: Iterable[HtmlElement], places: dict[HtmlElement, int]) -> None:
        self.places = places
        self.at: list[int] = []
        self.first: dict[HtmlElement, int] = {}
        self.count: Counter[HtmlElement] = Counter()
        for paragraph in paragraphs:
            self.at.append(places[paragraph])
            for outer in paragraph.iterancestors():
                self.first.setdefault(outer, places[paragraph])
                self.count[outer] += 1


def remove(tree: HtmlElement, headline: str | None) -> None:
    """Take the stories out, in place, that have a heading of their own behind the article with this headline.

    A story is known by an `article` of its own, by its address or by its own byline; sections of one article have none.
    """
    headings = list(tree.iter("h1", "h2"))
    own = own_headings(headings, norm(headline or ""))
    if not own or len(headings) <= len(own):
        return
    around = {ancestor for heading in own for ancestor in heading.iterancestors()}
    article = next(own[-1].iterancestors("article"), None)
    later = [heading for heading in headings[headings.index(own[-1]) + 1 :] if is_of_story(heading, around, article)]
    if not later:
        return
    places = {element: at for at, element in enumerate(tree.iter("h1", "h2", "p"))}
    texts = Texts(real_paragraphs(tree), places)
    others: dict[HtmlElement, HtmlElement] = {}
    for heading in later:
        box = opened(heading, around, texts)
        if box is not None and texts.count[box] >= LEAST_PARAGRAPHS:
            others.setdefault(box, heading)
    # The article itself stands between its headline and the first of them.
    first = min((places[heading] for heading in others.values()), default=0)
    if sum(places[own[-1]] < at < first for at in texts.at) >= LEAST_PARAGRAPHS:
        for box in others:
            if box.getparent() is not None:
                box.drop_tree()


def own_headings(headings: list[HtmlElement], headline: str) -> list[HtmlElement]:
    """The headings that are the headline, which bars at the top repeat; else the first of the first level."""
    firsts = [heading for heading in headings if heading.tag == "h1"]
    named = [heading for heading in firsts if headline and norm(str(heading.text_content())) == headline]
    return named or firsts[:1]


def opened(heading: HtmlElement, around: set[HtmlElement], texts: Texts) -> HtmlElement | None:
    """The largest element that a heading opens: with no paragraph before it, and without the article's own heading."""
    box = None
    for element in heading.iterancestors():
        if element in around or texts.first.get(element, texts.places[heading]) < texts.places[heading]:
            return box
        box = element
    return None


def is_of_story(heading: HtmlElement, around: set[HtmlElement], article: HtmlElement | None) -> bool:
    """True for a heading that is a story's of its own: by an `article`, by an address, or by a byline."""
    outer = list(heading.iterancestors())
    within = list(takewhile(lambda element: element not in around, outer))
    if article is not None and article not in outer and any(element.tag == "article" for element in within):
        return True
    addressed = any(element.get(name) for element in within for name in ADDRESSES) or is_linked(heading)
    if heading.tag == "h1":
        return addressed or is_signed(heading)
    return addressed and is_signed(heading)


def is_linked(heading: HtmlElement) -> bool:
    """True for a heading that is a link to another page."""
    links = [*heading.iterancestors("a"), *heading.iter("a")]
    return any((href := (link.get("href") or "").strip()) and not href.startswith("#") for link in links)


def is_signed(heading: HtmlElement) -> bool:
    """True where a date or a byline stands right under a heading, or beside it."""
    for element in (*heading.itersiblings(), *heading.itersiblings(preceding=True)):
        if not isinstance(element.tag, str):
            continue
        if element.tag == "p" and len(str(element.text_content())) >= REAL_PARAGRAPH:
            break
        parts = (element, *element.iter("time", "span", "p", "div", "a", "address"))
        if any(part.tag == "time" or SIGNED.search(part.get("class") or "") for part in parts):
            return True
    return False


def real_paragraphs(box: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs of a box that are long enough to be text."""
    return (part for part in box.iter("p") if len(safe.line(str(part.text_content()))) >= REAL_PARAGRAPH)

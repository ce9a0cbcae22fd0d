"""What a page shows of its byline and date, where it declares neither. Looks at short, marked elements; never at prose."""

import re

from lxml.html import HtmlElement

from reader.extract import byline, safe, when

MARKED = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|writer|autor|auteur|contributor)(?:$|[\s_-]|name)", re.IGNORECASE
)
# Boxes about an author, comments and teasers carry the same classes as the byline.
ELSEWHERE = re.compile(
    r"bio|avatar|comment|related|card|teaser|footer|sidebar|social|image|photo|thumb|box-?about", re.IGNORECASE
)
BY_LINE = re.compile(r"^(?:written |posted |published |words )?by:?\s+\S", re.IGNORECASE)
LONGEST = 120
MOST_LOOKED_AT = 40


def credit(tree: HtmlElement) -> byline.Credit:
    """The byline shown on the page: an author link, an element marked as one, or a short line "By Ada Moss"."""
    for element in candidates(tree):
        text = safe.line(element.text_content())
        if 2 < len(text) <= LONGEST and (found := byline.parse(text)).people:
            return found
    return byline.Credit()


def candidates(tree: HtmlElement) -> list[HtmlElement]:
    """Elements that may hold the byline, the surest first."""
    links, marked, lines = [], [], []
    for element in tree.iter("a", "span", "p", "div", "address", "li", "h2", "h3", "h4", "h5", "strong", "em", "b"):
        css = f"{element.get('class') or ''} {element.get('id') or ''}"
        if ELSEWHERE.search(css):
            continue
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            links.append(element)
        elif MARKED.search(css):
            marked.append(element)
        elif element.text and BY_LINE.match(element.text.strip()):
            lines.append(element)
    return (links + marked + lines)[:MOST_LOOKED_AT]


def date(tree: HtmlElement) -> str | None:
    """The date in the first `time` element of the page."""
    for element in tree.iter("time"):
        if found := when.iso(element.get("datetime")):
            return found
    return None

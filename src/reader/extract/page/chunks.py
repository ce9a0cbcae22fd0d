"""Bodies that a page sets in several boxes of one kind, with pictures and ads between: finds those that were missed.

trafilatura takes the best box. The others are of the same class, in the same `article`, and hold prose as well.
"""

import re
from collections import defaultdict

from lxml.html import HtmlElement

from reader.extract.page_kind.page_kind import REAL_PARAGRAPH
from reader.text import safe

# What the class or id of an element says that holds other people's text, or other stories.
OTHERS = re.compile(
    r"comment|respon[ds]|disqus|related|recommend|sidebar|promo|footer|author|bio\b|newsletter|teaser|card|review", re.I
)
# A box with more of its text in links than this is no prose.
MOST_LINKED = 0.3


def join(tree: HtmlElement, text: str) -> bool:
    """Put the boxes of a body into the first of them, in place, where the text found lacks some; tells whether it did.

    Args:
        tree: the page.
        text: what was found in it, a line a paragraph.
    """
    lines = set(text.split("\n"))
    joined = False
    for boxes in groups(tree):
        first = next(iter(boxes))
        held = [any(line in lines for line in prose) for prose in boxes.values()]
        if not any(held) or all(held):
            continue
        for box in list(boxes)[1:]:
            first.extend(list(box))
        joined = True
    return joined


def groups(tree: HtmlElement) -> list[dict[HtmlElement, list[str]]]:
    """The boxes of each class in each article that hold paragraphs themselves, with these; of two boxes at least."""
    by_class: dict[str, dict[HtmlElement, list[HtmlElement]]] = defaultdict(dict)
    for paragraph in tree.iter("p"):
        box = paragraph.getparent()
        if box is not None and box.tag in ("div", "section") and (kind := box.get("class")):
            by_class[kind].setdefault(box, []).append(paragraph)
    found: dict[tuple[HtmlElement, str], dict[HtmlElement, list[str]]] = defaultdict(dict)
    for kind, boxes in by_class.items():
        # Most bodies stand in one box; nothing of theirs has to be read again.
        for box, paragraphs in boxes.items() if len(boxes) > 1 else ():
            lines = [safe.line(str(paragraph.text_content())) for paragraph in paragraphs]
            real = [line for line in lines if len(line) >= REAL_PARAGRAPH]
            if real and (article := article_of(box)) is not None:
                found[article, kind][box] = real
    return [boxes for boxes in found.values() if len(boxes) > 1 and all(map(is_prose, boxes))]


def article_of(box: HtmlElement) -> HtmlElement | None:
    """The article a box is a part of; None for one in a part that is somebody else's."""
    element = box
    while element is not None and element.tag != "body":
        if OTHERS.search(f"{element.get('class', '')} {element.get('id', '')}") and element.tag != "article":
            return None
        if element.tag in ("article", "main"):
            return element
        element = element.getparent()
    return None


def is_prose(box: HtmlElement) -> bool:
    """True for a box with no box of its kind inside, and most of its words outside of links."""
    linked = sum(len(str(link.text_content())) for link in box.iter("a"))
    nested = any(inner.get("class") == box.get("class") for inner in box.iterdescendants("div", "section"))
    return not nested and linked <= MOST_LINKED * len(str(box.text_content()))

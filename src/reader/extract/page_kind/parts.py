"""Articles set over several pages: which of them a page is, and where the others lie. Fetches nothing."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml.html import HtmlElement

from reader.extract.formats import encoding
from reader.extract.page import limits
from reader.model import Page
from reader.text import safe

# How addresses say which page they are: "?page=2", "/page/2", "/story-page-2.html". The other forms are numbers alone,
# "/story/2", "/story-2.html", "/story,2.html"; they are believed behind the address of the first page only.
PAGE_KEYS = frozenset({"page", "p", "pg", "pagenum", "pageno", "page_no", "paged", "seite", "pagina", "part"})
MARK = re.compile(
    r"(?:/(?:page|seite|pagina|part)[/-]?|[-_,](?:page|seite|p)[-_]?)(?P<number>[0-9]{1,2})(?P<end>\.\w{2,5})?/?$", re.I
)
NUMBER = re.compile(r"(?:/|[-_,.])(?P<number>[0-9]{1,2})(?P<end>\.\w{2,5})?/?$")
# "Page 1 of 3", "Seite 1 von 3", "Page 1/3".
OF = re.compile(
    r"\b(?:page|seite|página|pagina|pagină|sida|side|strona) (?P<number>[0-9]{1,2}) "
    r"?(?:of|von|sur|de|di|van|av|z|/) ?(?P<of>[0-9]{1,2})\b",
    re.IGNORECASE,
)
WHOLE_LINE = re.compile(rf"\W*{OF.pattern}\W*", re.IGNORECASE)
NO_PARTS = re.compile(r"comment|respon[ds]|gallery|slide", re.IGNORECASE)
# A box with more letters holds other things as well.
LONGEST_PAGER = 120
# A pager links to no page further on than so many.
LONGEST_STEP = 20
PAGERS = ("div", "p", "nav", "section", "aside", "footer", "td", "ul", "ol")
NOTICE = "This is page {}"


class Part(NamedTuple):
    """Which page of an article it is, of how many (0: it does not say), and where the next one is."""

    number: int
    of: int
    next: str | None


def take(tree: HtmlElement, url: str | None) -> Part | None:
    """Which page of an article a page that came from `url` is, by its pager, which is taken out of the tree.

    None for an article on one page.
    """
    first, number = explicit(url) if url else ("", 1)
    # A page that was saved says by its links where it came from.
    base = url or next((target for _, target in marked_links(tree, None)), None)
    address, last, boxes = None, 0, dict[HtmlElement, None]()
    for link, target in marked_links(tree, base):
        _, at = behind(target, first, number) if url else explicit(target)
        if at < 2:
            continue
        last = max(last, at)
        if at == number + 1 and address is None:
            address = target
        if (box := pager_of(link)) is not None:
            boxes[box] = None
    pagers = list(filter(is_pager, boxes))
    counted = next(filter(None, (OF.search(str(box.text_content())) for box in pagers)), None)
    for box in pagers:
        if box.getparent() is not None:
            box.drop_tree()
    if counted:
        number, last = int(counted["number"]), max(int(counted["of"]), last)
    if last < 2:
        return None
    return Part(number, max(last, number) if counted or last > number + 1 else 0, address)


def stated(lines: Iterable[str]) -> Part | None:
    """Which page it is by a line of its body that says so, "Page 2 of 3", where no pager does."""
    found = next((found for line in lines if (found := WHOLE_LINE.fullmatch(line))), None)
    return Part(int(found["number"]), int(found["of"]), None) if found and int(found["of"]) > 1 else None


def notice(part: Part) -> str:
    """What the reader must know of a page that is one of several."""
    said = NOTICE.format(part.number) + (f" of {part.of}" if part.of else " of several")
    return f"{said}; the next is at {part.next}" if part.next else f"{said}."


def is_notice(notice: str, number: int | None = None) -> bool:
    """True for what `notice` says of a page, or of the one with this number."""
    return notice.startswith(NOTICE.format("" if number is None else f"{number} "))


def read_so_far(count: int, unread: str | None) -> str:
    """What the reader must know of an article put together from its first pages."""
    if unread:
        return f"The first {count} pages were read; the next is at {unread}."
    return f"This was put together from {count} pages."


def following(page: Page, first: str, number: int) -> str | None:
    """Where a page with a number lies, of the article whose first page is at `first`, as the page before says."""
    tree = limits.tree_of(encoding.decode(page.content, page.charset)) if page.source.kind == "html" else None
    stem, _ = explicit(first)
    found = marked_links(tree, page.source.url) if tree is not None else ()
    return next((target for _, target in found if behind(target, stem, number - 1)[1] == number), None)


def marked_links(tree: HtmlElement, url: str | None) -> Iterator[tuple[HtmlElement, str]]:
    """The links that may lead to other pages of an article, those marked as the next one first."""
    links = [link for link in tree.iter("link", "a") if "next" in (link.get("rel") or "").lower().split()]
    for link in dict.fromkeys((*links, *filter(is_number, tree.iter("a")))):
        target = safe.safe_url(link.get("href"), url)
        if target and "#" not in target and not any(is_elsewhere(part) for part in link.iterancestors()):
            yield link, target


def is_number(link: HtmlElement) -> bool:
    """True for a link that is a number, the words of a pager."""
    text = link.text or (link[0].text if len(link) else None) or ""
    return text.strip().isdecimal() and len(text.strip()) <= 2


def is_elsewhere(element: HtmlElement) -> bool:
    """True for the pages of comments and the pictures of a gallery."""
    return element.tag != "body" and NO_PARTS.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def pager_of(link: HtmlElement) -> HtmlElement | None:
    """The box around a link that leads to another page; none for a link in the head."""
    box = link.getparent()
    while box is not None and box.tag in ("li", "span"):
        box = box.getparent()
    # "Page 1 of 3" may stand beside the list of numbers.
    if box is not None and box.tag in ("ul", "ol") and (outer := box.getparent()) is not None and outer.tag in PAGERS:
        box = outer
    return box if box is not None and box.tag in PAGERS else None


def is_pager(box: HtmlElement) -> bool:
    """True for a box with little else in it than the numbers of pages."""
    return sum(map(len, str(box.text_content()).split())) <= LONGEST_PAGER and next(box.iter("h1"), None) is None


def behind(target: str, first: str, number: int) -> tuple[str, int]:
    """The page that an address is of the article with this first one; 0 where it is none."""
    stem, at = explicit(target)
    if at > 1 and stem == first:
        return stem, at
    # A number alone is the name of many an article.
    path = NUMBER.search(urlsplit(target).path)
    if path and cut(target, path) == first and 1 < int(path["number"]) <= number + LONGEST_STEP:
        return first, int(path["number"])
    return first, 0


def explicit(url: str) -> tuple[str, int]:
    """An address without what says which page it is, and which; 1 where nothing says so."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    number = next((int(value) for key, value in pairs if key.lower() in PAGE_KEYS and is_page(value)), 0)
    query = urlencode([(key, value) for key, value in pairs if key.lower() not in PAGE_KEYS])
    plain = parts._replace(query=query, fragment="").geturl()
    if number:
        return stem_of(plain), number
    if found := MARK.search(parts.path):
        return cut(plain, found), int(found["number"])
    return stem_of(plain), 1


def is_page(value: str) -> bool:
    """True for the number of a page."""
    return value.isascii() and value.isdecimal() and 0 < int(value[:3]) < 100


def cut(url: str, mark: re.Match[str]) -> str:
    """An address without the mark of its page."""
    parts = urlsplit(url)
    return stem_of(parts._replace(path=parts.path[: mark.start()] + (mark["end"] or "")).geturl())


def stem_of(url: str) -> str:
    """An address as it is compared: without scheme, "www." and what ends it."""
    parts = urlsplit(url)
    path = re.sub(r"\.(?:html?|php|aspx?)$", "", parts.path.rstrip("/"))
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{query}"

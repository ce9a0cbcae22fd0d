"""The links inside a body: where the anchors of a page stand in the clean text. Never changes the text.

trafilatura can keep links itself, but then it also takes other text for the body (on 28 of 331 pages).
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.extract.page.pieces import BULLET
from reader.model import Link
from reader.text import safe

# Elements that stand inside a line; every other one begins a line of its own.
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "button", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
     "output", "q", "s", "small", "span", "strong", "strike", "sub", "sup", "time", "tt", "u", "var"}
)  # fmt: skip
# How much on either side of a link must be the same where its whole line is not, and how much there must be of it.
CONTEXT = 24
LEAST_CONTEXT = 8


class Anchor(NamedTuple):
    """A link of the page, and its words on one line."""

    element: HtmlElement
    text: str


class Run(NamedTuple):
    """Text without a line break in it, and the address it links to."""

    text: str
    href: str | None


def anchors(tree: HtmlElement) -> list[Anchor]:
    """All links of a page that have words, in order."""
    found = (Anchor(element, safe.line(str(element.text_content()))) for element in tree.iter("a"))
    return [anchor for anchor in found if anchor.text]


def place(found: list[Anchor], text: str, base: str | None) -> tuple[Link, ...]:
    """Find the anchors that stand in a text.

    Args:
        found: the anchors of the page the text was taken from.
        text: the clean text.
        base: what relative addresses are relative to.
    """
    starts = line_starts(text)
    links: list[Link] = []
    seen: set[HtmlElement] = set()
    for anchor in found:
        if anchor.text not in text or not is_leading(anchor.element.get("href")):
            continue
        block = block_of(anchor.element)
        if block not in seen:
            seen.add(block)
            links.extend(link for runs in lines_of(block) for link in located(runs, text, starts, base))
    links.sort(key=lambda link: link.start)
    return tuple(link for at, link in enumerate(links) if at == 0 or link.start >= links[at - 1].end)


def is_leading(href: str | None) -> bool:
    """True for an address that leads off the page, as far as can be seen before it is made absolute."""
    return bool(href) and not str(href).lstrip().startswith("#")


def is_own(anchor: Anchor, base: str | None) -> bool:
    """True for a link to another page of the same site."""
    href = str(anchor.element.get("href") or "").strip()
    if not is_leading(href):
        return False
    if not href.startswith(("http:", "https:", "//")):
        return ":" not in href.partition("/")[0]
    return bool(base) and site_of(href) == site_of(str(base))


def site_of(url: str) -> str:
    """The host of an address, without "www."."""
    return url.partition("//")[2].partition("/")[0].casefold().removeprefix("www.")


def line_starts(text: str) -> dict[str, int]:
    """Where each line of a text begins, its bullet left out; of equal lines the first."""
    starts: dict[str, int] = {}
    at = 0
    for line in text.split("\n"):
        words = line.removeprefix(BULLET)
        starts.setdefault(words, at + len(line) - len(words))
        at += len(line) + 1
    return starts


def block_of(element: HtmlElement) -> HtmlElement:
    """The element whose line an inline element stands in."""
    while element.tag in INLINE and (parent := element.getparent()) is not None:
        element = parent
    return element


def lines_of(block: HtmlElement) -> Iterator[list[Run]]:
    """The lines of a block that hold a link, as runs. Blocks inside it part lines and are left out."""
    line: list[Run] = []
    for run in (*runs_of(block, None), None):
        if run is not None:
            line.append(run)
            continue
        if any(part.href for part in line):
            yield line
        line = []


def runs_of(element: HtmlElement, href: str | None) -> Iterator[Run | None]:
    """The runs of text in an element; None stands for a line break."""
    yield Run(element.text or "", href)
    for part in element:
        if part.tag in INLINE:
            yield from runs_of(part, part.get("href") if part.tag == "a" else href)
        elif isinstance(part.tag, str) and part.tag not in ("img", "wbr", "script"):
            yield None
        yield Run(part.tail or "", href)


def located(runs: list[Run], text: str, starts: dict[str, int], base: str | None) -> Iterator[Link]:
    """The links of one line of the page, each where it stands in the text; nothing for one that is not surely there."""
    line = safe.line("".join(run.text for run in runs))
    before = ""
    for href, same in groupby(runs, attrgetter("href")):
        linked = "".join(run.text for run in same)
        before += linked
        if not is_leading(href) or not (words := safe.line(linked)):
            continue
        end = len(safe.line(before))
        start = end - len(words)
        url = safe.safe_url(href, base)
        at = starts[line] if line in starts else offset(line, start, end, text)
        if url and at is not None and text[at + start : at + end] == words:
            yield Link(start=at + start, end=at + end, url=url)


def offset(line: str, start: int, end: int, text: str) -> int | None:
    """Where a line begins that is in the text only in part, known by what stands around the link, once in the text."""
    around = line[max(0, start - CONTEXT) : end + CONTEXT]
    if len(around) < end - start + LEAST_CONTEXT or text.count(around) != 1:
        return None
    return text.index(around) - max(0, start - CONTEXT)

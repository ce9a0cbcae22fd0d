"""The headline, without the name of the site. Chooses between what the page declares and what it shows."""

import re

from lxml.html import HtmlElement

from reader.extract import jsonld, safe

WORD = re.compile(r"\w+")
# What stands between a headline and the name of the site in a title.
SEPARATOR = re.compile(r"\s+[|•·»«–—-]\s+|\s*[|»]\s*|\s+::?\s+|(?<=[^\s\d]):\s+")
# Share of words that a shown heading and a declared title have in common for the heading to be the headline: measured on
# 150 pages, site names and section names stay under 0.4, shortened or lengthened headlines over 0.5.
SAME_HEADLINE = 0.5
LONGEST = 300
DECLARED_KEYS = ("og:title", "twitter:title", "title", "dc.title", "parsely-title", "sailthru.title")


def find(tree: HtmlElement, article: jsonld.Thing, meta: dict[str, str], publisher: str | None) -> str | None:
    """Find the headline: the heading shown on the page that the declared titles confirm, else the best declared title.

    What is shown is what the reader sees: declared titles are often shortened or written for search engines.
    """
    title = tree.findtext(".//head/title") or tree.findtext(".//title") or ""
    declared = [safe.decoded_line(jsonld.text_of(article.get("headline"))).strip('"')]
    declared += [safe.decoded_line(meta.get(key, "")) for key in DECLARED_KEYS] + [safe.decoded_line(title)]
    declared = [text[:LONGEST] for text in declared if text]
    shown = [
        text for element in tree.iter("h1") if (text := safe.line(element.text_content())) and len(text) <= LONGEST
    ]
    if not declared:
        return shown[0] if shown else None
    best = max(
        ((likeness(heading, text), heading) for heading in shown for text in declared), default=(0.0, ""), key=first
    )
    if best[0] >= SAME_HEADLINE:
        return best[1]
    return without_site(declared[0], declared, publisher)


def first(pair: tuple[float, str]) -> float:
    """The likeness of a scored heading, so that of equals the earliest is taken."""
    return pair[0]


def words(text: str) -> set[str]:
    """The words of a title, for comparison."""
    return set(WORD.findall(text.casefold()))


def likeness(one: str, other: str) -> float:
    """Share of words in common among the words of both."""
    a, b = words(one), words(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def without_site(title: str, declared: list[str], publisher: str | None) -> str:
    """Take the name of the site off a title: "Ferries stop – The Harbour Post" is "Ferries stop".

    Only a part that is the publisher's name, or that another declared title lacks, is taken off.
    """
    shorter = [text for text in declared if text != title and len(text) < len(title) and title.startswith(text)]
    if shorter and SEPARATOR.match(title, len(max(shorter, key=len))):
        return max(shorter, key=len)
    parts = list(SEPARATOR.finditer(title))
    if not parts:
        return title
    site = "".join(WORD.findall((publisher or "").casefold()))
    head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
    name = "".join(WORD.findall(tail.casefold()))
    if site and (name == site or (len(name) > 3 and (name in site or site in name))):
        return head
    front = "".join(WORD.findall(title[: parts[0].start()].casefold()))
    return title[parts[0].end() :] if site and front == site else title

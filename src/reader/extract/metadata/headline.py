"""The headline, without the name of the site. Chooses between what the page declares and what it shows."""

import re

from lxml.html import HtmlElement

from reader.extract.metadata import jsonld
from reader.text import safe

WORD = re.compile(r"\w+")
# What stands between a headline and the name of the site in a title.
SEPARATOR = re.compile(r"(?<!\s)\s++(?:[|•·»«–—-]|::?)\s+|(?:(?<!\s)\s++)?[|»]\s*|(?<=[^\s\d]):\s+")
# Share of words that a shown heading and a declared title must have in common: measured on 150 pages,
# names of sites and sections stay at 0.2 and below; from 0.25 on the heading is right twice as often.
SAME_HEADLINE = 0.25
# A heading of one or two words may be the name of a section that also stands in the title: it must match closely.
LABEL_WORDS = 3
SAME_LABEL = 0.5
# From here on two titles are one in other words or letters.
SAME_WORDS = 0.75
YEAR = re.compile(r"(?:19|20)\d\d")
STEM = 5
LONGEST = 300
DECLARED_KEYS = ("og:title", "twitter:title", "title", "dc.title", "parsely-title", "sailthru.title")


def find(tree: HtmlElement, article: jsonld.Thing, meta: dict[str, str], sites: list[str]) -> str | None:
    """Find the headline: the heading shown on the page that the declared titles confirm, else the best declared title.

    What is shown is what the reader sees: declared titles are often shortened or written for search engines.
    """
    title = tree.findtext(".//head/title") or tree.findtext(".//title") or ""
    declared = [safe.decoded_line(jsonld.text_of(article.get("headline"))).strip('"')]
    declared += [meta.get(key, "") for key in DECLARED_KEYS] + [safe.line(title)]
    declared = [text[:LONGEST] for text in declared if text]
    shown = [
        text for element in tree.iter("h1") if (text := safe.line(element.text_content())) and len(text) <= LONGEST
    ]
    names = [joined(site) for site in sites if site]
    declared = list(dict.fromkeys(without_site(text, declared, sites) for text in declared))
    named = [text for text in declared if joined(text) not in names]
    if not named:
        return next(iter(shown + declared), None)
    declared = named
    scored = [(max(likeness(heading, text) for text in declared), heading) for heading in shown]
    score, heading = max(scored, key=first, default=(0.0, ""))
    if score < (SAME_LABEL if len(words(heading)) < LABEL_WORDS else SAME_HEADLINE):
        return declared[0]
    if heading.isupper() and len(words(heading)) >= LABEL_WORDS:
        # Capitals throughout are the look of one page; the title behind them is declared.
        heading = next(
            (text for text in declared if not text.isupper() and likeness(heading, text) >= SAME_WORDS), heading
        )
    # What stands before a declared title in the heading is a date or the name of a column; a bare year belongs to it.
    return next(
        (text for text in declared if heading.endswith(text) and not is_year(heading.removesuffix(text))), heading
    )


def is_year(text: str) -> bool:
    """True for a year and nothing else."""
    return YEAR.fullmatch(text.strip()) is not None


def site_of(tree: HtmlElement, meta: dict[str, str]) -> str:
    """The name of the site as the title has it behind the headline: "Ferries stop - The Harbour Post"."""
    title, declared = safe.line(tree.findtext(".//head/title") or ""), meta.get("og:title", "")
    gap = SEPARATOR.match(title, len(declared)) if declared and title.startswith(declared) else None
    return title[gap.end() :] if gap and not SEPARATOR.search(title, gap.end()) else ""


def first(pair: tuple[float, str]) -> float:
    """The likeness of a scored heading, so that of equals the earliest is taken."""
    return pair[0]


def words(text: str) -> set[str]:
    """The words of a title, cut to their stems, for comparison."""
    return {word[:STEM] for word in WORD.findall(text.casefold())}


def likeness(one: str, other: str) -> float:
    """Share of words in common among the words of both."""
    a, b = words(one), words(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def without_site(title: str, declared: list[str], sites: list[str]) -> str:
    """Take the name of the site off a title: "Ferries stop – The Harbour Post" is "Ferries stop".

    Only a part that names the site, that another declared title lacks, or that a bar parts off is taken.
    """
    shorter = [
        text for text in declared if text != title and title.startswith(text) and SEPARATOR.match(title, len(text))
    ]
    if shorter:
        return max(shorter, key=len)
    names = [letters for site in sites if len(letters := joined(site)) > 2]
    while gap := last_gap(title):
        head, tail = title[: gap.start()], title[gap.end() :]
        bar = gap.group().strip() in ("|", "»") and len(tail) < len(head)
        if not bar and not is_site(tail, names):
            break
        title = head
    gap = SEPARATOR.search(title)
    return title[gap.end() :] if gap and joined(title[: gap.start()]) in names else title


def last_gap(title: str) -> re.Match[str] | None:
    """The last separator of a title."""
    return next(reversed(list(SEPARATOR.finditer(title))), None)


def joined(text: str) -> str:
    """The letters of a name without spaces, as they stand in an address."""
    return "".join(WORD.findall(text.casefold()))


def is_site(part: str, names: list[str]) -> bool:
    """True when a part of a title names the site: "Harbour Post" on harbourpost.example."""
    name = joined(part)
    return len(name) > 2 and any(name == site or (len(name) > 3 and (name in site or site in name)) for site in names)

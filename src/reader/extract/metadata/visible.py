"""What a page shows of its byline and date, where it declares neither. Looks at marked elements, not at prose."""

import re
from collections.abc import Iterator
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement

from reader.extract.metadata import byline, when
from reader.extract.metadata import byline_patterns as patterns
from reader.lexicon.agencies import agency_of
from reader.lexicon.calendar import MONTHS
from reader.lexicon.date_words import MONTH
from reader.text import safe

MARKED = re.compile(r"(?:^|[\s_-])(?:byline|authors?|writer|autor|auteur)(?:$|[\s_-]|name|link|details)", re.IGNORECASE)
# Boxes about an author, comments, captions and teasers carry the same classes as the byline.
ELSEWHERE = re.compile(
    r"bio|avatar|comment|related|card|teaser|footer|sidebar|social|image|photo|thumb|about|caption|credit|bookmark|"
    r"pagination|next|prev",
    re.IGNORECASE,
)
MOST_LOOKED_AT = 60
# Agencies alone are believed to the first of them only: those further down sign other stories.
SURE = 3
TAGS = (
    "a",
    "span",
    "p",
    "div",
    "address",
    "li",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "b",
    "small",
    "aside",
    "section",
)

PUBLISHED = re.compile(r"^\W*(?:first |originally )?(?:published|posted)\b(?: on| at|:|\s)*", re.IGNORECASE)
UPDATED = re.compile(r"^\W*(?:last )?(?:updated|modified)\b(?: on| at|:|\s)*", re.IGNORECASE)
WORDED = re.compile(
    rf"(?:\b(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? |"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.? (?P<month2>{MONTH})\.?,? )"
    r"(?P<year>(?:19|20)\d\d)\b"
)
ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
LONGEST_DATE_LINE = 80


def credit(tree: HtmlElement, publisher: str | None) -> byline.Credit:
    """The byline shown on the page: an author link, an element marked as one, or a short line "By Ada Moss"."""
    agency = None
    for at, element in enumerate(candidates(tree)):
        found = credit_in(element, publisher or "")
        if found.people:
            return byline.Credit(found.people, found.agency or agency)
        agency = agency or (found.agency if at < SURE else None)
    return byline.Credit((), agency)


def candidates(tree: HtmlElement) -> list[HtmlElement]:
    """Elements that may hold the byline, the surest first."""
    links: list[HtmlElement] = []
    marked: list[HtmlElement] = []
    for element in tree.iter(*TAGS):
        css = f"{element.get('class', '')} {element.get('id', '')}"
        linked = element.get("rel") == "author" or element.get("itemprop") == "author"
        lower = css.lower()
        hinted = linked or "aut" in lower or "byline" in lower or "writer" in lower
        if not (hinted and (linked or MARKED.search(css))) and not (
            element.text and patterns.ENGLISH_BY.match(element.text)
        ):
            continue
        parent = element.getparent()
        if ELSEWHERE.search(css) or (parent is not None and ELSEWHERE.search(parent.get("class") or "")):
            continue
        if linked:
            # "By <a>Ada Moss</a> / Harbour Agency": the line around the link says more than the link.
            links.append(parent if parent is not None and patterns.ENGLISH_BY.match(parent.text or "") else element)
        else:
            marked.append(element)
    return (links + marked)[:MOST_LOOKED_AT]


def credit_in(element: HtmlElement, publisher: str) -> byline.Credit:
    """The first name in an element, and those joined to it: the job, the date and the biography behind it are left."""
    people: list[str] = []
    agency = None
    length = 0
    signed = joined = False
    for line in text_lines(element):
        length += len(line)
        signed = signed or patterns.ENGLISH_BY.match(line) is not None
        rest = patterns.ENGLISH_BY.sub("", line)
        agency = agency or agency_of(patterns.JOINER.sub("", line, count=1).strip()) if people else agency
        if people and patterns.JOINER.fullmatch(line):
            joined = True
            continue
        if length > byline.LONGEST_LINE or (people and not joined) or rest[:1].islower():
            break
        found = byline.parse(line)
        agency = agency or found.agency
        people += [name for name in found.people if is_name(name, signed) and name.casefold() != publisher.casefold()]
        joined = patterns.JOINED_BEHIND.search(line) is not None
    return byline.Credit(tuple(dict.fromkeys(people)), agency)


def is_name(name: str, signed: bool) -> bool:
    """True for what looks like a name; one in capitals throughout ("USE CASE") needs a "by" before it."""
    return patterns.NAME.match(name) is not None and (signed or not name.isupper())


def text_lines(element: HtmlElement) -> Iterator[str]:
    """The pieces of text in an element, one a text node and line: tags part a name from the job beside it."""
    for node in element.itertext():
        for part in str(node).split("\n"):
            if line := safe.line(part):
                yield line


def published(tree: HtmlElement, url: str | None) -> str | None:
    """The date shown: a line that says "published", else what a search finds, with the time of the `time` element."""
    timed: list[str] = []
    alone: str | None = None
    for element in tree.iter("time", "span", "p", "div", "li", "small"):
        text = safe.line(element.text or "") if element.text else ""
        if (
            len(text) <= LONGEST_DATE_LINE
            and (label := PUBLISHED.match(text))
            and (found := worded(text[label.end() :]))
        ):
            return found
        if element.tag == "time":
            timed.append(when.iso(element.get("datetime")) or worded(text) or "")
        elif alone is None and ISO_DAY.fullmatch(text):
            alone = when.iso(text)
    timed = [moment for moment in timed if moment]
    if len({moment[:10] for moment in timed}) == 1:
        return timed[0]
    found = alone or searched(tree, url)
    return next((moment for moment in timed if found and moment.startswith(found)), found)


def updated(tree: HtmlElement) -> str | None:
    """The date behind "Updated" on the page, in words or in the `time` element beside it."""
    for element in tree.iter("time", "span", "p", "div", "li", "small"):
        text = element.text
        if not text or not (label := UPDATED.match(text)) or len(text.strip()) > LONGEST_DATE_LINE:
            continue
        times = (when.iso(part.get("datetime")) for part in element.iter("time"))
        if found := next(filter(None, times), None) or worded(safe.line(text[label.end() :])):
            return found
    return None


def worded(text: str) -> str | None:
    """An English date in words as ISO: "January 3rd, 2024", "3 Jan. 2024". Figures alone are left: 3/4 is two days."""
    if not (found := WORDED.search(text)):
        return None
    month = MONTHS[found["month"] or found["month2"]]
    try:
        return date(int(found["year"]), month, int(found["day"] or found["day2"])).isoformat()
    except ValueError:
        return None


def searched(tree: HtmlElement, url: str | None) -> str | None:
    """What htmldate, trafilatura's finder of dates, sees. The first of January is its word for a bare year: none."""
    for extensive in (False, True):
        found = find_date(tree, url=url, original_date=True, extensive_search=extensive)
        if found and not (extensive and found.endswith("-01-01")):
            return str(found)
    return None

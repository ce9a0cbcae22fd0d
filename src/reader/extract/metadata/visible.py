"""What a page shows of its dates, where it declares none. Looks at marked elements, not at prose."""

import re
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement

from reader.extract.metadata import when
from reader.lexicon.calendar import MONTHS
from reader.lexicon.date_words import MONTH
from reader.text import safe

PUBLISHED = re.compile(r"^\W*(?:first |originally )?(?:published|posted)\b(?: on| at|:|\s)*", re.IGNORECASE)
UPDATED = re.compile(r"^\W*(?:last )?(?:updated|modified)\b(?: on| at|:|\s)*", re.IGNORECASE)
WORDED = re.compile(
    rf"(?:\b(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? |"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.? (?P<month2>{MONTH})\.?,? )"
    r"(?P<year>(?:19|20)\d\d)\b"
)
ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
LONGEST_DATE_LINE = 80


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

"""What a page shows of its dates, where it declares none. Looks at marked elements, not at prose."""

import re
from datetime import date
from typing import NamedTuple

from htmldate import find_date
from lxml.html import HtmlElement

from reader.extract.metadata import when
from reader.extract.metadata.elsewhere import Elsewhere, short_text
from reader.lexicon.calendar import MONTHS
from reader.lexicon.date_words import MONTH
from reader.text import safe
from reader.text.dateline import Dateline

PUBLISHED = re.compile(r"^\W*(?:first |originally )?(?:published|posted)\b(?: on| at|:|\s)*", re.IGNORECASE)
UPDATED = re.compile(r"^\W*(?:last )?(?:updated|modified)\b(?: on| at|:|\s)*", re.IGNORECASE)
WORDED = re.compile(
    rf"(?:\b(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? |"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.? (?P<month2>{MONTH})\.?,? )"
    r"(?P<year>(?:19|20)\d\d)\b"
)
ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
LONGEST_DATE_LINE = 80
LONGEST_DATE = len("September 13th, 2026")
# A paragraph so long is the article's text.
PROSE = 200
# Lists of other stories have more; the page's own time is among the first.
MOST_TIMES = 60
DAY_LENGTH = len("2026-03-04")


def published(tree: HtmlElement, url: str | None, elsewhere: Elsewhere) -> str | None:
    """The date shown: a line that says "published", else the one at the headline, else what a search finds.

    Days that the text itself names in `time` elements ("on sale from <time>4 December</time>") and those of other
    stories are left.
    """
    shown = read(tree)
    if shown.labelled:
        return shown.labelled
    others = {element for _, element in shown.timed if elsewhere.holds(element, sure=True)}
    timed = [moment for moment, element in shown.timed if element not in others]
    if len({moment[:DAY_LENGTH] for moment in timed}) == 1:
        return timed[0]
    if headed := at_headline(elsewhere):
        return headed
    found = shown.alone or searched(tree, url, [*shown.in_prose, *others])
    return next((moment for moment in timed if found and moment.startswith(found)), found)


class Dates(NamedTuple):
    """The dates a page shows: behind "Published"; in an ISO line of its own; as `time`; named by the text."""

    labelled: str | None
    alone: str | None
    timed: list[tuple[str, HtmlElement]]
    in_prose: list[HtmlElement]


def read(tree: HtmlElement) -> Dates:
    """Walk a page once for its dates."""
    timed: list[tuple[str, HtmlElement]] = []
    in_prose: list[HtmlElement] = []
    alone: str | None = None
    for element in tree.iter("time", "span", "p", "div", "li", "small"):
        text = safe.line(element.text or "") if element.text else ""
        if (
            len(text) <= LONGEST_DATE_LINE
            and (label := PUBLISHED.match(text))
            and (found := worded(text[label.end() :]))
        ):
            return Dates(found, None, [], [])
        if element.tag == "time":
            if is_in_prose(element):
                in_prose.append(element)
            elif len(timed) < MOST_TIMES and (moment := when.iso(element.get("datetime")) or worded(text)):
                timed.append((moment, element))
        elif alone is None and ISO_DAY.fullmatch(text):
            alone = when.iso(text)
    return Dates(None, alone, timed, in_prose)


def is_in_prose(element: HtmlElement) -> bool:
    """Whether a `time` is a word of a sentence, and no line of the page's."""
    around = element.getparent()
    if around is None or around.tag not in ("p", "li", "blockquote", "em", "strong", "td", "dd"):
        return False
    before, behind = (around.text or "").strip(), (element.tail or "").strip()
    return short_text(around, LONGEST_DATE_LINE) is None or (before[:1].isalpha() and behind[:1].islower())


def at_headline(elsewhere: Elsewhere) -> str | None:
    """The first date behind the headline and before the text: a `time`, or a line of nothing else.

    One that says that it is of a later version is none.
    """
    for element in elsewhere.behind_title("p", "time", "span", "div", "li", "small"):
        if (moment := dated(element)) and not elsewhere.holds(element, sure=True):
            around = element.getparent()
            said = "" if around is None else short_text(around, 2 * LONGEST_DATE_LINE) or ""
            return None if UPDATED.search(said) else moment
        if element.tag == "p" and short_text(element, PROSE) is None:
            break
    return None


def dated(element: HtmlElement) -> str | None:
    """The date that an element is, and nothing else."""
    if element.tag == "time":
        return None if is_in_prose(element) else when.iso(element.get("datetime")) or worded(element.text or "")
    text = (element.text or "").strip()
    return worded(text) if len(text) <= LONGEST_DATE and WORDED.fullmatch(text) else None


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


def filed(line: Dateline | None) -> str | None:
    """The day of a dateline as ISO, where it is given with its year."""
    return worded(line.date) if line and line.date else None


def worded(text: str) -> str | None:
    """An English date in words as ISO: "January 3rd, 2024", "3 Jan. 2024". Figures alone are left: 3/4 is two days."""
    if not (found := WORDED.search(text)):
        return None
    month = MONTHS[found["month"] or found["month2"]]
    try:
        return date(int(found["year"]), month, int(found["day"] or found["day2"])).isoformat()
    except ValueError:
        return None


def searched(tree: HtmlElement, url: str | None, others: list[HtmlElement]) -> str | None:
    """What htmldate, trafilatura's finder of dates, sees where it cannot see the `time` elements of other things.

    The first of January is its word for a bare year: none.
    """
    days = [(element, element.attrib.pop("datetime", None)) for element in others]
    for element in others:
        element.tag = "span"
    try:
        for extensive in (False, True):
            found = find_date(tree, url=url, original_date=True, extensive_search=extensive)
            if found and not (extensive and found.endswith("-01-01")):
                return str(found)
    finally:
        for element, day in days:
            element.tag = "time"
            if day is not None:
                element.set("datetime", day)
    return None

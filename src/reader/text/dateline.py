"""Where a story was filed: the dateline that a text or one of its paragraphs opens with. It is left where it stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.lexicon.agencies import SIGNATURE, agency_of
from reader.lexicon.date_words import MONTH, WEEKDAY
from reader.lexicon.labels import NO_PLACES
from reader.lexicon.punctuation import DASHES, OPENING, SMALL_OPENING
from reader.lexicon.wordlists import words
from reader.model import Span
from reader.text.paragraphs import opens_line


class Dateline(NamedTuple):
    """A dateline: `end` is where the story begins, behind the dash.

    `place` and `date` are as worded ("ASTANA, Kazakhstan", "Jan. 4"), `places` the town and what it lies in, each
    alone. `agency` is the full name of a news agency; a broadcaster that signs ("CNN") is none.
    """

    start: int
    end: int
    place: str | None = None
    places: tuple[Span, ...] = ()
    date: str | None = None
    agency: str | None = None


# The longest seen has 60 characters; the limit keeps the search short on text that is none.
_LONGEST = 120
# A town in capitals of one to five words: "RIO DE JANEIRO", "WINSTON-SALEM", "McALLEN"; longer runs are headings.
_CAPITAL = r"[^\W\d_a-z]"
_SMALL = "de|la|del|al|el|sur|am|an der"
_GOES_ON = rf"(?:{_CAPITAL}|[.'’])"
_CAPITALS = (
    rf"(?:Mc)?{_CAPITAL}{_GOES_ON}{{1,{_LONGEST}}}+(?:[ -](?:{_CAPITAL}{_GOES_ON}{{0,{_LONGEST}}}+|{_SMALL})){{0,4}}"
)
_SHOUTED = rf"{_CAPITALS}(?:(?:/| and | & ){_CAPITALS})?"
# A town in small letters; only beside an agency, since any name may stand before a dash.
_NAME = rf"{_CAPITAL}[\w.'’-]{{0,{_LONGEST}}}"
_WORDED = rf"(?!The\b){_CAPITAL}[\w.'’-]{{1,{_LONGEST}}}(?: (?:de |la |del |al-|el )?{_NAME}){{0,2}}"
# What it lies in: "Kazakhstan", "N.Y.", "Harwell County, Corvane".
_REGION = rf"(?:, (?!(?:{MONTH}|{WEEKDAY})\b){_NAME}(?: (?:of |and |the |and the )?{_NAME}){{0,3}}){{0,2}}"
_OF_MONTH = rf"(?:(?:{WEEKDAY}),? )?(?:(?:{MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{MONTH})\.?)"
_DAY = rf"(?:{_OF_MONTH}(?:,? \d{{4}})?|(?:{WEEKDAY})(?! \d))"
_NO_DAY = rf"(?!(?:{MONTH}|{WEEKDAY})\b)"
_DATE = rf"(?:, (?P<date>{_DAY})| ?\[(?P<date2>{_DAY})\])"
_SIGNED = rf"[ \xa0]?\((?P<agency>{SIGNATURE})\)"
# "(AP)", "(Northwire)", and as services for statements sign: "/Northwire/ --", "--(NORTH WIRE)--".
_CREDITED = (
    rf"(?:[ \xa0]?\((?P<agency>{SIGNATURE}|[A-Z][\w .&/-]{{1,30}})\)|[ \xa0]/[A-Z][\w .&-]{{1,30}}/"
    r"|--\([A-Z][\w .&-]{1,30}\)(?=--))"
)
_DASH = rf"[ \xa0]*(?:[{DASHES}]|--|(?<=[ \xa0])-(?=[ \xa0]))[ \xa0]*(?=\S)"
_BEFORE_STORY = "[ \xa0]?(?=[“\"‘'(]?[^\\W_a-z])"

# "ASTANA, Kazakhstan — Talks…", "WASHINGTON, Jan 4 (AP) —", "BRINDLE/HARWELL --".
_IN_CAPITALS = re.compile(rf"(?P<place>{_SHOUTED}{_REGION}){_DATE}?(?:{_CREDITED})?{_DASH}")
# By a name that is known: "Paris (AFP) –", "Dec 29 (Reuters) -", "YANGON, July 25 (Reuters): ", "Boston (CNN)Guilty…".
_OF_AGENCY = re.compile(
    rf"(?:(?P<place>{_WORDED}{_REGION}){_DATE}?|(?P<date3>{_DAY}))?{_SIGNED}(?:{_DASH}|:[ \xa0]+|{_BEFORE_STORY})"
)
# By any other name ("Vardholm (Northwire) – The crews…") only at the head of a text: further down it is more often a
# party, an abbreviation or a group behind a name.
_AT_HEAD = re.compile(rf"(?P<place>{_WORDED}{_REGION}){_DATE}?{_CREDITED}{_DASH}")
# By its date, also only at the head: "Vardholm, Jan. 4 – ", "Jan. 4, 2026 — ", "4 January 2026, Orle – ".
_DATED = re.compile(rf"(?P<place>{_NO_DAY}{_WORDED}{_REGION}), (?P<date>{_OF_MONTH}(?:,? \d{{4}})?){_DASH}")
_DATE_FIRST = re.compile(rf"(?P<date>{_OF_MONTH},? \d{{4}})(?:, (?P<place>{_WORDED}{_REGION}))?{_DASH}")
# "[Jan 4, 2026] The ferry…", "[HALVERY, Jan 4, 2026]".
_IN_BRACKETS = re.compile(rf"\[(?:(?P<place>{_WORDED}{_REGION}), )?(?P<date>{_DAY})\](?:{_DASH}|[ \xa0]*(?=\S))")
# "NEW DELHI: The bridge…", as papers of South Asia, Malaysia and the Gulf have it, at the head of a text that is no
# transcript. Of the 773 articles of world copy 17 open so.
_BEFORE_COLON = re.compile(rf"(?P<place>{_SHOUTED}{_REGION}){_DATE}?:[ \xa0]+")
_PATTERNS = (_IN_CAPITALS, _OF_AGENCY, _AT_HEAD, _DATED, _DATE_FIRST, _IN_BRACKETS, _BEFORE_COLON)
_HEADS = (_AT_HEAD, _DATED, _DATE_FIRST)
# A label of a transcript's turn: another one farther down, and the first is one too.
_LABEL = re.compile(rf"\n[“\"]?{_CAPITALS}: ")
# Running copy has so many words at least, and capitals on no more than this part of them; a headline has them on all.
_FEWEST_WORDS, _MOST_WITH_CAPITALS = 8, 2 / 3

_BETWEEN_TOWNS = re.compile("/| and | & ")
# Small letters inside a town in capitals.
_PARTICLES = words("and de la del al el sur am an der")
# More capitals before the dash are a heading: "COUNCIL PUTS OFF THE TOLL, AGAIN - Ada Moss".
_MOST_CAPITALS = 6


def find(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """Find the dateline that a paragraph opens with; None where it has none.

    "LONDON, Jan. 4 (Reuters) - Shares fell." is filed from London on Jan. 4, for Reuters, and begins at "Shares".

    Args:
        text: any text.
        start: where in it a paragraph begins.
        end: how far to look.
    """
    end = len(text) if end is None else end
    if start >= end or not (text[start].isupper() or text[start].isdecimal() or text[start] in "(["):
        return None
    if not opens_line(text, start):
        return None
    for pattern in _PATTERNS:
        if (match := pattern.match(text, start, min(end, start + _LONGEST))) and _is_one(match):
            return _read(match)
    return None


def story(text: str, sentence: Span) -> Span:
    """A sentence without the dateline that it opens with, which says only where and when it was filed."""
    line = find(text, sentence.start, sentence.end)
    return Span(line.end, sentence.end) if line else sentence


def _is_one(match: re.Match[str]) -> bool:
    """Whether what looks like a dateline is one: not "BREAKING —", "NATO - which denied it -", "Москва — столица"."""
    place = match["place"] or ""
    if place.partition(",")[0].split(" ")[0].lower() in NO_PLACES:
        return False
    if match.re in _HEADS:
        return match.start() == 0 and _begins_story(match)
    if match.re is _BEFORE_COLON and not _opens_copy(match):
        return False
    if match.re not in (_IN_CAPITALS, _BEFORE_COLON):
        return True
    town = [word for word in re.split(r"[ /]", place.partition(",")[0]) if word not in _PARTICLES]
    capitals = sum(word.isupper() for word in re.split(r"[ ,/]+", place))
    shouted = all(word.removeprefix("Mc").isupper() for word in town)
    return shouted and capitals <= _MOST_CAPITALS and _begins_story(match)


def _opens_copy(match: re.Match[str]) -> bool:
    """Whether running copy follows a colon at the head of a text: no headline, and no transcript."""
    text = match.string
    behind = text[match.end() : match.endpos].partition("\n")[0].split()
    capitals = sum(word[:1].isupper() for word in behind)
    running = len(behind) >= _FEWEST_WORDS and capitals <= _MOST_WITH_CAPITALS * len(behind)
    return match.start() == 0 and running and _LABEL.search(text, match.end()) is None


def _begins_story(match: re.Match[str]) -> bool:
    """Whether a sentence begins behind the dash; a small letter there goes on with one."""
    at = match.end()
    while at < match.endpos and match.string[at] in OPENING:
        at += 1
    return at < match.endpos and (
        not match.string[at].islower() or SMALL_OPENING.match(match.string, at, match.endpos) is not None
    )


def _read(match: re.Match[str]) -> Dateline:
    worded = match.groupdict()
    return Dateline(
        start=match.start(),
        end=match.end(),
        place=worded["place"],
        places=tuple(_places(match.string, *match.span("place"))) if worded["place"] else (),
        date=next((day for name, day in worded.items() if name.startswith("date") and day), None),
        agency=agency_of(worded.get("agency") or ""),
    )


def _places(text: str, start: int, end: int) -> Iterator[Span]:
    """The towns and what they lie in: "BRINDLE", "HARWELL" and "Corvane" of "BRINDLE/HARWELL, Corvane"."""
    comma = text.find(",", start, end)
    towns = end if comma < 0 else comma
    for between in _BETWEEN_TOWNS.finditer(text, start, towns):
        yield Span(start, between.start())
        start = between.end()
    yield Span(start, towns)
    for region in re.finditer(r"[^,\s][^,]*", text[towns:end]):
        yield Span(towns + region.start(), towns + region.end())

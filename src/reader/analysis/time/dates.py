"""Where a text names a date or period, in the wordings of the news, and what each is for a day of publication."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from reader.analysis.patterns import parts_of
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.analysis.time import calendar_dates, tense
from reader.analysis.time.date_arithmetic import Moment, Reference
from reader.analysis.time.relative_dates import NEAR, RULES, Rule
from reader.lexicon.date_words import HINT, MONTH
from reader.lexicon.time_words import SCHEDULED
from reader.model import Span

# "Today’s children" are of no day.
_NOT_OF = frozenset(("today", "tomorrow"))


class Dated(NamedTuple):
    """A date in a text: where it stands, its first day (None when unknown), its ISO form or its wording, its tense."""

    start: int
    end: int
    first_day: date | None
    iso: str
    tells: tense.Tense | None


class _Wording(NamedTuple):
    """A match of a rule, or of a calendar pattern where there is none."""

    match: re.Match[str]
    rule: Rule | None


def find(
    doc: Doc, text: str, sentence: Span, published: date | None, marked: Sequence[QuotedSpan] = ()
) -> Iterator[Dated]:
    """Find the dates of a sentence, in order; of two that overlap the one that begins first, then the longer.

    Args:
        doc: the grammar of the text, which tells verbs from months, and what has been from what is to come.
        text: the article.
        sentence: where to look.
        published: the day that relative dates count from.
        marked: what stands between quotation marks.
    """
    reached = sentence.start
    told: dict[int, tense.Tense | None] = {}
    found = sorted(_wordings(text, sentence), key=lambda wording: (wording.match.start(), -wording.match.end()))
    for wording in found:
        match = wording.match
        words = doc.char_span(*match.span(), alignment_mode="expand")
        if match.start() < reached or not words:
            continue
        reached = match.end()
        tells = tense.beside(words.root, told)
        moment = _resolved(wording, words, published, marked, tells)
        if moment is not None:
            yield Dated(match.start(), match.end(), moment.first, moment.iso or match[0], tells)


def _wordings(text: str, sentence: Span) -> Iterator[_Wording]:
    if not HINT.search(text, sentence.start, sentence.end):
        return
    for rule in RULES:
        for match in rule.pattern.finditer(text, sentence.start, sentence.end):
            yield _Wording(match, rule)
    for pattern in calendar_dates.PATTERNS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield _Wording(match, None)


def _resolved(
    wording: _Wording,
    words: Words,
    published: date | None,
    marked: Sequence[QuotedSpan],
    tells: tense.Tense | None,
) -> Moment | None:
    """What a wording is by the calendar, with an empty form where that cannot be told; None where it dates nothing."""
    match, rule = wording
    reference = _reference(published, match[0], words, tells) if published else None
    try:
        if rule is None:
            return calendar_dates.resolve(match, reference) if calendar_dates.is_meant(match, words) else None
        if _is_title(match, words) or (rule is NEAR and not _is_near(match, words, marked, tells)):
            return None
        if tells == "past" and match.groupdict().get("way") in _WAYS_AHEAD:
            return None
        if reference is None and rule.relative:
            return Moment(None, "")
        return rule.resolve(parts_of(match), reference or Reference(date.min, None))
    except (ValueError, OverflowError):
        return None


# "His health declined over the next three months" counts from a day of the story.
_WAYS_AHEAD = ("next", "coming")
_MONTH = re.compile(rf"\b(?:{MONTH})\b")


def _reference(published: date, worded: str, words: Words, tells: tense.Tense | None) -> Reference:
    """What a wording counts from. "Will be asked about Moss’s July 25 call": the verb tells nothing of the call."""
    to_come, root = None if tells is None else tells != "past", words.root
    if not _MONTH.search(worded):
        return Reference(published, to_come)
    noun = tense.noun_dated(root)
    if noun is not None and noun.lemma_.lower() in SCHEDULED:
        return Reference(published, None, scheduled=True)
    tells_nothing = tense.is_known(noun) if noun is not None else tells == "present" and not tense.is_time_of(root)
    return Reference(published, None if to_come and tells_nothing else to_come)


def _is_title(match: re.Match[str], words: Words) -> bool:
    """Whether a capital inside a sentence makes a name of the words: "USA Today", "Last Week Tonight"."""
    named = match.lastgroup in ("weekday", "month", "feast")
    opens = words[0].is_sent_start or words.doc[words.start - 1].is_punct
    return match[0][0].isupper() and not opens and not named


def _is_near(match: re.Match[str], words: Words, marked: Sequence[QuotedSpan], tells: tense.Tense | None) -> bool:
    """Whether "today" is the day of publication: not "is a museum today", "today’s children", or in somebody's words.

    What is quoted counts from the day when it was said.
    """
    if any(stretch.start <= match.start() < stretch.end for stretch in marked):
        return False
    after = words.doc[words.end].lower_ if words.end < len(words.doc) else ""
    near = match["near"].lower()
    if near in _NOT_OF and after in ("’s", "'s"):
        return False
    return near != "today" or tells in ("past", "future")

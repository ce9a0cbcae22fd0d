"""Quotation marks: which stretches of a text stand between them. Knows marks, not who speaks.

Curly, straight, doubled single ('' and ``), guillemets, and single marks as in British copy; apostrophes, inches and
years are not marks. A quotation that reopens at each paragraph and closes only in the last is one stretch.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.lexicon.function_words import ELIDED
from reader.model import Span

# One alternative a kind of mark; "double" covers the doubled singles that old wire systems write.
MARK = re.compile(r"(?P<double>[“”„\"«»]|''|``|’’|‘‘)|(?P<single>['‘’‛])")
OPENERS = "“„«"
CLOSERS = "”»"
# What may stand before an opening mark and after a closing one.
BEFORE_OPEN = re.compile(r"[\s(\[{—–\-―/:…]|^$")
AFTER_CLOSE = re.compile(r"[\s)\]}—–\-―/.,;:!?…\"”’'»]|^$")
# Elisions that begin with an apostrophe: 'em, 'til, '90s, 'cause.
ELISION = re.compile(rf"(?:\d\ds?|{'|'.join(sorted(ELIDED))})\b", re.IGNORECASE)
# A single-marked stretch longer than this is a stray apostrophe: of the 227 in the training and development articles
# the longest has 201 characters; British copy quotes whole paragraphs so.
SINGLE_LIMIT = 1500


class QuotedSpan(NamedTuple):
    """Text from an opening to a closing mark, marks included. `closed` is false where the closing one is missing."""

    start: int
    end: int
    closed: bool
    single: bool


def quoted_spans(text: str, paragraphs: Sequence[Span]) -> tuple[QuotedSpan, ...]:
    """Find the outermost marked stretches, in order; nested marks belong to the stretch around them.

    “I won't,” she said. “Not now.” -> “I won't,” and “Not now.”

    Args:
        text: any text.
        paragraphs: its paragraphs in order; a quotation runs past one only where the next reopens it.
    """
    found: list[QuotedSpan] = []
    for n, paragraph in enumerate(paragraphs):
        following = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        reopens = following is not None and _opens_at(text, following)
        doubles = list(_doubles(text, paragraph, reopens))
        found += _outermost(text, [*doubles, *_singles(text, paragraph, doubles, following)])
    return tuple(_chained(text, found, paragraphs))


def _outermost(text: str, found: list[QuotedSpan]) -> list[QuotedSpan]:
    """Leave out double marks nested in single ones, and single marks that only seem to hold or cross double ones."""
    outer: list[QuotedSpan] = []
    for stretch in sorted(found):
        if not outer or stretch.start >= outer[-1].end:
            outer.append(stretch)
        elif stretch.end > outer[-1].end or not _speaks(text, outer[-1]):
            outer[-1] = stretch
    return outer


def _speaks(text: str, single: QuotedSpan) -> bool:
    """Whether a single-marked stretch opens with a curly mark or ends in punctuation: it is no pair of apostrophes."""
    return text[single.start] == "‘" or not single.closed or text[single.end - 2] in '.,!?…—”"'


def _opens_at(text: str, paragraph: Span) -> bool:
    head = text[paragraph.start : paragraph.start + 2]
    return head[:1] in tuple('“"«„') or head in ("''", "``", "‘‘")


def _around(text: str, start: int, end: int, paragraph: Span) -> tuple[str, str]:
    before = text[start - 1] if start > paragraph.start else ""
    after = text[end] if end < paragraph.end else ""
    return before, after


def _doubles(text: str, paragraph: Span, reopens: bool) -> Iterator[QuotedSpan]:
    opened: int | None = None
    style, nested = "", False
    for mark in (m for m in MARK.finditer(text, paragraph.start, paragraph.end) if m.lastgroup == "double"):
        before, after = _around(text, mark.start(), mark.end(), paragraph)
        could_open = bool(BEFORE_OPEN.fullmatch(before) or before in "'‘") and not after.isspace() and after != ""
        if opened is None:
            # 6'2" tall, a 12" record
            if could_open or (mark.group() in OPENERS and not before.isdigit()):
                opened, style, nested = mark.start(), mark.group(), False
        elif _is_inner(text, mark, style, paragraph):
            continue
        elif mark.group() in OPENERS and could_open:
            # “One.” She left. “Two — the first was never closed, or a nested one opens.
            nested = _closes_later(text, mark.end(), paragraph)
            if not nested:
                yield QuotedSpan(opened, mark.start(), False, False)
                opened = mark.start()
        elif nested and mark.group() in CLOSERS:
            nested = False
        elif not (mark.group() == '"' and could_open and not AFTER_CLOSE.fullmatch(after) and before.isspace()):
            yield QuotedSpan(opened, mark.end(), True, False)
            opened = None
    if opened is not None and (reopens or opened == paragraph.start):
        yield QuotedSpan(opened, paragraph.end, False, False)


def _is_inner(text: str, mark: re.Match[str], style: str, paragraph: Span) -> bool:
    """Whether a mark inside an open quotation is no end of it: half of a pair of another style, or inches."""
    if (style == '"') != (mark.group() == '"'):
        return _pair_follows(text, mark, paragraph)
    return mark.group() == '"' and text[mark.start() - 1].isdigit() and _is_inches(text, mark, paragraph)


def _pair_follows(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark of another style is half of a pair nested in the open one: “too loud” between straight marks."""
    if mark.group() in OPENERS:
        return True
    closer = '"' if mark.group() != '"' else "”"
    return text.find(closer, mark.end(), paragraph.end) >= 0


def _is_inches(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a straight mark behind a figure is followed by one that can only close it: a 12" pipe," she said."""
    closer = text.find('"', mark.end(), paragraph.end)
    if closer < 0 or not text[mark.end()].isspace():
        return False
    before, after = _around(text, closer, closer + 1, paragraph)
    return not BEFORE_OPEN.fullmatch(before) and AFTER_CLOSE.fullmatch(after) is not None


def _closes_later(text: str, start: int, paragraph: Span) -> bool:
    """Whether two closing marks follow before the next opening one: then the mark at hand is nested."""
    closers = 0
    for mark in MARK.finditer(text, start, paragraph.end):
        if mark.lastgroup == "double":
            if mark.group() in OPENERS:
                return False
            closers += 1
            if closers == 2:
                return True
    return False


def _singles(text: str, paragraph: Span, doubles: Sequence[QuotedSpan], following: Span | None) -> Iterator[QuotedSpan]:
    taken = iter(doubles)
    inside = next(taken, None)
    opened: int | None = None
    possible: int | None = None
    for mark in (m for m in MARK.finditer(text, paragraph.start, paragraph.end) if m.lastgroup == "single"):
        while inside is not None and inside.end <= mark.start():
            inside = next(taken, None)
        if inside is not None and inside.start <= mark.start() and opened is None:
            continue
        before, after = _around(text, mark.start(), mark.end(), paragraph)
        if opened is not None and mark.start() - opened > SINGLE_LIMIT:
            opened = possible = None
        if _single_opens(text, mark, before, after):
            if opened is not None and possible is not None:
                yield QuotedSpan(opened, possible, True, True)
            opened, possible = mark.start(), None
        elif opened is not None and before and not before.isspace() and (AFTER_CLOSE.fullmatch(after) or not after):
            # "the workers’ rights" inside a quotation: a plural possessive closes only if nothing better comes.
            if before in "sS" and after == " " and text[mark.end() + 1 : mark.end() + 2].islower():
                possible = possible or mark.end()
                continue
            yield QuotedSpan(opened, mark.end(), True, True)
            opened = possible = None
    if opened is not None:
        yield from _left_open(text, opened, possible, paragraph, following)


def _left_open(
    text: str, opened: int, possible: int | None, paragraph: Span, following: Span | None
) -> Iterator[QuotedSpan]:
    if _reopens_single(text, text[opened], following):
        yield QuotedSpan(opened, paragraph.end, False, True)
    elif possible is not None:
        yield QuotedSpan(opened, possible, True, True)


def _reopens_single(text: str, opener: str, following: Span | None) -> bool:
    mark = MARK.match(text, following.start, following.end) if following is not None else None
    if mark is None or mark.group() != opener:
        return False
    return _single_opens(text, mark, "", text[mark.end() : mark.end() + 1])


def _single_opens(text: str, mark: re.Match[str], before: str, after: str) -> bool:
    if mark.group() == "’" or not BEFORE_OPEN.fullmatch(before) or before == "-" or not after or after.isspace():
        return False
    return mark.group() == "‘" or not ELISION.match(text, mark.end())


def _chained(text: str, found: Sequence[QuotedSpan], paragraphs: Sequence[Span]) -> Iterator[QuotedSpan]:
    """Join stretches that run to the end of their paragraph with the one that reopens in the next."""
    ends = {p.end: n for n, p in enumerate(paragraphs)}
    starts = {p.start: n for n, p in enumerate(paragraphs)}
    pending: QuotedSpan | None = None
    for stretch in found:
        if pending is not None:
            if starts.get(stretch.start, -1) == ends[pending.end] + 1:
                stretch = QuotedSpan(pending.start, stretch.end, stretch.closed, stretch.single)
            else:
                yield pending
            pending = None
        if not stretch.closed and stretch.end in ends:
            pending = stretch
        else:
            yield stretch
    if pending is not None:
        yield pending

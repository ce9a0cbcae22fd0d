"""Where the sentences of a news text begin and end: English above all, other languages by their own stops.

Rules over code points, in linear time. It owns boundaries only: no words, no meaning, and the text is never changed.
Abbreviations and their behaviour are data in `abbreviations.py`, those of other languages in `foreign.py`.
"""

import re
from collections.abc import Iterator, Sequence

from reader.lexicon import abbreviations, foreign
from reader.lexicon.cues import SAYING
from reader.lexicon.punctuation import (
    BULLETS,
    CLOSING,
    DASHES,
    OPENING,
    OPENING_QUOTES,
    OTHER_STOPS,
    SMALL_OPENING,
    STOPS,
    WIDE_STOPS,
)
from reader.lexicon.wordlists import either
from reader.model import Span
from reader.text import dateline
from reader.text.paragraphs import paragraphs

# A terminator run with the quotation marks and brackets that close on it. Possessive, so that a long run of dots is
# read once. "”" may stand one space away, as in badly cleaned pages, and "»" in French; German closes with “ and «.
_STOP = re.compile(
    rf"""(?P<mark>\.(?:[ \xa0]\.)++|[{STOPS}]++|[{WIDE_STOPS}]++|[{OTHER_STOPS}]++)"""
    rf"""(?P<closers>(?:[{re.escape(CLOSING.replace("“", ""))}]|[ ]”|[ ]»|[“«](?=\s|$))*+)"""
)

# Chinese and Japanese have no space behind a stop. What follows a quotation tells whether its sentence goes on: a
# particle (「…。」と述べた), or who said it (“…。”港务长说。).
_WIDE_GOES_ON = re.compile(
    "[とっなのはがをにもで、，]|[^。！？，、\\s]{0,12}(?:说|說|表示|称|稱|道|指出|强调|強調|写道|寫道)"
)

# What encloses speech in languages that set several sentences into one: 「屋根は危ない。直すには金がかかる。」と述べた.
_ENCLOSING = {"「": "」", "『": "』", "«": "»", "»": "«"}
_MARK = re.compile("[" + "".join(_ENCLOSING) + "".join(set(_ENCLOSING.values()) - set(_ENCLOSING)) + "]")

# What the text after a stop begins with: openers or dashes, then a word. Bounded: longer words decide nothing.
_NEXT = re.compile(rf"(?P<lead>[{re.escape(OPENING + BULLETS)}…{DASHES}\-\s]{{0,8}})(?P<word>[^\W_][\w’'.\-]{{0,39}})?")

# '"Why?" Smith asked' goes on after the mark; '"Why?" He left' does not.
_CUE_AFTER_NAME = re.compile(
    r"(?:I|(?:[A-Z][\w’'.\-]{0,30} ){0,3}[A-Z][\w’'.\-]{0,30}) "
    rf"(?:{either(SAYING)})\b"
)

# No sentence has more characters: whoever shows what stands in one shows all of it, for each of a thousand dates. The
# longest of 65,000 has 1,223.
LONGEST = 5_000

# The longest abbreviation looked back for; bounds the look-back, which keeps the whole linear.
_LOOK_BACK = 16
_TOKEN = re.compile(rf"[^\s\"'“”‘’«»()\[\]—–/]{{1,{_LOOK_BACK}}}$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LIST_NUMBER = re.compile(r"\s{0,20}(?:\d{1,3}|[A-Za-z])")


def split(text: str, blocks: Sequence[Span] = (), language: str = "en") -> tuple[Span, ...]:
    """Split a text into its sentences.

    'Sen. J. K. Moss left the U.S. on Jan. 3. "Why?" she asked.' has two. A heading without a full stop ends with its
    paragraph; closing marks belong to the sentence they close.

    Args:
        text: any text.
        blocks: stretches no sentence may cross, besides the paragraphs seen in the text itself.
        language: ISO 639-1; tells which abbreviations and ordinals there are.

    Returns:
        Spans in order, apart, inside the text, which together hold every character that is not white space.
    """
    found = (_in_paragraph(text, start, end, language) for start, end in paragraphs(text, blocks))
    return tuple(part for sentences in found for sentence in sentences for part in _parts(text, sentence))


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or what is too long for one in parts, cut between words where there are any."""
    start, end = sentence.start, sentence.end
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = _skip_space(text, cut, end)
    yield Span(start, end)


def _in_paragraph(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """The sentences of a paragraph. None ends inside its dateline: "MANCHESTER, N.H. - At the rally …"."""
    line = dateline.find(text, start, end)
    filed = line.end if line else start
    first_word = _first_word(text, start, end)
    # English copy sets one quotation into several sentences; its sentences end inside.
    enclosed = _enclosed(text, start, end) if language != "en" else iter(())
    inner = next(enclosed, None)
    for stop in _STOP.finditer(text, filed, end):
        after = stop.end()
        while inner and inner.end <= after:
            inner = next(enclosed, None)
        if inner and inner.start < after:
            continue
        wide = stop["mark"][-1] in WIDE_STOPS
        if first_word >= stop.start() or after >= end or not (wide or text[after].isspace()):
            continue
        following = _skip_space(text, after, end)
        if wide:
            ends = not (stop["closers"] and _WIDE_GOES_ON.match(text, following, end))
        else:
            ends = following < end and _ends(text, start, stop, following, end, language)
        if ends:
            yield Span(start, after)
            start = following
            first_word = _first_word(text, start, end)
    if start < end:
        yield Span(start, end)


def _enclosed(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between two marks of one kind in a paragraph, the outermost where they are nested, in order."""
    opened: re.Match[str] | None = None
    depth = 0
    for mark in _MARK.finditer(text, start, end):
        if opened is None and mark[0] in _ENCLOSING:
            opened, depth = mark, 1
        elif opened is not None and mark[0] == _ENCLOSING[opened[0]]:
            depth -= 1
            if depth == 0:
                yield Span(opened.start(), mark.end())
                opened = None
        elif opened is not None and mark[0] == opened[0]:
            depth += 1


def _first_word(text: str, start: int, end: int) -> int:
    while start < end and not text[start].isalnum():
        start += 1
    return start


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _ends(text: str, start: int, stop: re.Match[str], following: int, end: int, language: str) -> bool:
    """Whether the sentence that began at `start` ends with this stop, given what follows it."""
    ahead = _NEXT.match(text, following, end)
    word = ahead["word"] or "" if ahead else ""
    lead = ahead["lead"] if ahead else ""
    if text[following] in ",;:" or (word[:1].islower() and not SMALL_OPENING.match(text, following + len(lead), end)):
        return False
    mark = stop["mark"]
    if mark == "." and language != "en":
        return _foreign_stop_ends(text, start, stop.start(), word, language)
    if mark == ".":
        return _full_stop_ends(text, start, stop.start(), word, quoted_ahead=any(c in OPENING_QUOTES for c in lead))
    if mark[-1] in ".…":
        return not word.startswith(("I’", "I'")) and word != "I"
    in_quotation = stop["closers"].strip(")] ") != ""
    return not (in_quotation and _CUE_AFTER_NAME.match(text, following, end))


def _full_stop_ends(text: str, start: int, stop: int, word: str, *, quoted_ahead: bool) -> bool:
    """Whether a single full stop at `stop` ends a sentence: it does, except after most abbreviations."""
    if _LIST_NUMBER.fullmatch(text, start, stop):
        return False
    token = _token(text, start, stop)
    kind = abbreviations.kind(token)
    starts = word.split("’")[0].split("'")[0] in abbreviations.SENTENCE_STARTERS
    if kind == "before name":
        return False
    if kind == "before number":
        return not word[:1].isdigit()
    if kind == "inside":
        return starts or (quoted_ahead and not _INITIALS.fullmatch(token) and len(token) > 1)
    return True


def _foreign_stop_ends(text: str, start: int, stop: int, word: str, language: str) -> bool:
    """Whether a single full stop ends a sentence of another language; an initial does not ("J. Moss", "z. B. Moos")."""
    token = _token(text, start, stop)
    initial = len(token) == 1 and token.isalpha() and (token.isupper() or len(word.rstrip(".")) == 1)
    if initial or _LIST_NUMBER.fullmatch(text, start, stop) or _INITIALS.fullmatch(token):
        return False
    return not foreign.continues(token, word, language)


def _token(text: str, start: int, stop: int) -> str:
    """The word before a full stop, as far as it is looked back for."""
    found = _TOKEN.search(text, max(start, stop - _LOOK_BACK), stop)
    return found[0] if found else ""

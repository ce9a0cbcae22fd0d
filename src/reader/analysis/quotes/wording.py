"""Quote -> the words it is shown by: readable and true by themselves, with what gives them where that is needed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.quotes import reporting, spans
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.analysis.quotes.reporting import Reporting
from reader.lexicon.cues import ACCORDING, JUDGING, speech_act
from reader.model import Excerpt, QuoteKind, Wording

# Behind these the words in marks stand for themselves: "Moss told reporters: “We will pay.”"
_OPENS = (":", ",", "—", "–", "-")
# Words in marks that begin with a capital and are at least so many are a sentence, however they are led in.
_SENTENCE_WORDS = 4
# Between cue and words there may be whom they were told and when; more is another clause, and the cue is put in front.
_TOGETHER = 120


class _Extent(NamedTuple):
    start: int
    end: int


def wording(
    doc: Doc, text: str, quote: Candidate, kind: QuoteKind, marked: Sequence[QuotedSpan], after: int = 0
) -> Wording:
    """What is shown of a quote.

    denied that [the council had ignored the warnings] -> "denied that the council had ignored the warnings";
    “We will pay,” said Moss -> the words between marks alone

    Args:
        doc: the document.
        text: its text.
        quote: the quote, with its cue.
        kind: how much of it stands between marks.
        marked: the stretches between marks of the text, in order.
        after: where the quote before this one ends; its words are not shown again.
    """
    start, end, cue = quote.start, quote.end, quote.cue
    is_direct = kind == "direct" or quote.verbatim
    whole = (_excerpt(text, start, end),)
    if cue is None or cue.is_punct:
        return Wording(whole, verbatim=is_direct)
    how = reporting.read(cue, quote.source)
    if is_direct and how.teller is None and how.plain and _stands_alone(text, quote, cue):
        return Wording(_pieces(text, quote, marked), verbatim=True)
    if start <= cue.idx < end:
        return Wording(whole)
    shown, lead = _grown(doc, text, quote, cue, how, after)
    return Wording((_excerpt(text, *shown),), lead=lead)


def _stands_alone(text: str, quote: Candidate, cue: Token) -> bool:
    """Whether words in marks are speech by themselves, no part of the sentence that gives them."""
    if cue.idx >= quote.start:
        return True
    between = text[cue.idx + len(cue) : quote.start].strip()
    said = text[quote.start : quote.end].strip("“”\"‘’'«» \n")
    if between.endswith(_OPENS) or "\n" in between or between.endswith((".", "?", "!")):
        return True
    lemma = cue.lemma_.lower()
    if said[:1].isupper() and said.count(" ") + 1 >= _SENTENCE_WORDS and lemma not in JUDGING:
        return True
    return not between and speech_act([lemma]) == "say" and lemma not in JUDGING


def _pieces(text: str, quote: Candidate, marked: Sequence[QuotedSpan]) -> tuple[Excerpt, ...]:
    """The words in marks, without those between them that say who speaks."""
    inside = spans.inside(quote.start, quote.end, marked)
    said = [token.idx for token in (quote.cue, quote.source) if token is not None]
    parts, start = list[Excerpt](), quote.start
    for one, two in pairwise(inside):
        if any(one.end <= place < two.start for place in said):
            parts.append(_excerpt(text, start, one.end))
            start = two.start
    return (*parts, _excerpt(text, start, quote.end))


def _grown(doc: Doc, text: str, quote: Candidate, cue: Token, how: Reporting, after: int) -> tuple[_Extent, str]:
    """The words with those that give them where they stand together, else by themselves and what goes in front."""
    if cue.lower_ in ACCORDING:
        return _Extent(quote.start, quote.end), _according(doc, text, quote, cue)
    opening = doc[min(how.first, how.teller[0] if how.teller else how.first)].idx
    between = text[cue.idx + len(cue) : quote.start]
    parted = quote.source is not None and cue.idx < quote.source.idx < quote.start
    together = len(between) <= _TOGETHER and "\n" not in between and not parted
    if after <= opening < quote.start and together:
        return _Extent(opening, quote.end), ""
    group = (how.first, how.last + 1)
    return _Extent(quote.start, quote.end), _joined(doc, sorted([group, how.teller] if how.teller else [group]))


def _joined(doc: Doc, stretches: Sequence[tuple[int, int]]) -> str:
    """Stretches of words on one line, with dots where they do not follow one another: "Brank said … had promised"."""
    parts, behind = list[str](), 0
    for first, end in stretches:
        if parts and first > behind:
            parts.append("…")
        parts += doc[max(first, behind) : end].text.split()
        behind = max(behind, end)
    return " ".join(parts)


def _according(doc: Doc, text: str, quote: Candidate, cue: Token) -> str:
    """According to whom: "according to the mayor", as much of it as the parser is sure of."""
    edge = cue.right_edge
    end = edge.idx + len(edge)
    if quote.source is None or not cue.i < quote.source.i <= edge.i or (cue.idx < quote.start < end):
        edge = (
            quote.source if quote.source is not None and quote.source.i > cue.i else doc[min(cue.i + 1, len(doc) - 1)]
        )
        end = edge.idx + len(edge)
    said = " ".join(text[cue.idx : end].split())
    return said[:1].lower() + said[1:]


def _excerpt(text: str, start: int, end: int) -> Excerpt:
    return Excerpt(start, end, text[start:end])

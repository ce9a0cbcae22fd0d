"""Which found stretches are reports of speech, and which part of them is what was said. Rules over one stretch each."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from reader.analysis.quotes import spans
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.analysis.quotes.spans import has_marks
from reader.lexicon.cues import (
    ACCORDING,
    ACTS_OF_MIND,
    ACTS_WITHOUT_CLAUSE,
    AS_JUDGED,
    CUES,
    DEEDS,
    JUDGING,
    SPEECH_NOUNS,
)
from reader.lexicon.function_words import JOINING
from reader.text import dateline
from reader.text.document import sentence_end, sentence_start

# "denied it", "said so": too little to show as what was said.
_FEWEST_SPACES = 2
# What stands before a closing mark where the sentence around it pauses or ends.
_STOPS = (",", ".")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def is_speech(doc: Doc, text: str, start: int, end: int, cue: Token | None, source: Token | None) -> bool:
    """Whether a stretch without marks reports what somebody said, not what they did, plan or support.

    "said the talks would conclude", "accused the government of undermining the talks"; but not "agreed to send
    representatives", "denounced the opening address", "hoping to win support".

    Args:
        doc: the document.
        text: its text, which spaCy would put together anew at every call.
        start: first character.
        end: last character, exclusive.
        cue: the word that gives the speech.
        source: the head of the mention.
    """
    if cue is None or source is None or text.count(" ", start, end) < _FEWEST_SPACES:
        return False
    lemma = cue.lemma_.lower()
    if lemma in ACCORDING or cue.lower_ in ACCORDING or cue.is_punct:
        return True
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    clause = any(token.tag_ in _FINITE for token in span)
    if lemma not in CUES and lemma not in SPEECH_NOUNS:
        return clause and _gives_a_that_clause(cue, span) and not _unsaid(cue, source)
    if lemma in SPEECH_NOUNS and lemma not in CUES:
        return clause
    if _unsaid(cue, source) or lemma in DEEDS or CUES[lemma].act in ACTS_OF_MIND:
        return False
    if lemma in AS_JUDGED and any(token.lower_ == "as" for token in span):
        return True
    return clause or CUES[lemma].act in ACTS_WITHOUT_CLAUSE or _asks(cue, span)


def _unsaid(cue: Token, source: Token) -> bool:
    """Whether a cue tells that somebody did not speak, or was spoken to: "did not say", "was asked about"."""
    spoken_to = any(child.dep_ == "nsubjpass" and child.i == source.i for child in cue.children)
    return spoken_to or any(child.dep_ == "neg" or child.lower_ == "never" for child in cue.children)


def _gives_a_that_clause(cue: Token, span: Span) -> bool:
    """Whether a that-clause hangs from a word and a stretch is it: "pointed out that the levy had doubled"."""
    marks = (token for token in (span[0], *span[0].doc[max(0, span.start - 1) : span.start]) if token.lower_ == "that")
    return any(token.dep_ == "mark" and token.head.dep_ == "ccomp" and token.head.head == cue for token in marks)


def _asks(cue: Token, span: Span) -> bool:
    """Whether a stretch is what somebody asks others to do: "asked them to leave"."""
    return CUES[cue.lemma_.lower()].act == "ask" and any(token.tag_ == "TO" for token in span)


def without_tail(text: str, start: int, end: int, cue: Token | None, quoted_spans: Sequence[QuotedSpan]) -> int:
    """Where what was said ends, if a stretch with marks goes on behind them to explain it by a participle.

    the port was “busy,” referring to the ferries -> the port was “busy,”
    """
    n = bisect_right(quoted_spans, end, key=lambda span: span.end) - 1
    if cue is None or n < 0 or quoted_spans[n].start < start or not quoted_spans[n].closed:
        return end
    last = quoted_spans[n].end
    if text[last - 2] not in _STOPS:
        return end
    tail = cue.doc.char_span(last, end, alignment_mode="expand")
    first = next((token for token in tail or () if token.idx >= last and not token.is_space), None)
    return last if first is not None and first.tag_ == "VBG" else end


def is_sentence(text: str, start: int, end: int) -> bool:
    """Whether words in marks are a sentence, no title or nickname: only then may they be said by nobody named."""
    said = text[start:end].strip("“”\"‘’' ")
    return said[:1].isupper() and said[-1:] in tuple(".?!…,") and said.count(" ") >= _SENTENCE_SPACES


# "The Long Winter." is a title; a sentence has more words.
_SENTENCE_SPACES = 4


def judged(
    doc: Doc, text: str, start: int, end: int, cue: Token | None, quoted_spans: Sequence[QuotedSpan]
) -> list[tuple[int, int]]:
    """The words of judgement themselves, where a cue judges its object in marks; else the stretch as it is.

    calling it “provocative” and “insolent.” -> “provocative”, “insolent.”; described the government as a “terrorist”
    entity -> “terrorist” entity; the vote was called a “sham of a vote” by both -> “sham of a vote”
    """
    inside = [s for s in spans.inside(start, end, quoted_spans) if s.closed]
    if cue is None or cue.lemma_.lower() not in JUDGING or not inside or inside[0].start == start:
        return [(start, end)]
    longer = any(" " in text[s.start : s.end].strip() for s in inside)
    if cue.idx > inside[0].start or (cue.idx <= start and longer):
        return [(start, end)]
    return [(s.start, min(_noun_end(doc, s.end), end)) for s in inside]


def _noun_end(doc: Doc, end: int) -> int:
    """Where the noun ends that marked words stand before: “terrorist” entity."""
    span = doc.char_span(max(0, end - 1), end, alignment_mode="expand")
    i = span.end if span is not None else len(doc)
    last = None
    while i < len(doc) and doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and not doc[i].is_sent_start:
        last = doc[i]
        i += 1
    return last.idx + len(last) if last is not None and last.pos_ != "ADJ" else end


def clauses(text: str, start: int, end: int, quoted_spans: Sequence[QuotedSpan]) -> list[tuple[int, int]]:
    """Cut where a second that-clause begins: "the levy was “theft” and that it would go" are two things said."""
    cuts = [m for m in _AND_THAT.finditer(text, start, end) if not has_marks(m.start(), m.end(), quoted_spans)]
    edges = [start, *(edge for m in cuts for edge in m.span()), end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    return parts if all(text.count(" ", a, b) >= _CLAUSE_WORDS for a, b in parts) else [(start, end)]


_AND_THAT = re.compile(r",? (?:and|but) that (?=\w+ )")
# A clause of fewer words is "that" as a pronoun ("and that was it"), or nothing to show alone.
_CLAUSE_WORDS = 4


def whole_clause(doc: Doc, text: str, start: int, end: int, cue: Token | None) -> tuple[int, int]:
    """Keep speech without marks to one sentence, and all of it where the cue stands in the middle.

    "It is a left one, the director said, and it will stay." runs to its end; "He bowed. It was late, Moss said." begins
    at "It".
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or cue is None:
        return start, end
    inner = [token for token in span[1:] if token.is_sent_start]
    if inner:
        if cue.i >= inner[-1].i:
            start = inner[-1].idx
        else:
            end = min(end, doc[inner[0].i - 1].idx + len(doc[inner[0].i - 1]))
    if 0 <= cue.idx - end <= _ASIDE:
        onward = _ONWARD.match(text, cue.idx, min(len(text), cue.idx + _ASIDE))
        last = doc[sentence_end(cue) - 1]
        if onward and not any(c in MARKS for c in text[cue.idx : onward.end()]) and onward.end() < last.idx:
            end = last.idx + len(last)
    return start, end


# An aside that says who speaks is this long at most: ", the director of the port said,".
_ASIDE = 60
_ONWARD = re.compile(rf"\w{{1,{_ASIDE}}}(?: [\w’'.]{{1,{_ASIDE}}}){{0,4}}, (?:{'|'.join(sorted(JOINING))})\b")
MARKS = '“”"‘«»'


def _is_dateline(text: str, token: Token) -> bool:
    """Whether a word is the place a story opens with: "PORT ELLERY — “We will pay,” said the mayor"."""
    line = dateline.find(text, token.doc[sentence_start(token)].idx)
    return line is not None and token.idx < line.end


def behind_dateline(
    text: str, cue: Token | None, source: Token | None, last: Token
) -> tuple[Token | None, Token | None]:
    """The cue and the source, where the place a story opens with was taken for it: "ORLE: The road is open, Vale said".

    Args:
        text: the text.
        cue: the word that gives the quote.
        source: the word that names who.
        last: the last word of the quote.
    """
    if source is None or not _is_dateline(text, source):
        return cue, source
    if cue is None or _is_dateline(text, cue):
        behind = itertools.takewhile(lambda token: not token.is_sent_start, last.doc[last.i + 1 : last.i + _ASIDE])
        cue = next((token for token in behind if token.lemma_.lower() in CUES), None)
    if cue is None:
        return None, None
    subjects = [child for child in cue.lefts if child.dep_ == "nsubj" and not _is_dateline(text, child)]
    named = (child for child in cue.rights if child.pos_ in ("PROPN", "NOUN", "PRON"))
    return cue, subjects[-1] if subjects else next(named, None)


def _noun_before_participle(cue: Token) -> Token | None:
    """The subject of a participle that was parsed as a noun.

    "with each side accusing the other and the mediator warning that the city was hungry" -> mediator. A warning that
    somebody gives is an object, or has no clause of its own.
    """
    if cue.tag_ != "NN" or not cue.lower_.endswith("ing") or cue.dep_ not in _BESIDE or cue.head.pos_ != "VERB":
        return None
    if not any(child.dep_ in _OWN_CLAUSE and child.i > cue.i for child in cue.children):
        return None
    return next((child for child in cue.lefts if child.dep_ == "compound" and child.i == cue.i - 1), None)


# How a participle beside others hangs from the verb before them, and what it says from the participle.
_BESIDE = ("conj", "advcl")
_OWN_CLAUSE = ("ccomp", "acl")


def straightened(
    text: str, cue: Token | None, source: Token | None, start: int, end: int
) -> tuple[int, int, Token | None]:
    """Undo a stretch that took in its own subject and cue: "Sorrell labeled the claim propaganda" as what was said.

    Returns the offsets of what follows the cue and the subject as the source; anything else unchanged.
    """
    if cue is not None and cue.lower_ == "according":
        to = next((child for child in cue.children if child.lower_ == "to"), None)
        named = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
        return start, end, named or source
    if cue is not None and source is not None:
        source = _noun_before_participle(cue) or source
    if cue is None or cue.dep_ != "ROOT" or not start < cue.idx < end:
        return start, end, source
    subject = next((child for child in cue.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.idx > start + 1:
        return start, end, source
    return cue.idx + len(cue), end, subject

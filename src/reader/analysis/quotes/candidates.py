"""Document -> candidates: quotes as spans, with the words that name their source and give them."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Token

from reader.analysis.quotes import quote_tagger, reported_speech, spans, transcripts
from reader.analysis.quotes.features import features
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.text.document import Document

# A labelled turn is a quote of whoever is named before the colon.
_TURN_CHANCE = 0.97


class Candidate(NamedTuple):
    """A quote before its speaker is an actor: offsets in characters, words as tokens."""

    start: int
    end: int
    source: Token | None
    cue: Token | None
    chance: float
    turn: bool = False


def candidates(document: Document, marked: Sequence[QuotedSpan]) -> list[Candidate]:
    """Find the quotes of a document, in order, each with the words that name its source and give it.

    Args:
        document: the text.
        marked: its quoted_spans between quotation marks.
    """
    doc, text = document.doc, document.text
    seen = features(doc, marked, document.paragraphs, document.sentences)
    tokens = [doc[int(i)] for i in seen.tokens]
    starts = [span.start for span in document.paragraphs]
    paragraphs = np.searchsorted(starts, [token.idx for token in tokens], side="right")
    made: list[Candidate] = []
    for found in quote_tagger.load().find(seen, paragraphs):
        first, last = tokens[found.start], tokens[found.end - 1]
        source = tokens[found.source] if found.source is not None else None
        cue = tokens[found.cue] if found.cue is not None else None
        start, end, source = reported_speech.straightened(text, cue, source, first.idx, last.idx + len(last))
        start, end = spans.fitted(text, start, end, marked)
        if source is not None and bisect_right(starts, source.idx) > bisect_right(starts, end):
            # A source in a later paragraph opens something new.
            source = cue = None
        if start >= end or (made and start < made[-1].end):
            continue
        if not spans.has_marks(start, end, marked):
            start, end = spans.trimmed(text, *reported_speech.whole_clause(doc, text, start, end, cue))
            if not reported_speech.is_speech(doc, text, start, end, cue, source):
                continue
        chance = found.p_content * found.p_source
        for part in spans.parts(start, end, marked, [t.idx for t in (source, cue) if t is not None]):
            for clause in reported_speech.clauses(text, *part, marked):
                pieces = reported_speech.judged(doc, text, *clause, cue, marked)
                made += [Candidate(a, b, source, cue, chance) for a, b in pieces]
    return made


def turns(document: Document) -> list[Candidate]:
    """The turns of a transcript as quotes, the last word of the label as their source."""
    found: list[Candidate] = []
    for turn in transcripts.turns(document.text, document.paragraphs):
        label = document.doc.char_span(turn.label.start, turn.label.end, alignment_mode="expand")
        if label is not None:
            found.append(Candidate(turn.said.start, turn.said.end, label[-1], None, _TURN_CHANCE, turn=True))
    return found

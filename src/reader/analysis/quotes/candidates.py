"""Document -> candidates: quotes as spans, with the words that name their source and give them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.entities.mentions import NameMention
from reader.analysis.quotes import attributions, reported_speech, reporting, spans, transcripts
from reader.analysis.quotes.posts import posts
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.analysis.quotes.signatures import Signed, signed
from reader.analysis.quotes.tagger import TaggedSpan
from reader.model import Span
from reader.text.document import Document

# A labelled turn is a quote of whoever is named before the colon.
_TURN_CHANCE = 0.97


class Candidate(NamedTuple):
    """A quote before its speaker is an actor: offsets in characters, words as tokens.

    `turn` says that its source is a label, no word of a sentence; `verbatim` that it is direct speech without marks.
    """

    start: int
    end: int
    source: Token | None
    cue: Token | None
    chance: float
    turn: bool = False
    verbatim: bool = False


def candidates(document: Document, tagged: Sequence[TaggedSpan], marked: Sequence[QuotedSpan]) -> list[Candidate]:
    """Make quotes of what a tagger found, in order, each with the words that name its source and give it.

    Args:
        document: the text.
        tagged: what is attributed in it, in order.
        marked: its stretches between quotation marks.
    """
    doc, text = document.doc, document.text
    paragraphs = [span.start for span in document.paragraphs]
    words = [token.idx for token in doc]
    made: list[Candidate] = []
    for found in tagged:
        source, cue = _head(doc, words, found.source), _head(doc, words, found.cue)
        last = doc[max(0, bisect_right(words, found.content.end - 1) - 1)]
        cue, source = reported_speech.behind_dateline(text, cue, source, last)
        start, end, source = reported_speech.straightened(text, cue, source, found.content.start, found.content.end)
        start, end = spans.fitted(text, start, end, marked)
        start, end = spans.spoken(text, start, end, marked, [t.idx for t in (source, cue) if t is not None])
        end = reported_speech.without_tail(text, start, end, cue, marked)
        if source is not None and bisect_right(paragraphs, source.idx) > bisect_right(paragraphs, end):
            # A source in a later paragraph opens something new.
            source = cue = None
        if made and start < made[-1].end and made[-1].cue is None and cue is not None and end <= made[-1].end:
            # Of a quotation over paragraphs that is tagged in pieces the one with its cue names the source.
            made[-1] = made[-1]._replace(source=source, cue=cue)
        if start >= end or (made and start < made[-1].end):
            continue
        if not spans.has_marks(start, end, marked):
            start, end = spans.trimmed(text, *reported_speech.whole_clause(doc, text, start, end, cue))
            if not reported_speech.is_speech(doc, text, start, end, cue, source):
                continue
        source = attributions.meant(doc, text, start, source, cue)
        if cue is not None and text[start] not in reported_speech.MARKS and reporting.unsaid(cue, source):
            continue
        whole = Candidate(start, end, source and attributions.author(source), cue, found.p_content * found.p_source)
        paragraph = document.paragraphs[bisect_right(paragraphs, start) - 1]
        if attributions.is_heading(text, paragraph, start, end):
            continue
        pieces = _pieces(document, whole, paragraph, marked)
        made += (piece for piece in pieces if not attributions.is_name(doc, piece.start))
    return made


def _pieces(document: Document, whole: Candidate, paragraph: Span, marked: Sequence[QuotedSpan]) -> Iterator[Candidate]:
    """Cut a stretch where it is more than one quote, and down to the words between marks where only these are one."""
    doc, text, start, end = document.doc, document.text, whole.start, whole.end
    inner = attributions.judged_inside(doc, start, end, marked)
    headed = attributions.of_headline(text, paragraph, start, end, marked)
    if inner is not None:
        yield Candidate(*inner, whole.chance)
        return
    if headed is not None:
        yield from (whole._replace(start=a, end=b) for a, b in headed)
        return
    said = [t.idx for t in (whole.source, whole.cue) if t is not None]
    for part in spans.parts(start, end, marked, said):
        for clause in reported_speech.clauses(text, *part, marked):
            pieces = reported_speech.judged(doc, text, *clause, whole.cue, marked)
            yield from (whole._replace(start=a, end=b) for a, b in pieces)


def _head(doc: Doc, words: Sequence[int], span: Span | None) -> Token | None:
    """The word that a span hangs from: "a spokesman for the port" -> spokesman. `words` is where each one begins."""
    if span is None:
        return None
    first = max(0, bisect_right(words, span.start) - 1)
    last = bisect_right(words, max(span.start, span.end - 1))
    return doc[first:last].root if last - first > 1 else doc[first]


def signatures(document: Document, marked: Sequence[QuotedSpan], names: Sequence[NameMention]) -> list[Candidate]:
    """The quotations whose speaker is named apart from them, the last word of the name as their source."""
    return [_of_signed(document, each) for each in signed(document, marked, names)]


def posted(document: Document, names: Sequence[NameMention], found: Sequence[Candidate]) -> list[Candidate]:
    """The posts as quotes, but for those in which others are quoted, or that are found to be a signed quotation."""
    made = [_of_signed(document, each) for each in posts(document, names)]
    taken = [quote.start for quote in found if quote.turn or (quote.cue and not _is_writer(quote.source))]
    return [post for post in made if not any(post.start <= start < post.end for start in taken)]


def _of_signed(document: Document, each: Signed) -> Candidate:
    source = document.doc[each.who.end - 1]
    return Candidate(each.said.start, each.said.end, source, None, _TURN_CHANCE, turn=True, verbatim=each.set_off)


def _is_writer(source: Token | None) -> bool:
    return source is None or source.lower_ in ("i", "we")


def turns(document: Document) -> list[Candidate]:
    """The turns of a transcript as quotes, the last word of the label as their source."""
    found: list[Candidate] = []
    for turn in transcripts.turns(document.text, document.paragraphs):
        label = document.doc.char_span(turn.label.start, turn.label.end, alignment_mode="expand")
        if label is not None:
            found.append(Candidate(turn.said.start, turn.said.end, label[-1], None, _TURN_CHANCE, True, True))
    return found

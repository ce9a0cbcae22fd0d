"""The dated events of a text, in order of time."""

from datetime import date

from spacy.tokens import Doc

from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.time import dates
from reader.model import Event, Excerpt, Span
from reader.text import dateline
from reader.text.document import Document

# A sentence without one of these verbs tells no event: datelines and headings. The tagger takes "burned" for a VBN.
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN"))


def timeline(document: Document, published: str | None) -> tuple[Event, ...]:
    """Find the dated events: each date with the sentence it stands in, earliest first.

    "The cease-fire was declared Dec. 30", published 2017-01-23, is of 2016-12-30. Dates that cannot be resolved stay
    as worded and come last, in order of the text. What is dated is told by a sentence with a verb, less its dateline.

    Args:
        document: an English text that has been read.
        published: ISO 8601; relative dates count from it.
    """
    text, doc = document.text, document.doc
    today = _day(published)
    marked = quoted_spans(text, document.paragraphs)
    found: dict[tuple[str, int], tuple[tuple[bool, date, int], Event]] = {}
    for sentence in (dateline.story(text, each) for each in document.sentences):
        for dated in dates.find(doc, text, sentence, today, marked):
            if not _tells(doc, sentence):
                continue
            order = (dated.first_day is None, dated.first_day or date.min, dated.start)
            when = Excerpt(dated.start, dated.end, text[dated.start : dated.end])
            wording = text[sentence.start : sentence.end]
            event = Event(start=sentence.start, end=sentence.end, text=wording, date=dated.iso, when=when)
            found.setdefault((dated.iso, sentence.start), (order, event))
    return tuple(event for _, event in sorted(found.values(), key=lambda item: item[0]))


def _tells(doc: Doc, sentence: Span) -> bool:
    words = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    return words is not None and any(token.tag_ in _VERBS for token in words)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None

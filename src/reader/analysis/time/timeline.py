"""The dated events of a text, in order of time."""

from datetime import date

from spacy.tokens import Doc

from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.time import dates
from reader.lexicon.punctuation import ends_sentence
from reader.model import Event, Excerpt, Span
from reader.text import dateline
from reader.text.document import Document

# A sentence without one of these verbs tells no event: datelines and headings. The tagger takes "burned" for a VBN.
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN"))


def timeline(document: Document, today: date | None) -> tuple[Event, ...]:
    """Find the dated events: each date with the sentence it stands in, earliest first.

    "The cease-fire was declared Dec. 30", told on 2017-01-23, is of 2016-12-30. Dates that cannot be resolved stay
    as worded and come last, in order of the text. What is dated is told by a sentence with a verb, less its dateline.

    Args:
        document: an English text that has been read.
        today: the day that relative dates count from, see `story_day`.
    """
    text, doc = document.text, document.doc
    marked = quoted_spans(text, document.paragraphs)
    paragraphs = {(paragraph.start, paragraph.end) for paragraph in document.paragraphs}
    found: dict[tuple[str, int], tuple[tuple[bool, date, int], Event]] = {}
    for whole in document.sentences:
        sentence = dateline.story(text, whole)
        # the present of a heading is past ("Ferry sinks Friday off the cape"): it dates only what it gives a year
        is_heading = (whole.start, whole.end) in paragraphs and not ends_sentence(text[whole.start : whole.end])
        in_it = tuple(dates.find(doc, text, sentence, None if is_heading else today, marked))
        for dated in in_it if in_it and _tells(doc, sentence) else ():
            if is_heading and dated.first_day is None:
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

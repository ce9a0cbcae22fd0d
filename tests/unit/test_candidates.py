"""Which of what a tagger found becomes a quote, and whom its source may name."""

from collections.abc import Callable

import pytest

from reader.analysis.quotes.candidates import candidates
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.quotes.tagger import TaggedSpan
from reader.model import Span
from reader.text.document import Document

Read = Callable[[str], Document]


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


SOURCES = {
    "in the paragraph": ("“It is late,” said Lind. He left.", "Lind"),
    "in the paragraph before": ("Lind said this:\n\n“It is late.” He left.", "Lind"),
    "not in the next one": ("“It is late,” said he.\n\nLind left.", None),
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.values(), ids=SOURCES)
def test_the_source_stands_in_the_same_paragraph_or_one_before(parsed: Read, text: str, expected: str | None) -> None:
    document = parsed(text)
    found = TaggedSpan(place(text, "It is late"), place(text, "said"), place(text, "Lind"), 1.0, 1.0)
    (quote,) = candidates(document, [found], quoted_spans(text, document.paragraphs))
    assert (quote.source.text if quote.source else None) == expected


def test_of_two_that_overlap_the_first_is_kept(parsed: Read) -> None:
    text = "“It is very late,” said Lind."
    document = parsed(text)
    tagged = [
        TaggedSpan(place(text, words), place(text, "said"), place(text, "Lind"), 1.0, 1.0)
        for words in ("It is very", "very late")
    ]
    found = candidates(document, tagged, quoted_spans(text, document.paragraphs))
    assert [text[quote.start : quote.end] for quote in found] == ["“It is very late,”"]


def test_the_piece_with_the_cue_names_the_source_of_a_quotation_over_paragraphs(parsed: Read) -> None:
    text = "“It began in March.\n\n“It ended in May,” said Lind."
    document = parsed(text)
    tagged = [
        TaggedSpan(place(text, "It began in March"), None, None, 1.0, 1.0),
        TaggedSpan(place(text, "It ended in May"), place(text, "said"), place(text, "Lind"), 1.0, 1.0),
    ]
    (quote,) = candidates(document, tagged, quoted_spans(text, document.paragraphs))
    assert text[quote.start : quote.end] == "“It began in March.\n\n“It ended in May,”"
    assert (str(quote.source), str(quote.cue)) == ("Lind", "said")

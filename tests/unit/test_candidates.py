"""From tagged words to quotes: what is tagged in pieces is shown whole, and nothing twice."""

from collections.abc import Callable

import pytest

from reader.analysis.quotes.candidates import candidates
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.quotes.tagger import TaggedSpan
from reader.model import Span
from reader.text.document import Document

Read = Callable[[str], Document]

OVER_PARAGRAPHS = (
    "“The pier closes.\n\n"
    "“It has stood for a century, and the council has no money left for it, none at all.\n\n"
    "“We are sorry,” said Orla Fenwick."
)
LONG = "“It has stood for a century, and the council has no money left for it, none at all.\n\n“We are sorry,”"
SHOWS = {
    "a quotation over paragraphs, tagged one by one": (
        [
            "“The pier closes.",
            "“It has stood for a century, and the council has no money left for it",
            "“We are sorry,”",
        ],
        ["“The pier closes", LONG],
    ),
    "the bulk of it stands for the whole": (
        ["“It has stood for a century, and the council has no money left for it", "“We are sorry,”"],
        ["“The pier closes.\n\n" + LONG],
    ),
}


@pytest.mark.parametrize(("tagged", "expected"), SHOWS.values(), ids=SHOWS)
def test_shows(parsed: Read, tagged: list[str], expected: list[str]) -> None:
    document = parsed(OVER_PARAGRAPHS)
    starts = [(document.text.index(words), len(words)) for words in tagged]
    spans = [TaggedSpan(Span(start, start + length), None, None, 1.0, 1.0) for start, length in starts]
    made = candidates(document, spans, quoted_spans(document.text, document.paragraphs))
    assert [document.text[quote.start : quote.end] for quote in made] == expected

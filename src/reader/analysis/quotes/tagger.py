"""The seam between finding words and deciding who said them: what every tagger gives, however it finds it."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.model import Span
from reader.text.document import Document


class TaggedSpan(NamedTuple):
    """One stretch of a text that is attributed to somebody. All spans are in code points of the document's text.

    Attributes:
        content: what is attributed, with or without marks.
        cue: the words that give it to somebody ("said"), or None.
        source: the words that name who, or none but their head ("envoy" of "the envoy"), or None.
        p_content: how likely the content is attributed at all, 0 to 1.
        p_source: how likely the source is the right one, 0 to 1.
    """

    content: Span
    cue: Span | None
    source: Span | None
    p_content: float
    p_source: float


class Tagger(Protocol):
    """Finds what is attributed in a document. Knows nobody's name or identity."""

    @property
    def version(self) -> str:
        """Tells this tagger and what it has learned from any other; analyses are stored with it."""

    def tag(self, document: Document, quoted: Sequence[QuotedSpan]) -> Sequence[TaggedSpan]:
        """Find the attributed stretches of a document, in order of the text.

        Args:
            document: an English text that has been read.
            quoted: its stretches between quotation marks.
        """

"""Quotations whose speaker stands apart from them: under them, behind a dash, or before a colon. Rules over paragraphs.

Round-ups, pull quotes, open letters and headings name who speaks so, without a verb; block quotes need no marks for it:

    “We cannot wait.”            And from Ada Moss:          ‘Worst month in a decade’: Lantern Research
    Ada Moss, councillor         “We cannot wait.”           “We cannot wait.” — Ada Moss, councillor
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from spacy.tokens import Token

from reader.analysis.entities.mentions import NameMention
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.lexicon.punctuation import ends_sentence
from reader.model import Span
from reader.text.document import Document

# A longer line under a quotation or before it is a sentence of its own.
_MOST_WORDS = 12
_DASH = re.compile(r"\s{0,20}[—–―-]{1,2}\s*")
_COLON = re.compile(r"\s{0,20}:\s*")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


class Signed(NamedTuple):
    """A quotation with its marks, and the name of who said it; `set_off`: it is a block quote, without marks."""

    said: Span
    who: NameMention
    set_off: bool = False


def signed(document: Document, quoted: Sequence[QuotedSpan], names: Sequence[NameMention]) -> list[Signed]:
    """Find the quotations that are signed, in order.

    Args:
        document: the text.
        quoted: its stretches between marks.
        names: the names in it, in order.
    """
    lines = _Lines(document, quoted, names)
    found: list[Signed] = []
    for n in range(len(document.paragraphs)):
        whole = lines.quotation(n)
        who = (lines.under(n + 1) or lines.before(n - 1)) if whole else lines.beside(n)
        said = whole or lines.first(n)
        if who is not None and said is not None:
            found.append(Signed(said, who))
    taken = {each.said.start for each in found}
    found += [each for each in lines.set_off() if each.said.start not in taken]
    return sorted(found, key=lambda each: each.said.start)


class _Lines:
    """The paragraphs of a text as lines that may hold a quotation, or sign one."""

    def __init__(self, document: Document, quoted: Sequence[QuotedSpan], names: Sequence[NameMention]) -> None:
        self._text, self._doc, self._paragraphs = document.text, document.doc, document.paragraphs
        self._block_quotes = document.block_quotes
        self._quoted = dict(self._numbered(quoted))
        self._names = {document.doc[name.start].idx: name for name in names if name.kind != "place"}
        self._starts = sorted(self._names)

    def _numbered(self, quoted: Sequence[QuotedSpan]) -> Iterator[tuple[int, QuotedSpan]]:
        """The only stretch of each paragraph that has one, by the number of the paragraph."""
        at = 0
        for n, paragraph in enumerate(self._paragraphs):
            inside: list[QuotedSpan] = []
            while at < len(quoted) and quoted[at].start < paragraph.end:
                inside.append(quoted[at])
                at += 1
            if len(inside) == 1 and inside[0].closed and inside[0].end <= paragraph.end:
                yield n, inside[0]

    def first(self, n: int) -> Span | None:
        """The stretch between marks in a paragraph that has but one."""
        stretch = self._quoted.get(n)
        return Span(stretch.start, stretch.end) if stretch else None

    def quotation(self, n: int) -> Span | None:
        """The paragraph's quotation, where there is nothing else in it."""
        paragraph, said = self._paragraphs[n], self.first(n)
        return said if said and said.start == paragraph.start and said.end == paragraph.end else None

    def under(self, n: int) -> NameMention | None:
        """Who signs in this line, as in "Ada Moss, councillor" or "— Ada Moss"."""
        if not 0 <= n < len(self._paragraphs) or n in self._quoted:
            return None
        start, end = self._paragraphs[n].start, self._paragraphs[n].end
        dash = _DASH.match(self._text, start, end)
        return self._signature(dash.end() if dash else start, end)

    def _signature(self, start: int, end: int) -> NameMention | None:
        name = self._names.get(start)
        if name is None or self._text.count(" ", start, end) >= _MOST_WORDS or self._text[end - 1] in ".?!:;":
            return None
        after = self._doc[name.start : name.end].end_char
        onward = after == end or self._text[after] in ",(" or self._text[after : after + 2] in (" (", " –", " —")
        return name if onward and not _has_verb(self._words(start, end)) else None

    def before(self, n: int) -> NameMention | None:
        """Whom this line announces, as in "And from Ada Moss:"."""
        if n < 0 or n in self._quoted or self._text[self._paragraphs[n].end - 1] != ":":
            return None
        start, end = self._paragraphs[n].start, self._paragraphs[n].end
        named = self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return self._names[named[0]] if len(named) == 1 and self._text.count(" ", start, end) < _MOST_WORDS else None

    def beside(self, n: int) -> NameMention | None:
        """Who stands in the quotation's own line: behind a dash or a colon, or before a colon."""
        said, paragraph = self.first(n), self._paragraphs[n]
        if said is None:
            return None
        if said.start == paragraph.start:
            joint = _DASH.match(self._text, said.end, paragraph.end) or _COLON.match(
                self._text, said.end, paragraph.end
            )
            return self._signature(joint.end(), paragraph.end) if joint else None
        name = self._names.get(paragraph.start)
        if name is None or said.end != paragraph.end:
            return None
        after = self._doc[name.start : name.end].end_char
        colon = _COLON.match(self._text, after, said.start)
        return name if colon and colon.end() == said.start else None

    def set_off(self) -> Iterator[Signed]:
        """The block quotes under which a line says who is their source, with or without a dash."""
        behind = {before.start: line for before, line in pairwise(self._paragraphs)}
        run: list[Span] = []
        for quote, following in zip_longest(self._block_quotes, self._block_quotes[1:]):
            if run and (who := self._source(quote)):
                yield from (Signed(said, who, set_off=True) for said in run)
                run = []
                continue
            run.append(quote)
            if following is not None and not self._text[quote.end : following.start].strip():
                continue
            # Not in the block quote itself, but under it, behind a dash.
            line = behind.get(quote.start)
            if line and _DASH.match(self._text, line.start, line.end) and (who := self._source(line)):
                yield from (Signed(said, who, set_off=True) for said in run)
            run = []

    def _source(self, line: Span) -> NameMention | None:
        """Who is named in a line that is no sentence: "— Ada Moss, councillor", "Councillor Ada Moss, in a letter"."""
        start, end = line.start, line.end
        if "(@" in self._text[start:end]:
            # The line under a post, which `posts` reads.
            return None
        if dash := _DASH.match(self._text, start, end):
            start = dash.end()
        if who := self._signature(start, end):
            return who
        named = [
            self._names[at] for at in self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        ]
        people = [name for name in named if name.kind == "person"]
        if len(people) != 1 or self._text.count(" ", start, end) >= _MOST_WORDS or ends_sentence(self._text[start:end]):
            return None
        return None if _has_verb(self._words(start, end)) else people[0]

    def _words(self, start: int, end: int) -> Sequence[Token]:
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return list(span) if span is not None else []


def _has_verb(words: Sequence[Token]) -> bool:
    return any(token.tag_ in _FINITE and token.pos_ in ("VERB", "AUX") for token in words)

"""Draws the lines of one article with all that lies over its text, and keeps what it drew. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from textual.strip import Strip

from reader.model import Analysis, Article, Link, Note, Span
from reader.model.analysis import QuoteKind
from reader.settings.config import Tint
from reader.ui.attention.navigation import speaker_colours, speaker_ink
from reader.ui.links import followable
from reader.ui.theme.themes import Inks
from reader.ui.typeset import painting
from reader.ui.typeset.galley import Galley, HeadRow, TextRow
from reader.ui.typeset.overlays import EvenLayer, Layer, Mark
from reader.ui.typeset.painting import Look, Marks
from reader.ui.typeset.wrapping import cells_between

# Several screens' worth: scrolling draws one new line at a time, and a long text does not fill the memory.
_KEPT_STRIPS = 512
# The marks that carry a speaker's colour where the words do not. Single ones are left out: most are apostrophes.
_QUOTATION_MARKS = re.compile('["“”„«»]')


class Painter:
    """The look of one article.

    Args:
        article: what is drawn.
        inks: the styles to draw with.
        changed: called when it is to be drawn anew.
        tint: whose words have their speaker's colour: those of the current one, or everybody's.
    """

    def __init__(self, article: Article, inks: Inks, changed: Callable[[], object], tint: Tint = "calm") -> None:
        self._changed = changed
        self._text, self._tint = article.text, tint
        self._analysis = Analysis()
        self._speaker: str | None = None
        self.links: tuple[Link, ...] = followable(article.links)
        """The links that may be followed."""
        self._look = Look(
            inks,
            Marks(links=painting.link_layer(self.links, following=False)),
            Layer(Mark(span.start, span.end, "") for span in article.corrections),
            link_styles=painting.link_styles(self.links),
        )
        self._numbers: Mapping[int, Link] = {}
        # Drawn lines, by row: the same Strip again lets Textual reuse what it worked out for it.
        self._strips: dict[int, Strip] = {}

    def mark_quotes(self, analysis: Analysis) -> None:
        """Mark every quote, and nothing as current."""
        self._analysis, self._speaker = analysis, None
        if self._tint == "calm":
            self._look = self._look._replace(
                said=Layer(self._edges("direct", "mixed")), told=Layer(self._edges("indirect"))
            )
        decided = Layer(_beginning(quote) for quote in analysis.quotes if quote.corrections)
        self._look = self._look._replace(decided=decided)
        self._mark(self._look.marks._replace(quotes=Layer(self._quotes()), mentions=Layer(), current=Layer()))

    def mark_noted(self, notes: Sequence[Note]) -> None:
        """Mark where words begin that the reader noted something to."""
        self._look = self._look._replace(noted=Layer(_beginning(note.words) for note in notes if note.words))
        self.forget()

    def mark_current(self, place: Span | None, mentions: Sequence[Span], speaker: str | None) -> None:
        """Mark the current quote or key point, and the mentions and the words of the current actor."""
        current = Layer([Mark(place.start, place.end, "current")] if place else [])
        met = Layer(Mark(mention.start, mention.end, "mention") for mention in mentions)
        marks = self._look.marks._replace(current=current, mentions=met)
        if speaker != self._speaker:
            self._speaker = speaker
            marks = marks._replace(quotes=Layer(self._quotes()))
        self._mark(marks)

    def _quotes(self) -> Iterator[Mark]:
        """Each quote in its speaker's ink, or only its quotation marks: a page of many hues is restless."""
        colours = speaker_colours(self._analysis)
        for quote in self._analysis.quotes:
            ink = speaker_ink(colours, quote.speaker)
            if self._tint == "full" or (quote.speaker is not None and quote.speaker == self._speaker):
                yield Mark(quote.start, quote.end, ink)
                continue
            yield Mark(quote.start, quote.end, "calm")
            for found in _QUOTATION_MARKS.finditer(self._text, quote.start, quote.end):
                yield Mark(found.start(), found.end(), ink)

    def _edges(self, *kinds: QuoteKind) -> Iterator[Mark]:
        colours = speaker_colours(self._analysis)
        for quote in self._analysis.quotes:
            if quote.kind in kinds:
                yield Mark(quote.start, quote.end, speaker_ink(colours, quote.speaker))

    def mark_matches(self, matches: Sequence[Span], current: int | None) -> None:
        """Mark what was found, and the match the reader is at."""
        now = EvenLayer([] if current is None else [matches[current]], "match-now")
        self._mark(self._look.marks._replace(matches=EvenLayer(matches, "match"), current_match=now))

    def mark_selected(self, span: Span | None) -> None:
        """Mark what is selected."""
        self._mark(self._look.marks._replace(selection=EvenLayer([span] if span else [], "selected")))

    def number_links(self, numbers: Mapping[int, Link]) -> None:
        """Show numbers on links; none ends it."""
        self._numbers = numbers
        self._mark(self._look.marks._replace(links=painting.link_layer(self.links, following=bool(numbers))))

    def dim(self, dims: bool) -> None:
        """Draw everything but the quotes dim, or as it was."""
        self._look = self._look._replace(dims=dims)
        self.forget()

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._look = self._look._replace(inks=inks)
        self.forget()

    def forget(self) -> None:
        """Draw every line anew."""
        self._strips.clear()
        self._changed()

    def _mark(self, marks: Marks) -> None:
        before, self._look = self._look.marks, self._look._replace(marks=marks)
        if any(old or new for old, new in zip(before, marks, strict=True) if old is not new):
            self.forget()

    def line(
        self, number: int, galley: Galley, text: str, points: Mapping[int, int], *, left: int, width: int
    ) -> Strip:
        """One line as it is drawn.

        Args:
            number: the row of the galley.
            galley: the rows.
            text: the article's, printable.
            points: the numbers of key points, by the rows they begin on.
            left: the column of the text.
            width: of the whole line, in cells.
        """
        if number not in self._strips:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            ground = self._look.inks.on_ground().rich_style
            row = galley.row(number)
            if row is None:
                segments = []
            elif isinstance(row, HeadRow):
                below = galley.offset_below(number)
                segments = painting.draw_other(row, left, self._look.inks, below, dims=self._look.dims)
            else:
                segments = painting.draw_text(row, text, left, self._look, points.get(number, 0))
                segments = painting.draw_numbers(segments, self._labels(row, text, left), self._look.inks)
            self._strips[number] = Strip(segments).adjust_cell_length(width, ground)
        return self._strips[number]

    def _labels(self, row: TextRow, text: str, left: int) -> list[tuple[int, str]]:
        """The numbers of the links that begin on a row, each with its column."""
        lead = left + cells_between(row.lead, 0, len(row.lead))
        return [
            (lead + cells_between(text, row.start, link.start), str(label))
            for label, link in self._numbers.items()
            if row.start <= link.start < row.end
        ]


def _beginning(words: Span) -> Mark:
    """The first of some words: what is told of all of them is told once, beside the line where they begin."""
    return Mark(words.start, words.start + 1, "accent")

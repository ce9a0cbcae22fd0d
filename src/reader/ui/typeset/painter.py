"""Draws the lines of one article with all that lies over its text, and keeps what it drew. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.strip import Strip

from reader.model import Analysis, Article, Link, Span
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


class Painter:
    """The look of one article.

    Args:
        article: what is drawn.
        inks: the styles to draw with.
        changed: called when it is to be drawn anew.
    """

    def __init__(self, article: Article, inks: Inks, changed: Callable[[], object]) -> None:
        self._changed = changed
        self.links: tuple[Link, ...] = followable(article.links)
        """The links that may be followed."""
        self._look = Look(
            inks,
            Marks(links=painting.link_layer(self.links, following=False)),
            Layer(Mark(span.start, span.end, "") for span in article.corrections),
            painting.link_styles(self.links),
        )
        self._numbers: Mapping[int, Link] = {}
        # Drawn lines, by row: the same Strip again lets Textual reuse what it worked out for it.
        self._strips: dict[int, Strip] = {}

    def mark_quotes(self, analysis: Analysis) -> None:
        """Mark every quote in its speaker's ink, and nothing as current."""
        colours = speaker_colours(analysis)
        quotes = Layer(Mark(q.start, q.end, speaker_ink(colours, q.speaker)) for q in analysis.quotes)
        self._mark(self._look.marks._replace(quotes=quotes, mentions=Layer(), current=Layer()))

    def mark_current(self, place: Span | None, mentions: Sequence[Span]) -> None:
        """Mark the current quote or key point, and the mentions of the current actor."""
        current = Layer([Mark(place.start, place.end, "current")] if place else [])
        met = Layer(Mark(mention.start, mention.end, "mention") for mention in mentions)
        self._mark(self._look.marks._replace(current=current, mentions=met))

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

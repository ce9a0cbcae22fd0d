"""The list of figures: the numbers of a sentence with their units as the article words them, over the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Analysis
from reader.render import facts
from reader.text.safe import on_one_line
from reader.ui.attention.current import Target
from reader.ui.rows import BLANK, Paragraph, Row, Words, around, notes

_INDENT = 2


def figure_rows(text: str, analysis: Analysis, note: str = "") -> Iterator[Row]:
    """The rows of the figures, each sentence once, in order of the article; `note` is said when there are none.

    Args:
        text: the article's.
        analysis: whose figures.
        note: why there are none.
    """
    for number, group in enumerate(facts.figure_sentences(analysis)):
        if number:
            yield BLANK
        figures = [analysis.figures[at] for at in group]
        wording = Paragraph((Words(on_one_line(facts.numbers(figures)), ("text", "name")),))
        sentence = around(text, figures[0].sentence, figures, ("dim",), ("dim",))
        yield Row((wording, Paragraph(tuple(sentence), _INDENT)), Target("figure", group[0]))
    if not analysis.figures:
        yield from notes(note)

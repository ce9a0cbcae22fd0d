"""The list of figures: each number with its unit as the article words it, over its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Analysis
from reader.ui.attention.current import Target
from reader.ui.characters import on_one_line
from reader.ui.rows import BLANK, Paragraph, Row, Words, around, notes

_INDENT = 2


def figure_rows(text: str, analysis: Analysis, note: str = "") -> Iterator[Row]:
    """The rows of the figures, in order of the article; `note` is said when there are none.

    Args:
        text: the article's.
        analysis: whose figures.
        note: why there are none.
    """
    for index, figure in enumerate(analysis.figures):
        if index:
            yield BLANK
        wording = Paragraph((Words(on_one_line(figure.text), ("text", "name")),))
        sentence = around(text, figure.sentence, figure, ("dim",), ("dim",))
        yield Row((wording, Paragraph(tuple(sentence), _INDENT)), Target("figure", index))
    if not analysis.figures:
        yield from notes(note)

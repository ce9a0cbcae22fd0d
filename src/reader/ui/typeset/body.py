"""Sets an article's text: its blocks one after the other, or one speaker's words alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model import Article, Block
from reader.text.safe import on_screen
from reader.ui.attention.focus import Remark
from reader.ui.typeset.galley import BLANK, GalleyRow, HeadRow, Role, StyledRun, TextRow
from reader.ui.typeset.wrapping import wrap

# A list item's own mark, so that its second line can hang under the first.
_LIST_MARK = re.compile(r"[ ]{0,40}(?:[-*•·–]|\d{1,3}[.)])[ ]+")
# A block quotation stands in behind a rule.
_QUOTE_LEAD = "  │ "
# Headings of the first two levels part the story; those below stand within a part.
_TOP_LEVELS = 2


def blocks(article: Article, width: int) -> Iterator[list[GalleyRow]]:
    """The rows of each block; the text must already be printable."""
    is_first = True
    for block in article.blocks or (Block(kind="paragraph", start=0, end=len(article.text)),):
        gap = 0 if is_first else 2 if block.kind == "heading" else 1
        yield [*[BLANK] * gap, *_block_rows(article.text, block, width)]
        is_first = False
    yield [BLANK, BLANK]


def remarks(text: str, shown: Iterable[Remark], width: int) -> Iterator[list[GalleyRow]]:
    """The rows of some quotes alone, each under how it was said where its words do not tell.

    A name stands over the first of its quotes.
    """
    named = ""
    for remark in shown:
        name, manner = on_screen(remark.name), on_screen(remark.manner)
        told = [StyledRun(name, f"{remark.ink} name")] if name != named else []
        if manner:
            told.append(StyledRun(f" · {manner}" if told else manner, "dim"))
        named = name
        label = [HeadRow(tuple(told))] if told else []
        lines = wrap(text, remark.span.start, remark.span.end, width)
        yield [*label, *(TextRow(*line) for line in lines), BLANK]
    yield [BLANK]


def _block_rows(text: str, block: Block, width: int) -> Iterable[GalleyRow]:
    if block.kind == "list":
        return _list_rows(text, block.start, block.end, width)
    lead = _QUOTE_LEAD if block.kind == "quote" else ""
    lines = wrap(text, block.start, block.end, width - len(lead))
    return [TextRow(*line, _role(block), lead) for line in lines]


def _role(block: Block) -> Role:
    if block.kind == "heading":
        return "heading" if (block.level or 1) <= _TOP_LEVELS else "subheading"
    if block.kind in ("quote", "table", "code"):
        return block.kind
    return "text"


def _list_rows(text: str, start: int, end: int, width: int) -> list[GalleyRow]:
    rows: list[GalleyRow] = []
    while start < end:
        feed = text.find("\n", start, end)
        stop = feed if feed >= 0 else end
        mark = _LIST_MARK.match(text, start, stop)
        first = mark.end() if mark else start
        hang = first - start if mark else 2
        for line in wrap(text, first, stop, width - hang):
            if line.start == first:
                rows.append(TextRow(start, line.end) if mark else TextRow(*line, lead="• "))
            else:
                rows.append(TextRow(*line, lead=" " * hang))
        start = stop + 1
    return rows

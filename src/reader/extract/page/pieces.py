"""Text with its kind, the currency between the parts of the extraction; how pieces become `Article.text` and blocks."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.model import Block, BlockKind

BREAK = "\n\n"
BULLET = "• "
# What the items of an ordered list begin with, in place of a bullet.
NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)] ")


class Piece(NamedTuple):
    """A paragraph, heading, list, quote, table or code; its text is safe, lists and tables have a line an item.

    `level` is a heading's, 1 to 6.
    """

    kind: BlockKind
    text: str
    level: int | None = None


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join pieces with blank lines; gives the text and the exact place of each piece in it."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, text, level in pieces:
        if texts:
            at += len(BREAK)
        blocks.append(Block(kind=kind, start=at, end=at + len(text), level=level))
        texts.append(text)
        at += len(text)
    return BREAK.join(texts), tuple(blocks)


def item(line: str) -> str:
    """A line of a list as it is shown: with the number it has, else with a bullet."""
    return line if NUMBER.match(line) else BULLET + line


def unmarked(line: str) -> str:
    """The words of an item, without its bullet or its number."""
    return NUMBER.sub("", line.removeprefix(BULLET), count=1)

"""Where the paragraphs of a plain text begin and end, whether its lines are paragraphs or hard-wrapped."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

# Line widths at which text is wrapped by hand or by mail programs; a text with wider lines has a paragraph a line,
# and one with all lines narrower is made of headings and list items.
_WRAP_WIDTHS = range(40, 121)

# In wrapped text nearly every line break stands where the next word did not fit; paragraph ends and headings are the
# rest. In a paragraph-a-line text such breaks are chance, so the bar may stand anywhere in between.
_WRAPPED_SHARE = 0.6

_SENTENCE_END = ".!?…\"'”’:)]"


def paragraphs(text: str, blocks: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each paragraph, trimmed of white space, in order.

    A blank line always parts; a single line break parts unless the text is hard-wrapped and the line is full. Edges
    of `blocks` part as well.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    edges = sorted({edge for block in blocks for edge in (block.start, block.end)})
    wrapped_at = _wrap_width(text, lines)
    start: int | None = None
    for position, (line_start, line_end) in enumerate(lines):
        if start is None:
            start = line_start
        following = lines[position + 1] if position + 1 < len(lines) else None
        if following is None or _parts(text, (line_start, line_end), following, wrapped_at):
            yield from _cut(text, start, line_end, edges)
            start = None


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """Return the width a text is hard-wrapped at, or 0 when its lines are paragraphs."""
    width = max((len(text[start:end].rstrip()) for start, end in lines), default=0)
    if width not in _WRAP_WIDTHS:
        return 0
    breaks = [(line, after) for line, after in pairwise(lines) if _is_single(text, line, after)]
    full = sum(_is_full(text, line, after, width) for line, after in breaks)
    return width if breaks and full >= _WRAPPED_SHARE * len(breaks) else 0


def _parts(text: str, line: tuple[int, int], after: tuple[int, int], wrapped_at: int) -> bool:
    if not wrapped_at or not _is_single(text, line, after):
        return True
    closed = text[line[0] : line[1]].rstrip().endswith(tuple(_SENTENCE_END))
    return closed and not _is_full(text, line, after, wrapped_at)


def _is_single(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether one line break, and no blank line, lies between two lines with words."""
    between = text[line[1] : after[0]]
    blank = text[line[0] : line[1]].isspace() or text[after[0] : after[1]].isspace()
    return not blank and between in ("\n", "\r\n", "\r", "\x85", "\u2028")


def _is_full(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    words = text[after[0] : after[1]].split(maxsplit=1)
    return len(text[line[0] : line[1]].rstrip()) + 1 + len(words[0]) > width


def _cut(text: str, start: int, end: int, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Cut one paragraph at the block edges inside it and trim the pieces."""
    cuts = [start, *edges[bisect_right(edges, start) : bisect_left(edges, end)], end]
    for left, right in pairwise(cuts):
        piece = text[left:right]
        if piece.strip():
            yield left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())

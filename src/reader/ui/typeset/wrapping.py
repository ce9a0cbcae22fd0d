"""Breaks text into lines that fit a number of terminal cells. Pure: text and width in, offsets out.

Lines are offsets into the text given, so every cell on the screen leads back to the article.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from reader.text.safe import CONTROLS, DIRECTIONS, SEPARATORS

# The scripts and marks of most news copy, each one cell wide in every Unicode version: lines of nothing else need no
# measuring, which makes a 100,000-word text wrap in milliseconds.
_NOT_SINGLE_CELL = re.compile("[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u20ac]")
# A line may end after these: dashes between words, and the slash of "and/or".
_BREAK_AFTER = "—–-/"
# Typography that never starts a line, or never ends one, in Chinese and Japanese text.
_NEVER_FIRST = frozenset(
    "、。，．！？：；）」』】〉》〕ー～…・ゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ”’)]},.!?:;%"
)
_NEVER_LAST = frozenset("（「『【〈《〔“‘([{")

_CONTROLS = re.compile(f"[{CONTROLS}\t{SEPARATORS}{DIRECTIONS}]")
_DIRECTIONS = re.compile(f"[{DIRECTIONS}]")


class Line(NamedTuple):
    """One line: offsets of its first character and of the end of its last, the space it was broken at left out."""

    start: int
    end: int


def printable(text: str) -> str:
    """Replace what a terminal would act on, one character for one, so that offsets hold.

    Line feeds stay. Direction marks become zero-width spaces, other white space a space, other controls U+FFFD.
    """
    return _CONTROLS.sub(_stand_in, text)


def on_one_line(text: str) -> str:
    """Text without line breaks, and without what a terminal would act on."""
    return printable(" ".join(text.split()))


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if _DIRECTIONS.match(character):
        return "\u200b"
    return " " if character.isspace() else "\ufffd"


def wrap(text: str, start: int, end: int, width: int) -> list[Line]:
    """Break `text[start:end]` into lines of at most `width` cells.

    Breaks at spaces, after dashes, and between wide characters; a longer word is cut. A line feed ends a line.
    A character wider than `width` gets a line of its own.
    """
    width = max(width, 1)
    lines: list[Line] = []
    while start <= end:
        feed = text.find("\n", start, end)
        stop = feed if feed >= 0 else end
        if _NOT_SINGLE_CELL.search(text, start, stop):
            _wrap_measured(text, start, stop, width, lines)
        else:
            _wrap_single_cells(text, start, stop, width, lines)
        if feed < 0:
            break
        start = feed + 1
    return lines


def _wrap_single_cells(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    while end - start > width:
        limit = start + width
        cut = text.rfind(" ", start, limit + 1)
        for dash in _BREAK_AFTER:
            after = text.rfind(dash, max(cut, start) + 1, limit - 1) + 1
            if after > cut and text[after].isalpha() and text[after - 2].isalpha():
                cut = after
        if cut <= start:
            cut = limit
        lines.append(Line(start, _without_trailing_space(text, start, cut)))
        start = _past_spaces(text, cut, end)
        if start == end:
            return
    lines.append(Line(start, _without_trailing_space(text, start, end)))


def _wrap_measured(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    graphemes, _ = split_graphemes(text[start:end])
    line_start, cells = 0, 0
    cut, cells_at_cut = 0, 0  # the last place where this line may end
    for index, (first, last, size) in enumerate(graphemes):
        if index and _may_break(text, start + first, graphemes[index - 1][2], size):
            cut, cells_at_cut = first, cells
        space = text[start + first] == " "
        if cells + size > width and first > line_start and not space:
            if cut <= line_start:
                cut, cells_at_cut = first, cells
            lines.append(Line(start + line_start, _without_trailing_space(text, start + line_start, start + cut)))
            line_start, cells = cut, cells - cells_at_cut
        cells += size
        if space and first == line_start and line_start:
            line_start, cells = last, 0
    lines.append(Line(start + line_start, _without_trailing_space(text, start + line_start, end)))


def _may_break(text: str, at: int, cells_before: int, cells_after: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == " ":
        return True
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if cells_before == 2 or cells_after == 2:
        return True
    return before in _BREAK_AFTER and after.isalpha() and at >= 2 and text[at - 2].isalpha()


def _without_trailing_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _past_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def cells_between(text: str, start: int, end: int) -> int:
    """How many cells `text[start:end]` takes."""
    if _NOT_SINGLE_CELL.search(text, start, end):
        return cell_len(text[start:end])
    return end - start


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the character that covers the given cell of a line; `end` when the line is shorter."""
    if not _NOT_SINGLE_CELL.search(text, start, end):
        return min(start + max(cell, 0), end)
    cells = 0
    for first, _, size in split_graphemes(text[start:end])[0]:
        cells += size
        if cell < cells:
            return start + first
    return end

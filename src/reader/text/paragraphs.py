"""Where the paragraphs of a plain text begin and end, whether its lines are paragraphs or were wrapped at a width."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.lexicon.punctuation import BULLETS, ends_sentence
from reader.model import Span

_LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_LINE_BREAKS}]+")
_BLANKS = " \t\xa0"

# How a text was wrapped shows in the breaks that stand inside a sentence. Tried on 599 articles, a paragraph a line,
# and wrapped at ten widths from 40 to 180 with blank lines between: of the wrapped ones 578 to 596 come out with all
# their paragraphs, of those left as they were all but two, and of 1,797 beginnings made of short lines all but four.
# Verse, addresses and lists are narrower; so is mail from small screens, where every break stands where one had to, and
# there are many.
_NARROWEST = 40
_NARROW = 24
_BREAKS_IF_NARROW = 12
# At so many of these breaks the next word would have gone over the width: all where a program wrapped, fewer where a
# hand or a copied column did.
_FULL_SHARE = 0.8
# Nearly all lines of a wrapped text are at most so much longer than its width; addresses are, and what was not wrapped.
_LONGEST_SHARE = 0.9
_EVENNESS = 0.7
# At so many the next line goes on in a small letter, or in a script without capitals; names and German nouns do not.
_GOING_ON_SHARE = 0.4
# The first word of a line as it would have been put behind the line before: Chinese and Japanese break anywhere.
_FIRST_WORD = re.compile("[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\\s\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+")
_ITEM = re.compile(rf"\s*(?P<mark>[{re.escape(BULLETS)}–-])[ \t]+\S")
# A sentence that ends a line ends a paragraph when the next word would have left so much of the width free: of 17,000
# paragraphs that a hand wrapped within a seventh of the width 5 are cut then, with all of the width 300.
_ROOM = 0.9
_LEADING_OVER = ":"


class _Break(NamedTuple):
    """A single line break: the line before it, and the line behind it."""

    line: str
    after: str

    def reach(self) -> int:
        """How wide the line would have been with the first word of the next."""
        word = _FIRST_WORD.search(self.after)
        return len(self.line) + 1 + (len(word[0]) if word else 0)

    def is_of_list(self) -> bool:
        """Whether either line is an item of a list, which ends where it likes."""
        return _ITEM.match(self.line) is not None or _ITEM.match(self.after) is not None

    def goes_on(self) -> bool:
        """Whether the next line begins with no capital."""
        first = next((letter for letter in self.after if letter.isalnum()), "")
        return first != "" and not first.isupper()


def paragraphs(text: str, blocks: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each paragraph, trimmed of white space, in order.

    A blank line always parts. A single line break does unless the text was wrapped: then it parts where a line ends
    its sentence and had room for more, and before the items of a list. Edges of `blocks` part as well.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    edges = sorted({edge for block in blocks for edge in (block.start, block.end)})
    breaks = [_break(text, line, after) for line, after in pairwise(lines)]
    width = _wrapped_at([text[start:end].rstrip() for start, end in lines], [one for one in breaks if one])
    start: int | None = None
    for (line_start, line_end), behind in zip(lines, [*breaks, None], strict=False):
        start = line_start if start is None else start
        if behind is None or not width or _parts(behind, width):
            yield from _cut(text, start, line_end, edges)
            start = None


def opens_line(text: str, position: int) -> bool:
    """Whether nothing but blanks stands between a position and the beginning of its line."""
    while position > 0 and text[position - 1] in _BLANKS:
        position -= 1
    return position == 0 or text[position - 1] in _LINE_BREAKS


def _break(text: str, line: tuple[int, int], after: tuple[int, int]) -> _Break | None:
    """The break between two lines; None where a blank line lies between them."""
    before, behind = text[line[0] : line[1]].rstrip(), text[after[0] : after[1]]
    single = text[line[1] : after[0]] in ("\n", "\r\n", "\r", "\x85", "\u2028")
    return _Break(before, behind) if single and before and not behind.isspace() else None


def _wrapped_at(lines: Sequence[str], breaks: Sequence[_Break]) -> int:
    """The width a text was wrapped at, 0 when its lines are paragraphs."""
    inside = [one for one in breaks if not ends_sentence(one.line) and not one.is_of_list()]
    if not inside:
        return 0
    lengths = sorted(len(line) for line in lines if line)
    reaches = sorted(one.reach() for one in inside)
    width = min(reaches[int((1 - _FULL_SHARE) * len(reaches))] - 1, lengths[-1])
    even = width >= _EVENNESS * lengths[min(int(_LONGEST_SHARE * len(lengths)), len(lengths) - 1)]
    going_on = sum(one.goes_on() for one in inside) >= _GOING_ON_SHARE * len(inside)
    # No line could have held a word more.
    forced = reaches[0] > lengths[-1] >= _NARROW and len(inside) >= _BREAKS_IF_NARROW
    return width if (width >= _NARROWEST or forced) and even and going_on else 0


def _parts(behind: _Break, width: int) -> bool:
    """Whether a break in a text wrapped at a width ends a paragraph."""
    room = behind.reach() <= _ROOM * width
    closed = ends_sentence(behind.line) or behind.line.endswith(_LEADING_OVER)
    if item := _ITEM.match(behind.after):
        # "The ferry, late\n- again - left" goes on.
        return room or closed or item["mark"] in BULLETS
    return room and closed


def _cut(text: str, start: int, end: int, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Cut one paragraph at the block edges inside it and trim the pieces."""
    cuts = [start, *edges[bisect_right(edges, start) : bisect_left(edges, end)], end]
    for left, right in pairwise(cuts):
        piece = text[left:right]
        if piece.strip():
            yield left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())

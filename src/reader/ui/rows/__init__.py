"""What the lists show: rows made from an analysis, one module a list. Pure; the widgets know no model values.

A row is a few paragraphs, each of words with the names of their inks, and leads to its place in the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.model import Span
from reader.text.safe import on_one_line, on_screen
from reader.ui.attention.current import Target

# An item of a list is there to be recognised; whole it stands in the article, one Enter away. 180 characters are five
# lines of the narrowest list.
SHOWN_CHARACTERS = 180
# What is left before the words that matter where they stand beyond the cut.
_LEAD_CHARACTERS = 40


class Words(NamedTuple):
    """Words of one look."""

    text: str
    inks: tuple[str, ...] = ("text",)


class Paragraph(NamedTuple):
    """Words that are wrapped together, `indent` cells in. A click goes to `leads_to`, where there is one."""

    words: tuple[Words, ...]
    indent: int = 0
    leads_to: Target | None = None


class Row(NamedTuple):
    """One row of a list: an item with its place in the article, or words over and between items without one."""

    paragraphs: tuple[Paragraph, ...]
    target: Target | None = None


BLANK = Row((Paragraph((Words(""),)),))


def shortened(text: str) -> str:
    """As much of a text as an item shows, cut between words."""
    text = on_one_line(text)
    if len(text) <= SHOWN_CHARACTERS:
        return text
    return text[:SHOWN_CHARACTERS].rsplit(" ", 1)[0] + " …"


def around(
    text: str, sentence: Span, foci: Iterable[Span], inks: tuple[str, ...], focus_inks: tuple[str, ...]
) -> list[Words]:
    """A sentence, cut to what an item shows, with the words that matter in it in an ink of their own.

    Args:
        text: the article.
        sentence: where it stands.
        foci: the words that matter; the first of them are never cut away.
        inks: of the sentence.
        focus_inks: of the words that matter.
    """
    in_order = sorted(foci, key=lambda focus: focus.start)
    start = sentence.start
    if in_order[0].end - start > SHOWN_CHARACTERS:
        start = text.rfind(" ", start, in_order[0].start - _LEAD_CHARACTERS) + 1 or sentence.start
    shown: list[Words] = []
    lead, at, room = "… " if start > sentence.start else "", start, SHOWN_CHARACTERS
    for focus in in_order:
        before, within = on_one_line(text[at : focus.start]), on_one_line(text[focus.start : focus.end])
        if shown and len(before) + len(within) > room:
            break
        space = _space(text, focus.start - 1) if before else ""
        shown += [Words(lead + before + space, inks), Words(within, focus_inks)]
        lead, at, room = _space(text, focus.end), focus.end, max(room - len(before) - len(within), 0)
    after = on_one_line(text[at : sentence.end])
    if len(after) > room:
        after = after[:room].rsplit(" ", 1)[0] + " …"
    return [*shown, Words(_space(text, at) + after if after else "", inks)]


def _space(text: str, at: int) -> str:
    return " " if 0 <= at < len(text) and text[at].isspace() else ""


def notes(*said: str) -> list[Row]:
    """Words in the place of items, or after them: what was not found, and why."""
    return [Row((Paragraph((Words(on_screen(note), ("dim",)),)),)) for note in said if note]


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 quote", "2,000 quotes"."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"

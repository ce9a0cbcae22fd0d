"""What the pages over many articles show, one module a page: rows, and what each item of theirs leads to. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.model.library import Listed, Said, Suggestion
from reader.render.attribution import DATE_LENGTH
from reader.text.safe import on_one_line
from reader.ui.attention.current import Target
from reader.ui.rows import BLANK, Paragraph, Row, Words


class Place(NamedTuple):
    """A stretch of an article of the library; without an end, the article as it was left."""

    article: int
    start: int = 0
    end: int = 0


class Whom(NamedTuple):
    """Somebody who has a page."""

    person: int


Item = Place | Whom | Said | Suggestion
"""What an item of a page leads to: a place in an article, somebody's page, a quote, two who may be one."""


class Shown:
    """A page as it is made: rows from the top, and what their items lead to.

    Args:
        title: what the page is of, for the status.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.rows: list[Row] = []
        self.items: list[Item] = []

    def head(self, words: str, note: str = "") -> None:
        """The name of the page, over everything."""
        self.rows.append(Row((Paragraph((Words(on_one_line(words), ("headline",)),)), *dim(note))))

    def note(self, *notes: str) -> None:
        """Words that lead nowhere."""
        self.rows += [Row(dim(note)) for note in notes if note]

    def section(self, words: str, note: str = "") -> None:
        """The words over some items, after a blank line."""
        self.rows += [BLANK, Row((Paragraph((Words(on_one_line(words), ("accent",)),)), *dim(note)))]

    def item(self, leads_to: Item, *paragraphs: Paragraph) -> None:
        """An item."""
        self.rows.append(Row(paragraphs, Target("item", len(self.items))))
        self.items.append(leads_to)

    def gap(self) -> None:
        """A blank line."""
        self.rows.append(BLANK)


def dim(note: str, indent: int = 0) -> tuple[Paragraph, ...]:
    """Words of lesser weight, as a paragraph; none where there are no words."""
    return (Paragraph((Words(on_one_line(note), ("dim",)),), indent),) if note else ()


def joined(*parts: str | None) -> str:
    """What there is to say of something: "Harbour Post · ¶ 4"."""
    return " · ".join(part for part in parts if part)


def tallied(found: Iterable[tuple[str, int]], most: int) -> str:
    """Names with their numbers, as many as are shown: "Harbour Post 2 · Ellery Times 1"."""
    pairs = list(found)
    more = f"{len(pairs) - most} more" if len(pairs) > most else ""
    return joined(*(f"{name} {number}" for name, number in pairs[:most]), more)


def imprint(article: Listed) -> str:
    """Who published an article, and when."""
    return joined(article.publisher, (article.published or article.moment.isoformat())[:DATE_LENGTH])

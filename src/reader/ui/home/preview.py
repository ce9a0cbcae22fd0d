"""What stands beside the list: the article that the reader is at, as far as it is known before it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reader.model.library import Hit, Listed, Stored
from reader.text.safe import on_screen
from reader.ui.home.lines import day
from reader.ui.rows import BLANK, Paragraph, Row, Words, shortened
from reader.ui.rows.hits import marked

# Of a text without key points so much is shown: about a screen of it.
_SHOWN_CHARACTERS = 1_200
_MOST_PARAGRAPHS = 12


def preview(listed: Listed, stored: Stored | None, now: datetime, hit: Hit | None = None) -> Iterator[Row]:
    """Headline, where it stands and when, what was searched for; then its key points, or the beginning of its text.

    Args:
        listed: as the list has it.
        stored: with what is kept of it; None where that is gone.
        now: with the reader's zone.
        hit: some of its text with the words that the list was searched for; None where it was not.
    """
    in_headline = hit.headline_hits if hit else ()
    yield _row(
        *marked(listed.headline if listed.headline.strip() else "Without a headline", 0, in_headline, ("headline",))
    )
    told = (listed.publisher, day(listed.moment, now), listed.author, *(f"#{tag}" for tag in listed.tags))
    yield _row(Words(" · ".join(_line(each) for each in told if each), ("dim",)))
    if stored is None:
        return
    if hit and hit.hits:
        yield from _apart(_row(*_around(hit, stored.article.text)))
    if stored.article.standfirst:
        yield from _apart(_row(Words(_line(stored.article.standfirst), ("standfirst",))))
    points = stored.analysis.key_points if stored.analysis else ()
    if points:
        for number, point in enumerate(sorted(points, key=lambda point: point.start), start=1):
            before = f"[{_line(point.antecedent)}] " if point.antecedent else ""
            yield from _apart(_row(Words(f"{number} ", ("accent",)), Words(before + _line(point.text))))
    else:
        yield from _beginning(stored.article.text)


def _around(hit: Hit, text: str) -> Iterator[Words]:
    """Some of the text with the words that were searched for; that more stands around it is shown."""
    part = hit.excerpt
    if text[max(part.start - 1, 0) : part.start] not in ("", "\n"):
        yield Words("… ")
    yield from marked(part.text, part.start, hit.hits, ("text",))
    if text[part.end : part.end + 1] not in ("", "\n"):
        yield Words(" …")


def _beginning(text: str) -> Iterator[Row]:
    shown = text[:_SHOWN_CHARACTERS]
    if len(shown) < len(text):
        shown = shown.rpartition(" ")[0] + " …"
    for paragraph in list(filter(None, map(str.strip, shown.split("\n"))))[:_MOST_PARAGRAPHS]:
        yield from _apart(_row(Words(_line(paragraph))))


def fault(sentence: str) -> Iterator[Row]:
    """What was wrong with a feed the last time that it was asked."""
    yield _row(Words("✗ ", ("error",)), Words(shortened(sentence)))
    yield BLANK


def _line(text: str) -> str:
    return on_screen(" ".join(text.split()))


def _row(*words: Words) -> Row:
    return Row((Paragraph(words),))


def _apart(row: Row) -> tuple[Row, Row]:
    return BLANK, row

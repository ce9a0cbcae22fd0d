"""Everything that the program makes of one page or text, and whether all of it is safe and true."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from reader.model import Analysis, Article, Excerpt, Listing, Reading
from torture.characters import unsafe

DAY = date(2026, 11, 23)
# The narrowest a text is set in, and a wide window.
_WIDTHS = (20, 72)
_CSV_ALLOWED = frozenset("\n\t\r")
# Of many quotes so many are copied, as a reader would one by one.
_MOST_COPIED = 20


def texts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every output of a reading, by its name."""
    from reader import notes
    from reader.render import json, markdown, plain, table

    yield "json", json.to_json(reading)
    yield "json line", json.to_json(reading, indent=None).removesuffix("\n")
    yield "text", plain.to_plain(reading)
    yield "markdown", notes.render(reading, "markdown", saved=DAY)
    for name in markdown.shipped_names():
        template = notes.find_template(name)
        yield f"markdown, {name}", notes.render(reading, "markdown", saved=DAY, template=template)
    yield "note's name", notes.note_name(reading, DAY)
    rows = list(table.rows(reading))
    yield "quotes", table.to_text(rows)
    yield "quotes as json", table.to_json_lines(rows)
    yield from _copies(reading)
    yield from _screen(reading)


def _copies(reading: Reading) -> Iterator[tuple[str, str]]:
    """What is copied to the clipboard."""
    from reader.ui import citing

    for quote in reading.analysis.quotes[:_MOST_COPIED]:
        yield "a copied quote", citing.quote_with_source(reading, quote)
    yield "copied key points", citing.key_points_with_source(reading)
    yield "a copied link", citing.link(reading)


def _screen(reading: Reading) -> Iterator[tuple[str, str]]:
    """The rows of the article and of the lists beside it."""
    from reader.ui.rows.actors import actor_rows
    from reader.ui.rows.figures import figure_rows
    from reader.ui.rows.layout import RowLayout
    from reader.ui.rows.quotes import quote_rows
    from reader.ui.rows.timeline import timeline_rows
    from reader.ui.typeset.typesetter import Typesetter

    text, analysis = reading.article.text, reading.analysis
    for width in _WIDTHS:
        setter = Typesetter(reading.article)
        setter.begin(width, 40)
        setter.take(analysis, "")
        while not setter.is_done:
            setter.go_on(0)
        rows = [*setter.galley.head, *setter.galley.body.rows]
        yield f"the article at {width}", "\n".join(_row_text(row, setter.article.text) for row in rows)
        for make in (quote_rows, actor_rows):
            yield f"{make.__name__} at {width}", _list_text(RowLayout(make(analysis), width))
        for make_of_text in (timeline_rows, figure_rows):
            yield f"{make_of_text.__name__} at {width}", _list_text(RowLayout(make_of_text(text, analysis), width))


def _row_text(row: Any, text: str) -> str:
    from reader.ui.typeset.galley import TextRow

    if isinstance(row, TextRow):
        return row.lead + text[row.start : row.end]
    return "".join(run.text for run in row.runs)


def _list_text(layout: Any) -> str:
    layout.go_on()
    return "\n".join("".join(words.text for words in line.pieces) for line in layout.lines)


def unsafe_outputs(reading: Reading) -> Iterator[str]:
    """What of all outputs holds something that a terminal would obey or nobody would see."""
    from reader.render import table

    written = table.to_csv(list(table.rows(reading)))
    yield from (f"quotes as csv: {seen}" for seen in unsafe(written, _CSV_ALLOWED))
    for name, output in texts(reading):
        output.encode("utf-8")
        yield from (f"{name}: {seen}" for seen in unsafe(output))
    yield from (f"the article's text: {seen}" for seen in unsafe(reading.article.text))


def unsafe_listing(listing: Listing) -> Iterator[str]:
    """The same of a page that lists articles."""
    from reader.cli import failures

    yield from unsafe(failures.listed(listing))
    for entry in listing.entries:
        yield from unsafe(entry.headline + entry.url)


def untrue(article: Article, analysis: Analysis) -> Iterator[str]:
    """Every span that does not say what stands there, lies outside of the text, or stands before the one before it."""
    for excerpt in _excerpts(analysis):
        if not 0 <= excerpt.start <= excerpt.end <= len(article.text):
            yield f"{type(excerpt).__name__} outside of the text"
        elif article.text[excerpt.start : excerpt.end] != excerpt.text:
            yield f"{type(excerpt).__name__} at {excerpt.start} says {excerpt.text[:60]!r}"
    ends = 0
    for block in article.blocks:
        if not ends <= block.start <= block.end <= len(article.text):
            yield f"block at {block.start} behind one that ends at {ends}"
        ends = block.end


@functools.cache
def _fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return kind.__struct_fields__


def _excerpts(value: Any) -> Iterable[Excerpt]:
    """All excerpts inside of a value."""
    if isinstance(value, Excerpt):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in _fields(type(value)):
            yield from _excerpts(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _excerpts(part)

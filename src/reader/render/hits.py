"""What a search found: as lines for a person, with the words marked where they stand, as JSON Lines or a table."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reader.model import Span
from reader.model.library import Hit, Listed
from reader.render import table
from reader.render.attribution import DATE_LENGTH
from reader.text.safe import one_line

# What a terminal is told in front of words that were looked for, and behind them.
_BOLD = ("\x1b[1m", "\x1b[22m")
_PLAIN = ("", "")


class HitRow(msgspec.Struct, frozen=True):
    """One article that was found: what it is opened by, and some of its text, `start` and `end` saying where."""

    id: int
    day: str
    headline: str
    publisher: str | None
    author: str | None
    source: str
    address: str | None
    excerpt: str
    start: int
    end: int
    hits: tuple[tuple[int, int], ...]


COLUMNS = tuple(name for name in HitRow.__struct_fields__ if name != "hits")


def rows(found: Iterable[Hit]) -> Iterator[HitRow]:
    """The articles; `hits` are offsets in the article, as those of the excerpt are."""
    for hit in found:
        article = hit.article
        yield HitRow(
            article.id,
            day(article),
            article.headline,
            article.publisher,
            article.author,
            article.source,
            article.address,
            hit.excerpt.text,
            hit.excerpt.start,
            hit.excerpt.end,
            tuple((span.start, span.end) for span in hit.hits),
        )


def to_json_lines(found: Iterable[Hit]) -> str:
    """One article a line."""
    return table.to_json_lines(rows(found))


def to_csv(found: Iterable[Hit]) -> str:
    """One article a row, below the names of the columns."""
    return table.to_csv((_Flat(*msgspec.structs.astuple(row)[:-1]) for row in rows(found)), columns=COLUMNS)


_Flat = msgspec.defstruct("_Flat", [(name, HitRow.__annotations__[name]) for name in COLUMNS], frozen=True)


def to_text(found: Iterable[Hit], *, is_marked: bool = False) -> str:
    """Three lines an article: day, headline and publisher; some of its text; what it is opened by.

    Args:
        found: the articles.
        is_marked: the words that were looked for are bold, by a terminal's codes.
    """
    return "".join(f"{line}\n" for hit in found for line in _lines(hit, _BOLD if is_marked else _PLAIN))


def _lines(hit: Hit, marks: tuple[str, str]) -> Iterator[str]:
    article = hit.article
    headline = _marked(article.headline, 0, hit.headline_hits, marks)
    publisher = f" ({one_line(article.publisher)})" if article.publisher else ""
    yield f"{day(article)} {headline}{publisher}"
    if words := _marked(hit.excerpt.text, hit.excerpt.start, hit.hits, marks):
        yield f"  {words}"
    yield f"  {one_line(article.address or article.source)}"


def _marked(text: str, start: int, hits: Sequence[Span], marks: tuple[str, str]) -> str:
    """A stretch of text on one line, safe to print, with our marks around the hits."""
    parts, at = [], 0
    for hit in hits:
        first, last = hit.start - start, hit.end - start
        parts += [_flat(text[at:first]), marks[0], _flat(text[first:last]), marks[1]]
        at = last
    return "".join([*parts, _flat(text[at:])]).strip()


def _flat(text: str) -> str:
    """On one line and printable, with the space at its ends, which parts it from what stands beside it."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{one_line(text)}{after}"


def day(article: Listed) -> str:
    """The day on which an article appeared, as its page has it, else as the library has."""
    return (article.published or article.moment.isoformat())[:DATE_LENGTH]

"""The quotes of readings as rows: for a person to look through, for a spreadsheet, for a program."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from reader.analysis.doubt import Doubt, doubt
from reader.model import QuoteKind, Reading
from reader.render import attribution
from reader.render.addresses import web_address
from reader.text.safe import encodable, escaped_in_json, one_line

_Row = TypeVar("_Row", bound=msgspec.Struct)
# A spreadsheet takes what begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@")


class Quoted(msgspec.Struct, frozen=True):
    """One quote: its words as they are shown, who said it and how surely, and where it stands.

    `source` is what was read, as it was given; `paragraph` counts from 1. What is not known is None.
    """

    words: str
    verbatim: bool
    kind: QuoteKind
    act: str
    speaker: str | None
    role: str | None
    doubt: Doubt
    confidence: float
    paragraph: int | None
    headline: str | None
    publisher: str | None
    published: str | None
    link: str | None
    source: str


COLUMNS = Quoted.__struct_fields__


def rows(reading: Reading, by: str = "", kind: QuoteKind | None = None) -> Iterator[Quoted]:
    """The quotes of one article, in order.

    Args:
        reading: the article.
        by: words that the speaker's name or one of its other forms must hold; case does not matter.
        kind: take no other kind.
    """
    article = reading.article
    actors = {actor.id: actor for actor in reading.analysis.actors}
    wanted = by.casefold().split()
    for quote in reading.analysis.quotes:
        actor = actors.get(quote.speaker or "")
        names = [name.casefold() for name in (actor.name, *actor.aliases)] if actor else []
        if kind not in (None, quote.kind) or (
            wanted and not any(all(word in name for word in wanted) for name in names)
        ):
            continue
        yield Quoted(
            words=attribution.words(quote),
            verbatim=attribution.is_verbatim(quote),
            kind=quote.kind,
            act=quote.speech_act,
            speaker=actor.name if actor else None,
            role=actor.role if actor else None,
            doubt=doubt(quote),
            confidence=quote.confidence,
            paragraph=attribution.place(article, quote),
            headline=article.headline,
            publisher=article.publisher,
            published=article.published,
            link=web_address(reading),
            source=reading.source.given,
        )


def to_text(found: Iterable[Quoted]) -> str:
    """One quote a line, with who said it in front and where it stands behind: "Ada Moss: denied that … (¶ 4)"."""
    lines = []
    for row in found:
        who = attribution.hedged(row.speaker or attribution.UNKNOWN_SPEAKER, row.doubt)
        place = ", ".join(
            filter(None, (row.publisher, (row.published or "")[: attribution.DATE_LENGTH], _paragraph(row.paragraph)))
        )
        lines.append(one_line(f"{who}: {row.words}" + (f" ({place})" if place else "")))
    return "".join(f"{line}\n" for line in lines)


def to_json_lines(found: Iterable[msgspec.Struct]) -> str:
    """One JSON object a line, its keys the names of the fields."""
    return "".join(escaped_in_json(msgspec.json.encode(_encodable(row)).decode("utf-8")) + "\n" for row in found)


def to_csv(found: Iterable[msgspec.Struct], *, columns: Sequence[str] = COLUMNS, header: bool = True) -> str:
    """Comma-separated values as RFC 4180 has them; what a spreadsheet would run has an apostrophe in front.

    Args:
        found: rows of any kind, of texts and numbers.
        columns: the names of their fields.
        header: whether these come first.
    """
    lines = _Lines()
    written = csv.writer(lines, lineterminator="\r\n")
    if header:
        written.writerow(columns)
    for row in found:
        written.writerow([_cell(value) for value in msgspec.structs.astuple(_encodable(row))])
    return "".join(lines)


class _Lines(list[str]):
    """What `csv` writes to, in memory."""

    write = list.append


def _paragraph(number: int | None) -> str:
    return f"¶ {number}" if number else ""


def _encodable(row: _Row) -> _Row:
    fields = row.__struct_fields__
    texts = {name: encodable(value) for name in fields if isinstance(value := getattr(row, name), str)}
    return msgspec.structs.replace(row, **texts)


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else value
    line = one_line(value)
    return f"'{line}" if line.startswith(_FORMULA) else line

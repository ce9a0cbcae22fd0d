"""Readings as rows, and as Parquet: the columns, their types, and what is the same in docs/scale.md."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from reader.batch import parquet
from reader.batch.rows import TABLES, rows
from reader.model import Actor, Analysis, Article, KeyPoint, Mention, Quote, Reading, Source

DOCS = Path(__file__).parents[2] / "docs" / "scale.md"
TEXT = "“The pier is not safe,” said Ada Moss.\ud800"
SAID = Quote(0, 23, TEXT[:23], "q1", "direct", speaker="ada-moss", confidence=0.7, about=("pier",))
UNKNOWN = Quote(0, 5, TEXT[:5], "q2", "indirect")
FOUND = Analysis(
    key_points=(KeyPoint(0, 38, TEXT[:38], 1.0),),
    actors=(Actor("ada-moss", "Ada Moss", "person", "the chair", ("Moss",), (Mention(29, 37, "Ada Moss"),)),),
    quotes=(SAID, UNKNOWN),
)


def reading(published: str | None) -> Reading:
    article = Article(TEXT, headline="Pier closes", byline=("Ivo Brandt",), published=published)
    return Reading(Source("pier.html", "html"), article, FOUND)


@pytest.mark.parametrize(
    ("published", "day", "moment"),
    [
        ("2026-03-14T00:30:00+01:00", date(2026, 3, 14), datetime(2026, 3, 13, 23, 30, tzinfo=UTC)),
        ("2026-03-14T00:30:00", date(2026, 3, 14), None),
        ("2026-03-14", date(2026, 3, 14), None),
        ("0001-01-01T00:00:00+14:00", date(1, 1, 1), None),
        ("on Monday", None, None),
        (None, None, None),
    ],
)
def test_a_day_is_the_page_s_and_a_moment_is_one(published: str | None, day: date, moment: datetime) -> None:
    (article,) = rows("a", reading(published)).articles
    assert (article.published, article.published_at) == (day, moment)
    assert {quote.published for quote in rows("a", reading(published)).quotes} == {day}


def test_what_is_written_is_read_back_and_joined(tmp_path: Path) -> None:
    payloads = [msgspec.msgpack.encode(rows(name, reading("2026-03-14T09:30:00+01:00"))) for name in ("a", "b")]
    for number, payload in enumerate(payloads):
        (tmp_path / f"{number}").mkdir()
        parquet.write(tmp_path / f"{number}", [payload])
    parquet.join([tmp_path / "0", tmp_path / "1"], "quotes", tmp_path / "quotes.parquet")
    found = pq.read_table(tmp_path / "quotes.parquet").to_pylist()
    assert [(row["article"], row["id"], row["name"], row["doubt"]) for row in found] == [
        ("a", "q1", "Ada Moss", "doubted"),
        ("a", "q2", None, "sure"),
        ("b", "q1", "Ada Moss", "doubted"),
        ("b", "q2", None, "sure"),
    ]
    (article,) = pq.read_table(tmp_path / "0" / "articles.parquet").to_pylist()
    assert article["text"] == TEXT.replace("\ud800", "\ufffd")
    assert article["text"][found[0]["start"] : found[0]["end"]] == SAID.text
    assert article["key_points"] == [{"text": TEXT[:38], "start": 0, "end": 38}]
    (actor,) = pq.read_table(tmp_path / "0" / "actors.parquet").to_pylist()
    # A doubted quote counts for nobody.
    assert (actor["mentions"], actor["quotes"], actor["aliases"]) == (1, 0, ["Moss"])


def test_a_part_without_an_article_has_empty_tables(tmp_path: Path) -> None:
    parquet.write(tmp_path, [])
    assert [pq.read_table(tmp_path / f"{name}.parquet").num_rows for name in TABLES] == [0, 0, 0]


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_documented(table: str) -> None:
    lines = [
        f"| {field.name} | {field.type} | {field.metadata[b'description'].decode()} |"
        for field in parquet.schema(TABLES[table])
    ]
    assert "\n".join(lines) in DOCS.read_text(encoding="utf-8")

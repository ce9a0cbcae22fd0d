"""Quotes as rows: which are taken, and how a line, a JSON object and a row of a table say the same."""

import csv
import json

import msgspec
import pytest
from story import STORY

from reader.model import QuoteKind, Reading
from reader.render import table
from reader.render.attribution import words


@pytest.mark.parametrize(
    ("by", "kind", "taken"),
    [
        pytest.param("", None, ["q1", "q2", "q3", "q4"], id="all"),
        pytest.param("moss", None, ["q1"], id="by a family name"),
        pytest.param("ADA moss", None, ["q1"], id="by a full name, whatever the case"),
        pytest.param("port official", None, ["q4"], id="by a description"),
        pytest.param("nobody here", None, [], id="by a stranger"),
        pytest.param("", "indirect", ["q2", "q4"], id="of a kind"),
        pytest.param("moss", "indirect", [], id="both"),
    ],
)
def test_quotes_are_taken_by_speaker_and_kind(by: str, kind: QuoteKind | None, taken: list[str]) -> None:
    shown = {words(quote): quote.id for quote in STORY.analysis.quotes}
    assert [shown[row.words] for row in table.rows(STORY, by, kind)] == taken


def test_a_line_says_who_what_how_surely_and_where() -> None:
    lines = table.to_text(table.rows(STORY)).splitlines()
    assert lines[1] == (
        "The council: said the levy of 2.50 crowns would stay until the new pier is paid for "
        "(Harbour Post, 2026-03-14, ¶ 4)"
    )
    assert lines[2] == "Speaker not known: “Nobody wins from this.” (Harbour Post, 2026-03-14, ¶ 5)"
    assert lines[3] == "perhaps a senior port official: [said] he expected a deal (Harbour Post, 2026-03-14, ¶ 6)"


def test_each_json_line_holds_all_columns() -> None:
    found = [json.loads(line) for line in table.to_json_lines(table.rows(STORY)).splitlines()]
    assert [tuple(row) for row in found] == [table.COLUMNS] * len(STORY.analysis.quotes)
    assert found[3]["doubt"] == "perhaps"
    assert found[0]["verbatim"] is True


def test_a_table_reads_back() -> None:
    header, *found = csv.reader(table.to_csv(table.rows(STORY)).splitlines(keepends=True))
    assert tuple(header) == table.COLUMNS
    assert [row[header.index("words")] for row in found] == [
        " ".join(words(quote).split()) for quote in STORY.analysis.quotes
    ]


@pytest.mark.parametrize("opening", ["=", "+", "-", "@"])
def test_no_cell_is_run_by_a_spreadsheet(opening: str) -> None:
    headline = f"{opening}HYPERLINK(“harbour”)"
    article = msgspec.structs.replace(STORY.article, headline=headline)
    reading = Reading(STORY.source, article, STORY.analysis)
    assert f"'{headline}" in table.to_csv(table.rows(reading))

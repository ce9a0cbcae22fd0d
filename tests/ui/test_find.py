"""What a reader types finds what a newspaper prints."""

from __future__ import annotations

import pytest

from reader.ui.find import matches

TEXT = "The Ferry’s crew said “no ferry\nsails”. СУД суд. Straße — 10–12 (knots)"

FINDS = [
    ("any case", "ferry", ["Ferry", "ferry"]),
    ("its own case, once a letter is capital", "Ferry", ["Ferry"]),
    ("curly marks for straight ones", "ferry's", ["Ferry’s"]),
    ("curly double marks", '"no', ["“no"]),
    ("dashes for hyphens", "10-12", ["10–12"]),
    ("over the end of a line", "ferry sails", ["ferry\nsails"]),
    ("other scripts in any case", "суд", ["СУД", "суд"]),
    ("signs as they stand", "(knots)", ["(knots)"]),
    ("not across other words", "crew no", []),
    ("nothing for nothing", "  ", []),
]


@pytest.mark.parametrize(("query", "expected"), [row[1:] for row in FINDS], ids=[row[0] for row in FINDS])
def test_finds(query: str, expected: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in matches(TEXT, query)] == expected

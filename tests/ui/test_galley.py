"""The rows of an article: what stands where, and how offsets lead to rows."""

from __future__ import annotations

import dam_story
import msgspec
import pytest
from rich.cells import cell_len

from reader.model import Article, Block, Image, Span
from reader.render.glance import Brief
from reader.ui import status
from reader.ui.attention.focus import Remark
from reader.ui.typeset.body import blocks, remarks
from reader.ui.typeset.galley import Body, Galley, GalleyRow, HeadRow, TextRow
from reader.ui.typeset.head import Points, awaited_rows, reading_minutes, set_head
from reader.ui.typeset.typesetter import Typesetter


def set_page(article: Article, width: int, **settings: object) -> Galley:
    body = Body(blocks(article, width))
    body.set_more()
    return Galley(set_head(article, width, **settings), body)  # type: ignore[arg-type]


def rows_of(page: Galley) -> list[GalleyRow]:
    return [*page.head, *page.body.rows]


def words(page: Galley, article: Article) -> list[str]:
    return [
        row.lead + article.text[row.start : row.end]
        if isinstance(row, TextRow)
        else "".join(run.text for run in row.runs)
        for row in rows_of(page)
    ]


def page(article: Article, width: int = 60, **settings: object) -> list[str]:
    return words(set_page(article, width, **settings), article)


def test_head_has_everything_that_is_known() -> None:
    rows = page(dam_story.article())
    assert rows[1].startswith("Harbour Post ───")
    assert rows[1].endswith("─ 12 March 2026 · 1 min")
    assert rows[2:5] == ["", "", dam_story.HEADLINE]
    assert "By Rhona Vale and Tom Ibsen · Northwire · ORLE, Tarn Valley" in rows


BRIEFS = [
    ("all of it", 60, ("Ines Calder", "Piet Arno"), ("5 sources", "41% attributed"), 0),
    ("without the last fact", 40, ("Ines Calder", "Piet Arno"), ("5 sources", "41% attributed"), 1),
    ("without the last name", 30, ("Ines Calder", "Piet Arno"), ("5 sources", "41% attributed"), 2),
    ("the first name cut", 14, ("Ines Calder-Vantongeren",), ("5 sources",), 3),
    ("nobody", 60, (), ("2 sources", "41% attributed"), 4),
    ("nothing", 60, (), (), 5),
]
LINES = [
    "Ines Calder, Piet Arno · 5 sources · 41% attributed",
    "Ines Calder, Piet Arno · 5 sources",
    "Ines Calder, … · 5 sources",
    "Ines Calder-V…",
    "2 sources · 41% attributed",
    None,
]


@pytest.mark.parametrize(
    ("width", "names", "facts", "line"), [row[1:] for row in BRIEFS], ids=[row[0] for row in BRIEFS]
)
def test_the_glance_takes_one_line(width: int, names: tuple[str, ...], facts: tuple[str, ...], line: int) -> None:
    rows = [row for row in page(Article(text="Only words."), width, brief=Brief(names, facts)) if row]
    assert rows[1:-2] == ([LINES[line]] if LINES[line] else [])


def test_a_low_window_does_without_air_and_picture() -> None:
    article = msgspec.structs.replace(dam_story.article(), image=Image(caption="The eastern wall at dusk."))
    airy, tight = page(article), page(article, is_tight=True)
    assert [row for row in airy if row and row not in tight] == ["▣ The eastern wall at dusk."]
    assert tight[0].startswith("Harbour Post ───")
    assert tight[1:3] == ["", dam_story.HEADLINE]


def test_the_picture_takes_one_line_cut_between_words() -> None:
    image = Image(url="https://harbourpost.example/wall.jpg", caption="Engineers look at the eastern wall. " * 4)
    (line,) = (row for row in page(Article(text="Only words.", image=image)) if row.startswith("▣"))
    assert line == "▣ Engineers look at the eastern wall. Engineers look at the…"


def test_head_of_an_article_without_metadata() -> None:
    rows = page(Article(text="Only words."))
    assert [row for row in rows if row] == [f"{'─' * 54} 1 min", "─" * 60, "Only words."]


@pytest.mark.parametrize("width", [30, 60, 72])
def test_nothing_is_wider_than_the_measure(width: int) -> None:
    article = msgspec.structs.replace(dam_story.article(), publisher="The Very Long Named Harbour Post and Messenger")
    assert max(cell_len(row) for row in page(article, width, points=Points(dam_story.KEY_POINTS))) <= width


def test_key_points_are_numbered_above_the_text() -> None:
    rows = rows_of(set_page(dam_story.article(), 60, points=Points(dam_story.KEY_POINTS)))
    numbers = [row.point for row in rows if isinstance(row, HeadRow) and row.point]
    assert sorted(set(numbers)) == [1, 2, 3]
    assert rows.index(next(row for row in rows if isinstance(row, TextRow))) > max(
        index for index, row in enumerate(rows) if isinstance(row, HeadRow) and row.point
    )


def test_of_words_shown_alone_only_those_bear_a_number() -> None:
    article = Article(text="Ms. Orr said no. It rained. Ms. Orr said it was over.")
    shown = [Remark(Span(0, 16), "Ida Orr", "text", "said"), Remark(Span(28, 53), "Ida Orr", "text", "said")]
    body = Body(remarks(article.text, shown, 40))
    body.set_more()
    alone = Galley([], body)
    assert [row for row in words(alone, article) if row] == [
        "Ida Orr · said",
        "Ms. Orr said no.",
        "said",
        "Ms. Orr said it was over.",
    ]
    assert alone.numbered([Span(0, 16), Span(17, 27), Span(28, 53)]) == {1: 1, 4: 3}


@pytest.mark.parametrize("sentence", ["Cranes stop. ", "起重机停了。"])
def test_no_more_room_is_kept_than_half_the_sentences_would_take(sentence: str) -> None:
    rows = [awaited_rows(Article(text=sentence * number), 60, 5) for number in (1, 4, 9, 40)]
    assert rows == sorted(rows)
    assert rows[0] < rows[1] < rows[2] == rows[3]


def test_two_rows_before_a_heading_and_one_after() -> None:
    rows = page(dam_story.article())
    at = rows.index("“We heard it at night”")
    assert [bool(row) for row in rows[at - 3 : at + 3]] == [True, False, False, True, False, True]


BLOCKS = [
    ("list with marks hangs", "list", "- one two three\n- four", 9, ["- one two", "  three", "- four"]),
    ("list without marks gets them", "list", "one two three\nfour", 9, ["• one two", "  three", "• four"]),
    ("numbered list", "list", "10. one two", 8, ["10. one", "    two"]),
    ("quote stands in behind a rule", "quote", "one two", 8, ["  │ one", "  │ two"]),
    ("table keeps its lines", "table", "a | b\nc | d", 20, ["a | b", "c | d"]),
    ("wide table is folded, not cut", "table", "aaaa | bbbb", 6, ["aaaa |", "bbbb"]),
]


@pytest.mark.parametrize(
    ("kind", "text", "width", "expected"), [row[1:] for row in BLOCKS], ids=[row[0] for row in BLOCKS]
)
def test_blocks(kind: str, text: str, width: int, expected: list[str]) -> None:
    article = Article(text=text, blocks=(Block(kind=kind, start=0, end=len(text)),))  # type: ignore[arg-type]
    found = set_page(article, width)
    assert words(found, article)[len(found.head) :][: len(expected)] == expected


def test_every_offset_stands_on_the_row_that_shows_it() -> None:
    article = dam_story.article()
    found = set_page(article, 40)
    for index, row in enumerate(rows_of(found)):
        if isinstance(row, TextRow):
            assert {found.row_of(offset) for offset in range(row.start, row.end)} == {index}


def test_rows_of_a_span_over_several_lines() -> None:
    article = dam_story.article()
    found = set_page(article, 30)
    span = dam_story.QUOTES[3]
    first, last = found.rows_of(span)
    assert last > first
    assert "“We" in words(found, article)[first]
    assert "again.”" in words(found, article)[last]


def test_places_in_an_empty_article() -> None:
    found = set_page(Article(text=""), 40)
    assert found.rows_of(Span(start=0, end=0)) == (len(found.head), len(found.head))
    assert found.offset_below(1000) == 0


POINTS = [
    ("looked for", Points(is_awaited=True), "being found…"),
    ("folded", Points(dam_story.KEY_POINTS, is_folded=True, fold_key="p"), "3 · p shows them"),
    ("folded, and no key shows them", Points(dam_story.KEY_POINTS, is_folded=True), "3"),
    ("shown", Points(dam_story.KEY_POINTS, fold_key="p"), "p folds them"),
]


@pytest.mark.parametrize(("points", "said"), [row[1:] for row in POINTS], ids=[row[0] for row in POINTS])
def test_the_rule_says_where_the_key_points_are(points: Points, said: str) -> None:
    rows = page(dam_story.article(), points=points)
    (rule,) = (row for row in rows if row.startswith("key points ─"))
    assert rule.endswith(f"─ {said}")
    assert (rows[rows.index(rule) + 2] in dam_story.TEXT) == (said != "p folds them")


@pytest.mark.parametrize("points", [Points(), Points(dam_story.KEY_POINTS)], ids=["alone", "with key points"])
def test_a_note_stands_over_the_key_points(points: Points) -> None:
    rows = page(dam_story.article(), note="Only the first 90 characters were analysed.", points=points)
    rule = next(n for n, row in enumerate(rows) if row.startswith("key points ─" if points.found else "────") and n > 2)
    assert rows[rule - 2] == "Only the first 90 characters were analysed."


def test_what_to_know_of_an_analysis_is_told_though_much_was_found() -> None:
    cut = "Only the first 90 characters were analysed."
    analysis = msgspec.structs.replace(dam_story.reading().analysis, notes=(cut,))
    typesetter = Typesetter(dam_story.article(), awaited_points=3)
    typesetter.begin(60, 40)
    typesetter.go_on(0)
    typesetter.take(analysis, "")
    assert cut in words(typesetter.galley, dam_story.article())
    assert status.found(analysis) == "11 quotes, 5 speakers · " + cut


@pytest.mark.parametrize(("count", "minutes"), [(3, 1), (476, 2), (2380, 10)])
def test_reading_minutes(count: int, minutes: int) -> None:
    assert reading_minutes(count) == minutes


def test_notices_and_corrections_stand_in_the_head() -> None:
    at = dam_story.span("three villages below it")
    article = msgspec.structs.replace(
        dam_story.article(), notices=("This story is being updated.", "Read from the print version."), corrections=(at,)
    )
    rows = page(article)
    assert "This story is being updated." in rows
    assert "Read from the print version." in rows
    assert "This article was corrected; the margin says where: ⚑" in rows
    assert not any("✎" in row for row in page(dam_story.article()))

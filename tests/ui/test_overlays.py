"""Marks over a line: found wherever they begin, cut where they end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.ui.typeset.overlays import EvenLayer, Layer, Mark, Stretch, cut


def test_no_marks_leave_the_line_whole() -> None:
    assert cut(10, 20, [Layer(), Layer()]) == [Stretch(10, 20, ())]


def test_a_mark_cuts_the_line_where_it_begins_and_ends() -> None:
    assert cut(0, 10, [Layer([Mark(3, 5, "a")])]) == [Stretch(0, 3, ()), Stretch(3, 5, ("a",)), Stretch(5, 10, ())]


def test_a_mark_over_many_lines_is_cut_to_each() -> None:
    layer = Layer([Mark(0, 100, "a")])
    assert cut(40, 50, [layer]) == [Stretch(40, 50, ("a",))]


def test_the_higher_layer_comes_last() -> None:
    layers = [Layer([Mark(0, 10, "quote")]), Layer([Mark(2, 4, "match")])]
    assert cut(0, 6, layers) == [
        Stretch(0, 2, ("quote",)),
        Stretch(2, 4, ("quote", "match")),
        Stretch(4, 6, ("quote",)),
    ]


def test_a_long_mark_is_found_behind_short_ones() -> None:
    layer = Layer([Mark(0, 90, "long"), Mark(1, 2, "short"), Mark(3, 4, "short")])
    assert layer.over(50, 60) == [Mark(0, 90, "long")]


def test_empty_marks_are_left_out() -> None:
    assert Layer([Mark(5, 5, "a")]).over(0, 10) == []


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=15)


@given(spans, spans, st.integers(0, 50), st.integers(1, 20))
def test_any_marks_give_each_character_its_own(
    lower: list[tuple[int, int]], upper: list[tuple[int, int]], start: int, size: int
) -> None:
    layers = [
        Layer(Mark(first, first + length, ink) for first, length in marks)
        for marks, ink in ((lower, "lower"), (upper, "upper"))
    ]
    stretches = cut(start, start + size, layers)
    assert stretches[0].start == start
    assert stretches[-1].end == start + size
    for stretch in stretches:
        for offset in range(stretch.start, stretch.end):
            expected = [
                ink
                for marks, ink in ((lower, "lower"), (upper, "upper"))
                for first, length in marks
                if first <= offset < first + length
            ]
            assert sorted(stretch.inks) == sorted(expected)


even = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=15)


@given(even, st.integers(0, 80), st.integers(0, 20))
def test_spans_in_order_are_found_as_marks_are(gaps: list[tuple[int, int]], start: int, size: int) -> None:
    spans, at = [], 0
    for gap, length in gaps:
        spans.append(Span(start=at + gap, end=at + gap + length))
        at += gap + length
    marks = Layer(Mark(span.start, span.end, "match") for span in spans)
    layer = EvenLayer(spans, "match")
    assert layer.over(start, start + size) == marks.over(start, start + size)
    assert bool(layer) == bool(spans)

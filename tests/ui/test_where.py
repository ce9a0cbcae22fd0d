"""Where the reader is: the same words at any width; and where they were before."""

from __future__ import annotations

import dam_story
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.typeset.anchors import ScrollAnchor, Trail, anchor_at, top_for
from reader.ui.typeset.body import blocks
from reader.ui.typeset.galley import Body, Galley
from reader.ui.typeset.head import Points, set_head

ARTICLE = dam_story.long_article(600)
HEIGHT = 20


def page(width: int, points: int = 0) -> Galley:
    body = Body(blocks(ARTICLE, width))
    body.set_more()
    return Galley(set_head(ARTICLE, width, points=Points(dam_story.KEY_POINTS[:points])), body)


PAGES = {(width, points): page(width, points) for width in (30, 47, 60, 72) for points in (0, 3)}
pages = st.sampled_from(list(PAGES.values()))


@given(pages, pages, st.integers(0, 200))
def test_the_first_words_stay_on_the_screen(before: Galley, after: Galley, top: int) -> None:
    place = anchor_at(before, top, HEIGHT)
    shown = top_for(after, place)
    if place.top is not None:
        assert shown == top
    else:
        first = before.offset_below(top)
        # On the screen, and as far down as it was.
        assert after.row_of(first) - shown == min(place.below, after.row_of(first))


@given(pages, st.integers(0, 200))
def test_a_place_on_the_same_page_is_the_same_row(shown: Galley, top: int) -> None:
    if top < shown.row_of(len(ARTICLE.text)):
        assert top_for(shown, anchor_at(shown, top, HEIGHT)) == top


def test_in_the_head_rows_count() -> None:
    short, long = PAGES[72, 0], PAGES[72, 3]
    assert anchor_at(short, 0, HEIGHT).top == 0
    assert top_for(long, anchor_at(short, 0, HEIGHT)) == 0
    assert anchor_at(long, 1, 3).top == 1


def test_text_under_the_head_counts_once_the_reader_has_moved() -> None:
    short, long = PAGES[72, 0], PAGES[72, 3]
    place = anchor_at(short, 2, HEIGHT)
    assert place.top is None
    assert long.row_of(0) - top_for(long, place) == short.row_of(0) - 2


def test_before_any_text_is_set_the_reader_is_at_the_top() -> None:
    assert anchor_at(Galley([], Body()), 0, 0).top == 0


def trail(*rows: int) -> Trail:
    made = Trail()
    for row in rows:
        made.add(ScrollAnchor(0, 0, row))
    return made


@pytest.mark.parametrize(
    ("rows", "back"),
    [
        pytest.param((), [None], id="nowhere"),
        pytest.param((1, 2, 3), [3, 2, 1, None], id="the latest first"),
        pytest.param((1, 2, 2, 2), [2, 1, None], id="once where the reader has not moved"),
        pytest.param((1, 2, 1), [1, 2, 1, None], id="again where they came back"),
    ],
)
def test_the_trail(rows: tuple[int, ...], back: list[int | None]) -> None:
    made = trail(*rows)
    found = [made.last() for _ in back]
    assert [place and place.top for place in found] == back


def test_the_trail_forgets_what_is_long_ago() -> None:
    made = trail(*range(250))
    steps = []
    while (place := made.last()) is not None:
        steps.append(place.top)
    assert steps == list(range(249, 149, -1))

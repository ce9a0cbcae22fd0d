"""A quiet page: where the key points come in, what is coloured, what stays in sight, what stands side by side."""

from __future__ import annotations

import dam_story
import msgspec
import pytest
from screen_text import article_screen, current_of, lines, status, text
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from reader.settings import state
from reader.settings.config import Config, Tint
from reader.ui.attention.current import Target
from reader.ui.attention.navigation import Stride
from reader.ui.theme.themes import Inks
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.tabs import Tabs

SMALL, TALL = (80, 24), (80, 50)
LEDE = "ORLE, Tarn Valley (Northwire) — Work on the Orle dam"


class Alone(App[None]):
    """The article without its lists."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        yield self.view


@pytest.fixture
async def inks(opened) -> Inks:
    async with opened() as pilot:
        return article_screen(pilot).inks


def awaiting(inks: Inks, *, is_folded: bool | None) -> ArticleView:
    return ArticleView(dam_story.article(), 72, inks, awaited_points=3, is_folded=is_folded, fold_key="p")


def points_in(view: ArticleView) -> set[int]:
    return {row.point for row in view.galley.head if row.point}


MOVES: dict[str, list[Stride]] = {"top": [], "a little down": ["line"] * 3, "a page": ["page"], "end": ["end"]}
WINDOWS = [
    ("small", SMALL, None, set()),
    ("small, points wanted", SMALL, False, {1, 2, 3}),
    ("tall", TALL, None, {1, 2, 3}),
    ("tall, points folded", TALL, True, set()),
]


@pytest.mark.parametrize("moves", MOVES.values(), ids=list(MOVES))
@pytest.mark.parametrize(("size", "is_folded", "shown"), [row[1:] for row in WINDOWS], ids=[row[0] for row in WINDOWS])
async def test_key_points_arriving_do_not_move_the_text(
    inks: Inks, moves: list[Stride], size: tuple[int, int], is_folded: bool | None, shown: set[int]
) -> None:
    view = awaiting(inks, is_folded=is_folded)
    async with Alone(view).run_test(size=size) as pilot:
        await pilot.pause()
        for by in moves:
            view.move(by, 1)
        await pilot.pause()
        first = max(len(view.galley.head) - view.scroll_offset.y, 0)
        before = [line[6:] for line in lines(view)[first:]]
        assert any(before)
        view.show_analysis(dam_story.analysis())
        await pilot.pause()
        assert [line[6:] for line in lines(view)[first:]] == before
        assert points_in(view) == shown


@pytest.mark.parametrize("size", [(60, 17), SMALL, TALL])
async def test_the_lede_is_on_the_first_screen_while_key_points_are_found_and_after(
    inks: Inks, size: tuple[int, int]
) -> None:
    view = awaiting(inks, is_folded=None)
    async with Alone(view).run_test(size=size) as pilot:
        await pilot.pause()
        assert "key points ─" in text(view)
        assert "─ being found…" in text(view)
        before = [line[6:] for line in lines(view) if LEDE in line]
        assert before
        view.show_analysis(dam_story.analysis())
        await pilot.pause()
        assert [line[6:] for line in lines(view) if LEDE in line][-1:] == before
        assert dam_story.HEADLINE in text(view)
        assert f"─ {'p folds them' if size == TALL else '3 · p shows them'}" in text(view)


async def test_rows_kept_for_points_that_never_come_are_given_back(inks: Inks) -> None:
    view = awaiting(inks, is_folded=None)
    async with Alone(view).run_test(size=TALL) as pilot:
        await pilot.pause()
        kept = len(view.galley.head)
        one = msgspec.structs.replace(dam_story.analysis(), key_points=dam_story.KEY_POINTS[1:2])
        view.show_analysis(one)
        assert len(view.galley.head) == kept
        view.move("line", 1)
        await pilot.pause()
        assert len(view.galley.head) < kept
        gaps = [bool(line) for line in lines(view)]
        assert [True, False, False, False] not in [gaps[at : at + 4] for at in range(len(gaps))]


async def test_rows_kept_for_points_are_given_back_at_once_when_none_come(inks: Inks) -> None:
    view = awaiting(inks, is_folded=None)
    async with Alone(view).run_test(size=TALL) as pilot:
        await pilot.pause()
        view.show_analysis(msgspec.structs.replace(dam_story.analysis(), key_points=()), "Nothing was looked for.")
        await pilot.pause()
        shown = lines(view)
        at = next(at for at, line in enumerate(shown) if "Nothing was looked for." in line)
        assert LEDE in shown[at + 4]


async def test_that_key_points_are_folded_is_remembered(opened) -> None:
    async with opened(size=TALL) as pilot:
        assert points_in(article_screen(pilot).view) == {1, 2, 3}
        await pilot.press("p")
        assert points_in(article_screen(pilot).view) == set()
    async with opened(size=TALL) as pilot:
        assert points_in(article_screen(pilot).view) == set()
        await pilot.press("p")
    async with opened(size=SMALL) as pilot:
        assert points_in(article_screen(pilot).view) == {1, 2, 3}


async def test_unfolding_at_the_top_leaves_the_headline_where_it_is(opened) -> None:
    state.keep_points_folded(True)
    async with opened(size=TALL) as pilot:
        view = article_screen(pilot).view
        before = lines(view)[:5]
        assert any(dam_story.HEADLINE in line for line in before)
        await pilot.press("p")
        await pilot.pause()
        assert lines(view)[:5] == before


async def test_key_points_shown_out_of_sight_are_gone_to_and_back(opened) -> None:
    async with opened(size=SMALL) as pilot:
        view = article_screen(pilot).view
        await pilot.press("G")
        await pilot.pause()
        last = lines(view)[-6:]
        await pilot.press("p")
        await pilot.pause()
        assert "p folds them" in lines(view)[0]
        await pilot.press("backspace")
        await pilot.pause()
        assert lines(view)[-6:] == last


def colours(view: ArticleView, words: str) -> set[str]:
    """The colours that words of the article, and the edge beside them, are drawn in."""
    strip = next(view.render_line(y) for y in range(view.size.height) if words in view.render_line(y).text)
    drawn = [segment for segment in strip if segment.style and segment.style.color]
    return {s.style.color.name for s in drawn if s.style and s.style.color and (s.text in words or words in s.text)}


def edge(view: ArticleView, words: str) -> str:
    line = next(line for line in lines(view) if words in line)
    return "".join(mark for mark in "│┊▌" if mark in line)


async def show_words(opened, tint: Tint, keys: tuple[str, ...]) -> tuple[set[str], set[str], str, str]:
    """The colours of Arno's words and of plain text, and the edges beside his words and what is told of Calder's."""
    async with opened(size=(130, 60), config=Config(tint=tint)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        view = article_screen(pilot).view
        # The mark before the words is another segment.
        direct, told = "These are hairlines", "too late"
        return (
            colours(view, direct),
            colours(view, "In Lower Orle, where the river"),
            edge(view, direct),
            edge(view, told),
        )


@pytest.mark.parametrize(
    ("tint", "keys", "is_coloured", "edges"),
    [
        pytest.param("calm", (), False, ("│", "┊"), id="calm: words in the tone of the text, edges tell"),
        pytest.param("calm", ("]", "]", "]"), True, ("▌", "┊"), id="calm: the current speaker in colour"),
        pytest.param("full", (), True, ("", ""), id="full: everybody in colour, no edges"),
    ],
)
async def test_tint(opened, tint: Tint, keys: tuple[str, ...], is_coloured: bool, edges: tuple[str, str]) -> None:
    words, plain, direct, told = await show_words(opened, tint, keys)
    assert (words != plain) == is_coloured
    assert (direct, told) == edges


@pytest.mark.parametrize("height", [16, 20, 26])
async def test_a_quote_gone_to_has_something_above_and_below_it_in_sight(opened, height: int) -> None:
    async with opened(size=(80, height)) as pilot:
        view = article_screen(pilot).view
        for index, found in enumerate(dam_story.QUOTES):
            await pilot.press("]")
            await pilot.pause()
            assert article_screen(pilot).desk.current.quote_index == index
            first, last = view.galley.rows_of(found)
            top = view.scroll_offset.y
            assert first - top >= min(3, first)
            assert top + view.size.height - 1 - last >= min(3, view.galley.height - 1 - last)


@pytest.mark.parametrize("tab", ["quotes", "actors"])
async def test_the_current_item_is_in_sight_after_a_change_of_panes(opened, tab: str) -> None:
    async with opened(size=(60, 14)) as pilot:
        await pilot.press("G", *["["] * 2)
        await pilot.press(*["tab"] * (1 if tab == "quotes" else 2))
        await pilot.pause()
        shown = article_screen(pilot).query_one(f"#{tab}", RowList)
        assert shown.current is not None
        assert any(line.startswith("▌") for line in lines(shown))


def opened_lists(pilot: Pilot[None]) -> list[str | None]:
    return [each.id for each in article_screen(pilot).query(RowList) if each.display]


async def test_two_lists_stand_side_by_side_where_both_fit(opened) -> None:
    async with opened(size=(240, 50)) as pilot:
        assert opened_lists(pilot) == ["quotes", "actors"]
        assert "Ines Calder" in text(article_screen(pilot).query_one("#quotes", RowList))
        assert "3 quotes · 4 mentions" in text(article_screen(pilot).query_one("#actors", RowList))
        await pilot.press("]", "]", "]")
        await pilot.pause()
        assert current_of(pilot, "quotes") == Target("quote", 2)
        assert current_of(pilot, "actors") == Target("actor", 2)
        await pilot.press("tab", "tab", "tab")
        await pilot.pause()
        assert opened_lists(pilot) == ["quotes", "timeline"]
        assert "▸ Timeline" in text(article_screen(pilot).query_one(Tabs))
        await pilot.press("j")
        assert "event 1/3" in status(pilot)
        await pilot.resize_terminal(130, 40)
        await pilot.pause()
        assert opened_lists(pilot) == ["timeline"]

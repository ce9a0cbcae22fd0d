"""The sidebar at work: in step with the article both ways, filtered, made wider with the mouse, full of quotes."""

from __future__ import annotations

import dam_story
import msgspec
import pytest
from processes import until
from screen_text import article_screen, current_of, lines, status, text, toasts, whole_screen
from textual.pilot import Pilot

from conftest import NARROW, WIDE
from reader.model import Analysis, Reading
from reader.settings import state
from reader.settings.config import Config
from reader.ui.attention.current import Target
from reader.ui.widgets.divider import Divider
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.sidebar_width import NARROWEST_SIDEBAR
from reader.ui.widgets.tabs import Tabs
from reader.ui.windows.filter import FilterWindow


def many_quotes(number: int) -> Reading:
    """The story with its quotes over and over."""
    quotes = tuple(
        msgspec.structs.replace(dam_story.QUOTES[index % len(dam_story.QUOTES)], id=f"many-{index}")
        for index in range(number)
    )
    reading = dam_story.reading()
    return msgspec.structs.replace(reading, analysis=msgspec.structs.replace(reading.analysis, quotes=quotes))


def in_sight(pilot: Pilot[None], tab: str) -> str:
    return text(article_screen(pilot).query_one(f"#{tab}", RowList))


STEPS = [
    ("events", ["tab", "tab", "tab", "j"], "timeline", Target("event", 0), "event 1/3", "Work on the Orle dam stopped"),
    ("figures", ["shift+tab", "j", "j"], "figures", Target("figure", 1), "figure 2/2", "▌ - Stenmill: 230 people"),
    ("places", ["tab", "tab", "G"], "actors", Target("place", 1), "place 2/2 · Stenmill", "Stenmill: 230 people"),
    (
        "actors",
        ["tab", "tab", "j"],
        "actors",
        Target("actor", 1),
        "actor 1/5 · Ines Calder",
        "until I have seen it myself",
    ),
    ("quotes", ["tab", "G"], "quotes", Target("quote", 10), "quote 11/11", "▌ all.”"),
]


@pytest.mark.parametrize(
    ("keys", "tab", "target", "said", "shown"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS]
)
async def test_moving_in_a_list_moves_the_article(
    opened, keys: list[str], tab: str, target: Target, said: str, shown: str
) -> None:
    async with opened() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert current_of(pilot, tab) == target
        assert said in status(pilot)
        assert shown in text(article_screen(pilot).view)
        assert article_screen(pilot).desk.pane == tab
        await pilot.press("enter")
        assert article_screen(pilot).desk.pane == "article"
        assert current_of(pilot, tab) == target


async def test_moving_to_a_quote_moves_the_lists_to_it_and_its_speaker(opened) -> None:
    async with opened() as pilot:
        await pilot.press("]", "]", "]")
        await pilot.pause()
        assert current_of(pilot, "quotes") == Target("quote", 2)
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert current_of(pilot, "actors") == Target("actor", 2)


async def test_scrolling_moves_no_list(opened) -> None:
    async with opened() as pilot:
        await pilot.press("]")
        await pilot.pause()
        before = in_sight(pilot, "quotes")
        await pilot.press("escape", "]", "space", "G", "g")
        await pilot.pause()
        assert current_of(pilot, "quotes") == Target("quote", 0)
        assert in_sight(pilot, "quotes") == before


async def test_leaving_lets_go_in_the_lists_too(opened) -> None:
    async with opened() as pilot:
        await pilot.press("tab", "tab", "tab", "j", "escape", "escape")
        await pilot.pause()
        assert current_of(pilot, "timeline") is None
        assert "▌" not in whole_screen(pilot.app)


async def test_clicking_a_denial_goes_to_the_quote_that_is_denied(opened) -> None:
    async with opened(size=(130, 60)) as pilot:
        listed = lines(article_screen(pilot).query_one("#quotes", RowList))
        y = next(y for y, line in enumerate(listed) if "↑ denies a senior engineer, above" in line)
        await pilot.click("#quotes", offset=(8, y))
        await pilot.pause()
        assert article_screen(pilot).desk.current.quote_index == 6
        await pilot.click("#quotes", offset=(2, y - 1))
        await pilot.pause()
        assert article_screen(pilot).desk.current.quote_index == 7


async def test_the_wheel_scrolls_a_list_and_chooses_nothing(opened) -> None:
    async with opened() as pilot:
        quotes = article_screen(pilot).query_one("#quotes", RowList)
        quotes.scroll_relative(y=5, animate=False)
        await pilot.pause()
        assert quotes.scroll_offset.y == 5
        assert article_screen(pilot).desk.current.quote_index is None


async def test_a_filter_of_several_things(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.press("u")
        await pilot.pause()
        shown = whole_screen(pilot.app)
        assert "unnamed sources only  1" in shown
        assert "Ines Calder  4" in shown
        await pilot.press("j", "x", "j", "x")
        await pilot.pause()
        assert "✓ Ines Calder" in whole_screen(pilot.app)
        assert "✓ Piet Arno" in whole_screen(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Quotes 7/11 · Calder · …" in text(screen.query_one(Tabs))
        assert "7 of 11 quotes listed: Calder · Arno" in status(pilot)
        assert "Marta Benn" not in in_sight(pilot, "quotes")
        await pilot.press("}")
        assert screen.desk.current.quote_index == 0
        await pilot.press("}")
        assert screen.desk.current.quote_index == 1


async def test_a_click_chooses_in_the_chooser_and_a_key_lists_all_again(opened) -> None:
    async with opened() as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FilterWindow)
        listed = lines(pilot.app.screen.query_one(RowList))
        y = next(y for y, line in enumerate(listed) if "indirect" in line)
        await pilot.click(RowList, offset=(5, y))
        await pilot.pause()
        assert article_screen(pilot).desk.current.listed == (1, 5, 6, 7)
        await pilot.press("X")
        await pilot.pause()
        assert article_screen(pilot).desk.current.listed is None
        assert "Quotes 11 " in text(article_screen(pilot).query_one(Tabs))


async def test_the_chooser_fits_a_small_window(opened) -> None:
    async with opened(size=NARROW) as pilot:
        await pilot.press("u", "G")
        await pilot.pause()
        shown = whole_screen(pilot.app)
        assert "╭" in shown
        assert "╰" in shown
        assert "▌   ask  1" in shown
        await pilot.press("g")
        await pilot.pause()
        assert "unnamed sources only" in whole_screen(pilot.app)


async def test_a_quote_that_is_not_listed_can_still_be_chosen_in_the_article(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.press("u", "enter")
        await pilot.pause()
        assert screen.desk.current.listed == (6,)
        screen.desk.go(screen.desk.current.at_quote(1))
        assert "a quote that is not listed · Ines Calder" in status(pilot)
        assert current_of(pilot, "quotes") is None


async def test_a_new_analysis_ends_the_filter(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.press("u", "enter")
        screen.desk.show_analysis()
        await pilot.pause()
        assert not screen.sidebar.filter
        assert screen.desk.current.listed is None


async def test_without_quotes_there_is_nothing_to_choose(opened) -> None:
    async with opened(msgspec.structs.replace(dam_story.reading(), analysis=Analysis())) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert toasts(pilot) == ["There are no quotes to choose from."]


async def test_the_edge_is_dragged_and_remembered(opened) -> None:
    async with opened(size=WIDE) as pilot:
        screen = article_screen(pilot)
        edge = screen.query_one(Divider).region.x
        await pilot.mouse_down(Divider, offset=(0, 5))
        await pilot.hover(offset=(edge - 10, 5))
        await pilot.pause()
        assert screen.query_one(Divider).region.x == edge - 10
        assert state.load().sidebar_width is None
        await pilot.mouse_up(offset=(edge - 10, 5))
        await pilot.pause()
        assert state.load().sidebar_width == screen.sidebar.outer_size.width
        await pilot.hover(offset=(edge, 5))
        await pilot.pause()
        assert screen.query_one(Divider).region.x == edge - 10


async def test_the_remembered_width_is_kept_within_what_fits(opened) -> None:
    state.keep_sidebar_width(4)
    async with opened(size=WIDE) as pilot:
        assert article_screen(pilot).sidebar.outer_size.width == NARROWEST_SIDEBAR
        assert state.load().sidebar_width == 4


async def test_a_narrow_window_gives_a_list_all_its_width(opened) -> None:
    state.keep_sidebar_width(40)
    async with opened(size=NARROW) as pilot:
        await pilot.press("v")
        await pilot.pause()
        screen = article_screen(pilot)
        assert screen.desk.pane == "quotes"
        assert screen.sidebar.outer_size.width == NARROW[0]
        await pilot.press(".", ",")
        assert state.load().sidebar_width == 40
        await pilot.press("v")
        assert screen.desk.pane == "article"


async def test_a_hidden_sidebar_comes_back_when_it_gets_the_keys(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.press("v", "]")
        await pilot.pause()
        assert not screen.sidebar.display
        assert screen.desk.current.quote_index == 0
        await pilot.press("tab")
        await pilot.pause()
        assert screen.sidebar.display
        assert current_of(pilot, "quotes") == Target("quote", 0)
        assert "▸ Quotes" in text(screen.query_one(Tabs))


async def test_hundreds_of_quotes_are_listed_to_the_last(opened) -> None:
    async with opened(many_quotes(700)) as pilot:
        quotes = article_screen(pilot).query_one("#quotes", RowList)
        await until(pilot, lambda: quotes.virtual_size.height > 700)
        await pilot.press("tab", "G")
        await pilot.pause()
        assert current_of(pilot, "quotes") == Target("quote", 699)
        assert "▌" in in_sight(pilot, "quotes")
        await pilot.press("pageup")
        await pilot.pause()
        here = current_of(pilot, "quotes")
        assert here is not None
        assert 600 < here.at < 699


async def test_widening_keeps_the_current_item_in_sight(opened) -> None:
    async with opened(many_quotes(300)) as pilot:
        await pilot.press(*["]"] * 5, "tab", *["pagedown"] * 5)
        await pilot.pause()
        before = current_of(pilot, "quotes")
        for key in [","] * 3 + ["."] * 6:
            await pilot.press(key)
            await pilot.pause()
            assert current_of(pilot, "quotes") == before
            assert "▌" in in_sight(pilot, "quotes")


async def test_the_footer_names_the_keys_of_the_pane(opened) -> None:
    async with opened(config=Config()) as pilot:
        assert "] next quote" in whole_screen(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        assert "Enter to its place  u filter" in whole_screen(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        assert "u filter" not in whole_screen(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "] next quote" in whole_screen(pilot.app)


async def test_no_press_of_a_held_key_is_lost(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.press("tab")
        for _ in range(4):
            # As fast as a held key: nothing else is done in between.
            screen.action_command("scroll_down", "")
        await pilot.pause()
        assert current_of(pilot, "quotes") == Target("quote", 3)

"""Wide and narrow, mouse and focus, and the order in which things come."""

from __future__ import annotations

import dam_story
import msgspec
import pytest
from processes import all_done, until
from screen_text import article_screen, current_of, lines, status, text, toasts, whole_screen
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.strip import Strip

from conftest import NARROW, WIDE
from reader.model import Analysis, Reading
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import KeyLine
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.tabs import Tabs


def place_of(view: ArticleView, words: str) -> tuple[int, int]:
    """Where words begin on the screen of a widget."""
    y, line = next((y, line) for y, line in enumerate(lines(view)) if words in line)
    return line.index(words), y


async def test_wide_shows_article_and_lists(opened) -> None:
    async with opened(size=WIDE) as pilot:
        shown = whole_screen(pilot.app)
        assert dam_story.HEADLINE in shown
        assert "Quotes 11" in shown
        assert "the valley’s governor" in shown


async def test_narrow_shows_one_pane_at_a_time(opened) -> None:
    async with opened(size=NARROW) as pilot:
        assert "Quotes 11" not in whole_screen(pilot.app)
        await pilot.press("tab")
        shown = whole_screen(pilot.app)
        assert "Quotes 11" in shown
        assert dam_story.HEADLINE not in shown
        await pilot.press("tab")
        assert "3 quotes · 2 mentions" in whole_screen(pilot.app)
        await pilot.press("tab")
        assert "10 March 2026" in whole_screen(pilot.app)
        await pilot.press("tab")
        assert "230 people" in whole_screen(pilot.app)
        await pilot.press("tab")
        assert dam_story.HEADLINE in whole_screen(pilot.app)


async def test_passing_words_leave_status_and_footer_free(opened) -> None:
    async with opened(size=NARROW) as pilot:
        await pilot.press("D")
        await pilot.pause()
        assert toasts(pilot)
        shown = whole_screen(pilot.app).split("\n")
        assert shown[-2] == status(pilot)
        assert shown[-1] == text(pilot.app.screen.query_one(KeyLine))


async def test_help_shows_every_key_at_once_in_a_wide_window(opened) -> None:
    async with opened(size=(160, 45)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        frame = pilot.app.screen.query_one(VerticalScroll)
        assert frame.max_scroll_y == 0


async def test_help_fits_a_narrow_window(opened) -> None:
    async with opened(size=NARROW) as pilot:
        await pilot.press("?")
        await pilot.pause()
        shown = [line.strip("│ ▃▅▂▁▄▆▇█") for line in whole_screen(pilot.app).split("\n")]
        at = shown.index("Space PgDn Ctrl+F Down a page")
        assert shown[at - 1] == "k ↑       Up a line; in a list, to the previous item"


async def test_narrow_enter_leads_from_the_list_to_the_article(opened) -> None:
    async with opened(size=NARROW) as pilot:
        await pilot.press("tab", "j", "j", "enter")
        await pilot.pause()
        view = article_screen(pilot).view
        assert view.display
        assert "“These are hairlines" in text(view)
        assert "quote 3/11" in status(pilot) or "quote 2/11" in status(pilot)


@pytest.mark.parametrize("size", [NARROW, (80, 24), WIDE, (200, 60)])
async def test_every_word_of_the_article_can_be_reached(opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        view = article_screen(pilot).view
        seen = text(view)
        while view.scroll_offset.y < view.virtual_size.height - view.size.height:
            await pilot.press("space")
            await pilot.pause()
            seen += text(view)
        for word in dam_story.TEXT.split():
            assert word in seen


async def test_the_measure_is_kept_and_centred(opened) -> None:
    async with opened(size=(200, 40), config=Config(measure=60)) as pilot:
        view = article_screen(pilot).view
        rule = next(line for line in lines(view) if "Harbour Post" in line)
        assert len(rule.strip()) == 60
        left = len(rule) - len(rule.lstrip())
        assert abs(left - (view.size.width - len(rule))) <= 4


async def test_resizing_keeps_the_text_on_the_screen(opened) -> None:
    long = Reading(source=dam_story.reading().source, article=dam_story.long_article(2000), analysis=Analysis())
    async with opened(long, size=WIDE) as pilot:
        await pilot.press("space", "space", "space")
        await pilot.pause()
        view = article_screen(pilot).view
        before = view.text_in_sight()[0]
        await pilot.resize_terminal(66, 30)
        await pilot.pause()
        start, end = view.text_in_sight()
        assert start <= before < end


async def test_clicking_a_quote_makes_it_current(opened) -> None:
    async with opened() as pilot:
        await pilot.press("G")
        await pilot.pause()
        view = article_screen(pilot).view
        x, y = place_of(view, "I have none left")
        await pilot.click(ArticleView, offset=(x + 2, y))
        assert article_screen(pilot).desk.current.quote_index == 9
        assert "quote 10/11" in status(pilot)
        x, y = place_of(view, "answered an hour")
        await pilot.click(ArticleView, offset=(x + 2, y))
        assert article_screen(pilot).desk.current.quote_index is None


async def test_clicking_a_key_point_goes_to_its_place(opened) -> None:
    async with opened() as pilot:
        await pilot.press("p")
        await pilot.pause()
        view = article_screen(pilot).view
        x, y = place_of(view, "The builder, Havel Works")
        await pilot.click(ArticleView, offset=(x, y))
        await pilot.pause()
        assert view.text_in_sight()[1] > dam_story.KEY_POINTS[2].start
        assert view.scroll_offset.y > 0


async def test_clicking_in_the_lists(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.click(Tabs, offset=(14, 0))
        assert screen.desk.pane == "actors"
        await pilot.click("#actors", offset=(4, 5))
        await pilot.pause()
        assert screen.desk.current.actor_id == "arno"
        assert screen.desk.pane == "article"


async def test_clicking_the_footer_runs_the_command(opened) -> None:
    async with opened() as pilot:
        line = text(pilot.app.screen.query_one(KeyLine))
        await pilot.click(KeyLine, offset=(line.index("next quote"), 0))
        await pilot.pause()
        assert article_screen(pilot).desk.current.quote_index == 0


async def test_the_lists_follow_the_article_and_the_article_the_lists(opened) -> None:
    async with opened() as pilot:
        screen = article_screen(pilot)
        await pilot.press("]", "]", "]")
        assert current_of(pilot, "quotes") == ("quote", 2)
        await pilot.press("tab", "j")
        await pilot.pause()
        assert screen.desk.current.quote_index == 3
        assert screen.desk.pane == "quotes"


async def test_what_has_the_keys_is_seen_without_colour(opened) -> None:
    async with opened() as pilot:
        tabs = pilot.app.screen.query_one(Tabs)
        assert "▸" not in text(tabs)
        await pilot.press("tab")
        await pilot.pause()
        assert "▸ Quotes" in text(tabs)
        assert "━" in text(tabs)


async def test_without_colour_nothing_is_coloured(opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        await pilot.press("]", "]")
        await pilot.pause()
        styles = [(segment.text, segment.style) for strip in drawn(pilot) for segment in strip if segment.style]
        default = {None, "default"}
        for _, style in styles:
            assert {style.color and style.color.name, style.bgcolor and style.bgcolor.name} <= default
        current = [words for words, style in styles if style.reverse]
        assert any("the works would not resume" in words for words in current)


def drawn(pilot: Pilot[None]) -> list[Strip]:
    """The whole screen as it goes to the terminal."""
    app = pilot.app
    strips = app.screen._compositor.render_strips(app.screen.size)
    for line_filter in app._filters:
        if line_filter.enabled:
            strips = [strip.apply_filter(line_filter, app.screen.styles.background) for strip in strips]
    return strips


async def test_the_current_item_of_a_list_is_marked_without_colour(opened) -> None:
    async with opened(size=(130, 60)) as pilot:
        quotes = article_screen(pilot).query_one("#quotes", RowList)
        assert "▌" not in text(quotes)
        await pilot.press("]", "]")
        await pilot.pause()
        marked = [line for line in lines(quotes) if line.startswith("▌")]
        assert marked[0].startswith("▌   said the works would")


async def test_speakers_in_doubt_have_a_question_mark(opened) -> None:
    async with opened(size=(130, 60)) as pilot:
        listed = text(article_screen(pilot).query_one("#quotes", RowList))
        assert "Ines Calder ?" in listed
        assert listed.count("?") == 1


async def test_consecutive_quotes_of_a_speaker_stand_under_one_name(opened) -> None:
    async with opened(size=(130, 60)) as pilot:
        listed = [line.strip() for line in lines(article_screen(pilot).query_one("#quotes", RowList))]
        assert listed[0] == "Ines Calder"
        assert listed.count("Ines Calder") == 2


async def test_of_quotes_under_one_name_the_doubted_one_is_marked(opened) -> None:
    reading = dam_story.reading()
    doubted = msgspec.structs.replace(dam_story.QUOTES[1], confidence=0.7)
    quotes = (dam_story.QUOTES[0], doubted, *dam_story.QUOTES[2:])
    reading = msgspec.structs.replace(reading, analysis=msgspec.structs.replace(reading.analysis, quotes=quotes))
    async with opened(reading, size=(130, 60)) as pilot:
        listed = [line.strip() for line in lines(article_screen(pilot).query_one("#quotes", RowList))]
        assert listed[0] == "Ines Calder"
        assert "spring ?" in listed


async def test_long_status_is_shortened_not_wrapped(opened) -> None:
    reading = dam_story.reading()
    actors = (msgspec.structs.replace(reading.analysis.actors[1], name="Ines " * 60), *reading.analysis.actors[2:])
    reading = msgspec.structs.replace(reading, analysis=msgspec.structs.replace(reading.analysis, actors=actors))
    async with opened(reading, size=NARROW) as pilot:
        await pilot.press("]")
        await pilot.pause()
        assert "…" in status(pilot)
        assert status(pilot).rstrip().endswith("min left ──")


async def test_warnings_are_shown(opened, own_folders) -> None:
    themes = own_folders / "config" / "onrecord" / "themes"
    themes.mkdir(parents=True)
    (themes / "mine.toml").write_text("dark = [bold]")
    async with opened(config=Config(theme="nowhere")) as pilot:
        assert any("mine.toml" in toast for toast in toasts(pilot))
        assert any("no theme 'nowhere'" in toast for toast in toasts(pilot))


async def test_sidebar_keeps_its_place_when_the_theme_changes(opened) -> None:
    async with opened() as pilot:
        await pilot.press("]", "]", "t")
        await pilot.pause()
        assert current_of(pilot, "quotes") == ("quote", 1)


async def test_an_article_without_quotes_says_so(opened) -> None:
    reading = msgspec.structs.replace(dam_story.reading(), analysis=Analysis())
    async with opened(reading) as pilot:
        assert "No quotes were found in this article." in text(article_screen(pilot).query_one("#quotes", RowList))
        assert "0 quotes, 0 speakers" in status(pilot)


async def test_an_article_in_which_nothing_was_looked_for_says_why(opened) -> None:
    reading = msgspec.structs.replace(dam_story.reading(), analysis=Analysis(notes=("The text is in Finnish.",)))
    async with opened(reading) as pilot:
        listed = text(article_screen(pilot).query_one("#quotes", RowList))
        assert listed.split() == ["The", "text", "is", "in", "Finnish."]
        assert "The text is in Finnish." in status(pilot)


async def test_the_palette_of_the_start_screen_has_no_commands_for_articles() -> None:
    app = OnRecord(Config())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, all_done(pilot))
        shown = whole_screen(app)
        assert "Next theme" in shown
        assert "Next quote" not in shown


async def test_the_margin_says_where_the_article_was_corrected(opened) -> None:
    reading = dam_story.reading()
    words = "a senior engineer"
    at = dam_story.span("A senior engineer")
    corrected = msgspec.structs.replace(reading.article, corrections=(at,))
    async with opened(msgspec.structs.replace(reading, article=corrected)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        marked = [line for line in lines(article_screen(pilot).view) if line.lstrip().startswith("⚑ ")]
        assert len(marked) == 1
        assert words in marked[0].lower()

"""Every key of the command table does what the table says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import dam_story
import pytest
from processes import all_done, until
from screen_text import article_screen, current_of, lines, status, text, toasts, whole_screen
from textual.pilot import Pilot
from textual.widgets import Input

from reader.settings import state
from reader.ui.commands.table import COMMANDS, markdown_table
from reader.ui.keys.command import WINDOWS, Command
from reader.ui.keys.keymap import key_labels
from reader.ui.widgets.sidebar_width import NARROWEST_ARTICLE, NARROWEST_SIDEBAR, STEP
from reader.ui.widgets.tabs import Tabs
from reader.ui.windows.evidence import EvidenceWindow
from reader.ui.windows.filter import FilterWindow
from reader.ui.windows.help import HelpWindow
from reader.ui.windows.open import OpenWindow

Check = Callable[[Pilot[None], str], Awaitable[None]]
CHECKS: dict[str, Check] = {}

QUOTES = len(dam_story.QUOTES)


def check(*ids: str) -> Callable[[Check], Check]:
    def keep(function: Check) -> Check:
        CHECKS.update(dict.fromkeys(ids, function))
        return function

    return keep


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def top(pilot: Pilot[None]) -> int:
    return article_screen(pilot).view.scroll_offset.y


def quote(pilot: Pilot[None]) -> int | None:
    return article_screen(pilot).desk.current.quote_index


@check("scroll_down")
async def down_a_line(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert top(pilot) == 1


@check("scroll_up")
async def up_a_line(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "j", "j", key)
    assert top(pilot) == 1


@check("page_down")
async def down_a_page(pilot: Pilot[None], key: str) -> None:
    height = article_screen(pilot).view.size.height
    await press(pilot, key)
    assert height - 4 < top(pilot) < height


@check("page_up")
async def up_a_page(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "space", "space", key, key)
    assert top(pilot) == 0


@check("half_page_down")
async def down_half_a_page(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert top(pilot) == article_screen(pilot).view.size.height // 2


@check("half_page_up")
async def up_half_a_page(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "space", key)
    assert top(pilot) == article_screen(pilot).view.size.height // 2 - 2


@check("top")
async def to_the_top(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "space", key)
    assert top(pilot) == 0


@check("bottom")
async def to_the_end(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    view = article_screen(pilot).view
    assert top(pilot) == view.virtual_size.height - view.size.height
    assert "100%" in status(pilot)


@check("next_heading")
async def to_the_next_heading(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    view = article_screen(pilot).view
    heading = next(block for block in dam_story.article().blocks if block.kind == "heading")
    assert view.text_in_sight()[0] == heading.start
    await press(pilot, key)
    assert "No heading further on." in toasts(pilot)


@check("previous_heading")
async def to_the_previous_heading(pilot: Pilot[None], key: str) -> None:
    await pilot.resize_terminal(130, 20)
    await press(pilot, "G", key)
    assert "“We heard it at night”" in text(article_screen(pilot).view).splitlines()[1]
    await press(pilot, key)
    assert "No heading before this." in toasts(pilot)


@check("back")
async def back_before_the_jump(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "j", "j", "G", "1", key)
    view = article_screen(pilot).view
    assert top(pilot) == view.virtual_size.height - view.size.height
    await press(pilot, key)
    assert top(pilot) == 2
    await press(pilot, *[key] * 20)
    assert "Nowhere to go back to." in toasts(pilot)


@check("centre")
async def what_is_current_comes_to_the_middle(pilot: Pilot[None], key: str) -> None:
    await pilot.resize_terminal(130, 20)
    view = article_screen(pilot).view
    await press(pilot, "]", "]", "]", "]", "]")
    await press(pilot, key)
    first, last = view.galley.rows_of(dam_story.QUOTES[4])
    middle = top(pilot) + view.size.height // 2
    assert first <= middle <= last + 1
    before = top(pilot)
    await press(pilot, key)
    assert top(pilot) == before
    await press(pilot, "backspace")
    assert top(pilot) != before


@check("follow")
async def follows_a_link(pilot: Pilot[None], key: str) -> None:
    opened: list[str] = []
    pilot.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign] # no browser in a test
    await press(pilot, "l", key)
    view = article_screen(pilot).view
    numbers = view.text_in_sight()
    wanted = [url for words, url in dam_story.LINKS if numbers[0] <= dam_story.TEXT.index(words) < numbers[1]]
    assert len(wanted) == 2
    assert "2hanged twice" in text(view)
    await press(pilot, "9", "enter")
    assert article_screen(pilot).desk.link_bar.is_open
    await press(pilot, "2", "enter")
    assert opened == [wanted[1]]
    assert "2hanged twice" not in text(view)
    await press(pilot, key, "escape")
    assert not article_screen(pilot).desk.link_bar.is_open
    assert "changed twice" in text(view)


@check("narrower", "wider")
async def sets_the_text_in_another_measure(pilot: Pilot[None], key: str) -> None:
    view = article_screen(pilot).view
    before = view.width
    await press(pilot, key)
    step = -4 if key == "<" else 4
    assert view.width == before + step
    assert pilot.app.config.measure == before + step  # type: ignore[attr-defined]


@check("next_pane")
async def through_the_panes(pilot: Pilot[None], key: str) -> None:
    seen = []
    for _ in range(5):
        await press(pilot, key)
        focused = pilot.app.focused
        assert focused is not None
        seen.append(focused.id)
    assert seen == ["quotes", "actors", "timeline", "figures", "article"]


@check("previous_pane")
async def back_through_the_panes(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert article_screen(pilot).desk.pane == "figures"
    await press(pilot, key)
    assert article_screen(pilot).desk.pane == "timeline"


@check("choose")
async def from_the_list_to_the_article(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "tab", "G", key)
    assert article_screen(pilot).desk.pane == "article"
    assert quote(pilot) == QUOTES - 1
    assert "▌ all.”" in text(article_screen(pilot).view)


@check("key_point")
async def to_a_key_point(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "G", key)
    view = article_screen(pilot).view
    number = int(key)
    if number > len(dam_story.KEY_POINTS):
        assert top(pilot) == view.virtual_size.height - view.size.height
    else:
        assert dam_story.KEY_POINTS[number - 1].text[:30] in text(view)
        assert f"key point {number}/3" in status(pilot)


@check("next_quote", "next")
async def to_the_next_quote(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key, key)
    assert quote(pilot) == 1
    assert f"quote 2/{QUOTES} · Ines Calder" in status(pilot)
    assert current_of(pilot, "quotes") == ("quote", 1)
    await press(pilot, *[key] * QUOTES)
    assert quote(pilot) == QUOTES - 1


@check("previous_quote", "previous")
async def to_the_previous_quote(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "]", "]", "]", key)
    assert quote(pilot) == 1


@check("next_same_speaker")
async def to_the_same_speaker(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "]", "]", key)
    assert quote(pilot) == 5
    await press(pilot, key, key, key)
    assert quote(pilot) == 9


@check("previous_same_speaker")
async def back_to_the_same_speaker(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "]", "]", "}", key)
    assert quote(pilot) == 1


@check("next_actor")
async def to_the_next_actor(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert article_screen(pilot).desk.current.actor_id == "calder"
    await press(pilot, key)
    assert "actor 2/5 · Piet Arno" in status(pilot)
    assert article_screen(pilot).sidebar.open_list.id == "actors"


@check("previous_actor")
async def to_the_previous_actor(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "a", key)
    assert "actor 5/5" in status(pilot)


@check("denied")
async def to_the_denied_quote(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "]", key)
    assert quote(pilot) == 0
    assert toasts(pilot) == ["This quote denies no other."]
    await press(pilot, *["]"] * 7)
    assert quote(pilot) == 7
    await press(pilot, key)
    assert quote(pilot) == 6


@check("filter")
async def lists_some_quotes(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, FilterWindow)
    await press(pilot, "j", "enter")
    assert not isinstance(pilot.app.screen, FilterWindow)
    assert "Quotes 4/11 · Calder" in text(article_screen(pilot).query_one(Tabs))
    await press(pilot, "]", "]", "]")
    assert quote(pilot) == 5
    assert "quote 3/4 of those listed · Ines Calder" in status(pilot)


@check("toggle_sidebar")
async def hides_the_sidebar(pilot: Pilot[None], key: str) -> None:
    screen = article_screen(pilot)
    before = screen.view.size.width
    await press(pilot, "tab", key)
    assert not screen.sidebar.display
    assert screen.desk.pane == "article"
    assert screen.view.size.width > before
    await press(pilot, key)
    assert screen.sidebar.display
    assert screen.view.size.width == before


@check("narrower_sidebar")
async def narrows_the_sidebar(pilot: Pilot[None], key: str) -> None:
    before = article_screen(pilot).sidebar.outer_size.width
    await press(pilot, key)
    assert article_screen(pilot).sidebar.outer_size.width == before - STEP == state.load().sidebar_width
    await press(pilot, *[key] * 20)
    assert article_screen(pilot).sidebar.outer_size.width == NARROWEST_SIDEBAR


@check("wider_sidebar")
async def widens_the_sidebar(pilot: Pilot[None], key: str) -> None:
    before = article_screen(pilot).sidebar.outer_size.width
    await press(pilot, key)
    assert article_screen(pilot).sidebar.outer_size.width == before + STEP == state.load().sidebar_width
    await press(pilot, *[key] * 30)
    assert article_screen(pilot).view.outer_size.width == NARROWEST_ARTICLE - 1


def inks_of(pilot: Pilot[None], words: str) -> str:
    """The colour that words of the article are drawn in."""
    view = article_screen(pilot).view
    strip = next(view.render_line(y) for y in range(view.size.height) if words in view.render_line(y).text)
    return next(s.style.color.name for s in strip if s.style and s.style.color and words in s.text)


@check("dim")
async def dims_all_but_the_quotes(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "G")
    before = top(pilot)
    words = "answered an hour"
    plain = inks_of(pilot, words)
    await press(pilot, key)
    assert inks_of(pilot, words) != plain
    assert status(pilot).startswith("── dimmed · ")
    assert top(pilot) == before
    await press(pilot, key)
    assert inks_of(pilot, words) == plain
    assert "dimmed" not in status(pilot)


@check("alone")
async def shows_one_speaker_alone(pilot: Pilot[None], key: str) -> None:
    screen = article_screen(pilot)
    await press(pilot, key)
    assert screen.desk.focus_on.alone is None
    await press(pilot, "]", "]", key)
    assert f"alone · quote 2/{QUOTES} · Ines Calder" in status(pilot)
    assert "Ines Calder · promise" in text(screen.view)
    assert "Work on the Orle dam" not in text(screen.view)
    await press(pilot, key)
    assert "She said the works would not resume" in text(screen.view)


@check("context")
async def shows_what_is_around_the_words(pilot: Pilot[None], key: str) -> None:
    screen = article_screen(pilot)
    await press(pilot, "]", "]", "]", "e")
    assert "told reporters at the site" not in text(screen.view)
    await press(pilot, key)
    assert "told reporters at the site" in text(screen.view)
    assert "alone, in context · " in status(pilot)
    await press(pilot, key)
    assert "told reporters at the site" not in text(screen.view)
    await press(pilot, "e")


@check("find")
async def finds_while_typing(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key, *"wall")
    assert "match 1/4 · wall" in status(pilot)
    await press(pilot, "enter", "n", "n")
    assert "match 3/4" in status(pilot)
    await press(pilot, "N")
    assert "match 2/4" in status(pilot)


@check("leave")
async def leaves_one_thing_after_another(pilot: Pilot[None], key: str) -> None:
    screen = article_screen(pilot)
    await press(pilot, "]", "u", "j", "enter", "tab", "/", *"dam", "enter")
    await press(pilot, key)
    assert not screen.desk.finder.active
    assert screen.sidebar.filter
    await press(pilot, key)
    assert not screen.sidebar.filter
    assert quote(pilot) == 0
    await press(pilot, "tab", key)
    assert screen.desk.pane == "article"
    assert quote(pilot) == 0
    await press(pilot, key)
    assert quote(pilot) is None
    assert status(pilot).startswith(f"── {QUOTES} quotes, 5 speakers ")


@check("save")
async def saves_a_note(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    (note,) = Path.cwd().glob("*.md")
    assert note.name == f"2026-03-12 {dam_story.HEADLINE}.md"
    assert toasts(pilot) == [f"Saved: {note}"]


@check("copy")
async def copies_the_quote(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app.clipboard == ""
    await press(pilot, "]", key)
    assert pilot.app.clipboard == (
        "“Nobody will sleep under that wall until I have seen it myself,”\n"
        "— Ines Calder, the valley’s governor\n"
        f"{dam_story.HEADLINE}\n"
        "Harbour Post, 2026-03-12\n"
        "https://harbourpost.example/orle-dam"
    )


@check("copy_selection")
async def copies_what_is_selected(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app.clipboard == ""
    await drag_over(pilot, "senior engineer", "all.”")
    await press(pilot, key)
    assert pilot.app.clipboard == dam_story.TEXT[dam_story.TEXT.index("senior engineer") :]
    assert toasts(pilot)[-1] == "Copied the selected text."


async def drag_over(pilot: Pilot[None], first: str, last: str) -> None:
    """Select with the mouse, from the beginning of some words to the end of others."""
    view = article_screen(pilot).view
    await press(pilot, "G")
    drawn = text(view).splitlines()
    ends = []
    for words in (first, last):
        y = next(y for y, line in enumerate(drawn) if words in line)
        ends.append((drawn[y].index(words) + (len(words) - 1 if words == last else 0), y))
    await pilot.mouse_down(view, offset=ends[0])
    await pilot.hover(view, offset=ends[1])
    await pilot.mouse_up(view, offset=ends[1])
    await pilot.pause()


@check("copy_menu")
async def copies_what_is_chosen(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key, "1")
    assert pilot.app.clipboard == ""
    await press(pilot, "3")
    assert pilot.app.clipboard == f"{dam_story.HEADLINE}\nhttps://harbourpost.example/orle-dam"
    assert toasts(pilot)[-1] == "Copied the link."
    await press(pilot, key, "j", "escape")
    await press(pilot, key, "2")
    assert pilot.app.clipboard.count("\n- ") == len(dam_story.KEY_POINTS)
    await press(pilot, key, "4")
    assert pilot.app.clipboard.startswith("---\n")
    await press(pilot, "]", key, "enter")
    assert "— Ines Calder, the valley’s governor" in pilot.app.clipboard


@check("check")
async def shows_what_a_quote_rests_on(pilot: Pilot[None], key: str) -> None:
    # What can be decided there is in test_mending.
    await press(pilot, key)
    assert "Choose a quote first: ] goes to the next one." in toasts(pilot)
    await press(pilot, "]", key)
    assert isinstance(pilot.app.screen, EvidenceWindow)


@check("undo")
async def takes_the_last_decision_back(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "]", "!", "1")
    assert article_screen(pilot).desk.current.quote.corrections == ("right",)  # type: ignore[union-attr]
    await press(pilot, key)
    assert article_screen(pilot).desk.current.quote == dam_story.QUOTES[0]
    await press(pilot, key)
    assert toasts(pilot)[-1] == "There is nothing to take back: you have marked and decided nothing here."


@check("star", "tag", "note", "turn_read")
async def says_that_nothing_is_kept(pilot: Pilot[None], key: str) -> None:
    # Without a library; what is marked in one is in test_keeping.
    await press(pilot, key)
    assert toasts(pilot)[-1] == "Nothing is kept of this article, so that it cannot be marked."


@check("next_unread", "previous_unread")
async def says_that_there_is_no_other(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert toasts(pilot)[-1] == "There is no other unread article that way."


@check("person")
async def has_no_page_without_a_library(pilot: Pilot[None], key: str) -> None:
    # With one: test_pages.
    await press(pilot, key)
    assert toasts(pilot)[-1].startswith("Choose a quote or an actor first")
    await press(pilot, "]", key)
    await pilot.app.workers.wait_for_complete()
    assert "There is no library." in toasts(pilot)[-1]


@check("story", "changes")
async def has_no_story_without_a_library(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    await pilot.app.workers.wait_for_complete()
    assert "There is no library." in toasts(pilot)[-1]


@check("image")
async def says_what_is_to_be_seen(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    # The story has no image; what is shown of one is in test_image.
    assert toasts(pilot)[-1] == "This article has no lead image."


@check("fold_points")
async def folds_the_key_points(pilot: Pilot[None], key: str) -> None:
    view = article_screen(pilot).view
    assert "3 · p shows them" in text(view)
    await press(pilot, "G", key)
    assert "p folds them" in lines(view)[0]
    assert {row.point for row in view.galley.head} == {0, 1, 2, 3}
    assert state.load().points_folded is False
    await press(pilot, key)
    assert "3 · p shows them" in text(view)
    assert {row.point for row in view.galley.head} == {0}
    assert state.load().points_folded is True


@check("more_points", "fewer_points", "next_method")
async def asks_for_other_key_points(pilot: Pilot[None], key: str) -> None:
    # What comes of it, with the worker processes, is in test_points.
    screen = article_screen(pilot)
    before = screen.desk.config
    await press(pilot, key)
    assert screen.desk.config != before
    assert pilot.app.config == screen.desk.config


@check("choose_theme")
async def previews_themes(pilot: Pilot[None], key: str) -> None:
    before = pilot.app.theme
    await press(pilot, key, "j")
    assert pilot.app.theme != before
    await press(pilot, "escape")
    assert pilot.app.theme == before
    assert state.load().theme == ""
    await press(pilot, key, "k", "enter")
    assert pilot.app.theme != before
    assert state.load().theme == pilot.app.theme


@check("browser")
async def opens_the_browser(pilot: Pilot[None], key: str) -> None:
    opened: list[str] = []
    pilot.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign] # no browser in a test
    await press(pilot, key)
    assert opened == ["https://harbourpost.example/orle-dam"]


@check("retry")
async def has_nothing_to_try_again(pilot: Pilot[None], key: str) -> None:
    # What it does after an error is in test_flow.
    await press(pilot, key)
    assert article_screen(pilot).desk.session.failure is None
    assert quote(pilot) is None


@check("theme")
async def goes_round_the_themes(pilot: Pilot[None], key: str) -> None:
    before = pilot.app.theme
    await press(pilot, key)
    assert pilot.app.theme != before
    assert state.load().theme == pilot.app.theme


@check("help")
async def shows_every_key(pilot: Pilot[None], key: str) -> None:
    await pilot.resize_terminal(90, 160)
    await press(pilot, key)
    assert isinstance(pilot.app.screen, HelpWindow)
    shown = whole_screen(pilot.app)
    for command in COMMANDS:  # those of the windows as well, but not those of other screens
        if not {"article", "everywhere", *WINDOWS} & set(command.acts):
            continue
        assert " ".join(key_labels(command)) in shown
        assert command.description in shown
    await press(pilot, "escape")
    assert not isinstance(pilot.app.screen, HelpWindow)


@check("library")
async def says_that_there_is_no_library(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    await until(pilot, lambda: bool(toasts(pilot)))
    assert toasts(pilot)[0].startswith("There is no library.")  # what one holds is in test_home
    await until(pilot, lambda: pilot.app.screen is article_screen(pilot))


@check("command_palette")
async def runs_a_command_by_name(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key, *"next quote of the")
    await until(pilot, all_done(pilot))
    await press(pilot, "enter")
    await pilot.pause()
    assert quote(pilot) == 0


@check("open")
async def asks_for_another_article(pilot: Pilot[None], key: str) -> None:
    # What comes of it, with the worker processes, is in test_opening.
    await press(pilot, key)
    assert isinstance(pilot.app.screen, OpenWindow)
    await press(pilot, *"qQ")  # what is typed is no command
    assert pilot.app.screen.query_one(Input).value == "qQ"


@check("close", "quit")
async def quits(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert not pilot.app.is_running


# What the others do, and these on other screens, is in test_scopes.
OF_ARTICLE = [command for command in COMMANDS if {"article", "everywhere"} & set(command.acts)]


def test_every_command_has_a_check() -> None:
    assert set(CHECKS) == {command.id for command in OF_ARTICLE}


# These leave more behind than Escape, `g` and the end of all toasts undo: a size, a measure, a clipboard, a theme.
ALONE = {
    *("previous_heading", "centre", "help", "narrower", "wider", "key_point"),
    *("copy", "copy_selection", "copy_menu", "choose_theme", "command_palette", "close", "quit"),
}
# The others share a program, a few at a time: to open one takes longer than most checks.
SHARED = [command for command in OF_ARTICLE if command.id not in ALONE]
RUNS = [
    *([command] for command in OF_ARTICLE if command.id in ALONE),
    *(SHARED[at : at + 12] for at in range(0, len(SHARED), 12)),
]


@pytest.mark.parametrize("commands", RUNS, ids=lambda commands: commands[0].id)
async def test_keys_of(opened, commands: list[Command]) -> None:
    async with opened() as pilot:
        for does, key in [(CHECKS[each.id], key) for each in commands for key in each.keys.split()]:
            await does(pilot, key)
            if pilot.app.is_running:
                pilot.app.clear_notifications()
                await press(pilot, "escape", "escape", "g")


def test_no_key_has_two_meanings() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split()]
    assert sorted(keys) == sorted(set(keys))


def test_key_table_of_the_readme_has_every_command() -> None:
    table = markdown_table()
    assert table.count("\n") == len(COMMANDS) + 1
    for command in COMMANDS:
        assert command.description in table

"""The reader's own keys: names as people write them, faults and clashes, and the keys at work."""

from __future__ import annotations

import dam_story
import pytest
from processes import all_done, until
from screen_text import article_screen, text, toasts, whole_screen
from textual.command import CommandPalette

from conftest import WIDE
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.commands.table import SECTIONS
from reader.ui.keys.command import commands_of
from reader.ui.keys.names import label, named, with_own
from reader.ui.widgets.bars import KeyLine

NAMES = [
    ("a letter", "j", "j", "j"),
    ("a capital letter", "G", "G", "G"),
    ("a capital letter, spelt out", "Shift+G", "G", "G"),
    ("a mark", "?", "?", "?"),
    ("a comma", ",", ",", ","),
    ("a plus", "+", "+", "+"),
    ("a minus", "-", "-", "-"),
    ("a letter of another script", "я", "я", "я"),
    ("Ctrl", "Ctrl+N", "ctrl+n", "Ctrl+N"),
    ("Ctrl with a hyphen", "ctrl-n", "ctrl+n", "Ctrl+N"),
    ("Control", "Control+n", "ctrl+n", "Ctrl+N"),
    ("two modifiers in any order", "shift+ctrl+down", "ctrl+shift+down", "Ctrl+Shift+↓"),
    ("Alt", "alt+x", "alt+x", "Alt+X"),
    ("page down", "PgDn", "pagedown", "PgDn"),
    ("page down in two words", "Page Down", "pagedown", "PgDn"),
    ("space", "Space", "space", "Space"),
    ("space itself", " ", "space", "Space"),
    ("escape", "Esc", "escape", "Esc"),
    ("return", "Return", "enter", "Enter"),
    ("shift and tab", "Shift+Tab", "shift+tab", "Shift+Tab"),
    ("an arrow", "↓", "down", "↓"),
    ("an arrow in words", "Down", "down", "↓"),
    ("a function key", "F5", "f5", "F5"),
    ("what the terminal sends as another key", "ctrl+i", "tab", "Tab"),
]
NO_NAMES = [
    ("nothing", ""),
    ("two keys", "g g"),
    ("a word", "jump"),
    ("a wrong modifier", "hyper+x"),
    ("a modifier alone", "ctrl"),
    ("a modifier twice", "ctrl+ctrl+x"),
    ("a modifier and nothing", "ctrl+"),
    ("a function key too many", "f25"),
    ("what shift makes of a digit", "shift+1"),
    ("a mark that terminals do not send", "ctrl+?"),
    ("a control character", "\x1b"),
    ("markup", "[red]"),
]


@pytest.mark.parametrize(("written", "name", "shown"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_names_of_keys(written: str, name: str, shown: str) -> None:
    assert named(written) == name
    assert label(name) == shown


@pytest.mark.parametrize("written", [row[1] for row in NO_NAMES], ids=[row[0] for row in NO_NAMES])
def test_what_is_no_key(written: str) -> None:
    assert named(written) is None


def test_every_key_of_the_table_has_its_own_name() -> None:
    for command in commands_of(SECTIONS):
        for key in command.keys.split():
            assert named(key) == key
            assert named(label(key)) == key


def keys_with(wanted: dict[str, str | list[str]]) -> tuple[dict[str, str], list[str]]:
    sections, faults = with_own(SECTIONS, wanted)
    return {command.id: command.keys for command in commands_of(sections)}, faults


def test_a_command_gets_the_keys_that_are_asked_for() -> None:
    keys, faults = keys_with({"quit": "Ctrl+Q", "find": ["f5", "/"]})
    assert faults == []
    assert keys["quit"] == "ctrl+q"
    assert keys["find"] == "f5 /"
    assert keys["help"] == "?"


def test_an_empty_list_takes_the_keys_away() -> None:
    keys, faults = keys_with({"theme": [], "save": "t"})
    assert faults == []
    assert keys["theme"] == ""
    assert keys["save"] == "t"


def test_commands_can_change_keys_with_each_other() -> None:
    keys, faults = keys_with({"next_actor": "]", "next_quote": "a"})
    assert faults == []
    assert (keys["next_actor"], keys["next_quote"]) == ("]", "a")


FAULTS = [
    ("an unknown command, near one", {"qiut": "E"}, ("'qiut'", "Did you mean quit?")),
    ("an unknown command, near none", {"zzz": "E"}, ("'zzz'",)),
    ("no key", {"quit": "g g"}, ("quit", "'g g'", "quit keeps Q")),
    ("an empty name", {"quit": ""}, ("quit", "''", "quit keeps Q")),
    ("one of several is no key", {"quit": ["E", "hyper+q"]}, ("'hyper+q'", "quit keeps Q")),
    (
        "a key of another",
        {"quit": ["E", "n"]},
        ("n is asked for by quit (Quit at once)", "belongs to next", "quit keeps Q"),
    ),
    ("the same key by its other name", {"quit": "ctrl+i"}, ("Tab is asked for by quit", "belongs to next_pane")),
    ("one key for two", {"save": "E", "quit": "E"}, ("E is asked for by quit", "belongs to save", "quit keeps Q")),
]


@pytest.mark.parametrize(("wanted", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_faults_are_reported_and_the_default_kept(wanted: dict[str, str | list[str]], said: tuple[str, ...]) -> None:
    keys, faults = keys_with(wanted)
    assert len(faults) == 1
    assert [words for words in said if words not in faults[0]] == []
    assert keys["quit"] == "Q"


def test_who_loses_a_clash_keeps_only_what_nobody_else_has() -> None:
    keys, faults = keys_with({"save": "Q", "quit": "n"})
    # quit asks for another's key; its own has been given to save, which was first.
    assert len(faults) == 1
    assert keys["save"] == "Q"
    assert keys["quit"] == ""


async def test_own_keys_work_and_the_old_ones_do_not(opened) -> None:
    async with opened(config=Config(keys={"next_quote": "Ctrl+N", "next_pane": "F6", "wider_sidebar": []})) as pilot:
        screen = article_screen(pilot)
        await pilot.press("]")
        assert screen.desk.current.quote_index is None
        await pilot.press("ctrl+n")
        assert screen.desk.current.quote_index == 0
        before = screen.sidebar.outer_size.width
        await pilot.press("tab", ".")
        await pilot.pause()
        assert screen.desk.pane == "article"
        assert screen.sidebar.outer_size.width == before
        await pilot.press("f6")
        assert screen.desk.pane == "quotes"


async def test_own_keys_hold_on_every_screen(own_folders) -> None:
    app = OnRecord(Config(keys={"command_palette": "f1", "help": "f2"}), reading=dam_story.reading())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+p", "?")
        await pilot.pause()
        assert len(app.screen_stack) == 2
        await pilot.press("f2")
        await pilot.pause()
        assert "Esc closes" in whole_screen(app)
        await pilot.press("escape", "f1")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)


async def test_keys_in_place_of_the_digits_lead_to_key_points(opened) -> None:
    async with opened(config=Config(keys={"key_point": ["f1", "f2"]})) as pilot:
        await pilot.press("2")
        assert article_screen(pilot).desk.current.point_index is None
        await pilot.press("f2")
        assert article_screen(pilot).desk.current.point_index == 1


async def test_help_footer_and_palette_show_own_keys(opened) -> None:
    async with opened(config=Config(keys={"next_quote": "Ctrl+N", "save": []}), size=(130, 60)) as pilot:
        footer = text(pilot.app.screen.query_one(KeyLine))
        assert "Ctrl+N next quote" in footer
        assert " save" not in footer
        await pilot.press("?")
        await pilot.pause()
        assert "Ctrl+N    Next quote" in whole_screen(pilot.app)
        await pilot.press("escape", "ctrl+p", *"next quote")
        await until(pilot, all_done(pilot))
        assert "Next quote  Ctrl+N" in whole_screen(pilot.app)


async def test_faults_are_shown_as_they_are(opened) -> None:
    async with opened(config=Config(keys={"[@click=app.quit]x[/]": "E"})) as pilot:
        assert toasts(pilot) == ["[keys]: there is no command '[@click=app.quit]x[/]'."]

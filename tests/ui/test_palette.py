"""The command palette: every command with its keys, and the places of the article; names are only names."""

from __future__ import annotations

import dam_story
import msgspec
import pytest
from processes import all_done, until
from screen_text import article_screen, status, text, whole_screen
from textual.command import CommandPalette

from reader.model import Reading, Span
from reader.ui.attention.current import Target
from reader.ui.commands.table import COMMANDS
from reader.ui.keys.keymap import key_labels
from reader.ui.search.jumps import jumps

HOSTILE = ["[@click=app.boom]x[/]", "[/oops]", "[bold red]x", "$primary [$boom]", "\x1b[2Jx", "\u202egnp.exe"]


def named(name: str) -> Reading:
    """The story with another name for its second speaker, and as its second key point."""
    reading = dam_story.reading()
    actors = tuple(
        msgspec.structs.replace(actor, name=name, role=name, aliases=(name,)) if actor.id == "arno" else actor
        for actor in reading.analysis.actors
    )
    first, second, third = reading.analysis.key_points
    points = (first, msgspec.structs.replace(second, text=name), third)
    analysis = msgspec.structs.replace(reading.analysis, actors=actors, key_points=points)
    return msgspec.structs.replace(reading, analysis=analysis)


async def typed(pilot, *words: str) -> str:
    await pilot.press("ctrl+p", *words)
    await until(pilot, all_done(pilot))
    return whole_screen(pilot.app)


async def test_shows_every_command_with_its_keys(opened) -> None:
    async with opened(size=(130, 150)) as pilot:
        shown = await typed(pilot)
        for command in COMMANDS:
            here = {"article", "everywhere"} & set(command.acts)
            if here and command.id != "command_palette" and not command.arguments:
                assert f"{command.description}  {' '.join(key_labels(command))}" in shown


JUMPS = [
    ("a speaker", "speaker arno", "actor 2/5 · Piet Arno"),
    ("a speaker by a part of the name", "calder", "actor 1/5 · Ines Calder"),
    ("a key point by its words", "the finding", "key point 3/3"),
]


@pytest.mark.parametrize(("words", "said"), [row[1:] for row in JUMPS], ids=[row[0] for row in JUMPS])
async def test_jumps(opened, words: str, said: str) -> None:
    async with opened() as pilot:
        await typed(pilot, *words)
        await pilot.press("enter")
        await pilot.pause()
        assert said in status(pilot)


async def test_jumps_to_a_heading(opened) -> None:
    async with opened(size=(130, 20)) as pilot:
        await typed(pilot, *"heading")
        await pilot.press("enter")
        await pilot.pause()
        view = article_screen(pilot).view
        assert view.scroll_offset.y > 0
        assert "“We heard it at night”" in text(view)


async def test_opens_a_list(opened) -> None:
    async with opened() as pilot:
        await typed(pilot, *"list: time")
        await pilot.press("enter")
        await pilot.pause()
        assert article_screen(pilot).desk.pane == "timeline"


@pytest.mark.parametrize("name", HOSTILE)
async def test_names_are_only_shown(opened, name: str) -> None:
    async with opened(named(name)) as pilot:
        shown = await typed(pilot, *"speaker")
        assert isinstance(pilot.app.screen, CommandPalette)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        if name.isprintable():
            assert f"Speaker: {name}" in shown
        await pilot.press("escape", "escape", "?", "escape", "u", "escape", "tab", "tab", "tab", "tab")
        await pilot.pause()
        assert pilot.app.is_running


def test_where_jumps_lead() -> None:
    found = {jump.words: jump.to for jump in jumps(dam_story.reading())}
    assert found["List: timeline"] == "timeline"
    assert found["Speaker: Ines Calder"] == Target("actor", 1)
    assert found["Key point: The builder, Havel Works, played the finding down."] == 3
    heading = dam_story.article().blocks[3]
    assert found["Heading: “We heard it at night”"] == Span(start=heading.start, end=heading.end)

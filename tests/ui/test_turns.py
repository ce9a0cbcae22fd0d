"""Keys that come all at once, as from fast typing: what follows a key that asks for words belongs to these words."""

from __future__ import annotations

from screen_text import toasts
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from reader.ui import turns


async def at_once(pilot: Pilot[None], key: str, words: str) -> str:
    """Press a key and type words as the driver passes them on; gives what stands in the line that has the keys."""
    for each in (key, *words):
        pilot.app.post_message(events.Key(each, each if len(each) == 1 else None))
        await turns.done(pilot.app)
    line = pilot.app.focused
    assert isinstance(line, Input)
    typed = line.value
    await pilot.press("escape")
    return typed


async def test_words_go_to_the_line_that_the_key_before_them_opened(opened) -> None:
    async with opened() as pilot:
        for key in ("slash", "O", "ctrl+p", "slash"):
            assert await at_once(pilot, key, "eqnG") == "eqnG"
        assert not pilot.app.screen.is_modal
        for _ in range(3):
            pilot.app.notify("Said once, as long as it is there.")
        assert toasts(pilot).count("Said once, as long as it is there.") == 1

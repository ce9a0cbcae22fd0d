"""One key after the other: when all that a key set off is done, so that the next one goes to what it opened."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump


async def done(app: App[Any]) -> None:
    """Wait until a key that was posted before is passed on, its command run, and what that opened has the keys.

    Textual passes a key on to whatever has the keys when the key comes in, while the command of the one before is still
    on its way up from widget to widget: of "/ferry" typed fast, "ferry" was five commands.
    """
    await _idle(app)
    for widget in (app.focused or app.screen).ancestors_with_self:
        await _idle(widget)
    # What was run asks for the keys, and a screen that was opened is made first.
    await _idle(app)
    await _idle(app.screen)
    await _idle(app)


async def _idle(pump: MessagePump) -> None:
    """Wait until all that a widget was sent up to now is worked off; for one that is gone, not at all."""
    is_idle = asyncio.Event()
    if pump.call_later(is_idle.set):
        await is_idle.wait()

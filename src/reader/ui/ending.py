"""How the program ends when it is told to from outside: with the terminal as it was found, the place kept, in time."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Protocol

# Asked to end, hung up on, interrupted from another terminal. By number: not every system has all of them.
_ENDING = [getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM") if hasattr(signal, name)]
# Leaving takes a quarter of a second. What takes this long waits for a terminal that takes nothing any more.
_GRACE_SECONDS = 4.0
# What shells add to a signal's number for the exit code of a program that it ended.
_BY_SIGNAL = 128


class Ends(Protocol):
    """A program that runs in an event loop."""

    def exit(self, *, return_code: int) -> None:
        """End it, as its reader would."""

    def leave_at_once(self) -> None:
        """Keep the reader's places and give the terminal back, from any thread, without waiting for the screen."""


class Ending:
    """From here to `close` these signals end the program as a reader would; one that was ignored stays so (nohup).

    Before the program runs, and after, they raise SystemExit, so that everything begun is undone on the way out.
    """

    def __init__(self) -> None:
        self.program: Ends | None = None
        """What is to be ended, once it is there."""
        self.asked = 0
        """Which signal asked for the end; 0 for none."""
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._end)

    def close(self) -> None:
        """Have the signals do what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _end(self, number: int, _: FrameType | None) -> None:
        is_first, self.asked = not self.asked, self.asked or number
        code = _BY_SIGNAL + self.asked
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            loop = None
        if loop is None or self.program is None:
            raise SystemExit(code)
        if is_first:
            # From outside of the loop: it may be asleep.
            loop.call_soon_threadsafe(partial(self.program.exit, return_code=code))
            deadline = threading.Timer(_GRACE_SECONDS, self._end_at_once, (self.program, code))
            deadline.daemon = True
            deadline.start()

    @staticmethod
    def _end_at_once(program: Ends, code: int) -> None:
        program.leave_at_once()
        os._exit(code)

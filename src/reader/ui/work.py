"""Words for what takes a while: what it is, that it goes on, for how long already, and how to stop it. Pure."""

from __future__ import annotations

from typing import NamedTuple

# Under two seconds a number would only flicker.
_COUNTED_FROM = 2
_MARKS = "|/-\\"
# Four marks a second: seen to move, and little to send over a slow line.
BEAT_SECONDS = 0.25


class Work(NamedTuple):
    """Something being done, and when it began, in seconds of a clock that only goes forwards."""

    what: str
    begun: float

    def label(self, now: float) -> str:
        """What the status says of it: "/ fetching… 3 s · Esc stops"."""
        seconds = now - self.begun
        mark = _MARKS[int(seconds / BEAT_SECONDS) % len(_MARKS)]
        counted = f" {int(seconds)} s" if seconds >= _COUNTED_FROM else ""
        return f"{mark} {self.what}{counted} · Esc stops"

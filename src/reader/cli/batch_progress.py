"""How far a run over an archive is: a line that changes for somebody who looks, one a minute for a file."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from reader.cli.output import tell
from reader.render.attribution import counted

if TYPE_CHECKING:
    from reader.batch.inputs import Inputs
    from reader.batch.run import Batch

_LOOKED_AT_SECONDS, _UNSEEN_SECONDS = 0.5, 60.0
# Before that a rate says more about the start than about the run.
_SETTLED_SECONDS = 20.0


class Progress:
    """Tells of a run when something is to be told; to be closed at its end.

    Args:
        inputs: says how much of the input was read.
    """

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._is_seen = sys.stderr.isatty()
        self._begun = self._told = time.monotonic()
        # How much had been read when the first record that was not done before came.
        self._skipped: int | None = None
        self._bar = _Bar() if self._is_seen else None

    def beat(self, batch: Batch) -> None:
        """Tell how far it is, where the last time is long enough ago."""
        now = time.monotonic()
        if self._skipped is None and batch.counts.articles:
            self._skipped = self._inputs.read
        if now - self._told < (_LOOKED_AT_SECONDS if self._is_seen else _UNSEEN_SECONDS):
            return
        self._told = now
        line = told(batch, now - self._begun, self._left(now - self._begun))
        if self._bar:
            self._bar.update(line)
        else:
            tell(line)

    def close(self) -> None:
        """Take the line away."""
        if self._bar:
            self._bar.stop()

    def _left(self, seconds: float) -> float | None:
        """How many seconds are left, by how much of the input was read in this run; None where that tells little."""
        begun = self._skipped
        if begun is None or seconds < _SETTLED_SECONDS or self._inputs.read <= begun:
            return None
        return seconds * (self._inputs.size - self._inputs.read) / (self._inputs.read - begun)


def told(batch: Batch, seconds: float, left: float | None) -> str:
    """How far a run is: "1,204 articles, 3 failed, 7.1 articles a second, about 12 minutes left"."""
    counts = batch.counts
    said = [f"{counts.articles:,} article{'' if counts.articles == 1 else 's'}"]
    if others := sum(counts.skipped.values()) + sum(batch.asides.skipped.values()):
        said.append(f"{others:,} others")
    said += [f"{counts.failed:,} failed", f"{counts.articles / max(seconds, 0.001):.1f} articles a second"]
    if left is not None:
        said.append(f"about {_period(left)} left")
    return ", ".join(said)


def _period(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 120:
        return counted(max(1, minutes), "minute")
    return counted(round(minutes / 60), "hour")


class _Bar:
    """One line that is drawn over again."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.live import Live
        from rich.text import Text

        # Codes of its own, which `streams` would take out of standard error.
        console = Console(file=sys.__stderr__)
        self._live = Live("", console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
        self._text = Text
        self._live.start()

    def update(self, line: str) -> None:
        """Draw another line."""
        self._live.update(self._text(line, no_wrap=True, overflow="ellipsis"), refresh=True)

    def stop(self) -> None:
        """Take it away."""
        self._live.stop()

"""The screen. `run` is the way in; nothing outside this package knows Textual."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

    from reader.model import Source
    from reader.settings.config import Config

__all__ = ["run"]


def run(
    source: str | None,
    config: Config,
    *,
    stdin: bytes | None = None,
    warnings: Sequence[str] = (),
    in_browser: bool = False,
    is_private: bool = False,
    led_by: Source | None = None,
) -> int:
    """Show the screen until the reader leaves it, or a signal ends it.

    Args:
        source: what to open, as `reader.pipeline.load` takes it; None asks for one.
        config: the settings.
        stdin: what came over standard input, read to its end, when the source is "-".
        warnings: sentences to show at the start.
        is_private: nothing is kept of what is read.
        led_by: what named the source; None where the reader gave it.
        in_browser: the screen is not on a terminal, but on textual-serve's end of a pipe.

    Returns:
        The exit code: 128 and the number of the signal where one ended it.
    """
    from reader.ui import gc_tuning

    gc_tuning.put_off()
    # The processes start before Textual is imported: both load at the same time, and the terminal is still ours.
    from reader.settings import paths
    from reader.ui.archive import Archive
    from reader.ui.ending import Ending
    from reader.workers import Lanes

    with contextlib.ExitStack() as at_the_end:
        ending = at_the_end.enter_context(contextlib.closing(Ending()))
        archive = Archive(paths.library_file() if config.library else None, is_private=is_private)
        at_the_end.callback(archive.close)
        lanes = at_the_end.enter_context(contextlib.closing(Lanes(idle_seconds=60 * config.idle_minutes or None)))
        lanes.warm_up(config.language_model)
        from reader.ui import terminal

        known = terminal.Terminal() if in_browser else terminal.meet()
        from reader.ui.app import OnRecord

        driver = None if in_browser else _driver()
        make = partial(OnRecord, config, lanes, source=source, led_by=led_by, stdin=stdin, warnings=warnings)
        ending.program = app = make(terminal=known, driver=driver, archive=archive)
        gc_tuning.spare_what_is_loaded()
        app.run()
        return app.return_code or 0


def _driver() -> type[Driver] | None:
    """What stands between the screen and a terminal; None for Textual's own, where there is no termios."""
    try:
        from reader.ui.driver import TerminalDriver
    except ImportError:
        return None
    return TerminalDriver

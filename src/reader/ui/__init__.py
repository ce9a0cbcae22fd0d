"""The screen. `run` is the way in; nothing outside this package knows Textual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.settings.config import Config

__all__ = ["run"]


def run(
    source: str | None,
    config: Config,
    *,
    stdin: bytes | None = None,
    warnings: Sequence[str] = (),
    in_browser: bool = False,
) -> None:
    """Show the screen until the reader leaves it.

    Args:
        source: what to open, as `reader.pipeline.load` takes it; None asks for one.
        config: the settings.
        stdin: what came over standard input, read to its end, when the source is "-".
        warnings: sentences to show at the start.
        in_browser: the screen is not on a terminal, but on textual-serve's end of a pipe.
    """
    # The processes start before Textual is imported: both load at the same time, and the terminal is still ours.
    from reader.workers import Lanes

    lanes = Lanes()
    try:
        lanes.warm_up(config.language_model)
        from reader.ui import terminal

        known = terminal.Terminal() if in_browser else terminal.meet()
        from reader.ui.app import OnRecord
        from reader.ui.gc_tuning import spare_what_is_loaded

        app = OnRecord(config, lanes, source=source, stdin=stdin, warnings=warnings, terminal=known)
        spare_what_is_loaded()
        app.run()
    finally:
        lanes.close()

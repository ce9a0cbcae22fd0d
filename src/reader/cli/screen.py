"""The commands that open the screen: on this terminal, or in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from reader.cli import completing
from reader.cli.output import fail
from reader.cli.showing import Start, show
from reader.cli.usage import HIGHEST_PORT, WrongUse
from reader.errors import ReaderError

Theme = Annotated[
    str,
    typer.Option(
        "--theme", metavar="NAME", autocompletion=completing.themes, show_default=False, help="The theme of this run."
    ),
]
Private = Annotated[
    bool, typer.Option("--private", show_default=False, help="Keep nothing of what is read in this run.")
]


def open_source(
    context: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", show_default=False)],
    theme: Theme = "",
    is_private: Private = False,
) -> None:
    """Open an article on the screen."""
    if len(sources) > 1:
        from reader.fetch import without_password

        second = without_password(sources[1])
        one_too_many = f"The screen opens one SOURCE: {second} is one too many. onrecord summarize takes several."
        raise WrongUse(one_too_many, ctx=context.find_root())
    before: Start = context.obj
    show(sources[0], Start(theme or before.theme, is_private or before.is_private))


def serve(
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", show_default=False)] = None,
    port: Annotated[int, typer.Option(min=0, max=HIGHEST_PORT, help="Where to listen; 0 takes any free port.")] = 0,
) -> None:
    """Open the screen in a browser on this machine.

    Prints an address that works once, in one browser, and serves until Ctrl+C. Nobody else is let in.
    """
    from reader import serve as serving

    try:
        serving.run(source, port)
    except ReaderError as error:
        fail(error)

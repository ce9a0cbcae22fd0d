"""The commands that print what comes with the program: the schema of its JSON, and its templates."""

from typing import Annotated

import typer

from reader.cli import completing
from reader.cli.output import fail, write
from reader.errors import ReaderError


def schema() -> None:
    """Print the JSON Schema of what summarize -f json writes."""
    import json

    from reader.render.json import schema as json_schema

    write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


def list_templates() -> None:
    """Print the names of the templates that come with the program, the default first."""
    from reader.render import markdown

    write("".join(f"{name}\n" for name in markdown.shipped_names()))


def show_template(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]", show_default=False, autocompletion=completing.shipped_templates, help="Else the default."
        ),
    ] = "",
) -> None:
    """Print a template, to start your own from."""
    from reader.render import markdown

    try:
        write(markdown.shipped(name or markdown.DEFAULT))
    except ReaderError as error:
        fail(error)

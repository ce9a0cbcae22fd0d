"""What stands in a note: the renderer of its form, and the template it is made with."""

import os
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from reader import files
from reader.errors import SetupError
from reader.model import Reading
from reader.render import json as as_json
from reader.render import plain

Format = Literal["markdown", "json", "text"]

# Templates are pages long at most; a larger file was given by mistake.
_LARGEST_TEMPLATE = 1_000_000


class Template(NamedTuple):
    """What a Markdown note is made with: Jinja2 source, and its name or path, for errors."""

    name: str
    source: str


def find_template(choice: str) -> Template | None:
    """Find a template by the name of a shipped one or the path of a file; None for "", the default note.

    Raises:
        SetupError: there is none, or it cannot be read.
    """
    if not choice:
        return None
    from reader.render import markdown

    if choice in markdown.shipped_names():
        return Template(choice, markdown.shipped(choice))
    path = Path(os.path.expanduser(choice))
    try:
        return Template(choice, files.read_small(path, _LARGEST_TEMPLATE).decode("utf-8-sig"))
    except FileNotFoundError as error:
        known = ", ".join(markdown.shipped_names())
        raise SetupError(
            f"There is no template {choice}.", f"There are: {known}; or give the path of a file."
        ) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else why
        raise SetupError(f"The template {choice} cannot be read: {why}.", "Choose another file.") from error


def render(
    reading: Reading, form: Format, *, saved: date, template: Template | None = None, one_line: bool = False
) -> str:
    """Write a reading in a form, ending in one line break; `one_line` is for JSON among others, as JSON Lines.

    Raises:
        SetupError: the template is wrong.
    """
    if form == "json":
        return as_json.to_json(reading, indent=None if one_line else 2) + "\n"
    if form == "text":
        return plain.to_plain(reading)
    from reader.render import markdown

    if template is None:
        return markdown.to_markdown(reading, saved=saved)
    return markdown.to_markdown(reading, saved=saved, template=template.source, name=template.name)

"""Writing notes: whole or not at all, and never over the file of another article."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from reader import files
from reader.errors import SetupError
from reader.model import Reading
from reader.notes.content import Format, Template, render
from reader.notes.names import note_name
from reader.notes.origin import origin_of, tells_origin

_SUFFIXES: dict[Format, str] = {"markdown": ".md", "json": ".json", "text": ".txt"}


def save(
    reading: Reading, folder: Path, *, saved: date, form: Format = "markdown", template: Template | None = None
) -> Path:
    """Write an article's note into a folder, which is made when missing.

    A note of the same article, told by the URL or path in it, is updated; any other file stays, and the new one is
    named "… (2)".

    Args:
        reading: the article and what was found in it.
        folder: where notes go.
        saved: today, for the note, and for its name when the article has no date.
        form: how the note is written.
        template: what to make a Markdown note with; the default note unless given.

    Returns:
        The file written.

    Raises:
        SetupError: the folder cannot be made or written, or the template is wrong.
    """
    if reading.source.url is None and reading.source.given != "-":
        # The note may be read anywhere; a path has to hold there too, and two folders may each have a story.txt.
        source = msgspec.structs.replace(reading.source, given=os.path.abspath(reading.source.given))
        reading = msgspec.structs.replace(reading, source=source)
    content = render(reading, form, saved=saved, template=template).encode("utf-8")

    def is_same_article(path: Path) -> bool:
        return path.is_file() and (tells_origin(path, form, origin_of(reading)) or path.read_bytes() == content)

    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _place(content, folder, note_name(reading, saved), _SUFFIXES[form], is_same_article)
    except OSError as error:
        raise SetupError(
            f"The note cannot be written to {folder}: {error.strerror}.", "Choose another folder, or free this one."
        ) from error


def write_to(content: str, path: Path) -> None:
    """Write a file that was asked for by name: whole or not at all, parents made.

    Raises:
        SetupError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device cannot be replaced, only written to
            path.write_text(content, encoding="utf-8")
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        with files.written_beside(content.encode("utf-8"), target.parent) as partial:
            files.replace(partial, target)
    except OSError as error:
        raise SetupError(f"{path} cannot be written: {error.strerror}.", "Choose another place with -o.") from error


def _place(content: bytes, folder: Path, name: str, suffix: str, is_same_article: Callable[[Path], bool]) -> Path:
    """Put a note under the first name that is free or already this article's."""
    with files.written_beside(content, folder) as partial:
        number = 1
        while True:
            target = folder / (f"{name}{suffix}" if number == 1 else f"{name} ({number}){suffix}")
            try:
                files.claim(partial, target)
                return target
            except FileExistsError:
                if is_same_article(target):
                    files.replace(partial, target)
                    return target
            number += 1

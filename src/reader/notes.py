"""Notes in a folder: one file an article, named by date and headline, and never written over another article's.

Owns the file names and the writing; what stands in a note is the renderers' business.
"""

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from reader.errors import SetupError
from reader.model import Reading
from reader.render import json as as_json
from reader.render import plain
from reader.render.untrusted import encodable, web_address

Format = Literal["markdown", "json", "text"]

# Templates are pages long at most; a larger file was given by mistake.
_LARGEST_TEMPLATE = 1_000_000

_SUFFIXES: dict[Format, str] = {"markdown": ".md", "json": ".json", "text": ".txt"}

# File systems take 255 bytes, encrypted ones (eCryptfs, Synology's shares) 143; " (12).md" still has to fit.
_NAME_BYTES = 130
# Separators and what Windows refuses, and the marks that break a [[link]] to the note in Obsidian.
_UNSAFE_IN_NAMES = re.compile(r'[/\\:*?"<>|#^\[\]]')
_UNTITLED = "Untitled"
# Front matter takes a few hundred characters; what has not ended by here is no note.
_FRONT_MATTER_LENGTH = 65_536


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
    path = Path(choice).expanduser()
    try:
        if path.stat().st_size > _LARGEST_TEMPLATE:
            raise SetupError(f"The template {choice} is too large to be one.", "Choose another file.")
        return Template(choice, path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        known = ", ".join(markdown.shipped_names())
        raise SetupError(
            f"There is no template {choice}.", f"There are: {known}; or give the path of a file."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SetupError(f"The template {choice} cannot be read: {why}.", "Choose another file.") from error


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
        return path.is_file() and (_tells_origin(path, form, _origin(reading)) or path.read_bytes() == content)

    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _place(content, folder, note_name(reading, saved), _SUFFIXES[form], is_same_article)
    except OSError as error:
        raise SetupError(
            f"The note cannot be written to {folder}: {error.strerror}.", "Choose another folder, or free this one."
        ) from error


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


def write(content: str, path: Path) -> None:
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
        with _written_beside(content.encode("utf-8"), target.parent) as partial:
            _replace(partial, target)
    except OSError as error:
        raise SetupError(f"{path} cannot be written: {error.strerror}.", "Choose another place with -o.") from error


def note_name(reading: Reading, saved: date) -> str:
    """The name of a note, without its suffix: "2026-03-14 Harbour talks stall over ferry levy".

    It begins with a date, so it never starts with a dot or a dash and is never a name that Windows keeps for itself.
    """
    try:
        day = date.fromisoformat((reading.article.published or "")[:10])
    except ValueError:
        day = saved
    spaced = _UNSAFE_IN_NAMES.sub(" ", reading.article.headline or "")
    # Category C is control and format characters, surrogates and unassigned ones.
    kept = "".join(c for c in spaced if c.isspace() or unicodedata.category(c)[0] != "C")
    title = unicodedata.normalize("NFC", " ".join(kept.split()).strip(" .-")) or _UNTITLED
    return _shortened(f"{day.isoformat()} {title}").rstrip(" .")


def _shortened(name: str) -> str:
    """Cut a name to size, between words where it has any, never inside a character."""
    encoded = name.encode("utf-8")
    if len(encoded) <= _NAME_BYTES:
        return name
    cut = encoded[:_NAME_BYTES].decode("utf-8", "ignore")
    words, space, _ = cut.rpartition(" ")
    # One endless word is cut inside; else only the date would be left.
    return words if space and len(words) > len(cut) // 2 else cut


def _place(content: bytes, folder: Path, name: str, suffix: str, is_same_article: Callable[[Path], bool]) -> Path:
    """Put a note under the first name that is free or already this article's."""
    with _written_beside(content, folder) as partial:
        number = 1
        while True:
            target = folder / (f"{name}{suffix}" if number == 1 else f"{name} ({number}){suffix}")
            try:
                _claim(partial, target)
                return target
            except FileExistsError:
                if is_same_article(target):
                    _replace(partial, target)
                    return target
            number += 1


@contextmanager
def _written_beside(content: bytes, folder: Path) -> Iterator[Path]:
    """Give a file with the content, safely on disk in the folder where it is to be moved into place."""
    partial = folder / f".onrecord-{os.urandom(8).hex()}.partial"
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield partial
    finally:
        partial.unlink(missing_ok=True)


def _claim(partial: Path, target: Path) -> None:
    """Put the file under a new name in one step; FileExistsError when somebody has that name."""
    try:
        os.link(partial, target)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network folders have no links: take the name first, then fill it
        target.open("xb").close()
        partial.replace(target)


def _replace(partial: Path, target: Path) -> None:
    """Put the file in the place of another, which keeps its permissions."""
    if target.exists():
        shutil.copymode(target, partial)
    partial.replace(target)


def _origin(reading: Reading) -> str | None:
    """What tells an article from every other: its address or path. Standard input has none."""
    address = web_address(reading)
    if address or reading.source.given == "-":
        return address
    return encodable(reading.source.given)


def _tells_origin(path: Path, form: Format, origin: str | None) -> bool:
    """Say whether a note on disk is of the article from this address or path."""
    if origin is None:
        return False
    content = path.read_bytes().decode("utf-8", "replace")
    if form == "json":
        return _json_origin(content) == origin
    if form == "text":
        return content.endswith(f"\n{plain.source_line(origin)}\n")
    return origin in _front_matter_origins(content)


def _json_origin(content: str) -> str | None:
    """Read the origin out of a JSON note."""
    try:
        return _origin(as_json.from_json(content))
    except msgspec.DecodeError:
        return None


def _front_matter_origins(content: str) -> list[str]:
    """Read `url` and `source` out of a note's front matter, as we quote them or as another program requoted them."""
    front = re.match(r"---\n(.*?)\n---\n", content[:_FRONT_MATTER_LENGTH], re.DOTALL)
    found = []
    for line in front[1].split("\n") if front else []:
        key, _, value = line.partition(": ")
        if key in ("url", "source"):
            try:
                found.append(str(json.loads(value)))
            except ValueError:
                found.append(value.strip(" '"))
    return found

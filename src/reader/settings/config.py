"""The settings: what each key means, and how the file is read.

A file that is wrong never stops the program: each fault is reported, and the default stands in for it.
"""

import difflib
import re
import reprlib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
from msgspec import Meta

from reader.settings import paths, toml_files
from reader.summarize import METHODS, Method
from reader.text import DEFAULT_MODEL
from reader.text.unsafe_characters import CONTROLS

FILE_NAME = "config.toml"
# No folder, template or key has one in its name, and a terminal would obey it.
_CONTROL = re.compile(f"[{CONTROLS}]")
# A summary of more than 15 sentences is no summary; most news articles have 20 to 60.
MOST_KEY_POINTS = 15
# Shorter lines break phrases, longer ones lose the eye on its way back to the next.
SHORTEST_MEASURE, LONGEST_MEASURE = 40, 120
# What a quote is copied as, and the fields that may stand in it.
CITATION = "{words}\n— {speaker}\n{headline}\n{publisher}, {date}\n{link}"
FIELDS = ("words", "speaker", "cue", "headline", "publisher", "date", "paragraph", "link")


Tint = Literal["calm", "full"]
"""Whose words on the screen have their speaker's colour: the current speaker's, or everybody's."""


class Config(msgspec.Struct, frozen=True):
    """The settings of one run. Each key is documented here, and docs/configuration.md is checked against it."""

    theme: Annotated[
        str, Meta(description='The theme of the screen. "" takes the last one chosen, or one that suits the terminal.')
    ] = ""
    notes_folder: Annotated[
        str,
        Meta(
            description='Where notes are saved; "~" is your home folder. "" is the current folder when started with a '
            'SOURCE, else "On Record" in your documents folder.'
        ),
    ] = ""
    key_points: Annotated[
        int, Meta(ge=1, le=MOST_KEY_POINTS, description=f"How many key points to show, 1 to {MOST_KEY_POINTS}.")
    ] = 5
    method: Annotated[
        Method,
        Meta(
            description=f'How key points are chosen: "news", our own way, or one of sumy\'s: {", ".join(METHODS[1:])}.'
        ),
    ] = "news"
    language_model: Annotated[
        str,
        Meta(min_length=1, description="The installed spaCy model that quotes and actors are found with."),
    ] = DEFAULT_MODEL
    measure: Annotated[
        int,
        Meta(
            ge=SHORTEST_MEASURE,
            le=LONGEST_MEASURE,
            description="The width of the article on the screen, in columns, "
            f"{SHORTEST_MEASURE} to {LONGEST_MEASURE}; < and > change it for the run.",
        ),
    ] = 72
    template: Annotated[
        str,
        Meta(
            description='What Markdown notes are made with: a name that "onrecord template list" shows, or the path of '
            'a file; "" is the default note.'
        ),
    ] = ""
    citation: Annotated[
        str,
        Meta(
            pattern=rf"^(?:[^{{}}]|\{{(?:{'|'.join(FIELDS)})\}})*$",
            description=f"What a quote is copied as: text with {', '.join(f'{{{field}}}' for field in FIELDS)}; a line "
            "whose fields are all empty is left out.",
        ),
    ] = CITATION
    align: Annotated[
        Literal["centre", "left"],
        Meta(description='Where the article stands in a window wider than it: "centre" or "left".'),
    ] = "centre"
    tint: Annotated[
        Tint,
        Meta(
            description='What of the quotes has its speaker\'s colour: "calm" their marks and edges, and the words of '
            'the current speaker; "full" all words.'
        ),
    ] = "calm"
    keep_position: Annotated[bool, Meta(description="Whether an article opened again begins where you were in it.")] = (
        True
    )
    keep_recent: Annotated[
        bool, Meta(description="Whether the articles opened last are listed where another one is asked for.")
    ] = True
    library: Annotated[
        bool,
        Meta(
            description="Whether what you open is kept in the library, with where you were in it, your marks and your "
            "decisions. false keeps nothing, and reads nothing of it."
        ),
    ] = True
    keep_days: Annotated[
        int,
        Meta(ge=0, description="After how many days an article is thrown out that you did not mark; 0 keeps them all."),
    ] = 0
    keep_megabytes: Annotated[
        int,
        Meta(ge=0, description="How large the library may grow before the oldest is thrown out; 0 sets no limit."),
    ] = 0
    idle_minutes: Annotated[
        int,
        Meta(
            ge=0,
            description="After how many minutes without work the processes that read and analyse end, and give back "
            "their memory; the next article takes two seconds longer. 0 keeps them.",
        ),
    ] = 15
    keys: Annotated[
        dict[str, str | list[str]] | Literal["newsboat"],
        Meta(
            description='Your own keys: a command = "key", ["key", "another"], or [] for none; or "newsboat" for that '
            "reader's keys. See below."
        ),
    ] = msgspec.field(default_factory=dict)


def config_file() -> Path:
    """The settings file, there or not."""
    return paths.config_folder() / FILE_NAME


def load(path: Path | None = None) -> tuple[Config, list[str]]:
    """Read the settings.

    Args:
        path: the settings file; `config_file()` unless given.

    Returns:
        The settings, and one sentence for each fault found. No file is no fault.
    """
    path = path or config_file()
    try:
        values = toml_files.read(path)
    except FileNotFoundError:
        return Config(), []
    except OSError as error:
        return Config(), [f"{path} cannot be read ({error.strerror}). The defaults are used."]
    except ValueError as error:
        return Config(), [f"{path}: {error}. The defaults are used."]
    return _checked(values, path)


def _checked(values: dict[str, Any], path: Path) -> tuple[Config, list[str]]:
    """Keep each value that is right; report each key that is unknown or wrong."""
    types = get_type_hints(Config, include_extras=True)
    kept: dict[str, Any] = {}
    warnings = []
    for key, value in values.items():
        if key not in types:
            warnings.append(f"{path}: there is no key {reprlib.repr(key)}.{did_you_mean(key, types)}")
            continue
        # Of a table each entry stands for itself: one that is wrong leaves the others.
        parts = {f"{key}.{name}": {name: part} for name, part in value.items()} if isinstance(value, dict) else {}
        for name, part in (parts or {key: value}).items():
            if isinstance(part, str) and _CONTROL.search(part):
                warnings.append(f"{path}: {name}: it holds a control character. {_stands_in(key, name)}")
                continue
            try:
                converted = msgspec.convert(part, types[key])
            except msgspec.ValidationError as error:
                warnings.append(f"{path}: {name}: {error}. {_stands_in(key, name)}")
            else:
                kept[key] = {**kept.get(key, {}), **converted} if parts else converted
    return Config(**kept), warnings


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question about a word that is not known, behind a space; empty when nothing is like it."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _stands_in(key: str, name: str) -> str:
    return f"The default, {getattr(Config(), key)!r}, is used." if name == key else "The default is used."

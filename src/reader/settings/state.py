"""What is kept from one run to the next beside the library: the theme, and how the page is laid out.

One small file in the state folder, written whole or not at all, and changed by one program at a time. One that is
damaged or cannot be written costs what was in it, and nothing else; nobody is told.
"""

import contextlib
import re
from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from reader import files
from reader.settings import paths

_FILE = "state.json"
# Changed when a key changes its meaning; a file of a later version is read as far as it is understood, and left alone.
_VERSION = 1
# What a full file has, a hundred times; one that is larger is none of ours.
_LARGEST = 10_000_000
# A theme's name is a file's name; anything longer, or not printable, is damage.
_THEME_NAME_LENGTH = 100
# One file each, before they were one; taken over by the first change, then removed.
_OLD_THEME, _OLD_SIDEBAR, _OLD_PLACES = "theme", "sidebar", "positions.json"


class Recent(msgspec.Struct, frozen=True):
    """An article that was opened: what to open it by again, its headline or first words, and its id in the library."""

    source: str
    headline: str
    article: int | None = None


class State(msgspec.Struct, frozen=True):
    """What is kept: `theme` is "" where none was chosen, `sidebar_width` None where the reader left it as it was.

    `points_folded` says whether only the number of key points is shown, None where the reader never chose.
    `tidied` is the day, ISO 8601, on which the library was last tidied, "" before that.
    `places` and `recent` are of before there was a library, which takes them over: the offset that the reader was at in
    an article, by the digest of its address in hexadecimal, and the articles opened last, the newest first.
    """

    theme: Annotated[str, Meta(max_length=_THEME_NAME_LENGTH, pattern=r"\A[^\x00-\x1f\x7f-\x9f]*\Z")] = ""
    sidebar_width: Annotated[int, Meta(ge=1, le=9999)] | None = None
    points_folded: bool | None = None
    tidied: Annotated[str, Meta(pattern=r"\A(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?\Z")] = ""
    places: dict[str, Annotated[int, Meta(ge=1)]] = {}
    recent: tuple[Recent, ...] = ()


def load() -> State:
    """What was kept; what is missing or damaged is as it was at first."""
    kept = _kept()
    return _taken_over() if kept is None else _state_of(kept)


def keep_theme(name: str) -> None:
    """Keep the theme that the reader chose."""
    _change(lambda before: replace(before, theme=name))


def keep_sidebar_width(columns: int) -> None:
    """Keep the width that the reader gave the sidebar."""
    _change(lambda before: replace(before, sidebar_width=columns))


def keep_points_folded(is_folded: bool) -> None:
    """Keep whether the reader wants only the number of key points shown."""
    _change(lambda before: replace(before, points_folded=is_folded))


def keep_tidied(day: str) -> None:
    """Keep the day on which the library was tidied last."""
    _change(lambda before: replace(before, tidied=day))


def _kept() -> dict[str, object] | None:
    """The values in the file by their names, none of a damaged one; None where there is no file yet."""
    try:
        return msgspec.json.decode(files.read_small(paths.state_folder() / _FILE, _LARGEST), type=dict[str, object])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        return {}


def _state_of(values: dict[str, object]) -> State:
    """The values that are sound; each stands for itself."""
    sound = State()
    for field in msgspec.structs.fields(State):
        with contextlib.suppress(msgspec.ValidationError):
            value = msgspec.convert(values.get(field.name, getattr(sound, field.name)), field.type)
            sound = replace(sound, **{field.name: value})
    return sound


def _change(change: Callable[[State], State]) -> None:
    """Change what is kept as it is now, whichever program changed it last. Where nothing can be written, nothing is."""
    if change(load()) == load():
        return
    folder = paths.state_folder()
    with contextlib.suppress(OSError), files.alone_in(folder):
        state = change(load())
        before = _kept()
        version = (before or {}).get("version")
        if isinstance(version, int) and version > _VERSION:
            return
        content = msgspec.json.encode({"version": _VERSION, **msgspec.to_builtins(state)})
        files.write_whole(folder / _FILE, content)
        if before is None:
            for name in (_OLD_THEME, _OLD_SIDEBAR, _OLD_PLACES):
                (folder / name).unlink(missing_ok=True)


def _taken_over() -> State:
    """What stands in the files that were one each before."""
    values: dict[str, object] = {"theme": _old(_OLD_THEME).strip()}
    width = _old(_OLD_SIDEBAR).strip()
    if re.fullmatch(r"[0-9]{1,4}", width):
        values["sidebar_width"] = int(width)
    with contextlib.suppress(ValueError, RecursionError):
        values["places"] = msgspec.json.decode(_old(_OLD_PLACES))
    return _state_of(values)


def _old(name: str) -> str:
    try:
        return files.read_small(paths.state_folder() / name, _LARGEST).decode("utf-8")
    except (OSError, ValueError):
        return ""

"""A folder of notes that is written again and again: names that last, and nothing written over what the reader changed.

What was written last stands in a file of the folder's own, by keys that whoever writes the notes chooses. A note whose
content is another by now was changed by the reader: it is left alone.
"""

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from reader import files
from reader.errors import SetupError

Written = Literal["written", "same", "changed", "removed"]

_RECORD = ".onrecord-notes.json"
_VERSION = 1
# 300 bytes a note: a hundred thousand of them, three times.
_LARGEST_RECORD = 100_000_000
# Of a note that is larger than any of ours no more is read.
_LARGEST_NOTE = 100_000_000
# Killed, a run has to compare so many notes again.
_KEPT_EVERY = 500
_SUFFIX = ".md"


class Kept(msgspec.Struct):
    """A note that was written: its path in the folder, what it is of in words, and a digest of its content."""

    path: str
    of: str = ""
    digest: str = ""


class _Record(msgspec.Struct):
    version: int = _VERSION
    notes: dict[str, Kept] = {}


class Folder:
    """A folder of notes; its record is kept when it is left.

    Args:
        path: the folder; made where it is missing.

    Raises:
        SetupError: it cannot be made, written or read, or was written by a newer version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._notes = self._recorded()
        self._taken = {kept.path.casefold() for kept in self._notes.values()}
        self._unsaved = 0

    def kept(self) -> dict[str, Kept]:
        """What is recorded, by key."""
        return dict(self._notes)

    def name(self, key: str, wanted: str, of: str, is_own: Callable[[str], bool]) -> str:
        """The path of a note in the folder, "people/Orla Fenwick.md": the one it had, else the first that is free.

        Args:
            key: what the note is known by.
            wanted: the path that it should have, without its suffix; every part of it a safe name.
            of: what it is of, in words, kept beside.
            is_own: whether a file that nothing is recorded of is this note all the same, by its content.
        """
        if key in self._notes:
            return self._notes[key].path
        number = 1
        while True:
            path = f"{wanted}{_SUFFIX}" if number == 1 else f"{wanted} ({number}){_SUFFIX}"
            if path.casefold() not in self._taken:
                there = self._content(path)
                if there is None or is_own(there.decode("utf-8", "replace")):
                    break
            number += 1
        self._taken.add(path.casefold())
        self._notes[key] = Kept(path, of)
        return path

    def write(self, key: str, content: str) -> Written:
        """Write a note that has its name; one that the reader changed is left alone.

        Raises:
            SetupError: it cannot be written.
        """
        kept, encoded = self._notes[key], content.encode("utf-8")
        there = self._content(kept.path)
        if there is not None and there != encoded and kept.digest != _digest(there):
            return "changed"
        kept.digest = _digest(encoded)
        if there == encoded:
            return "same"
        with _told(self.path):
            files.write_whole(self.path / kept.path, encoded, is_swept=False)
        self._unsaved += 1
        if self._unsaved >= _KEPT_EVERY:
            self.keep()
        return "written"

    def remove(self, key: str) -> Written:
        """Take away a note that was written, and forget it; one that the reader changed is left alone.

        Raises:
            SetupError: it cannot be taken away.
        """
        kept = self._notes[key]
        there = self._content(kept.path)
        if there is not None and kept.digest != _digest(there):
            return "changed"
        with _told(self.path):
            (self.path / kept.path).unlink(missing_ok=True)
        del self._notes[key]
        return "removed"

    def keep(self) -> None:
        """Keep the record."""
        with _told(self.path):
            files.write_whole(self.path / _RECORD, msgspec.json.encode(_Record(notes=self._notes)))
        self._unsaved = 0

    def _content(self, path: str) -> bytes | None:
        """What stands in a note now; None where there is none, something that is never ours where it cannot be read."""
        try:
            return files.read_small(self.path / path, _LARGEST_NOTE)
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return b"\0"

    def _recorded(self) -> dict[str, Kept]:
        """The notes of the record that may be ours: with paths that stay in the folder."""
        with _told(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
        try:
            record = msgspec.json.decode(files.read_small(self.path / _RECORD, _LARGEST_RECORD), type=_Record)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            # Damaged: what stands in the notes tells which are ours, and none is written over.
            return {}
        if record.version > _VERSION:
            raise SetupError(f"The notes in {self.path} were written by a newer version.", "Update this program.")
        return {key: kept for key, kept in record.notes.items() if _stays(kept.path)}


def _stays(path: str) -> bool:
    parts = path.split("/")
    return path.endswith(_SUFFIX) and "\0" not in path and all(part and part[0] != "." for part in parts)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SetupError(
            f"The notes cannot be written to {folder}: {error.strerror}.", "Choose another folder, or free this one."
        ) from error

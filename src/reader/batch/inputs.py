"""What a run is given, as records: folders, files, lists of addresses, JSON Lines, WARC files, all of them also .gz.

Nothing is held but the record at hand, so that the size of an input does not matter.
"""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from reader.batch import lines
from reader.batch.records import Aside, Fault, Item, Outcome, Record, id_of
from reader.errors import FetchError, SetupError
from reader.extract.formats import sniff
from reader.fetch import is_address, without_password
from reader.fetch.files import KINDS_BY_SUFFIX, MAX_FILE_BYTES, page_of
from reader.model import Source
from reader.text.safe import encodable, one_line

_GZIP = b"\x1f\x8b"
_LINES = (".jsonl", ".ndjson")
_ARCHIVES = (".warc", ".arc")
# So much of a file tells whether it lists addresses.
_LOOKED_AT = 4096
# Addresses are shorter by far.
_LONGEST_LISTED = 10_000
# Where other files of a folder may lie that a person did not mean.
_HIDDEN = "."


class Inputs:
    """What a run is given.

    Args:
        given: paths and addresses.
        fields: the names that JSON Lines have for `lines.FIELDS`.
        without: a folder that is left out wherever it is met: the output's.
        by_path: files that hold one page each are given by their paths, for whoever reads them to open.

    Raises:
        ReaderError: one of them is not there; nothing was read.
    """

    def __init__(self, given: Sequence[str], fields: dict[str, str], without: Path, *, by_path: bool = False) -> None:
        self._given, self._fields, self._without, self._by_path = given, fields, without.resolve(), by_path
        # How many bytes there are, and how many of them were read.
        self.size = self.read = 0
        for each in given:
            if not is_address(each):
                self.size += self._size(each)

    def __iter__(self) -> Iterator[Item]:
        """Every record, in an order that is always the same."""
        for each in self._given:
            if is_address(each):
                yield from _address(each)
            elif Path(each).is_dir():
                for path in self._files(Path(each)):
                    yield from self._file(path, may_list=False)
            else:
                yield from self._file(Path(each), may_list=True)

    def _size(self, given: str) -> int:
        path = Path(given)
        try:
            if path.is_dir():
                return sum(each.stat().st_size for each in self._files(path) if each.is_file())
            if not path.is_file():
                what = "is no file" if path.exists() else "is not there"
                raise FetchError(f"{given} {what}.", "Give folders, files, or addresses that begin with http.")
            with path.open("rb"):
                return path.stat().st_size
        except (OSError, ValueError) as error:
            raise FetchError(f"{given} cannot be read: {error}.", "Check its name and permissions.") from error

    def _files(self, folder: Path) -> Iterator[Path]:
        """The files of a folder and those below it, by name; links to folders are not followed."""
        with os.scandir(folder) as found:
            entries = sorted((each.name, each.is_dir(follow_symlinks=False)) for each in found)
        for name, is_folder in entries:
            path = folder / name
            if name.startswith(_HIDDEN) or (is_folder and path.resolve() == self._without):
                continue
            if is_folder:
                yield from self._files(path)
            else:
                yield path

    def _file(self, path: Path, *, may_list: bool) -> Iterator[Item]:
        """The records of one file; one that cannot be read to its end is a fault, and what stood before it counts."""
        name, begun = encodable(str(path)), self.read
        try:
            if not path.is_file():
                yield Aside("is no file")
                return
            with path.open("rb") as raw:
                # Closed with the file below it; it holds none of its own.
                file = cast(IO[bytes], gzip.GzipFile(fileobj=raw) if raw.peek(2)[:2] == _GZIP else raw)
                for item in self._items(file, path, name, may_list=may_list):
                    self.read = begun + raw.tell()
                    yield item
                self.read = begun + raw.tell()
        except EOFError:
            yield _broken(name, "ends before its packing does")
        except (OSError, zlib.error) as error:
            yield _broken(name, f"cannot be read: {error}")

    def _items(self, file: IO[bytes], path: Path, name: str, *, may_list: bool) -> Iterator[Item]:
        kind = Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()
        if kind in _LINES:
            return lines.items(file, name, self._fields)
        if kind in _ARCHIVES:
            return _archive(file, name)
        head = file.read(_LOOKED_AT)
        file.seek(0)
        if head.startswith(b"WARC/"):
            return _archive(file, name)
        if may_list and _lists(head):
            return _listed(file, name)
        is_packed = isinstance(file, gzip.GzipFile)
        return _page(file, kind, name, path.resolve() if self._by_path and not is_packed else None)


def _lists(head: bytes) -> bool:
    """True for the beginning of a file in which every line is an address, but for blank ones and those with a #."""
    whole = head if len(head) < _LOOKED_AT else head.rpartition(b"\n")[0]
    found = [line.strip() for line in whole.decode("utf-8", "replace").splitlines()]
    told = [line for line in found if line and not line.startswith("#")]
    return bool(told) and all(is_address(line) and not any(map(str.isspace, line)) for line in told)


def _listed(file: IO[bytes], name: str) -> Iterator[Item]:
    number = 0
    while line := file.readline(_LONGEST_LISTED):
        number += 1
        address = line.decode("utf-8", "replace").strip()
        if is_address(address):
            yield from _address(address)
        elif address and not address.startswith("#"):
            message = f"Line {number} is no address: {one_line(address[:80])}"
            yield Outcome(f"{name}:{number}", fault=Fault("input", "NoAddress", message))


def _address(address: str) -> Iterator[Item]:
    shown = encodable(without_password(address.strip()))
    yield Record(id_of(shown, shown.encode()), Source(address.strip(), "html", shown))


def _page(file: IO[bytes], kind: str, name: str, path: Path | None) -> Iterator[Item]:
    """A file that is one page, text or mail; without its content where the path is given."""
    content = file.read(MAX_FILE_BYTES + 1)
    source = Source(name, KINDS_BY_SUFFIX.get(kind) or sniff.kind_of(content))
    try:
        page_of(content, source, name)
        if path:
            source = Source(encodable(str(path)), source.kind)
        yield Record(id_of(None, content), source, None if path else content)
    except FetchError as error:
        yield Aside(error.message.removeprefix(name).strip(" ."))


def _archive(file: IO[bytes], name: str) -> Iterator[Item]:
    try:
        from reader.batch import warc
    except ImportError as error:
        raise SetupError(
            "WARC files are read with warcio, which is not there.", "pip install 'onrecord[batch]'"
        ) from error
    return warc.items(file, name)


def _broken(name: str, what: str) -> Outcome:
    message = one_line(f"{name} {what}. What stood before was read.")
    return Outcome(f"{name}#damaged", fault=Fault("input", "DamagedFile", message))

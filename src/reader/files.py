"""The files of the program's own, and those it writes for the reader: read within bounds, written whole or not at all.

Never decides what stands in one, nor whose it is.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

# No lock of this program is held longer than it takes to write a small file. Whoever holds one so long was stopped.
_LOCK_SECONDS = 1.0
_LOCK_BEAT_SECONDS = 0.005
# What was being written when its program was killed, in today's form and as state and decisions had it before. Older
# than this, nobody writes it any more. SQLite keeps a journal beside a database that it writes.
_LEFT_OVER = re.compile(r"\.onrecord-[0-9a-f]{16}\.partial(?:-journal)?|\.(?:state|[0-9a-f]{32})\.json\.[0-9]+")
_LEFT_OVER_SECONDS = 3600


def read_small(path: Path, most: int) -> bytes:
    """Read a file that people write: never more than `most` bytes, and never waiting for a pipe that nobody fills.

    Raises:
        OSError: it cannot be read.
        ValueError: it is larger, or its name can be that of no file.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        content = file.read(most + 1) or b""  # None where a pipe is open at its other end, and empty
    if len(content) > most:
        raise ValueError(f"it is larger than {most:,} bytes")
    return content


def begins_with(path: Path, content: bytes) -> bool:
    """Whether a file begins so, however large it is; never waiting for a pipe that nobody fills.

    Raises:
        OSError: it cannot be read.
        ValueError: its name can be that of no file.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb", buffering=0) as file:
        return (file.read(len(content)) or b"") == content


def write_whole(path: Path, content: bytes, *, is_swept: bool = True) -> None:
    """Write a file in the place of the one that was there, its folder made where there is none.

    Args:
        path: the file.
        content: what is to stand in it.
        is_swept: what killed programs left in the folder is removed; not worth it for each of thousands of files.

    Raises:
        OSError: it cannot be written; the one that was there stays, and nothing is left beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(content, path.parent, is_swept=is_swept) as partial:
        replace(partial, path)


@contextlib.contextmanager
def written_beside(content: bytes, folder: Path, *, is_swept: bool = True) -> Iterator[Path]:
    """Give a file with the content, safely on disk in the folder where it is to be moved into place."""
    partial = _partial(folder)
    try:
        with _flushed(partial) as file:
            file.write(content)
        if is_swept:
            _sweep(folder, partial)
        yield partial
    finally:
        partial.unlink(missing_ok=True)


@contextlib.contextmanager
def streamed_whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, too large to be held at once; it is put under its name when nothing went wrong."""
    partial = _partial(path.parent)
    try:
        with _flushed(partial) as file:
            yield file
        _sweep(path.parent, partial)
        replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


@contextlib.contextmanager
def new_whole(path: Path) -> Iterator[Path]:
    """Give a name for a file that somebody else writes; on disk, it is put under its own when nothing went wrong.

    Raises:
        FileExistsError: another file has that name by then.
        OSError: it cannot be written.
    """
    partial = _partial(path.parent)
    try:
        yield partial
        _flush(partial)
        _sweep(path.parent, partial)
        claim(partial, path)
    finally:
        partial.unlink(missing_ok=True)


@contextlib.contextmanager
def folder_whole(path: Path) -> Iterator[Path]:
    """Give a folder to put files into; it gets its name in one step, with all of them on disk, or is gone.

    Raises:
        OSError: something cannot be written, or there is a folder of that name which is not empty.
    """
    partial = _partial(path.parent)
    partial.mkdir()
    try:
        yield partial
        for each in (*partial.iterdir(), partial):
            _flush(each)
        partial.rename(path)
        _flush(path.parent)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def remove_partial(folder: Path) -> None:
    """Remove what killed programs left half written, where no other can be writing now."""
    for each in folder.iterdir():
        if _LEFT_OVER.fullmatch(each.name):
            shutil.rmtree(each) if each.is_dir() else each.unlink()


def _partial(folder: Path) -> Path:
    return folder / f".onrecord-{os.urandom(8).hex()}.partial"


@contextlib.contextmanager
def _flushed(path: Path) -> Iterator[IO[bytes]]:
    """A new file, on disk when it is closed."""
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _flush(path: Path) -> None:
    """Have what was written to a file, or the names in a folder, put on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def claim(partial: Path, target: Path) -> None:
    """Put the file under a new name in one step; FileExistsError when somebody has that name."""
    try:
        os.link(partial, target)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network folders have no links: take the name first, then fill it
        target.open("xb").close()
        partial.replace(target)


def replace(partial: Path, target: Path) -> None:
    """Put the file in the place of another, which keeps its permissions."""
    if target.exists():
        shutil.copymode(target, partial)
    partial.replace(target)


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep the other programs of this kind from changing the files of a folder meanwhile; made where there is none.

    Where folders cannot be locked (Windows, some network folders), or whoever holds the lock does not let go of it, it
    goes on without: what is kept is worth less than a program that hangs.

    Raises:
        OSError: the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        give_up = time.monotonic() + _LOCK_SECONDS
        while time.monotonic() < give_up:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(_LOCK_BEAT_SECONDS)
            except OSError:
                break
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def sole(path: Path) -> Iterator[bool]:
    """Say whether no other program is at what a lock file stands for, and let none begin meanwhile; waits for nobody.

    The kernel lets go of it with the program, however that ends. Where files cannot be locked, nobody is there.

    Raises:
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        except (ImportError, OSError):
            pass
        yield True
    finally:
        os.close(descriptor)


def _sweep(folder: Path, newest: Path) -> None:
    """Remove what killed programs left half written; by the clock of the disk that they are on."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        oldest = newest.stat().st_mtime - _LEFT_OVER_SECONDS
        for entry in entries:
            if _LEFT_OVER.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < oldest:
                os.unlink(entry.path)

"""One connection to the file of a library: the only module that imports sqlite3. Every error leaves as a LibraryError.

A connection belongs to the thread that opened it. Any number of threads and of programs may have one each: readers see
the library as it was when they began to look, and one writer waits for another.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reader.errors import LibraryError
from reader.library import schema
from reader.library.folders import network_folder
from reader.text.safe import encodable

# How long one writer waits for another, in seconds. The longest write here, a feed of 10,000 entries, takes two.
_PATIENCE = 30.0
# Pages in memory, in KiB: enough for the upper levels of every index of 100,000 articles; 40 MB more is the limit.
_CACHE = 16_384

Row = tuple[Any, ...]

# Of another program's file no longer values are read, and for no longer than so many seconds (100,000 articles take
# one): a column may be made by a function that takes its time, or without end.
_LONGEST_VALUE = 5_000_000
_FOREIGN_SECONDS = 10.0
_STEPS = 100


class ForeignFile(Exception):
    """Another program's file that cannot be read; what it says is the end of a sentence."""


class Connection:
    """A library's file, open for one thread.

    Args:
        path: the file; made, with its folder, where it is missing. None keeps everything in memory.
        read_only: nothing is written, not even the file where it is missing; only SQLite may leave two files beside it
            by which programs share it, which tell nothing of what was read.

    Raises:
        LibraryError: the file is damaged, of a later version, no library, or cannot be opened.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        self.notice = ""
        self.read_only = read_only or self._is_locked_away()
        self._depth = 0
        with self._told():
            self._db = self._opened()
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with self._told():
            return self._db.execute(sql, _encodable(values)).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._told():
            found: Row | None = self._db.execute(sql, _encodable(values)).fetchone()
            return found

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first value of the first row, or None where there is none."""
        found = self.row(sql, values)
        return found[0] if found else None

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Change something, inside of `writing`; gives the number of rows that were changed."""
        with self._told():
            return self._db.execute(sql, _encodable(values)).rowcount

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """The same change with several rows of values."""
        with self._told():
            self._db.executemany(sql, map(_encodable, rows))

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all that is changed inside is kept when it ends, or nothing where an error leaves it.

        It takes its turn at once (BEGIN IMMEDIATE): a plain BEGIN that first reads and then writes fails without
        waiting when another program wrote in between. One inside of another is part of it.

        Raises:
            LibraryError: nothing can be written, or another program was writing for longer than anybody waits.
        """
        if self.read_only:
            raise LibraryError("Nothing is kept in the library now.", "It was opened for reading only.")
        self._depth += 1
        try:
            if self._depth > 1:
                yield
                return
            self._execute("BEGIN IMMEDIATE")
            try:
                yield
                self._execute("COMMIT")
            except BaseException:
                # A full disk has already rolled back.
                if self._db.in_transaction:
                    self._execute("ROLLBACK")
                raise
        finally:
            self._depth -= 1

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Several queries that see the library as it was at the first of them."""
        if self._depth or self._db.in_transaction:
            yield
            return
        self._execute("BEGIN")
        try:
            yield
        finally:
            self._execute("ROLLBACK")

    @contextlib.contextmanager
    def repeatable(self) -> Iterator[None]:
        """What is written inside can be had again: none of it waits until it is safe on the disk.

        Of a program that is killed everything stays; only a power cut may take the last of it. A file without a
        write-ahead log could be damaged then, so that it waits all the same.
        """
        is_spared = not self.read_only and self.value("PRAGMA journal_mode") == "wal"
        if is_spared:
            self._execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            if is_spared:
                self._execute("PRAGMA synchronous = FULL")

    def copy_to(self, target: Path) -> None:
        """Copy all of it into a new file, while others may write."""
        with self._told(), contextlib.closing(sqlite3.connect(target)) as copy:
            self._db.backup(copy, pages=2_000)
            copy.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Let go of the file; it may be called again."""
        with self._told():
            self._db.close()

    def _execute(self, sql: str) -> None:
        with self._told():
            self._db.execute(sql)

    def _is_locked_away(self) -> bool:
        """Whether there is a library where nothing can be written: it is opened for reading, and that is told."""
        path = self.path
        if path is None or not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            return False
        self.notice = f"The library {path} cannot be written: nothing is kept of what you do."
        return True

    def _opened(self) -> sqlite3.Connection:
        if self.path is None or (self.read_only and not self.path.exists()):
            return self._connect(":memory:")
        if self.path.exists() and not self.path.is_file():
            raise LibraryError(f"{self.path} is no file.", "Move it away, or choose another folder.")
        if not self.read_only:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.read_only:
            return self._connect(_uri(self.path, "rwc"))
        # A reader, too, makes the file that readers share; where it cannot, nobody writes, and nothing is to be shared.
        shared, written = (self.path.with_name(f"{self.path.name}-{end}") for end in ("shm", "wal"))
        alone = not (shared.exists() or written.exists() or os.access(self.path.parent, os.W_OK))
        return self._connect(_uri(self.path, "ro&immutable=1" if alone else "ro"))

    def _connect(self, target: str) -> sqlite3.Connection:
        return sqlite3.connect(target, uri=True, timeout=_PATIENCE, isolation_level=None)

    def _prepare(self) -> None:
        db = self._db
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute(f"PRAGMA cache_size = -{_CACHE}")
        empty = self.path is None or not (self.path.exists() and self.path.stat().st_size)
        if empty and not (self.read_only and self.path is not None and self.path.exists()):
            # Room is given back by retention, a little at a time; it can only be decided before there is anything.
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        version = self._version()
        if not self.read_only:
            self._keep_journal()
        if version < schema.VERSION and not (self.read_only and not empty):
            self._migrate()
        if self.read_only:
            db.execute("PRAGMA query_only = ON")

    def _version(self) -> int:
        """The version of the schema; 0 of an empty file.

        Raises:
            LibraryError: it is another program's, or a later version's.
        """
        application = self._db.execute("PRAGMA application_id").fetchone()[0]
        version: int = self._db.execute("PRAGMA user_version").fetchone()[0]
        tables = self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application != schema.APPLICATION and (tables or application):
            raise LibraryError(f"{self.path} is no library of On Record.", "Move it away, or choose another folder.")
        if version > schema.VERSION:
            raise LibraryError(
                f"The library {self.path} was written by a newer version of On Record.",
                "Nothing was changed in it. Update this program to use it.",
            )
        if tables and 0 < version < schema.VERSION and self.read_only:
            raise LibraryError(
                f"The library {self.path} is of an older version, and cannot be brought up to date here.",
                "Open it once where it can be written.",
            )
        return version

    def _keep_journal(self) -> None:
        """Write ahead, so that readers never wait, where the folder lets several programs share memory."""
        network = network_folder(self.path) if self.path else None
        wanted = "DELETE" if network else "WAL"
        (journal,) = self._db.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
        if self.path is None or journal == "wal":
            return
        where = f"a network folder ({network})" if network else "a folder where programs cannot share memory"
        self.notice = f"The library is in {where}: it is kept safely, but programs that use it wait for each other."

    def _migrate(self) -> None:
        """Bring the tables up to this version, in one transaction; whoever comes second finds it done."""
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        try:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            for migration in schema.MIGRATIONS[version:]:
                for statement in migration:
                    db.execute(statement)
            db.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            db.execute(f"PRAGMA user_version = {schema.VERSION}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise _as_told(error, self.path) from error


def rows_of_others(path: Path, tables: Sequence[str], sql: str, values: Sequence[object] = ()) -> list[Row]:
    """What a query finds in another program's file, which is not changed.

    Raises:
        ForeignFile: it is damaged, or has no such tables.
    """
    end = time.monotonic() + _FOREIGN_SECONDS
    try:
        with contextlib.closing(sqlite3.connect(_uri(path, "ro"), uri=True, timeout=1.0, isolation_level=None)) as db:
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA query_only = ON")
            db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            db.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            db.text_factory = lambda encoded: encoded.decode("utf-8", "replace")
            there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            if missing := [table for table in tables if table not in there]:
                raise ForeignFile(f"it has no table {missing[0]}")
            return db.execute(sql, values).fetchall()
    except (sqlite3.Error, OSError) as error:
        raise ForeignFile("it takes too long" if time.monotonic() > end else str(error)) from error


def _uri(path: Path, mode: str) -> str:
    # A question mark in a folder's name is part of it; a byte that is no text comes through quoted.
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


def _encodable(values: Sequence[object]) -> tuple[object, ...]:
    """The values with nothing in them that SQLite refuses: a path, or what was typed, need not be text."""
    return tuple(encodable(value) if type(value) is str and not value.isascii() else value for value in values)


def _as_told(error: Exception, path: Path | None) -> LibraryError:
    """An error of SQLite as a person should hear it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryError(
            f"The library {path} is damaged.",
            "Nothing was changed in it. Put a backup in its place, or move it away to begin anew.",
        )
    if code == sqlite3.SQLITE_FULL:
        return LibraryError(f"There is no room left for the library {path}.", "Nothing was lost of what it holds.")
    if code == sqlite3.SQLITE_IOERR:
        return LibraryError(
            f"The library {path} could not be read or written: {error}.", "See whether its disk is full, or failing."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return LibraryError(f"The library {path} cannot be written.", "Nothing is kept until it can be.")
    if code == sqlite3.SQLITE_BUSY:
        return LibraryError(f"Another program has been writing to the library {path} for long.", "Try again later.")
    if code == sqlite3.SQLITE_CANTOPEN or isinstance(error, OSError):
        return LibraryError(f"The library {path} cannot be opened.", "Nothing is kept until it can be.")
    return LibraryError(f"The library {path} could not be used: {error}.", "Try again; onrecord check looks it over.")

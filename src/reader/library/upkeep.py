"""Looking a library over, and copying it to a safe place while it is used."""

from pathlib import Path

from reader import files
from reader.errors import LibraryError
from reader.library.connection import Connection

# More of what is wrong tells nothing more.
_MOST_FAULTS = 20
_INDEXES = {
    "article_index": "the index of articles",
    "quote_index": "the index of quotes",
    "note_index": "the index of notes",
    "people_index": "the index of people",
}
_COUNTED = {
    "quotes of no article": """SELECT count(*) FROM quotes q
      WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = q.id >> 10)""",
    "unread counts that are wrong": """SELECT count(*) FROM entries e JOIN articles a ON a.id = e.article WHERE
      e.unread != (a.read IS NULL AND NOT a.muted AND a.folded IS NULL AND NOT a.forgotten)""",
    "quotes of people who were merged": """SELECT count(*) FROM quotes q JOIN people p ON p.id = q.person
      WHERE p.merged IS NOT NULL""",
}


class Upkeep:
    """The upkeep of a library."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, a line each; nothing where it is sound. Reads all of it: a minute for 2 GB."""
        try:
            return (*self._file_faults(), *self._index_faults())
        except LibraryError as error:
            return (error.message,)

    def _file_faults(self) -> list[str]:
        """What is wrong with the tables."""
        with self._db.reading():
            faults = [fault for (fault,) in self._db.rows(f"PRAGMA integrity_check({_MOST_FAULTS})") if fault != "ok"]
            faults += [
                f"{table}, row {row}: it refers to a row of {parent} that is not there"
                for table, row, parent, _ in self._db.rows("PRAGMA foreign_key_check")[:_MOST_FAULTS]
            ]
            for what, sql in _COUNTED.items():
                if number := self._db.value(sql):
                    faults.append(f"{what}: {number:,}")
        return faults

    def mend(self) -> None:
        """Make the indexes for searching anew; nothing else can be mended but by a backup."""
        with self._db.writing():
            for index in _INDEXES:
                self._db.run(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")

    def backup(self, target: Path) -> None:
        """Copy the library into a file that is not there yet, whole or not at all, while others may write.

        Raises:
            LibraryError: there is such a file, or it cannot be written.
        """
        if target.exists():
            raise LibraryError(f"{target} is there already.", "Choose another name: a backup is never written over.")
        if any(above.exists() and not above.is_dir() for above in target.parents):
            raise LibraryError(f"{target} cannot be written: its folder is a file.", "Choose another place.")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with files.new_whole(target) as partial:
                self._db.copy_to(partial)
        except FileExistsError as error:
            raise LibraryError(f"{target} is there already.", "Choose another name.") from error
        except OSError as error:
            raise LibraryError(f"{target} cannot be written: {error.strerror}.", "Choose another place.") from error

    def _index_faults(self) -> list[str]:
        """The indexes compared with what they are of: a command, so not where nothing is written."""
        if self._db.read_only:
            return []
        faults = []
        for index, name in _INDEXES.items():
            try:
                with self._db.writing():
                    self._db.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except LibraryError:
                faults.append(f"{name} does not fit: what is searched for may not be found")
        return faults

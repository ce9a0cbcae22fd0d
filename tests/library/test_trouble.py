"""A library that is damaged, newer, locked away or out of room: one sentence, and nothing in it overwritten."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import FILE, Library, schema
from reader.library.folders import network_type
from tests.library.conftest import NOW, reading


def fill(path: Path, articles: int = 3) -> None:
    with Library(path) as library:
        for number in range(articles):
            said = (f"Speaker {number}", f"Sentence number {number} of many", 0.99)
            library.articles.keep(reading(f"https://a.example/{number}", said, opening="Harbour. " * 200), now=NOW)


def newer(path: Path) -> None:
    fill(path)
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    other.close()


def of_another(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE rss_feed (url)")
    other.close()


def look_into(path: Path, read_only: bool) -> None:
    with Library(path, is_private=read_only) as library:
        library.searching.ids("harbour", now=NOW)
        library.quotes.said()


def written(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(content)

    return write


def overwritten(path: Path) -> None:
    fill(path)
    content = bytearray(path.read_bytes())
    content[100:1000] = b"\xff" * 900
    path.write_bytes(content)


def a_folder(path: Path) -> None:
    (path / "inside").mkdir(parents=True)


def a_pipe(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (newer, "was written by a newer version"),
        (of_another, "is no library of On Record"),
        (written(b"<!doctype html><p>The ferry is late." * 100), "is damaged"),
        (written(b"SQLite format 3\x00" + b"\x00" * 600), "is damaged"),
        (overwritten, "is damaged"),
        (a_folder, "is no file"),
        (a_pipe, "is no file"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_as_it_is(
    path: Path, make: Callable[[Path], None], told: str, read_only: bool
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError, match=told) as error:
        look_into(path, read_only)
    assert error.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before


def test_damage_in_the_middle_is_found(path: Path) -> None:
    fill(path, 60)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\x00" * 8192
    path.write_bytes(content)
    with Library(path) as library:
        assert library.upkeep.check()


def test_an_index_that_does_not_fit_is_found_and_mended(path: Path) -> None:
    fill(path)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE texts SET text = 'Something else.'")
    other.close()
    with Library(path) as library:
        assert library.upkeep.check() == ("the index of articles does not fit: what is searched for may not be found",)
        library.upkeep.mend()
        assert library.upkeep.check() == ()
        assert len(library.searching.ids("something", now=NOW)) == 3


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    written(b"")(path)
    fill(path)
    with Library(path) as library:
        assert library.searching.count("", now=NOW) == 3


def test_a_private_session_reads_and_keeps_nothing(path: Path) -> None:
    with Library(path, is_private=True) as library:
        assert not library.keeps
        assert library.searching.ids("", now=NOW) == ()
        with pytest.raises(LibraryError, match="Nothing is kept"):
            library.articles.keep(reading(), now=NOW)
    assert not path.parent.exists()
    fill(path)
    before = path.read_bytes()
    with Library(path, is_private=True) as library:
        (newest, *_) = library.searching.ids("harbour", now=NOW)
        with pytest.raises(LibraryError, match="Nothing is kept"):
            library.articles.star(newest)
        with pytest.raises(LibraryError, match="Nothing is kept"):
            library.articles.read((newest,), now=NOW)
        library.searching.watched(1, now=NOW)
    assert path.read_bytes() == before


FULL = """
import resource, signal, sys
from pathlib import Path
from reader.errors import LibraryError
from reader.library import Library
from tests.library.conftest import NOW, reading
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
kept = []
with Library(path) as library:
    size = path.stat().st_size + 400_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        for number in range(1000):
            text = f"Harbour {number}. " * 300
            kept.append(library.articles.keep(reading(f"https://a.example/{number}", opening=text), now=NOW))
    except LibraryError as error:
        print(error.message)
    assert library.searching.count("", now=NOW) == len(kept), "what was kept can still be read"
print(len(kept))
"""


def test_a_full_disk(path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    told, kept = run.stdout.splitlines()
    assert told == f"The library {path} could not be read or written: disk I/O error."
    with Library(path) as library:
        assert library.upkeep.check() == ()
        assert library.searching.count("", now=NOW) == int(kept) > 0


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/home/orla/.local/share/onrecord/library.db", "nfs4"),
        ("/home/local/library.db", None),
        ("/srv/my share/library.db", "cifs"),
        ("/srv/my shared/library.db", None),
        ("/mnt/both/library.db", None),
    ],
)
def test_network_folders(path: str, found: str | None) -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n/dev/sda2 /home/local ext4 rw 0 0\n"
        "//server/x /srv/my\\040share cifs rw 0 0\nserver:/b /mnt/both nfs rw 0 0\n"
        "/dev/sda3 /mnt/both xfs rw 0 0\n\nodd\n"
    )
    assert network_type(mounts, path) == found


def test_where_memory_cannot_be_shared_it_is_kept_in_another_way_and_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.connection.network_folder", lambda _: "nfs4")
    fill(path)
    assert os.listdir(path.parent) == [FILE]
    with Library(path) as library:
        assert library.notice.startswith("The library is in a network folder (nfs4)")
        assert library.upkeep.check() == ()


SPEAKERS = ("Ada Moss", "Tom Hale", "Orla Fenwick", "Mara Lind", "Ines Abascal")


def keep_many(path: Path, name: str, articles: int) -> None:
    with Library(path) as library:
        for number in range(articles):
            said = (SPEAKERS[number % len(SPEAKERS)], f"Sentence number {number} of {name}", 0.99)
            library.articles.keep(reading(f"https://{name}.example/{number}", said), now=NOW)
            library.feeds.add(f"https://{name}.example/{number}/feed", now=NOW)


def test_of_two_programs_that_write_at_once_nothing_is_lost(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=keep_many, args=(path, name, 60)) for name in ("one", "other")]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    with Library(path) as library:
        assert library.searching.count("", now=NOW) == len(library.quotes.said()) == len(library.feeds.all()) == 120
        assert len(library.people.most_quoted()) == len(SPEAKERS)
        assert library.upkeep.check() == ()


def star_and_fail(library: Library) -> None:
    with library.transaction():
        library.articles.star(library.searching.ids("", now=NOW)[0])
        raise ZeroDivisionError


def test_two_connections_of_one_program_see_what_the_other_wrote(path: Path) -> None:
    with Library(path) as one, Library(path) as other:
        one.articles.keep(reading(), now=NOW)
        assert other.searching.count("", now=NOW) == 1
        with pytest.raises(ZeroDivisionError):
            star_and_fail(other)
        assert one.searching.count("is:starred", now=NOW) == 0


@pytest.mark.parametrize("version", range(schema.VERSION + 1))
def test_a_library_of_every_earlier_version_is_brought_up_to_date(path: Path, version: int) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as old:
        for migration in schema.MIGRATIONS[:version]:
            for statement in migration:
                old.execute(statement)
        if version:
            old.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            old.execute(f"PRAGMA user_version = {version}")
            old.execute(
                "INSERT INTO articles (id, source, headline, arrived, changed) VALUES (7, 'a.txt', 'Kept', 1, 1)"
            )
            old.execute("INSERT INTO article_index (rowid, headline, text) VALUES (7, 'Kept', '')")
    old.close()
    with Library(path) as library:
        assert [each.headline for each in library.searching.listed((7,))] == (["Kept"] if version else [])
        library.articles.keep(reading(), now=NOW)
        assert library.upkeep.check() == ()
    with Library(path, is_private=True) as library:
        assert library.searching.count("", now=NOW) == 1 + bool(version)


def test_only_what_can_be_had_again_waits_for_no_disk(path: Path) -> None:
    with Library(path) as library:
        waits = [library._db.value("PRAGMA synchronous")]
        with library.repeatable():
            library.articles.keep(reading(), now=NOW)
            waits.append(library._db.value("PRAGMA synchronous"))
        waits.append(library._db.value("PRAGMA synchronous"))
        assert waits == [2, 1, 2]
        # A journal of this kind has to be on the disk before the library is written.
        library._db.value("PRAGMA journal_mode = DELETE")
        with library.repeatable():
            assert library._db.value("PRAGMA synchronous") == 2


def test_a_backup_is_a_library_of_its_own(path: Path, tmp_path: Path) -> None:
    fill(path)
    target = tmp_path / "backups" / "library.db"
    target.parent.mkdir()
    for left in (".onrecord-0123456789abcdef.partial", ".onrecord-0123456789abcdef.partial-journal"):
        (target.parent / left).write_bytes(b"half")
        os.utime(target.parent / left, (0, 0))
    with Library(path) as library:
        library.upkeep.backup(target)
        with pytest.raises(LibraryError, match="is there already"):
            library.upkeep.backup(target)
        with pytest.raises(LibraryError, match="cannot be written"):
            library.upkeep.backup(path / "inside.db")
    assert os.listdir(target.parent) == ["library.db"]
    with Library(target) as copy:
        assert copy.searching.count("harbour", now=NOW) == 3
        assert copy.upkeep.check() == ()


def test_what_is_asked_most_goes_by_an_index(path: Path) -> None:
    fill(path)
    asked = {
        "SELECT feed, count(*) FROM entries WHERE unread GROUP BY feed": "USING COVERING INDEX entries_unread",
        "SELECT doubt, count(*) FROM quotes WHERE person = 1 GROUP BY doubt": "USING COVERING INDEX quotes_person",
        "SELECT max(id) FROM articles WHERE id >= 1 AND id < 9": "USING INTEGER PRIMARY KEY",
        "SELECT article FROM tags WHERE tag = 'x'": "USING PRIMARY KEY",
        "SELECT id FROM articles WHERE changed > 3 AND changed <= 9": "USING COVERING INDEX articles_changed",
    }
    with sqlite3.connect(path) as plain:
        for sql, how in asked.items():
            steps = " ".join(row[3] for row in plain.execute(f"EXPLAIN QUERY PLAN {sql}"))
            assert how in steps
            assert "SCAN" not in steps.replace("SCAN entries USING COVERING INDEX", "")
    plain.close()

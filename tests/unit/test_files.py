"""Files of the program's own: read within bounds, written whole, swept, and one program at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import files
from waiting import PATIENCE


def test_what_is_too_large_or_never_comes_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"four")
    os.mkfifo(tmp_path / "pipe")
    assert files.read_small(tmp_path / "small", 4) == b"four"
    assert files.read_small(tmp_path / "pipe", 4) == b""
    for endless in (tmp_path / "small", Path("/dev/zero")):
        with pytest.raises(ValueError, match="larger than 3 bytes"):
            files.read_small(endless, 3)
    with pytest.raises(ValueError, match="null"):
        files.read_small(tmp_path / "a\0b", 3)


def test_a_file_is_written_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "new" / "state.json"
    files.write_whole(target, b"one")
    target.chmod(0o600)
    files.write_whole(target, b"two")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"two", 0o600)
    assert os.listdir(target.parent) == ["state.json"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "state.json"
    target.mkdir()
    with pytest.raises(OSError, match=os.strerror(errno.EISDIR)):
        files.write_whole(target, b"two")
    assert os.listdir(tmp_path) == ["state.json"]


def test_what_a_killed_program_left_is_swept_once_it_is_old(tmp_path: Path) -> None:
    old, new = (tmp_path / f".onrecord-{letter * 16}.partial" for letter in "ab")
    older, theirs = tmp_path / ".state.json.4711", tmp_path / ".onrecord-notes.partial"
    for left in (old, new, older, theirs):
        left.write_bytes(b"half")
    for left in (old, older, theirs):
        os.utime(left, (time.time() - 7200, time.time() - 7200))
    files.write_whole(tmp_path / "state.json", b"{}")
    assert sorted(os.listdir(tmp_path)) == sorted([new.name, theirs.name, "state.json"])


def test_a_program_that_was_stopped_while_it_held_the_folder_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LOCK_SECONDS", 0.05)
    hold = "import sys; from pathlib import Path; from reader import files\nwith files.alone_in(Path(sys.argv[1])):\n"
    hold += "    print(flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        descriptor = os.open(tmp_path, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with files.alone_in(tmp_path):
            files.write_whole(tmp_path / "state.json", b"{}")
        holder.kill()
        holder.wait(PATIENCE)
    with files.alone_in(tmp_path), pytest.raises(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(descriptor)

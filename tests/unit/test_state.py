"""What is kept between runs: each value by itself, whole or not at all, and never in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.settings import paths, state
from reader.settings.state import State
from waiting import PATIENCE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return paths.state_folder()


def put(folder: Path, **files: bytes | str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def test_nothing_is_kept_at_first_and_nothing_made(folder: Path) -> None:
    assert state.load() == State(theme="", sidebar_width=None, places={})
    assert not folder.exists()


def test_each_value_is_kept_beside_the_others(folder: Path) -> None:
    state.keep_theme("nightdesk")
    state.keep_sidebar_width(48)
    state.keep_points_folded(True)
    state.keep_theme("newsprint")
    assert state.load() == State(theme="newsprint", sidebar_width=48, points_folded=True)
    assert os.listdir(folder) == ["state.json"]


def test_two_programs_at_once_lose_nothing() -> None:
    run = "import sys; from reader.settings import state\n"
    run += "for number in range(40): exec(sys.argv[1])"
    changes = ("state.keep_theme(f'sea{number}')", "state.keep_sidebar_width(1 + number)")
    programs = [subprocess.Popen([sys.executable, "-c", run, change]) for change in changes]
    assert [program.wait(PATIENCE) for program in programs] == [0, 0]
    assert state.load() == State(theme="sea39", sidebar_width=40)


NESTED = pytest.param(b'{"a":' * 5000, id="nested too deep")


class TestDamage:
    """A value that is wrong costs itself; a file that is wrong costs what was in it."""

    @pytest.mark.parametrize(
        "content",
        [b"", b"\xff\xfe", b"[1]", b'"theme"', b"{", b'{"theme": "sea"', b'{"theme":"\xff"}', NESTED],
    )
    def test_a_damaged_file_is_no_memory(self, folder: Path, content: bytes) -> None:
        put(folder, **{"state.json": content})
        assert state.load() == State()
        state.keep_sidebar_width(3)
        assert state.load() == State(sidebar_width=3)

    @pytest.mark.parametrize(
        ("damaged", "lost"),
        [
            pytest.param({"theme": 5}, "theme", id="a theme that is no text"),
            pytest.param({"theme": "\x1b[31m"}, "theme", id="a theme that a terminal would obey"),
            pytest.param({"theme": "x" * 101}, "theme", id="a theme too long for a name"),
            pytest.param({"sidebar_width": "wide"}, "sidebar_width", id="a width in words"),
            pytest.param({"sidebar_width": 4.5}, "sidebar_width", id="half a column"),
            pytest.param({"sidebar_width": 0}, "sidebar_width", id="no width"),
            pytest.param({"sidebar_width": -4}, "sidebar_width", id="less than no width"),
            pytest.param({"sidebar_width": 10_000}, "sidebar_width", id="a width of no screen"),
            pytest.param({"places": {"a": "b"}}, "places", id="a place in words"),
            pytest.param({"places": {"a": 0}}, "places", id="a place that is none"),
            pytest.param({"places": [1]}, "places", id="places of nothing"),
            pytest.param({"recent": [{"source": 5}]}, "recent", id="an article opened by a number"),
        ],
    )
    def test_a_damaged_value_leaves_the_others(self, folder: Path, damaged: dict[str, object], lost: str) -> None:
        sound = {"theme": "sea", "sidebar_width": 48, "places": {"a": 7}}
        put(folder, **{"state.json": json.dumps({"version": 1, **sound, **damaged})})
        whole = State(theme="sea", sidebar_width=48, places={"a": 7})
        loaded = state.load()
        assert getattr(loaded, lost) == getattr(State(), lost)
        assert [name for name in sound if name != lost and getattr(loaded, name) != getattr(whole, name)] == []

    def test_a_folder_that_cannot_be_written_stops_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path, file="")
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
        state.keep_theme("sea")
        assert state.load() == State()

    def test_what_a_later_version_wrote_is_read_and_left_alone(self, folder: Path) -> None:
        later = json.dumps({"version": 2, "theme": "sea", "sidebar_width": {"left": 30}, "desk": ["a"]})
        put(folder, **{"state.json": later})
        assert state.load() == State(theme="sea")
        state.keep_theme("newsprint")
        assert (folder / "state.json").read_text() == later


class TestTakenOver:
    """What stood in one file each."""

    OLD = {"theme": "sea\n", "sidebar": "48\n", "positions.json": '{"a": 7}'}  # noqa: RUF012

    def test_all_of_it_is_there_from_the_first(self, folder: Path) -> None:
        put(folder, **self.OLD)
        assert state.load() == State(theme="sea", sidebar_width=48, places={"a": 7})
        assert sorted(os.listdir(folder)) == sorted(self.OLD)  # reading writes nothing

    def test_the_first_change_moves_it_into_the_one_file(self, folder: Path) -> None:
        put(folder, **self.OLD)
        state.keep_sidebar_width(60)
        assert state.load() == State(theme="sea", sidebar_width=60, places={"a": 7})
        assert os.listdir(folder) == ["state.json"]

    def test_once_there_is_one_file_the_old_ones_say_nothing(self, folder: Path) -> None:
        state.keep_theme("newsprint")
        put(folder, **self.OLD)
        assert state.load() == State(theme="newsprint")

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("theme", b"\xff\xfe"), ("theme", b"\x1b[31m"), ("theme", b"x" * 101),
            ("sidebar", b"\xff"), ("sidebar", b"wide"), ("sidebar", b"-4"), ("sidebar", b"0"), ("sidebar", b"99999"),
            ("sidebar", b"4.5"), ("sidebar", "٤٨".encode()), ("sidebar", b""),
            ("positions.json", b""), ("positions.json", b"\xff\xfe"), ("positions.json", b"[1]"),
            ("positions.json", b'{"a": "b"}'),
        ],
    )  # fmt: skip
    def test_one_that_is_damaged_leaves_the_others(self, folder: Path, name: str, content: bytes) -> None:
        put(folder, **{**self.OLD, name: content})
        lost = {"theme": State(theme=""), "sidebar": State(sidebar_width=None), "positions.json": State(places={})}
        whole = {"theme": "sea", "sidebar_width": 48, "places": {"a": 7}}
        field = {"theme": "theme", "sidebar": "sidebar_width", "positions.json": "places"}[name]
        assert state.load() == State(**{**whole, field: getattr(lost[name], field)})

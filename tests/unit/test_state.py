"""What is kept between runs: each value by itself, whole or not at all, and never in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model import Analysis, Article, Reading, Source
from reader.settings import paths, state
from reader.settings.state import State
from waiting import PATIENCE

ARTICLE = Article(text="The ferry is late.", url="https://harbourpost.example/ferry")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return paths.state_folder()


def key(number: int) -> str:
    return str(state.article_key(Source(given=f"{number}.html", kind="html"), Article(text="")))


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
    state.keep_place(key(1), 120)
    state.keep_points_folded(True)
    state.keep_theme("newsprint")
    assert state.load() == State(theme="newsprint", sidebar_width=48, points_folded=True, places={key(1): 120})
    assert os.listdir(folder) == ["state.json"]


class TestPlaces:
    """Where the reader was, by article."""

    def test_one_is_kept_and_forgotten(self) -> None:
        state.keep_place(key(1), 120)
        state.keep_place(key(2), 7)
        assert state.load().places == {key(1): 120, key(2): 7}
        state.keep_place(key(1), 0)
        assert state.load().places == {key(2): 7}

    def test_the_latest_is_last(self) -> None:
        for number, offset in ((1, 5), (2, 6), (1, 9)):
            state.keep_place(key(number), offset)
        assert list(state.load().places) == [key(2), key(1)]

    def test_the_oldest_are_forgotten(self, folder: Path) -> None:
        full = {key(number): 1 + number for number in range(state.MOST_ARTICLES)}
        put(folder, **{"state.json": json.dumps({"version": 1, "places": full})})
        state.keep_place(key(-1), 3)
        state.keep_place(key(-2), 4)
        kept = state.load().places
        assert len(kept) == state.MOST_ARTICLES == 500
        assert [known in kept for known in map(key, (0, 1, 2, -1, -2))] == [False, False, True, True, True]

    def test_a_key_tells_articles_apart_and_nothing_of_them(self) -> None:
        assert len(key(1)) == 32  # as many as nobody makes two of one

    def test_one_article_has_one_key_whatever_led_to_it(self) -> None:
        asked = Source(given="https://short.example/x", kind="html", url="https://harbourpost.example/ferry?utm=1")
        saved = Source(given="saved.html", kind="html")
        assert state.article_key(asked, ARTICLE) == state.article_key(saved, ARTICLE)

    def test_standard_input_has_none(self) -> None:
        assert state.article_key(Source(given="-", kind="text"), ARTICLE) is None

    def test_the_file_says_nothing_of_what_was_read(self, folder: Path) -> None:
        state.keep_place(str(state.article_key(Source(given="x", kind="html"), ARTICLE)), 5)
        assert b"harbourpost" not in (folder / "state.json").read_bytes()


def opened(given: str, headline: str | None = "Ferry late", text: str = "The ferry is late.") -> Reading:
    return Reading(Source(given=given, kind="html"), Article(text=text, headline=headline), Analysis())


class TestRecent:
    """What was opened last."""

    def test_the_newest_is_first_and_each_stands_once(self) -> None:
        for number in (1, 2, 3, 1):
            state.keep_recent(opened(f"https://harbourpost.example/{number}", f"Day {number}"))
        assert [each.headline for each in state.load().recent] == ["Day 1", "Day 3", "Day 2"]
        assert state.load().recent[0].source == "https://harbourpost.example/1"

    def test_the_oldest_are_forgotten(self) -> None:
        for number in range(state.MOST_RECENT + 2):
            state.keep_recent(opened(f"https://harbourpost.example/{number}", f"Day {number}"))
        kept = [each.headline for each in state.load().recent]
        assert len(kept) == state.MOST_RECENT
        assert (kept[0], kept[-1]) == (f"Day {state.MOST_RECENT + 1}", "Day 2")

    def test_a_path_leads_to_the_same_file_from_any_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "ferry.html").write_text("")
        monkeypatch.chdir(tmp_path)
        state.keep_recent(opened("ferry.html"))
        assert state.load().recent[0].source == str(tmp_path / "ferry.html")

    def test_without_a_headline_it_is_known_by_its_first_words(self) -> None:
        state.keep_recent(opened("https://harbourpost.example/1", None, "The ferry is late. " * 20))
        assert state.load().recent[0].headline.startswith("The ferry is late. The ferry")
        assert len(state.load().recent[0].headline) == 80

    @pytest.mark.parametrize("given", ["-", "bad\udcff.html", "two\nlines.html"])
    def test_what_cannot_be_opened_again_is_not_kept(self, given: str, folder: Path) -> None:
        state.keep_recent(opened(given))
        assert not folder.exists()


def test_two_programs_at_once_lose_nothing() -> None:
    run = "import sys; from reader.settings.state import keep_place as keep\n"
    run += "for number in range(40): keep(f'{sys.argv[1]}{number}', 1 + number)"
    programs = [subprocess.Popen([sys.executable, "-c", run, name]) for name in "ab"]
    assert [program.wait(PATIENCE) for program in programs] == [0, 0]
    assert state.load().places == {f"{name}{number}": 1 + number for name in "ab" for number in range(40)}


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
        state.keep_place(key(1), 3)
        assert state.load() == State(places={key(1): 3})

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
        state.keep_place(key(1), 3)
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

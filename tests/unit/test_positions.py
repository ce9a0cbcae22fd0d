"""Where the reader was: kept by article, a number of articles, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import Article, Source
from reader.settings import paths, positions

ARTICLE = Article(text="The ferry is late.", url="https://harbourpost.example/ferry")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def key(number: int) -> str:
    return str(positions.key_of(Source(given=f"{number}.html", kind="html"), Article(text="")))


def test_a_place_is_kept_and_forgotten() -> None:
    assert positions.recall(key(1)) == 0
    positions.keep(key(1), 120)
    positions.keep(key(2), 7)
    assert (positions.recall(key(1)), positions.recall(key(2))) == (120, 7)
    positions.keep(key(1), 0)
    assert (positions.recall(key(1)), positions.recall(key(2))) == (0, 7)


def test_the_oldest_are_forgotten() -> None:
    for number in range(positions.MOST_ARTICLES + 2):
        positions.keep(key(number), 1 + number)
    assert [positions.recall(key(number)) for number in (0, 1, 2)] == [0, 0, 3]


def test_one_article_has_one_key_whatever_led_to_it() -> None:
    asked = Source(given="https://short.example/x", kind="html", url="https://harbourpost.example/ferry?utm=1")
    assert positions.key_of(asked, ARTICLE) == positions.key_of(Source(given="saved.html", kind="html"), ARTICLE)


def test_standard_input_has_none() -> None:
    assert positions.key_of(Source(given="-", kind="text"), ARTICLE) is None


def test_the_file_says_nothing_of_what_was_read() -> None:
    positions.keep(str(positions.key_of(Source(given="x", kind="html"), ARTICLE)), 5)
    (file,) = paths.state_folder().iterdir()
    assert b"harbourpost" not in file.read_bytes()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[1]", b'{"a": "b"}'])
def test_a_damaged_file_is_no_memory(content: bytes) -> None:
    paths.state_folder().mkdir(parents=True)
    (paths.state_folder() / "positions.json").write_bytes(content)
    assert positions.recall(key(1)) == 0
    positions.keep(key(1), 3)
    assert positions.recall(key(1)) == 3


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    positions.keep(key(1), 3)
    assert positions.recall(key(1)) == 0

"""What was kept in files before there was a library is there, and where it was."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from reader.analysis.corrections import correction
from reader.library.addresses import digest
from reader.library.opening import open_library
from reader.model import Reading
from reader.settings import corrections, paths
from tests.library.conftest import NOW, reading

MOSS = ("Ada Moss", "The pier is not safe", 0.99)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def before(places: dict[str, int], *opened: Reading) -> None:
    """What a program without a library left in its state, the newest article first."""
    recent = [{"source": each.source.given, "headline": each.article.headline} for each in opened]
    kept = {"version": 1, "places": {digest(address).hex(): at for address, at in places.items()}, "recent": recent}
    paths.state_folder().mkdir(parents=True)
    (paths.state_folder() / "state.json").write_text(json.dumps(kept))


def test_places_articles_opened_and_decisions(tmp_path: Path) -> None:
    opened, decided = reading("https://a.example/1"), reading("https://b.example/1", MOSS)
    places = {"https://a.example/1": 120, "https://later.example/1": 7}
    before(places, opened, reading("https://c.example/1", headline="Opened before"))
    folder = paths.data_folder() / "corrections"
    folder.mkdir(parents=True)
    made = correction(decided.article.text, decided.analysis.quotes[0], "wrong")
    (folder / "a.json").write_bytes(msgspec.json.encode(corrections.Kept(decided, (made,))))
    (folder / "b.json").write_bytes(msgspec.json.encode(corrections.Kept(opened, (made,), version=2)))
    for _ in range(2):  # the second time changes nothing
        with open_library(now=NOW) as library:
            shown = library.searching.listed(library.articles.recent())
            assert [each.headline for each in shown] == [opened.article.headline, "Opened before"]
            assert all(each.is_read for each in shown)
            stored = library.articles.load(shown[0].id)
            assert stored
            assert stored.position == 120
            (mended,) = library.articles.corrected()
            assert [each.verdict for each in mended.corrections] == ["wrong"]
            assert [said.speaker for said in library.quotes.said()] == [None]
            assert library.searching.count("", now=NOW) == 3
    with open_library(now=NOW) as library:
        later = library.articles.load(library.articles.keep(reading("https://later.example/1"), now=NOW))
        assert later
        assert later.position == 7
        assert library.upkeep.check() == ()


def test_damaged_files_stop_nothing(tmp_path: Path) -> None:
    folder = paths.state_folder()
    folder.mkdir(parents=True)
    (folder / "state.json").write_text('{"version": 1, "places": {"no digest": 7, "zz": 1}, "recent": 5}')
    (paths.data_folder() / "corrections").mkdir(parents=True)
    (paths.data_folder() / "corrections" / "x.json").write_text("{")
    with open_library(now=NOW) as library:
        assert library.searching.count("", now=NOW) == 0


def test_a_private_session_takes_nothing_over(tmp_path: Path) -> None:
    before({}, reading("https://a.example/1"))
    with open_library(now=NOW, is_private=True) as library:
        assert library.articles.recent() == ()
    assert not paths.data_folder().exists()

"""`onrecord quotes --by NAME`: what one person said, out of a library on disk."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reader.cli.app import app
from reader.library import FILE, Library
from reader.settings import paths
from tests.library.conftest import NOW, reading

PIER = "The pier is not safe, and it must close"
ARTICLES = [
    reading("https://a.example/1", ("Orla Fenwick", PIER, 1.0), ("Ivo Brandt", "We will pay for it in May", 1.0)),
    reading("https://b.example/2", ("Orla C. Fenwick", f"{PIER} by Friday", 1.0), published="2026-11-21"),
    reading("https://c.example/3", ("Orla Fenwick", "Nobody has asked us about the levy", 0.7), published="2026-10-02"),
]


@pytest.fixture
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with Library(paths.data_folder() / FILE) as library:
        for each in ARTICLES:
            library.articles.keep(each, now=NOW)


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ["quotes", *args], prog_name="onrecord")


@pytest.mark.usefixtures("_kept")
def test_what_one_person_said() -> None:
    result = run("--by", "orla fenwick")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"2026-11-21 Orla C. Fenwick: {PIER} by Friday (Harbour Post, 1 more)",
        "2026-10-02 Orla C. Fenwick\xa0?: Nobody has asked us about the levy (Harbour Post)",
    ]


@pytest.mark.usefixtures("_kept")
def test_with_words_and_since_a_day() -> None:
    found = [json.loads(line) for line in run("--by", "fen", "--about", "levy", "-f", "json").stdout.splitlines()]
    assert [(row["words"], row["doubt"]) for row in found] == [("Nobody has asked us about the levy", "doubted")]
    table = list(csv.DictReader(run("--by", "fen", "--since", "2026-11-01", "-f", "csv").stdout.splitlines()))
    assert [row["source"] for row in table] == ["https://b.example/2", "https://a.example/1"]


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("--by", "Vale"), 0, "No quote is like that."),
        (("--by", '") OR 1 = 1 --'), 0, "No quote is like that."),
        (("--by", "Fenwick", "--since", "soon"), 2, "--since takes a day, such as 2026-03-14."),
        (("--by", "Fenwick", "--kind", "direct"), 2, "There is no SOURCE"),
        ((), 2, "There is no SOURCE"),
        (("story.txt", "--about", "levy"), 2, "leave SOURCE away"),
        (("story.txt", "-f", "markdown"), 2, "leave SOURCE away"),
    ],
)
def test_what_cannot_be_answered_is_told(args: tuple[str, ...], code: int, told: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


@pytest.mark.usefixtures("_kept")
def test_as_a_note() -> None:
    note = run("--by", "Brandt", "-f", "markdown").stdout
    assert note.startswith("# Ivo Brandt\n")
    assert "> We will pay for it in May\n" in note


def test_without_a_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    result = run("--by", "Fenwick")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no library yet" in result.stderr
    assert not paths.data_folder().exists()

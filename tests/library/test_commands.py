"""The commands over the library: what they print, and their exit codes."""

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
OPENING = "Council engineers looked at every one of its planks for a week. " * 4 + "Nobody had asked the anglers."
ARTICLES = [
    reading("https://a.example/1", ("Orla Fenwick", PIER, 1.0), opening=OPENING, headline="Pier closes on Friday"),
    reading("https://b.example/2", ("Ivo Brandt", "We will pay for it in May", 1.0), published="2026-11-21"),
]
EVIL = "\x1b[2J=cmd()\u202e <b>levy</b>"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "200")
    return paths.data_folder() / FILE


@pytest.fixture
def _kept(data: Path) -> None:
    with Library(data) as library:
        for each in ARTICLES:
            library.articles.keep(each, now=NOW)


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args, prog_name="onrecord")


@pytest.mark.usefixtures("_kept")
def test_a_search_shows_where_the_words_stand() -> None:
    result = run("search", "pier", "safe")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "2026-11-20 Pier closes on Friday (Harbour Post)",
        f"  “{PIER}” Orla Fenwick said.",
        "  https://a.example/1",
    ]
    (row,) = [json.loads(line) for line in run("search", "pier safe", "--json").stdout.splitlines()]
    text = ARTICLES[0].article.text
    assert text[row["start"] : row["end"]] == row["excerpt"]
    assert [text[start:end] for start, end in row["hits"]] == ["pier", "safe"]


@pytest.mark.usefixtures("_kept")
def test_a_search_with_filters_and_as_a_table() -> None:
    rows = list(csv.DictReader(run("search", "said:brandt", "-f", "csv").stdout.splitlines()))
    assert [row["source"] for row in rows] == ["https://b.example/2"]
    assert len(run("search", "council OR", "ferry", "-n", "1").stdout.splitlines()) == 0


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("search", "lighthouse"), 0, "No article is like that."),
        (("search", '"'), 2, "There is nothing to look for"),
        (("search", "pier", "since:soon"), 1, "“soon” is no date."),
        (("search", "pier", "-f", "yaml"), 2, "-f takes text, json or csv."),
        (("watch", "--"), 2, "NAME|SEARCH"),
        (("watch", "-f", "csv", "since:soon"), 2, "“soon” is no date."),
    ],
)
def test_what_cannot_be_answered_is_told(args: tuple[str, ...], code: int, told: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


def test_nothing_that_is_found_is_obeyed(data: Path) -> None:
    evil = reading("https://e.example/1", (EVIL, EVIL, 1.0), headline=EVIL, publisher=EVIL, opening=EVIL)
    with Library(data) as library:
        library.articles.keep(evil, now=NOW)
    for form in ("text", "json", "csv"):
        written = run("search", "levy", "-f", form).stdout
        assert "levy" in written
        assert not set("\x1b\u202e") & set(written)
        assert ",=" not in written


@pytest.mark.usefixtures("_kept")
def test_watching_somebody(data: Path) -> None:
    begun = run("watch", "fenwick")
    assert (begun.exit_code, begun.stdout) == (1, "")
    assert "what is said by Orla Fenwick; 1 article so far" in begun.stderr
    assert (run("watch", "fenwick").exit_code, run("watch", "fenwick").output) == (1, "")
    more = [
        reading("https://c.example/3", ("Orla Fenwick", "The pier opens again", 1.0), published="2026-11-25"),
        reading("https://d.example/4", ("Ivo Brandt", "It was not cheap", 1.0), published="2026-11-25"),
    ]
    with Library(data) as library:
        for each in more:
            library.articles.keep(each, now=NOW)
    new = run("watch", "fenwick")
    assert (new.exit_code, new.stdout) == (0, "2026-11-25 Orla Fenwick: The pier opens again (Harbour Post)\n")
    assert run("watch", "fenwick").exit_code == 1


@pytest.mark.usefixtures("_kept")
def test_watching_a_search(data: Path) -> None:
    assert run("watch", "harbour").exit_code == 1
    with Library(data) as library:
        library.articles.keep(reading("https://c.example/3", published="2026-11-25"), now=NOW)
    new = run("watch", "harbour", "--json")
    assert new.exit_code == 0
    assert [json.loads(line)["source"] for line in new.stdout.splitlines()] == ["https://c.example/3"]


@pytest.mark.usefixtures("_kept")
def test_a_backup_is_a_library_and_is_never_written_over(tmp_path: Path) -> None:
    copy = tmp_path / "safe" / "copy.db"
    assert run("backup", str(copy)).exit_code == 0
    with Library(copy, is_private=True) as library:
        assert library.people.named("Fenwick")
    again = run("backup", str(copy))
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)


@pytest.mark.usefixtures("_kept")
def test_a_check_tells_what_is_wrong(data: Path) -> None:
    sound = run("check")
    assert (sound.exit_code, sound.stdout, sound.stderr) == (0, "", "The library is sound.\n")
    data.write_bytes(data.read_bytes()[:4096] + b"\0" * 4096 + data.read_bytes()[8192:])
    wrong = run("check")
    assert wrong.exit_code == 1
    assert wrong.output


@pytest.mark.parametrize(
    ("args", "code"),
    [(("search", "pier"), 1), (("watch", "pier"), 2), (("check",), 1), (("backup", "copy.db"), 1)],
    ids=["search", "watch", "check", "backup"],
)
def test_without_a_library(args: tuple[str, ...], code: int, data: Path) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert "There is no library yet" in result.stderr
    assert not data.exists()

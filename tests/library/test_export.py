"""The library as a folder of notes: what is in it, what a second run writes, and what it leaves alone."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner

from reader.batch.records import Record
from reader.batch.warc import items
from reader.cli.app import app
from reader.library import Library
from reader.model import Page, Source
from reader.settings import paths
from tests.library.conftest import NOW, reading

PIER = "The pier is not safe, and it must close"
FENWICK = "Orla Fenwick"
EVIL = "../../Ada\x1b[31m\u202e <b>Moss</b>: 100%"


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with Library(paths.library_file()) as library:
        for each in (
            reading("https://a.example/1", (FENWICK, PIER, 1.0), headline="Pier closes", roles={FENWICK: "engineer"}),
            reading("https://b.example/2", (FENWICK, "It is not cheap", 1.0), ("Ivo Brandt", "Perhaps", 0.7)),
            reading("https://c.example/3", (EVIL, "It opens again", 1.0), headline=EVIL, published="2026-01-02"),
        ):
            library.articles.keep(each, now=NOW)


def export(folder: Path, *args: str) -> str:
    result = CliRunner().invoke(app, ["export", *args, str(folder)], prog_name="onrecord")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    return str(result.stderr)


def notes(folder: Path) -> dict[str, str]:
    found = {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*.md"))}
    assert not [path for path in folder.rglob(".onrecord*") if path.name != ".onrecord-notes.json"]
    return found


def targets(note: str) -> list[str]:
    return [unquote(target) for target in re.findall(r"\]\(\.\./([^)]*)\)", note)]


def test_notes_of_articles_and_people_lead_to_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    assert "Notes: 3 of articles, 2 of people; 5 written, 0 as they were, 0 left alone." in export(folder)
    found = notes(folder)
    assert list(found) == [
        "articles/2026-01-02 Ada 31m b Moss b 100%.md",
        "articles/2026-11-20 Harbour talks stall over ferry levy.md",
        "articles/2026-11-20 Pier closes.md",
        "people/Ada 31m b Moss b 100%.md",
        "people/Orla Fenwick.md",
    ]
    assert sorted(targets(found["people/Orla Fenwick.md"])) == [
        "articles/2026-11-20 Harbour talks stall over ferry levy.md",
        "articles/2026-11-20 Pier closes.md",
    ]
    for name, note in found.items():
        assert all(target in found for target in targets(note)), name
    assert targets(found["articles/2026-11-20 Pier closes.md"]) == ["people/Orla Fenwick.md"]
    assert targets(found["people/Ada 31m b Moss b 100%.md"])
    assert not set("\x1b\u202e") & set("".join(found.values()))


def test_a_second_run_writes_what_changed_under_the_same_names(tmp_path: Path) -> None:
    export(tmp_path)
    with Library(paths.library_file()) as library:
        number = library.articles.keep(
            reading("https://a.example/1", (FENWICK, PIER, 1.0), headline="Pier shut"), now=NOW
        )
        library.notes.write(number, "Who pays?", now=NOW)
    before = notes(tmp_path)
    assert "3 of articles, 2 of people; 2 written, 3 as they were, 0 left alone." in export(tmp_path)
    after = notes(tmp_path)
    assert list(after) == list(before)
    assert "# Pier shut" in after["articles/2026-11-20 Pier closes.md"]
    assert "- ✎ Who pays?" in after["articles/2026-11-20 Pier closes.md"]
    assert "[Pier shut]" in after["people/Orla Fenwick.md"]


@pytest.mark.parametrize("is_recorded", [True, False], ids=["with its record", "without"])
def test_what_the_reader_changed_or_wrote_is_left_alone(tmp_path: Path, *, is_recorded: bool) -> None:
    export(tmp_path)
    before = notes(tmp_path)
    mine = before["people/Orla Fenwick.md"] + "\nMy own words.\n"
    (tmp_path / "people/Orla Fenwick.md").write_text(mine)
    with (tmp_path / "articles/2026-11-20 Pier closes.md").open("a") as note:
        note.write("To be asked.\n")
    if not is_recorded:
        (tmp_path / ".onrecord-notes.json").write_text("{")
    told = export(tmp_path)
    assert "people/Orla Fenwick.md has been changed since it was written, and is left alone." in told
    assert "0 written, 3 as they were, 2 left alone." in told
    assert notes(tmp_path).keys() == before.keys()
    assert (tmp_path / "people/Orla Fenwick.md").read_text() == mine


def test_the_note_of_somebody_who_was_merged_is_taken_away_unless_it_was_changed(tmp_path: Path) -> None:
    export(tmp_path)
    fenwick, moss = "people/Orla Fenwick.md", next(name for name in notes(tmp_path) if name.startswith("people/Ada"))
    with Library(paths.library_file()) as library:
        (one,), (other,) = library.people.named("Orla Fenwick"), library.people.named("Ada")
        library.people.merge(one.id, into=other.id)
    own = notes(tmp_path)[fenwick]
    (tmp_path / fenwick).write_text(own + "Mine.")
    assert f"{fenwick} has been changed since it was written, and is left alone." in export(tmp_path)
    (tmp_path / fenwick).write_text(own)
    assert "0 left alone, 1 of who is somebody else now taken away." in export(tmp_path)
    assert fenwick not in notes(tmp_path)
    assert moss in notes(tmp_path)
    assert "taken away" not in export(tmp_path)


def test_files_of_others_keep_their_names(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people/orla fenwick.md").write_text("Call her on Friday.\n")
    (tmp_path / "people/Orla Fenwick.md").write_text("# Somebody else\n")
    (tmp_path / "articles/2026-11-20 Pier closes.md").mkdir(parents=True)
    export(tmp_path)
    assert (tmp_path / "people/Orla Fenwick.md").read_text() == "# Somebody else\n"
    assert (tmp_path / "people/Orla Fenwick (2).md").read_text().startswith("# Orla Fenwick\n")
    assert (tmp_path / "articles/2026-11-20 Pier closes (2).md").exists()
    assert "5 as they were" in export(tmp_path)


def test_a_record_leads_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    export(folder)
    outside = tmp_path / "outside.md"
    outside.write_text("Mine.\n")
    record = folder / ".onrecord-notes.json"
    record.write_text(record.read_text().replace("people/Orla Fenwick.md", "../outside.md"))
    assert "as they were" in export(folder)
    assert outside.read_text() == "Mine.\n"


def test_only_what_is_newer_and_what_cannot_be_written(tmp_path: Path) -> None:
    assert "2 of articles, 1 of people" in export(tmp_path / "new", "--since", "2026-11-20")
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(app, ["export", str(tmp_path / "file")], prog_name="onrecord")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "The notes cannot be written to" in result.stderr


def test_the_pages_that_are_kept_are_read_again(tmp_path: Path) -> None:
    html = "<!doctype html><p>Käse für Müller</p>".encode("latin-1")
    with Library(paths.library_file()) as library:
        for address, charset in (("https://a.example/1", "iso-8859-1\r\nX: y"), ("https://b.example/2", "iso-8859-1")):
            number = library.articles.find_address(address)
            assert number
            library.articles.star(number)
            library.articles.keep_page(number, Page(Source(address, "html", address), html, charset), now=NOW)
    file = tmp_path / "pages.warc.gz"
    run = CliRunner().invoke(app, ["export", "--warc", str(file)], prog_name="onrecord")
    assert (run.exit_code, run.stderr) == (0, f"2 pages written to {file}.\n")
    with gzip.open(file) as opened:
        found = list(items(opened, "pages"))
    records = [each for each in found if isinstance(each, Record)]
    assert found == records
    assert [(each.source.url, each.content, each.charset) for each in records] == [
        ("https://a.example/1", html, None),
        ("https://b.example/2", html, "iso-8859-1"),
    ]
    again = CliRunner().invoke(app, ["export", "--warc", str(file)], prog_name="onrecord")
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    assert "There is nowhere to write to" in CliRunner().invoke(app, ["export"], prog_name="onrecord").stderr

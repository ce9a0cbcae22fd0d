"""What a reader decided is kept with its article, and read again in every output; what cannot be kept is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from reader import pipeline
from reader.analysis.corrections import correction
from reader.cli.app import app
from reader.library.opening import open_library
from reader.model import Correction, Quote, Reading
from reader.settings import paths
from reader.ui.keeper import decide

STORY = (
    "Orla Fenwick, the harbour master, met Peter Lind on Monday.\n\n"
    "“The pier is not safe,” Fenwick said. Lind said the pier would stay open.\n"
)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def reading(story: Path) -> Reading:
    found = pipeline.read(str(story))
    assert isinstance(found, Reading)
    return found


def open_pier(reading: Reading) -> Quote:
    return next(quote for quote in reading.analysis.quotes if "stay open" in quote.text)


def given(reading: Reading) -> Correction:
    return correction(reading.article.text, open_pier(reading), "given", speaker="Orla Fenwick")


def keep(reading: Reading, decided: list[Correction], known: tuple[Correction, ...] = ()) -> tuple[Correction, ...]:
    with open_library(now=datetime.now(UTC)) as library:
        number = library.articles.find(reading.source, reading.article)
        if number is None:
            number = library.articles.keep(reading, now=datetime.now(UTC))
        return decide(library, number, decided, known)


def test_two_windows_keep_what_each_decides_and_takes_back(reading: Reading) -> None:
    pier = given(reading)
    right, wrong = replace(pier, verdict="right"), replace(pier, verdict="wrong")
    one = keep(reading, [pier])
    two = keep(reading, [right])
    assert two == (pier, right)
    one = keep(reading, [*one, wrong], one)
    assert one == (pier, right, wrong)
    assert keep(reading, list(two[:-1]), two) == (pier, wrong)
    # What could not be kept before is kept with the next one.
    assert keep(reading, [pier, wrong, right, pier], (pier, wrong)) == (pier, wrong, right, pier)


def test_a_library_that_cannot_be_read_costs_a_command_no_article_and_is_told(story: Path) -> None:
    paths.library_file().parent.mkdir(parents=True)
    paths.library_file().write_bytes(b"no library at all " * 500)
    shown = run("summarize", "-f", "text", str(story)).stdout
    assert "The pier is not safe" in shown
    assert "What you decided of this article and wrote to it could not be looked up" in shown.replace("\n", " ")
    assert paths.library_file().read_bytes() == b"no library at all " * 500


def test_a_command_makes_no_library(story: Path) -> None:
    run("summarize", "-f", "text", str(story))
    assert not paths.data_folder().exists()


@pytest.mark.usefixtures("one_process")
def test_a_command_keeps_what_it_read_where_it_is_told_to(reading: Reading, story: Path) -> None:
    run("quotes", "--keep", str(story))
    keep(reading, [given(reading)])
    run("summarize", "--keep", "-n", "1", "-f", "text", str(story))
    with open_library(now=datetime.now(UTC)) as library:
        (number,) = library.articles.recent()
        stored = library.articles.load(number)
        assert stored
        # As the program found it, with what was decided beside it.
        assert stored.analysis
        assert stored.analysis.quotes == reading.analysis.quotes
        assert stored.corrections == (given(reading),)
        assert len(stored.analysis.key_points) == 1


def test_a_command_that_cannot_keep_reads_nothing(story: Path) -> None:
    paths.library_file().parent.mkdir(parents=True)
    paths.library_file().write_bytes(b"no library at all " * 500)
    refused = CliRunner().invoke(app, ["summarize", "--keep", str(story)], prog_name="onrecord")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "damaged" in refused.stderr


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments, prog_name="onrecord")
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.usefixtures("one_process")
def test_every_output_of_a_command_has_it(reading: Reading, story: Path) -> None:
    keep(reading, [given(reading)])
    now, quote = datetime.now(UTC), reading.analysis.quotes[0]
    with open_library(now=now) as library:
        number = library.articles.find(reading.source, reading.article)
        assert number is not None
        library.notes.write(number, "Who checked it?", now=now, text=reading.article.text, words=quote)
    written = json.loads(run("summarize", "-f", "json", str(story)).stdout)
    assert [(note["note"], note["words"]["text"]) for note in written["noted"]] == [
        ("Who checked it?", reading.analysis.quotes[0].text)
    ]
    names = {actor["id"]: actor["name"] for actor in written["actors"]}
    assert [(names[quote["speaker"]], quote["corrections"]) for quote in written["quotes"]] == [
        ("Orla Fenwick", []),
        ("Orla Fenwick", ["given"]),
    ]
    assert written["glance"]["named_sources"] == 1
    for form in ("markdown", "text"):
        shown = run("summarize", "-f", form, str(story)).stdout
        assert shown.count("✓ corrected by the reader") == 1
        assert shown.count("✎ Who checked it?") == 1
        assert "Orla Fenwick, the harbour master (2 quotes" in shown.replace("**", "")


def test_export_writes_what_was_decided(reading: Reading, tmp_path: Path) -> None:
    nothing = run("corrections", "export")
    assert nothing.stdout == ""
    assert "You have decided of no quote yet" in nothing.stderr
    keep(reading, [given(reading)])
    output = tmp_path / "new" / "mine.jsonl"
    assert run("corrections", "export", "-o", str(output)).stdout == ""
    lines = output.read_text(encoding="utf-8").splitlines()
    assert lines == run("corrections", "export").stdout.splitlines()
    (article,) = map(json.loads, lines)
    assert article["text"] == reading.article.text
    assert [quote["speaker"] for quote in article["quotes"]] == ["Orla Fenwick"]

"""What a reader decided is kept with its article, and read again in every output; what cannot be kept is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from reader import pipeline
from reader.analysis.corrections import correction
from reader.cli.app import app
from reader.errors import SetupError
from reader.model import Article, Correction, Quote, Reading, Source
from reader.settings import corrections, paths

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


def test_what_is_kept_comes_back(reading: Reading) -> None:
    assert corrections.load(reading.source, reading.article) == ()
    corrections.keep(reading, [given(reading)])
    assert corrections.load(reading.source, reading.article) == (given(reading),)
    assert [(kept.reading, kept.corrections) for kept in corrections.all_kept()] == [(reading, (given(reading),))]


def test_the_last_one_taken_back_leaves_no_file(reading: Reading) -> None:
    corrections.keep(reading, [given(reading)])
    corrections.keep(reading, [], known=[given(reading)])
    corrections.keep(reading, [])
    assert list((paths.data_folder() / "corrections").iterdir()) == []


def test_standard_input_is_known_by_its_words(reading: Reading) -> None:
    piped = Reading(Source("-", "text"), reading.article, reading.analysis)
    corrections.keep(piped, [given(reading)])
    assert corrections.load(piped.source, piped.article) == (given(reading),)
    assert corrections.load(piped.source, Article("Other words.")) == ()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"reading": 1}', b"\xff", pytest.param(b'{"reading":' * 5000, id="nested too deep")]
)
def test_a_damaged_file_is_none(reading: Reading, content: bytes) -> None:
    corrections.keep(reading, [given(reading)])
    (path,) = (paths.data_folder() / "corrections").iterdir()
    path.write_bytes(content)
    assert corrections.load(reading.source, reading.article) == ()
    assert list(corrections.all_kept()) == []
    corrections.keep(reading, [given(reading)])  # what cannot be read is put aside: it is somebody's work
    assert path.with_suffix(".json.unread").read_bytes() == content
    assert corrections.load(reading.source, reading.article) == (given(reading),)


def test_two_windows_keep_what_each_decides_and_takes_back(reading: Reading) -> None:
    pier = given(reading)
    right, wrong = replace(pier, verdict="right"), replace(pier, verdict="wrong")
    one = corrections.keep(reading, [pier])
    two = corrections.keep(reading, [right])
    assert two == (pier, right)
    one = corrections.keep(reading, [*one, wrong], known=one)
    assert one == (pier, right, wrong)
    assert corrections.keep(reading, two[:-1], known=two) == (pier, wrong)
    # What could not be kept before is kept with the next one.
    assert corrections.keep(reading, [pier, wrong, right, pier], known=[pier, wrong]) == (pier, wrong, right, pier)


def test_a_file_of_a_later_version_is_not_read(reading: Reading) -> None:
    corrections.keep(reading, [given(reading)])
    (path,) = (paths.data_folder() / "corrections").iterdir()
    path.write_bytes(path.read_bytes().replace(b'"version":1', b'"version":2'))
    assert corrections.load(reading.source, reading.article) == ()


def test_what_cannot_be_kept_is_told(reading: Reading) -> None:
    paths.data_folder().parent.mkdir(parents=True)
    paths.data_folder().write_text("a file in the way")
    with pytest.raises(SetupError, match="cannot be kept"):
        corrections.keep(reading, [given(reading)])


def test_a_path_that_is_no_text_can_be_kept(reading: Reading) -> None:
    odd = Reading(Source("story-\udcff.txt", "text"), reading.article, reading.analysis)
    corrections.keep(odd, [given(reading)])
    assert corrections.load(odd.source, odd.article) == (given(reading),)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments, prog_name="onrecord")
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.usefixtures("one_process")
def test_every_output_of_a_command_has_it(reading: Reading, story: Path) -> None:
    corrections.keep(reading, [given(reading)])
    written = json.loads(run("summarize", "-f", "json", str(story)).stdout)
    names = {actor["id"]: actor["name"] for actor in written["actors"]}
    assert [(names[quote["speaker"]], quote["corrections"]) for quote in written["quotes"]] == [
        ("Orla Fenwick", []),
        ("Orla Fenwick", ["given"]),
    ]
    assert written["glance"]["named_sources"] == 1
    for form in ("markdown", "text"):
        shown = run("summarize", "-f", form, str(story)).stdout
        assert shown.count("✓ corrected by the reader") == 1
        assert "Orla Fenwick, the harbour master (2 quotes" in shown.replace("**", "")


def test_export_writes_what_was_decided(reading: Reading, tmp_path: Path) -> None:
    nothing = run("corrections", "export")
    assert nothing.stdout == ""
    assert "You have decided of no quote yet" in nothing.stderr
    corrections.keep(reading, [given(reading)])
    output = tmp_path / "new" / "mine.jsonl"
    assert run("corrections", "export", "-o", str(output)).stdout == ""
    lines = output.read_text(encoding="utf-8").splitlines()
    assert lines == run("corrections", "export").stdout.splitlines()
    (article,) = map(json.loads, lines)
    assert article["text"] == reading.article.text
    assert [quote["speaker"] for quote in article["quotes"]] == ["Orla Fenwick"]

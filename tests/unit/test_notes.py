"""Notes in a folder: their names, whose file is updated and whose is left, and that writing is whole or not at all."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import msgspec
import pytest

from reader import notes
from reader.errors import SetupError
from reader.model import Analysis, Article, Reading, Source
from waiting import PATIENCE

TODAY = date(2026, 11, 23)
HEADLINE = "Harbour talks stall over ferry levy"
NAME = f"2026-03-14 {HEADLINE}"


def _reading(
    url: str | None = "https://post.example/ferry",
    *,
    given: str = "https://post.example/ferry",
    headline: str | None = HEADLINE,
    published: str | None = "2026-03-14T09:30:00+01:00",
    text: str = "Talks stalled.",
) -> Reading:
    article = Article(text, headline=headline, published=published, standfirst=text)
    return Reading(Source(given, "html" if url else "text", url), article, Analysis())


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        pytest.param(HEADLINE, NAME, id="plain"),
        pytest.param("../../etc/passwd", "2026-03-14 etc passwd", id="a path"),
        pytest.param('a\\b:c*d?e"f<g>h|i', "2026-03-14 a b c d e f g h i", id="what Windows refuses"),
        pytest.param("Levy [update] #1 ^2", "2026-03-14 Levy update 1 2", id="what breaks a wiki link"),
        pytest.param("--help", "2026-03-14 help", id="leading dashes"),
        pytest.param(".hidden", "2026-03-14 hidden", id="leading dot"),
        pytest.param("The end...", "2026-03-14 The end", id="trailing dots"),
        pytest.param("a\x00b\x1b[31m\u202ec", "2026-03-14 ab 31mc", id="controls"),
        pytest.param("two\nlines\u2028\there", "2026-03-14 two lines here", id="line breaks"),
        pytest.param("cafe\u0301", "2026-03-14 caf\u00e9", id="composed"),
        pytest.param("CON", "2026-03-14 CON", id="a name Windows keeps"),
        pytest.param("🚢 sails", "2026-03-14 🚢 sails", id="emoji"),
        pytest.param("///", "2026-03-14 Untitled", id="nothing left"),
        pytest.param(None, "2026-03-14 Untitled", id="no headline"),
    ],
)
def test_names(headline: str | None, name: str) -> None:
    assert notes.note_name(_reading(headline=headline), TODAY) == name


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-03-14", "2026-03-14"),
        ("2026-03-14T23:30:00-05:00", "2026-03-14"),
        (None, "2026-11-23"),
        ("yesterday", "2026-11-23"),
        ("2026-13-45", "2026-11-23"),
        ("../../../x", "2026-11-23"),
    ],
)
def test_names_begin_with_the_day(published: str | None, day: str) -> None:
    assert notes.note_name(_reading(published=published), TODAY) == f"{day} {HEADLINE}"


@pytest.mark.parametrize(
    ("headline", "ends"), [("harbour " * 100, "harbour"), ("é" * 500, "é"), ("a " + "é" * 500, "é")]
)
def test_long_names_are_cut_to_size(headline: str, ends: str, tmp_path: Path) -> None:
    path = notes.save(_reading(headline=headline), tmp_path, saved=TODAY)
    assert 100 < len(path.name.encode()) <= 143
    assert path.stem.endswith(ends)


@pytest.mark.parametrize(("form", "suffix"), [("markdown", ".md"), ("json", ".json"), ("text", ".txt")])
def test_same_article_is_updated_and_another_left(form: notes.Format, suffix: str, tmp_path: Path) -> None:
    first = notes.save(_reading(), tmp_path, saved=TODAY, form=form)
    other = notes.save(_reading("https://other.example/x"), tmp_path, saved=TODAY, form=form)
    kept = other.read_bytes()
    again = notes.save(_reading(text="Talks resumed."), tmp_path, saved=TODAY, form=form)
    assert (first.name, other.name, again) == (f"{NAME}{suffix}", f"{NAME} (2){suffix}", first)
    assert "Talks resumed." in first.read_text(encoding="utf-8")
    assert other.read_bytes() == kept
    assert sorted(os.listdir(tmp_path)) == sorted([first.name, other.name])


@pytest.mark.parametrize("form", ["markdown", "json", "text"])
def test_files_of_the_same_name_in_two_folders_are_two_articles(
    form: notes.Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "notes"
    saved = []
    for place in ("a", "b", "a"):
        (tmp_path / place).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / place)
        saved.append(notes.save(_reading(None, given="story.txt"), folder, saved=TODAY, form=form))
    assert saved[0] != saved[1]
    assert saved[2] == saved[0]


def test_standard_input_is_the_same_article_only_when_all_is_the_same(tmp_path: Path) -> None:
    first = notes.save(_reading(None, given="-"), tmp_path, saved=TODAY)
    other = notes.save(_reading(None, given="-", text="Another."), tmp_path, saved=TODAY)
    again = notes.save(_reading(None, given="-"), tmp_path, saved=TODAY)
    assert (other.name, again) == (f"{NAME} (2).md", first)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\x00 not a note", id="bytes"),
        pytest.param(b"My own notes on https://post.example/ferry\n", id="a person's own notes"),
        pytest.param(b'---\nurl: "https://post.example/ferry/2"\n---\n', id="a longer address"),
        pytest.param(b"---\nurl: " + b"[" * 5000 + b"\n---\n", id="brackets nested too deep"),
        pytest.param(b'# x\n\n---\nurl: "https://post.example/ferry"\n---\n', id="front matter in the middle"),
    ],
)
def test_files_that_are_not_the_article_stay(content: bytes, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.md").write_bytes(content)
    assert notes.save(_reading(), tmp_path, saved=TODAY).name == f"{NAME} (2).md"
    assert (tmp_path / f"{NAME}.md").read_bytes() == content


@pytest.mark.parametrize("line", ["url: https://post.example/ferry", "url: 'https://post.example/ferry'"])
def test_note_is_known_again_when_another_program_requoted_it(line: str, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.md").write_text(f"---\ntags: [ferries]\n{line}\n---\n")
    assert notes.save(_reading(), tmp_path, saved=TODAY).name == f"{NAME}.md"


NESTED = pytest.param('{"schema":' * 5000, id="nested too deep")


@pytest.mark.parametrize("content", ["[]", "{", '{"source": 1}', '{"schema": 1}', NESTED])
def test_json_that_is_no_reading_stays(content: str, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.json").write_text(content)
    assert notes.save(_reading(), tmp_path, saved=TODAY, form="json").name == f"{NAME} (2).json"


def test_folders_and_dangling_links_of_that_name_stay(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.md").mkdir()
    (tmp_path / f"{NAME} (2).md").symlink_to(tmp_path / "gone")
    assert notes.save(_reading(), tmp_path, saved=TODAY).name == f"{NAME} (3).md"
    assert not (tmp_path / "gone").exists()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    assert notes.save(_reading(), tmp_path / "a" / "b", saved=TODAY).is_file()


def test_update_keeps_permissions_and_new_notes_follow_the_mask(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    path = notes.save(_reading(), tmp_path, saved=TODAY)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    path.chmod(0o640)
    notes.save(_reading(text="New."), tmp_path, saved=TODAY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_articles_saved_at_once_each_get_their_file(tmp_path: Path) -> None:
    readings = [_reading(f"https://post.example/{number}") for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda reading: notes.save(reading, tmp_path, saved=TODAY), readings))
    assert len(set(paths)) == len(readings)
    for reading, path in zip(readings, paths, strict=True):
        assert f'url: "{reading.source.url}"' in path.read_text(encoding="utf-8")


def test_folder_without_hard_links_keeps_both_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")  # what FAT answers

    monkeypatch.setattr(os, "link", refuse)
    first = notes.save(_reading(), tmp_path, saved=TODAY)
    other = notes.save(_reading("https://other.example/x"), tmp_path, saved=TODAY)
    assert sorted(os.listdir(tmp_path)) == sorted([first.name, other.name])
    assert 'url: "https://post.example/ferry"' in first.read_text(encoding="utf-8")
    assert 'url: "https://other.example/x"' in other.read_text(encoding="utf-8")


def test_folder_that_cannot_be_made_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError) as caught:
        notes.save(_reading(), tmp_path / "file", saved=TODAY)
    assert str(tmp_path / "file") in caught.value.message
    assert caught.value.hint


def test_named_file_is_replaced_whole_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    notes.write_to("new\n", tmp_path / "link.md")
    assert (tmp_path / "real.md").read_text() == "new\n"
    assert (tmp_path / "link.md").is_symlink()
    assert len(os.listdir(tmp_path)) == 2


def test_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_text)
        notes.write_to("through\n", pipe)
        assert read.result(PATIENCE) == "through\n"
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        pytest.param("~nobody-of-this-name/mine.j2", "There is no template", id="the folder of nobody"),
        pytest.param("/dev/zero", "cannot be read: it is larger than", id="one without an end"),
        pytest.param("mine\0.j2", "cannot be read: embedded null", id="a name that no file has"),
        pytest.param("latin.j2", "cannot be read: it is not UTF-8", id="another encoding"),
    ],
)
def test_a_template_that_cannot_be_read_is_told(
    choice: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "latin.j2").write_bytes(b"caf\xe9")
    with pytest.raises(SetupError, match=why):
        notes.find_template(choice)


def test_address_that_is_no_web_address_is_no_identity(tmp_path: Path) -> None:
    reading = _reading(None, given="-")
    article = msgspec.structs.replace(reading.article, url="javascript:alert(1)")
    note = notes.save(msgspec.structs.replace(reading, article=article), tmp_path, saved=TODAY).read_text()
    assert "url: null" in note
    assert "javascript" not in note

import os
from pathlib import Path

import pytest

from reader.errors import FetchError
from reader.extract.formats import sniff
from reader.fetch import files, load

HTML = b"<!doctype html><html><body><p>The ferry left.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("story.html", HTML, "html"),
        ("story.HTM", HTML, "html"),
        ("story.xhtml", HTML, "html"),
        ("story.txt", b"<3 the ferry", "text"),
        ("story.md", b"# Ferry", "markdown"),
        ("story", HTML, "html"),
        ("story.save", b"The ferry left.", "text"),
    ],
)
def test_a_file_is_read_by_its_suffix_or_by_looking(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page = load(str(path))
    assert (page.content, page.source.kind, page.source.url, page.source.given) == (content, kind, None, str(path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.4 ...", "a PDF document", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "an image (PNG)", id="png"),
        pytest.param(b"PK\x03\x04....", "a ZIP archive", id="zip"),
        pytest.param(b"abc\x00\x01\x02", "binary data", id="NUL bytes"),
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"<?xml version='1.0'?>\n<rss version='2.0'></rss>", "a feed", id="feed"),
    ],
)
def test_what_holds_no_article_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(content)
    with pytest.raises(FetchError, match=words.replace("(", r"\(").replace(")", r"\)")):
        load(str(path))


def test_utf16_text_is_no_binary_data(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("The ferry left.".encode("utf-16"))
    assert load(str(path)).source.kind == "text"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FetchError, match=r"There is no file nowhere\.txt") as caught:
        load("nowhere.txt")
    assert "Check the name" in caught.value.hint


def test_an_address_without_a_scheme_is_understood() -> None:
    with pytest.raises(FetchError) as caught:
        load("harbourpost.example/ferry")
    assert "https://harbourpost.example/ferry" in caught.value.hint


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="is a folder"):
        load(str(tmp_path))


def test_a_file_past_the_cap_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * 20_000_000)
    assert len(load(str(path)).content) == 20_000_000
    path.write_bytes(b"x" * 20_000_001)
    with pytest.raises(FetchError, match="larger than 20 MB"):
        load(str(path))


@pytest.mark.parametrize("source", ["ftp://harbour.example/x", "file:///etc/hostname", "mailto:a@b.example"])
def test_other_schemes_are_refused(source: str) -> None:
    with pytest.raises(FetchError, match="addresses are not read"):
        load(source)


@pytest.mark.parametrize("source", ["", "  ", "a\x00b", "~nobody-of-that-name/x"])
def test_nonsense_is_an_error_with_words(source: str) -> None:
    with pytest.raises(FetchError) as caught:
        load(source)
    assert caught.value.hint


def test_standard_input_is_told_apart_by_looking() -> None:
    assert load("-", stdin=HTML).source.kind == "html"
    assert load("-", stdin=b"Ferry stops\n\nThe ferry <stopped>.").source.kind == "text"


@pytest.mark.parametrize("stdin", [None, b"", b" \n"])
def test_nothing_on_standard_input_is_said(stdin: bytes | None) -> None:
    with pytest.raises(FetchError, match=r"(?i)standard input"):
        load("-", stdin=stdin)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"  \n<!-- saved --><!DOCTYPE html><p>", "html", id="comment before the doctype"),
        pytest.param(b"\xef\xbb\xbf<html>", "html", id="byte order mark"),
        pytest.param("<html>".encode("utf-16"), "html", id="utf-16"),
        pytest.param(b"<p>One paragraph.</p>", "html", id="a fragment"),
        pytest.param(b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html", id="xhtml"),
        pytest.param(b"<pilot> A ferry, he said.", "text", id="a word in angle brackets"),
        pytest.param(b"He wrote <p> on the board.", "text", id="a tag inside prose"),
        pytest.param(b"# Ferry", "text", id="markdown looks like text"),
    ],
)
def test_the_kind_of_bytes(content: bytes, kind: str) -> None:
    assert sniff.kind_of(content) == kind


def test_a_pipe_that_nobody_writes_to_and_a_device_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(files, "PIPE_SECONDS", 0)
    with pytest.raises(FetchError, match="nobody wrote"):
        files.from_path(str(tmp_path / "pipe"))
    with pytest.raises(FetchError, match="is a device"):
        files.from_path("/dev/zero")

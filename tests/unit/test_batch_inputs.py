"""What `onrecord batch` makes of its inputs: which records are found, under which ids, what is said of the others."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reader.batch.inputs import Inputs
from reader.batch.lines import FIELDS
from reader.batch.records import MOST_BYTES_IN_BUNDLE, MOST_IN_BUNDLE, Aside, Met, Record, bundles
from reader.errors import FetchError
from reader.model import Source

PAGE = b"<html><body><p>The ferry stays in port, said Ada Moss.</p></body></html>"
NAMES = {name: name for name in FIELDS}


def told(path: Path, fields: dict[str, str] = NAMES) -> list[str]:
    """The items of an input, a line each: an id, a reason, or the kind of a fault with its place."""
    lines = []
    for item in Inputs([str(path)], fields, path.parent / "out"):
        if isinstance(item, Record):
            lines.append(item.id.split(":")[0] if item.id.startswith("sha256:") else item.id)
        elif isinstance(item, Aside):
            lines.append(f"- {item.reason}")
        else:
            assert item.fault
            lines.append(f"! {item.fault.kind} {item.id.removeprefix(str(path))}")
    return lines


def warc(*records: tuple[str, str, str, bytes], **headers: str) -> bytes:
    """A WARC file of answers: address, status, type, content; with these headers too."""
    file = b""
    for address, status, media, content in records:
        named = [("Content-Type", media), *((name.replace("_", "-"), value) for name, value in headers.items())]
        answer = f"HTTP/1.1 {status}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named) + "\r\n"
        length = len(answer) + len(content)
        record = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {length}\r\n\r\n"
        file += record.encode() + answer.encode() + content + b"\r\n\r\n"
    return file


FOUND = ("https://post.example/ferry", "200 OK", "text/html", PAGE)
PICTURE = ("https://post.example/quay.png", "200 OK", "image/png", b"\x89PNG....")
GONE = ("https://post.example/gone", "404 Not Found", "text/html", PAGE)
NO_PAGE = "- is an image (PNG), not a page"
DAMAGED = "! DamagedArchive #damaged"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (warc(FOUND, PICTURE, GONE), ["https://post.example/ferry", NO_PAGE, "- was answered 404 instead of a page"]),
        (warc(PICTURE, PICTURE), [NO_PAGE] * 2),
        (warc(FOUND)[:-40], [DAMAGED]),
        (warc(FOUND, FOUND)[:-40], ["https://post.example/ferry", DAMAGED]),
        (warc(FOUND) + b"rubbish\r\n\r\n" + warc(FOUND), ["https://post.example/ferry", DAMAGED]),
        (b"WARC/1.0\r\n" + b"x" * 3_000_000, [DAMAGED]),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 500_000, [DAMAGED]),
        (warc(("urn:x", "200 OK", "text/html", PAGE)), ["- has no address of the web"]),
        (
            warc(("https://post.example/cv", "200 OK", "application/pdf", b"%PDF-1.4")),
            ["- is a PDF document, not a page"],
        ),
        (warc(FOUND, Content_Encoding="br"), ["- is packed as br, which is not read"]),
        (warc((*FOUND[:3], gzip.compress(PAGE)), Content_Encoding="gzip"), ["https://post.example/ferry"]),
        (warc((*FOUND[:3], gzip.compress(PAGE)[:-9]), Content_Encoding="gzip"), ["- cannot be unpacked"]),
        (warc((*FOUND[:3], gzip.compress(bytes(30_000_000))), Content_Encoding="gzip"), ["- is larger than 20 MB"]),
        (warc(FOUND, Content_Encoding="gzip"), ["https://post.example/ferry"]),
        (b"", []),
    ],
    ids=[
        "a page, a picture, one that is gone",
        "pictures alone",
        "cut inside of its only page",
        "cut inside of its second page",
        "rubbish between two",
        "a header without end",
        "headers without end",
        "no address of the web",
        "a PDF document",
        "packed as nobody reads it",
        "packed",
        "packed and cut",
        "a bomb",
        "unpacked by the crawler, its header left",
        "empty",
    ],
)
def test_warc(content: bytes, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(content)
    assert told(path) == found
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(content))
    assert told(path) == found


def test_chunks_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    sent = b"10\r\n" + PAGE[:16] + b"\r\n" + b"%x\r\n" % len(PAGE[16:]) + PAGE[16:] + b"\r\n0\r\n\r\n"
    path.write_bytes(warc((*FOUND[:3], sent), Transfer_Encoding="chunked"))
    (record,) = Inputs([str(path)], NAMES, tmp_path / "out")
    assert isinstance(record, Record)
    assert record.content == PAGE


def test_a_packed_archive_that_is_cut_gives_what_stood_before(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(warc(FOUND)) + gzip.compress(warc(FOUND))[:-30])
    assert told(path) == ["https://post.example/ferry", DAMAGED]


LINE = json.dumps({"url": "https://post.example/ferry", "html": "<p>The ferry stays in port.</p>"})


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (f"{LINE}\n\n{LINE}", ["https://post.example/ferry"] * 2),
        (
            f'{LINE}\n{{"html": "<p>\n{LINE}\n',
            ["https://post.example/ferry", "! DecodeError :2", "https://post.example/ferry"],
        ),
        ('["ferry"]\n', ["! NoObject :1"]),
        ('{"body": "ferry"}\n{"text": 7}\n{"text": " "}\n', ["- has neither html nor text"] * 3),
        ('{"text": "The ferry stays in port."}\n', ["sha256"]),
        ('{"text": "The ferry stays in port.", "url": "javascript:alert(1)"}\n', ["sha256"]),
        ('{"text": "x", "url": "https://ada:secret@post.example/ferry"}\n', ["https://post.example/ferry"]),
        ("[" * 100_000, ["! RecursionError :1"]),
    ],
    ids=[
        "two lines and a blank one",
        "a broken line",
        "no object",
        "nothing to read",
        "text",
        "no address",
        "a password",
        "deep",
    ],
)
def test_json_lines(content: str, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(content, encoding="utf-8")
    assert told(path) == found


def test_fields_of_other_names_and_what_they_say(tmp_path: Path) -> None:
    path = tmp_path / "dump.ndjson.gz"
    line = {"body": "The ferry stays in port.", "head": "Harbour closed", "day": "2026-03-02"}
    path.write_bytes(gzip.compress(json.dumps(line).encode()))
    names = NAMES | {"text": "body", "headline": "head", "published": "day"}
    (record,) = Inputs([str(path)], names, tmp_path / "out")
    assert isinstance(record, Record)
    assert (record.headline, record.published, record.source.kind) == ("Harbour closed", "2026-03-02", "text")


def test_a_packed_dump_that_is_cut_gives_what_stood_before(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl.gz"
    path.write_bytes(gzip.compress(f"{LINE}\n".encode()) + gzip.compress(f"{LINE}\n".encode())[:-6])
    assert told(path) == ["https://post.example/ferry"] * 2 + ["! DamagedFile #damaged"]


def test_a_list_has_blank_lines_remarks_and_doubles(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# ours\n\nhttps://post.example/a\r\n \nhttps://post.example/a\nHTTPS://post.example/b")
    assert told(path) == ["https://post.example/a", "https://post.example/a", "HTTPS://post.example/b"]


def test_a_text_that_begins_with_an_address_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("https://post.example/a\nThe ferry stays in port, said Ada Moss.\n")
    assert told(path) == ["sha256"]


def test_a_folder_is_read_by_name_without_what_is_hidden_linked_or_written(tmp_path: Path) -> None:
    for name in ("b/one.html", "a.html", ".hidden.html", "out/part-00001/readings.jsonl", ".git/x.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE + name.encode())
    (tmp_path / "dump.jsonl").write_text(LINE)
    (tmp_path / "empty.html").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "zero").symlink_to("/dev/zero")
    items = list(Inputs([str(tmp_path)], NAMES, tmp_path / "out"))
    found = [item.source.given.removeprefix(f"{tmp_path}/") for item in items if isinstance(item, Record)]
    assert found == ["a.html", "b/one.html", "https://post.example/ferry"]
    assert [item.reason for item in items if isinstance(item, Aside)] == ["is empty", "is no file", "is no file"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_a_page_of_50_mb_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    with path.open("wb") as file:
        file.write(PAGE)
        file.truncate(50_000_000)
    assert told(path) == ["- is larger than 20 MB"]


@pytest.mark.parametrize("name", ["missing.warc", "a\0b"])
def test_what_is_not_there_is_told_before_anything_is_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError):
        Inputs([str(tmp_path), str(tmp_path / name)], NAMES, tmp_path / "out")


def test_an_address_in_any_spelling_is_met_once() -> None:
    met = Met()
    assert met.add("https://www.post.example/ferry?utm_source=x")
    assert not met.add("http://post.example/ferry/")
    assert "https://post.example/ferry#top" in met
    assert "https://post.example/other" not in met
    assert met.add("sha256:00")
    assert not met.add("sha256:00")


def test_bundles_are_full_or_large() -> None:
    def record(size: int) -> Record:
        return Record("sha256:0", Source("a.html", "html"), bytes(size))

    sizes = [1] * (MOST_IN_BUNDLE + 3) + [MOST_BYTES_IN_BUNDLE, 1]
    assert [len(bundle) for bundle in bundles(map(record, sizes))] == [MOST_IN_BUNDLE, 4, 1]

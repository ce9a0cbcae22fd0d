"""Pages saved by a browser: HTML with its folder, and archives."""

import base64
import quopri
from pathlib import Path

import pytest

from reader import pipeline
from reader.errors import ReaderError
from reader.extract import to_article
from reader.model import Article, Page, Source

URL = "https://harbourpost.example/world/ferry"
PARAGRAPHS = (
    "The ferry between Brindle and Harwell did not sail on Monday, the port authority said – as waves broke over it.",
    "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone to the mayor since five.",
    "Some 400 commuters took the long way round by bus, and a school closed because its teachers could not reach it.",
)
STORY = "<article><h1>Ferry stays in port</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</article>"
FIGURE = "<figure><img src='./Ferry_files/gull.jpg'><figcaption>The ferry Gull at her quay.</figcaption></figure>"


def html(head: str = "", before: str = "", figure: str = "") -> str:
    return f"<!doctype html>\n{before}<html><head><title>Ferry</title>{head}</head><body>{figure}{STORY}</body></html>"


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(f"<!-- saved from url=(0039){URL} -->\n", id="browser"),
        pytest.param(
            f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon Mar 02 2026\n-->", id="SingleFile"
        ),
    ],
)
def test_the_address_it_was_saved_from_is_found(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "Ferry.html"
    file.write_text(html(before=mark), encoding="utf-8")
    assert pipeline.to_article(pipeline.load(str(file))).url == URL


def test_a_mark_cannot_name_anything_but_a_web_page() -> None:
    page = Page(Source("x.html", "html"), html(before="<!-- saved from url=(0011)file:///etc/hosts -->").encode())
    assert to_article(page).url is None


def test_files_beside_the_page_are_not_looked_for_on_its_site() -> None:
    page = html(before=f"<!-- saved from url=(0039){URL} -->\n", figure=FIGURE)
    image = to_article(Page(Source("Ferry.html", "html"), page.encode())).image
    assert image is not None
    assert image.url is None
    assert image.caption == "The ferry Gull at her quay."


def archive(content: bytes, encoding: str, *, charset: str = "utf-8", first: str = "", start: str = "") -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html";{start} boundary="b"\r\n\r\n{first}--b\r\n'
        f"Content-Type: text/html; charset={charset}\r\nContent-ID: <frame-1>\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: {URL}\r\n\r\n"
    )
    picture = b"\r\n--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n--b--\r\n"
    return head.encode() + content + picture


FRAME = "--b\r\nContent-Type: text/html\r\nContent-ID: <frame-0>\r\n\r\n<p>An advertisement in a frame.</p>\r\n"
ARCHIVES = {
    "quoted-printable": archive(quopri.encodestring(html().encode()), "quoted-printable"),
    "base64": archive(base64.encodebytes(html().encode()), "base64"),
    "as it is": archive(html().encode(), "8bit"),
    "windows letters": archive(
        quopri.encodestring(html().encode("cp1252")), "quoted-printable", charset="windows-1252"
    ),
    "a frame before what was saved": f"Snapshot-Content-Location: {URL}#top\r\n".encode()
    + archive(html().encode(), "8bit", first=FRAME),
    "a frame before the page": archive(html().encode(), "8bit", first=FRAME, start=' start="<frame-1>";'),
}


@pytest.mark.parametrize("content", ARCHIVES.values(), ids=ARCHIVES)
@pytest.mark.parametrize("name", ["ferry.mhtml", "ferry.mht", "ferry"])
def test_an_archive_is_read(tmp_path: Path, content: bytes, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    article: Article = pipeline.to_article(pipeline.load(str(file)))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.headline == "Ferry stays in port"
    assert article.url == URL


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--", id="nothing inside"),
        pytest.param(b"MIME-Version: 1.0\nContent-Type: image/gif\n\nGIF89a", id="a picture alone"),
        pytest.param(b"\xff\x01", id="noise"),
    ],
)
def test_an_archive_without_a_page_is_told_in_words(content: bytes) -> None:
    with pytest.raises(ReaderError) as caught:
        to_article(Page(Source("ferry.mhtml", "mhtml"), content))
    assert "ferry.mhtml" in caught.value.message
    assert caught.value.hint

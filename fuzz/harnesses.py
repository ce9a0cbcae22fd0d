"""The doors: each takes any bytes, and answers with a value or a ReaderError, and with nothing unsafe."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from reader import extract
from reader.errors import ReaderError
from reader.model import Article, Page, PageKind, Source
from torture.characters import unsafe

Harness = Callable[[bytes], None]
_FOLDER = Path(tempfile.gettempdir())


class Unsafe(AssertionError):
    """Something came out that a terminal would obey, or nobody would see."""


def _read(kind: PageKind) -> Harness:
    """Cleaning one kind of page."""

    def harness(content: bytes) -> None:
        try:
            found = extract.to_article(Page(Source("x", kind, "https://a.example/x"), content))
        except ReaderError as error:
            _safe(str(error))
            return
        if isinstance(found, Article):
            _safe(found.text, found.headline, found.standfirst, *found.byline, found.publisher, *found.notices)
            for block in found.blocks:
                if not 0 <= block.start <= block.end <= len(found.text):
                    raise Unsafe(f"a block at {block.start} to {block.end}")

    return harness


def _safe(*texts: str | None) -> None:
    for text in texts:
        if seen := list(unsafe(text or "")):
            raise Unsafe(f"{seen} in {text!r}")


def _stdin(content: bytes) -> None:
    """What came on standard input, its kind told by looking."""
    from reader import pipeline

    try:
        pipeline.load("-", stdin=content)
    except ReaderError as error:
        _safe(str(error))


def _config(content: bytes) -> None:
    """The settings file; whatever is wrong is said in a sentence."""
    from reader.settings import config
    from reader.text.safe import one_line

    path = _FOLDER / "fuzz-config.toml"
    path.write_bytes(content)
    for warning in config.load(path)[1]:
        _safe(one_line(warning))


def _theme(content: bytes) -> None:
    """A theme file."""
    from reader.ui.theme import themes

    folder = _FOLDER / "fuzz-themes"
    folder.mkdir(exist_ok=True)
    (folder / "own.toml").write_bytes(content)
    themes.load([folder])


def _feed(content: bytes) -> None:
    """A feed, whatever its format."""
    from reader.feeds import parse

    try:
        found = parse.parse(content, "https://a.example/feed")
    except ReaderError as error:
        _safe(str(error))
        return
    _safe(found.title, found.site)
    for entry in found.entries:
        _safe(entry.title, entry.author, entry.name, entry.link)


def _opml(content: bytes) -> None:
    """The feeds of another reader."""
    from reader.feeds import opml

    try:
        found = opml.read(content)
    except ReaderError as error:
        _safe(str(error))
        return
    for feed in found.feeds:
        _safe(feed.address, feed.title, feed.folder)


# Each with what it begins from.
HARNESSES: dict[str, tuple[Harness, tuple[bytes, ...]]] = {
    "clean": (
        _read("html"),
        (
            b"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p class=byline>By Ada Moss</p>"
            b"<time datetime=2026-03-14>14 March</time><p>The ferry stays, she said. It rained for a long, long day."
            b"</p></article></body></html>",
            b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry"}</script>',
        ),
    ),
    "text": (_read("text"), (b"Ferry stays in port\n\nBy Ada Moss\n\nBRINDLE (AP) \xe2\x80\x94 The ferry stays.\n",)),
    "mail": (
        _read("email"),
        (
            b"From: Ada <a@b.example>\nSubject: =?utf-8?q?Ferry?=\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n'
            b"> It rained.\n---- Forwarded message ----\nFrom: Piet\n\nThe ferry stays.\n--b--\n",
        ),
    ),
    "mhtml": (
        _read("mhtml"),
        (
            b'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
            b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
            b"Content-Location: https://a.example/\n\n<p>The ferry =3D stays.</p>\n--b--\n",
        ),
    ),
    "markdown": (
        _read("markdown"),
        (b"---\ntitle: Ferry\n---\n# Ferry\n\n> It *rained*.\n\n1. [a](https://a.example)\n",),
    ),
    "stdin": (_stdin, (b"<!-- a --><rss>", b"{\\rtf1", b"\xff\xfea\0")),
    "config": (_config, (b'theme = "ember"\nkey_points = 7\n[keys]\nquit = ["x", "ctrl+q"]\n',)),
    "feed": (
        _feed,
        (
            b"<rss version='2.0'><channel><title>Post</title><item><title>Ferry</title></item></channel></rss>",
            b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Ferry"}]}',
        ),
    ),
    "opml": (_opml, (b"<opml><body><outline text='Post' xmlUrl='https://a.example/feed'/></body></opml>",)),
    "theme": (_theme, (b'dark = true\n[colors]\ntext = "#ffffff"\nspeakers = ["#000000"]\n',)),
}

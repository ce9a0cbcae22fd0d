import html
import json
import re
import unicodedata
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ExtractError
from reader.extract import alternatives, to_article
from reader.model import Listing, Page, PageKind, Source

KINDS: tuple[PageKind, ...] = ("html", "text", "markdown", "mhtml", "email")
CHARSETS = [None, "utf-8", "latin-1", "utf-16", "shift_jis", "utf-7", "idna", "rot13", "no-such-thing", "\x00"]
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ud800-\udfff"
    "\U000e0000-\U000e01ef]"
)
TAGS = [
    "p",
    "div",
    "h1",
    "h2",
    "ul",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "pre",
    "code",
    "figure",
    "figcaption",
    "a",
    "br",
]

# What hides, reorders or acts, among letters that it could act on.
LETTERS = "aeé東न\u200c\u200d\u0301\u200b\u202e\u2066\x1b\x07\x9b\ufe0f\ufeff\xad\ud800\U000e0041&;<>\"'lgt#27 \n"
HOSTILE = st.text(st.sampled_from(LETTERS), max_size=24)
PROSE = st.one_of(st.text(max_size=120), HOSTILE).map(lambda text: text.replace("<", "‹"))
ELEMENT = st.tuples(st.sampled_from(TAGS), PROSE).map(lambda pair: f"<{pair[0]} class='byline'>{pair[1]}</{pair[0]}>")
SENTENCE = st.just("<p>The ferry between Brindle and Harwell did not sail on Monday, the port authority said.</p>")
LINK = PROSE.map(lambda text: f"<h3><a href='/story/{len(text)}'>Council votes for the pier {text}</a></h3>")


def declared(text: str) -> str:
    """A head in which every field that a page declares holds the text."""
    fields = ["og:title", "og:site_name", "og:description", "author", "article:section", "article:published_time"]
    metas = "".join(f'<meta property="{field}" content="{text.replace(chr(34), "")}">' for field in fields)
    data = {
        "@type": "NewsArticle",
        "headline": text,
        "author": text,
        "publisher": {"name": text},
        "image": {"caption": text},
    }
    script = json.dumps(data).replace("</", "<\\/")
    return f"<title>{text}</title>{metas}<script type='application/ld+json'>{script}</script>"


HEAD = st.one_of(st.just(""), HOSTILE.map(lambda text: declared(f"Ferry {text.replace('<', '')}")))
BODY = st.lists(st.one_of(ELEMENT, SENTENCE, PROSE, LINK), max_size=12).map("".join)
HTML = st.tuples(HEAD, BODY).map(lambda pair: f"<html lang='en'><head>{pair[0]}</head><body>{pair[1]}</body></html>")
LINES = st.lists(
    st.one_of(PROSE, SENTENCE, st.sampled_from(["# x", "- y", "> z", "| a | b |", "```", "---", "[1]x", "References"])),
    max_size=12,
)
PLAIN = LINES.map("\n".join)


def mail(parts: tuple[str, str, str]) -> bytes:
    """A mail with the texts as its subject and sender, its HTML and its plain text."""
    head, html, plain = parts
    types = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n"
    heads = f"Subject: {head}\nFrom: {head} <a@any.example>\n{types}\n"
    first = f"--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n"
    second = f"--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n"
    return (heads + first + second).encode("utf-8", "surrogatepass")


CONTENT = st.one_of(
    st.binary(max_size=400),
    HTML.map(lambda text: text.encode("utf-8", "surrogatepass")),
    PLAIN.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(HOSTILE, HTML, PLAIN).map(mail),
)


def strings(value: object) -> Iterator[str]:
    """Every string in a value, whatever field it stands in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=120)
@given(content=CONTENT, charset=st.sampled_from(CHARSETS))
def test_any_bytes_give_something_sound_or_a_clear_error(kind: PageKind, content: bytes, charset: str | None) -> None:
    page = Page(Source("any", kind, "https://any.example/"), content, charset)
    alternatives(page)
    try:
        article = to_article(page)
    except ExtractError as error:
        said = [error.message, error.hint]
        article = None
    if article is None:
        assert all(said)
        assert not [text for text in said if UNSAFE.search(text)]
        return
    fields = list(strings(msgspec.to_builtins(article)))
    assert not [text for text in fields if UNSAFE.search(text)]
    assert not [text for text in fields if not unicodedata.is_normalized("NFC", text)]
    if isinstance(article, Listing):
        assert all(fields)
        return
    assert article.text.strip()
    at = 0
    for block in article.blocks:
        assert article.text[at : block.start] == ("\n\n" if at else "")
        assert article.text[block.start : block.end].strip()
        at = block.end
    assert at == len(article.text)


@settings(max_examples=80)
@given(st.text(st.sampled_from("aé&;<>#xlgtmp39 "), min_size=1, max_size=30).map(lambda text: f"Ferry {text} stays"))
def test_a_title_reads_as_it_is_meant(title: str) -> None:
    written = html.escape(title)
    head = f"<title>{written}</title><meta property='og:title' content='{written}'>"
    body = "<p>The ferry between Brindle and Harwell did not sail on Monday, the port authority said.</p>" * 3
    page = Page(Source("any", "html", None), f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert to_article(page).headline == " ".join(title.split())

"""How much of a very long text or page is read, and that the rest is told."""

import pytest

from reader import extract
from reader.extract import extent as pages
from reader.model import Article, Block, Link, Page, PageKind, Source, Span
from reader.pipeline import analyze
from reader.text import extent

LINE = "Il traghetto è in ritardo, e nessuno sa perché.\n"


@pytest.mark.parametrize("words", ["ferry ", "! ", "=" * 200 + " ", "“Late,” Vale said.\n"])
def test_a_long_text_is_read_to_a_bound_and_a_short_one_whole(words: str) -> None:
    assert extent.first_part(words * 10) == len(words * 10)
    text = words * (2 * extent.MOST_CHARACTERS // len(words))
    assert 0 < extent.first_part(text) <= extent.MOST_CHARACTERS


MOST = extent.MOST_WORDS
# A text of words and marks -> how many of its characters are analysed; whole paragraphs where little is lost by it.
CUTS = {
    "the most words there may be": ("ferry " * MOST, 6 * MOST),
    "one word more": ("ferry " * (MOST + 1), 6 * MOST - 1),
    "marks count too": ("ferry, " * (MOST // 2 + 1), 7 * (MOST // 2) - 1),
    "a paragraph ends shortly before": ("ferry " * (MOST - 100) + "pier\n" + "ferry " * 200, 6 * (MOST - 100) + 4),
    "a paragraph ends far before": ("ferry " * (MOST // 2) + "pier\n" + "ferry " * MOST, 6 * MOST - 8),
}


@pytest.mark.parametrize(("text", "end"), CUTS.values(), ids=CUTS)
def test_so_many_words_are_analysed(text: str, end: int) -> None:
    assert extent.first_part(text) == end


def test_what_was_not_analysed_is_told() -> None:
    article = Article(text=LINE * 3_000, language="it")
    found = analyze(article)
    assert any("Only the first" in note for note in found.notes)
    assert found.sentences[-1].end < len(article.text)
    assert not any("Only the first" in note for note in analyze(Article(text=LINE, language="it")).notes)


STORY = "The harbour council closed the old bridge on Monday, and it will stay closed until the end of May.\n\n" * 3
PAGE = f"<!doctype html><html><body><article><h1>Bridge closed</h1><p>{STORY}</p><p>{STORY}</p>"
MAIL = "From: Ada Moss <ada@post.example>\nTo: all@post.example\nMessage-ID: <1@post.example>\nMIME-Version: 1.0\n"
ARCHIVE = "Snapshot-Content-Location: https://post.example/bridge\nMIME-Version: 1.0\n"
LINES = "\n" * pages.MOST_LINES
PART = "--b\nContent-Type: text/plain\n\nx\n"
LONG = {
    "a page of many letters": ("html", PAGE + "<script>" + "a" * pages.LONGEST_PAGE, pages.PAGE_CUT),
    "a page of many tags": ("html", PAGE + "<br>" * pages.MOST_TAGS, pages.PAGE_CUT),
    "a text": ("text", STORY + " " * pages.LONGEST_TEXT, pages.TEXT_CUT),
    "Markdown": ("markdown", STORY + " " * pages.LONGEST_MARKDOWN, pages.MARKDOWN_CUT),
    "a mail": ("email", f"{MAIL}\n{STORY}" + " " * pages.LONGEST_TEXT, pages.TEXT_CUT),
    "a page in a mail": (
        "email",
        f"{MAIL}Content-Type: text/html\n\n{PAGE}<!--" + "a" * pages.LONGEST_PAGE,
        pages.PAGE_CUT,
    ),
    "the lines of a mail": ("email", f"{MAIL}\n{STORY}{LINES}", pages.FILE_CUT),
    "the parts of a mail": (
        "email",
        f"{MAIL}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{STORY}" + PART * pages.MOST_PART_HEADERS,
        pages.FILE_CUT,
    ),
    "the lines of an archive": ("mhtml", f"{ARCHIVE}Content-Type: text/html\n\n{PAGE}{LINES}", pages.FILE_CUT),
}


@pytest.mark.parametrize(("kind", "content", "notice"), LONG.values(), ids=LONG)
def test_of_what_is_very_long_the_beginning_is_read_and_it_says_so(kind: PageKind, content: str, notice: str) -> None:
    whole, short = (
        extract.to_article(Page(Source("bridge", kind), read.encode())) for read in (content, content[: len(PAGE) * 2])
    )
    assert isinstance(whole, Article)
    assert isinstance(short, Article)
    assert "The harbour council closed" in short.text
    assert short.notices == ()
    assert whole.notices == (notice,)
    assert whole.text == short.text


def archive(*parts: str) -> Page:
    """An archive of these parts, each said as its type and what stands in it."""
    head = f"{ARCHIVE}Content-Type: multipart/related; boundary=b\n\n"
    told = (f"--b\nContent-Type: {part.partition(' ')[0]}\n\n{part.partition(' ')[2]}\n" for part in parts)
    return Page(Source("bridge", "mhtml"), f"{head}{''.join(told)}--b--\n".encode())


FEW_PARTS, FEW_LINES = 6, 60
PICTURES = ["image/png AAAA"] * FEW_PARTS
ARCHIVES = {
    "pictures beyond the bound": (archive(f"text/html {PAGE}", *PICTURES, "text/css p {}", "font/woff2 A"), False),
    "one picture of very many lines": (archive(f"text/html {PAGE}", "image/png A" + "A\n" * FEW_LINES), False),
    "a page beyond the bound": (archive(f"text/html {PAGE}", *PICTURES, f"TEXT/html {PAGE}"), True),
    "a page that goes on beyond it": (
        archive(f"text/html {PAGE}" + "\n" * FEW_LINES + f"<p>{STORY}", "image/png A"),
        True,
    ),
    "nothing beyond it": (archive(f"text/html {PAGE}", "image/png AAAA"), False),
}


@pytest.mark.parametrize(("page", "is_told"), ARCHIVES.values(), ids=ARCHIVES)
def test_of_an_archive_it_is_told_where_text_was_left_out_and_not_of_pictures(
    page: Page, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_PART_HEADERS", FEW_PARTS)
    monkeypatch.setattr(pages, "MOST_LINES", FEW_LINES)
    found = extract.to_article(page)
    assert isinstance(found, Article)
    assert "The harbour council closed" in found.text
    assert found.notices == ((pages.FILE_CUT,) if is_told else ())


@pytest.mark.parametrize("between", [" ", "\n", "x"])
def test_a_text_is_cut_between_words_where_there_are_some(between: str) -> None:
    words = f"ferry{between}"
    cut = pages.text_part(words * (2 + pages.LONGEST_TEXT // len(words)))
    assert pages.LONGEST_TEXT - len(words) <= len(cut) <= pages.LONGEST_TEXT
    assert cut.endswith("ferry") or between == "x"
    assert pages.text_part(words) == words


@pytest.mark.parametrize("markup", ["<p>ferry</p>", "<p>" + "x" * 100])
def test_a_page_is_cut_where_a_tag_begins(markup: str) -> None:
    cut = pages.page_part(markup * (1 + pages.LONGEST_PAGE // len(markup)))
    assert 0 < len(cut) <= pages.LONGEST_PAGE
    assert len(cut) % len(markup) in (0, markup.find("<", 1))
    assert cut.count("<") <= pages.MOST_TAGS


def test_a_body_is_no_longer_than_is_shown_and_keeps_what_it_holds_up_to_there() -> None:
    words = "ferry " * (pages.LONGEST_TEXT // 6 + 10)
    end = len(words)
    article = Article(
        text=words,
        blocks=(Block("paragraph", 0, 11), Block("paragraph", 12, end), Block("quote", end - 5, end)),
        links=(Link(0, 5, "https://post.example/"), Link(end - 6, end - 1, "https://post.example/")),
        corrections=(Span(0, 5), Span(end - 6, end - 1)),
    )
    cut = pages.bounded(article)
    assert cut.text == words[: len(cut.text)]
    assert cut.blocks == (article.blocks[0], Block("paragraph", 12, len(cut.text)))
    assert cut.links == article.links[:1]
    assert cut.corrections == article.corrections[:1]
    assert cut.notices == (pages.TEXT_CUT,)
    assert pages.bounded(Article(text=words[:60])) == Article(text=words[:60])

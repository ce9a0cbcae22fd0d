"""AMP and print versions: which a page offers, and that a thin page is read from them, over real HTTP."""

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

import reader
from reader import pipeline
from reader.errors import NotAnArticle
from reader.extract import alternatives
from reader.model import Page, Source
from reader.workers import Lanes

BASE = "https://www.harbourpost.example/world/ferry"
PARAGRAPHS = (
    "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over it.",
    "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone to the mayor since five.",
    "Some 400 commuters took the long way round by bus, and a school closed because its teachers could not reach it.",
)
SHELL = "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Ferry stays in port</title>{head}</head><body>{body}</body></html>"


def story(*paragraphs: str) -> str:
    return "<article><h1>Ferry stays in port</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</article>"


@pytest.mark.parametrize(
    ("head", "body", "offered"),
    [
        pytest.param(
            "<link rel='amphtml' href='/amp/ferry'>", "",
            ("https://www.harbourpost.example/amp/ferry",), id="amp",
        ),
        pytest.param(
            "<link rel=amphtml href='https://amp.harbourpost.example/f'>", "", ("https://amp.harbourpost.example/f",),
            id="amp on a host of the site",
        ),
        pytest.param(
            "<link rel=amphtml href='https://www-harbourpost-example.cdn.ampproject.org/c/s/f'>", "",
            ("https://www-harbourpost-example.cdn.ampproject.org/c/s/f",), id="amp in its cache",
        ),
        pytest.param("<link rel=alternate media=print href='?print=1'>", "", (f"{BASE}?print=1",), id="print link"),
        pytest.param(
            "", "<a href='/print/9'>Print version</a>",
            ("https://www.harbourpost.example/print/9",), id="print words",
        ),
        pytest.param(
            "", "<a href='/drucken/9'>Druckversion</a>",
            ("https://www.harbourpost.example/drucken/9",), id="German",
        ),
        pytest.param("<link rel=amphtml href='https://elsewhere.example/f'>", "", (), id="another site"),
        pytest.param(
            "<link rel=amphtml href='https://ampproject.org.evil.example/f'>",
            "", (), id="a name like the cache",
        ),
        pytest.param("<link rel=amphtml href='file:///etc/hosts'>", "", (), id="a file"),
        pytest.param("", "<a href='javascript:window.print()'>Print</a>", (), id="a script"),
        pytest.param("", "<a href='#print'>Print</a>", (), id="the page itself"),
        pytest.param("<link rel=alternate hreflang=de href='/de/ferry'>", "", (), id="another language"),
        pytest.param("", "<a href='/f'>Print is not dead, says the printer of Brindle</a>", (), id="a headline"),
    ],
)  # fmt: skip
def test_what_a_page_offers(head: str, body: str, offered: tuple[str, ...]) -> None:
    assert alternatives(Page(Source(BASE, "html", BASE), page(body, head).encode())) == offered


@pytest.fixture
def site(httpserver: HTTPServer) -> HTTPServer:
    httpserver.expect_request("/amp/ferry").respond_with_data(page(story(*PARAGRAPHS)), content_type="text/html")
    return httpserver


AMP = "<link rel='amphtml' href='/amp/ferry'>"
THIN = {
    "a script shell": page(SHELL, AMP),
    "a consent wall": page("<h1>Your privacy choices</h1><p>We and our 842 partners store cookies.</p>", AMP),
    "a stub": page(story(PARAGRAPHS[0]), AMP),
    "one paragraph and a wish": page(story(PARAGRAPHS[0], "Subscribe to continue reading."), AMP),
}


@pytest.mark.parametrize("thin", THIN.values(), ids=THIN)
def test_a_thin_page_is_read_from_its_amp_version(site: HTTPServer, thin: str) -> None:
    site.expect_request("/ferry").respond_with_data(thin, content_type="text/html")
    reading = reader.read(site.url_for("/ferry"))
    assert reading.article.text == "\n\n".join(PARAGRAPHS)
    assert reading.article.url == reading.source.url == site.url_for("/ferry")
    assert any(site.url_for("/amp/ferry") in notice for notice in reading.article.notices)


@pytest.fixture(scope="module")
def workers() -> Iterator[Lanes]:
    workers = Lanes()
    yield workers
    workers.close()


def test_the_screen_reads_it_too(site: HTTPServer, workers: Lanes) -> None:
    site.expect_request("/ferry").respond_with_data(THIN["a script shell"], content_type="text/html")
    loaded = workers.load(site.url_for("/ferry")).result(30)
    assert workers.to_article(loaded).result(30).text == "\n\n".join(PARAGRAPHS)


def test_a_full_page_is_not_asked_for_twice(site: HTTPServer) -> None:
    full = page(
        story(*PARAGRAPHS, *(text.replace("Monday", "Tuesday") + " So it was in May." for text in PARAGRAPHS)), AMP
    )
    site.expect_request("/ferry").respond_with_data(full, content_type="text/html")
    article = pipeline.to_article(pipeline.load(site.url_for("/ferry")))
    assert not article.notices
    assert [request.path for request, _ in site.log] == ["/ferry"]


def test_a_version_with_no_more_in_it_changes_nothing(httpserver: HTTPServer) -> None:
    brief = page(story(PARAGRAPHS[0]), AMP)
    httpserver.expect_request("/ferry").respond_with_data(brief, content_type="text/html")
    httpserver.expect_request("/amp/ferry").respond_with_data(page(story(PARAGRAPHS[0])), content_type="text/html")
    article = pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))
    assert article.text == PARAGRAPHS[0]
    assert not article.notices


def test_a_version_that_fails_leaves_the_first_error(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/ferry").respond_with_data(page(SHELL, AMP), content_type="text/html")
    httpserver.expect_request("/amp/ferry").respond_with_data("gone", status=500)
    with pytest.raises(NotAnArticle, match="without running its scripts"):
        pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))


def test_cleaning_html_at_hand_asks_nobody(httpserver: HTTPServer) -> None:
    with pytest.raises(NotAnArticle):
        reader.clean(page(SHELL, AMP), httpserver.url_for("/ferry"))
    assert not httpserver.log

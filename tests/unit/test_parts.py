"""Articles on several pages: which page one is, by its pager, and that the others are read, over real HTTP."""

import pytest
from pytest_httpserver import HTTPServer

from reader import pipeline
from reader.errors import NotAnArticle
from reader.extract import to_article
from reader.extract.extent import LONGEST_PAGE
from reader.model import Article, Page, Source

URL = "https://www.harbourpost.example/world/ferry"
PARAGRAPHS = (
    "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over it.",
    "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone to the mayor since five.",
    "Some 400 commuters took the long way round by bus, and a school closed because its teachers could not reach it.",
    "The mayor of Harwell, Peter Lind, asked the county for a second boat, which it had refused him twice before.",
    "By Tuesday night the waves were down to two metres, and the first boat left with eleven cars and one hearse.",
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def page(*paragraphs: str, pager: str = "", head: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>Ferry stays in port</title>{head}</head><body><main><article>"
        f"<h1>Ferry stays in port</h1>{body}{pager}</article></main></body></html>"
    )


def notices(pager: str = "", head: str = "", url: str | None = URL) -> tuple[str, ...]:
    markup = page(*PARAGRAPHS[:3], pager=pager, head=head)
    found = to_article(Page(Source(url or "story.html", "html", url), markup.encode()))
    assert isinstance(found, Article)
    assert found.text == "\n\n".join(PARAGRAPHS[:3])
    return found.notices


SAYS = {
    "a link in the head": ("", "<link rel=next href='/world/ferry?page=2'>", " of several", f"{URL}?page=2"),
    "a pager with the count": (
        "<nav class='pager'>Page 1 of 4 <a rel='next' href='?page=2'>Next</a></nav>",
        "",
        " of 4",
        f"{URL}?page=2",
    ),
    "numbers alone": (
        "<div class='links'>Pages: <b>1</b> <a href='/world/ferry/2/'>2</a> <a href='/world/ferry/3/'>3</a></div>",
        "",
        " of 3",
        f"{URL}/2/",
    ),
    "in German": ("<p>Seite 1 von 2 <a href='ferry/seite-2'>2</a></p>", "", " of 2", f"{URL}/seite-2"),
    "a number in the name": ("<ul><li>1<li><a href='ferry-2.html'>2</a></ul>", "", " of several", f"{URL}-2.html"),
}


@pytest.mark.parametrize(("pager", "head", "of", "address"), SAYS.values(), ids=SAYS)
def test_says_which_page_it_is(pager: str, head: str, of: str, address: str) -> None:
    assert notices(pager, head) == (f"This is page 1{of}; the next is at {address}",)


def test_a_saved_page_says_it_too() -> None:
    link = f"<link rel=next href='{URL}?page=2'>"
    assert notices(head=link, url=None) == (f"This is page 1 of several; the next is at {URL}?page=2",)


def test_without_a_link() -> None:
    assert notices("<p>Page 2 of 3</p>") == ("This is page 2 of 3.",)


LEAVES_ALONE = {
    "the next story": "<nav><a rel='next' href='/world/bridge'>Bridge closes</a></nav>",
    "the next story by its number": "<nav><a rel='next' href='/world/ferry-story-1002'>Next</a></nav>",
    "pages of comments": "<div id='comments'><a href='?page=2'>2</a></div>",
    "pages of a section": "<nav><a rel='next' href='/world?page=2'>2</a></nav>",
    "another story with a number": "<nav><a href='/world/storm-2'>2</a></nav>",
    "a note": "<nav><a href='#note-2'>2</a></nav>",
    "another site": "<nav><a rel='next' href='https://elsewhere.example/world/ferry?page=2'>2</a></nav>",
    "a year": "<nav><a href='/world/ferry/2025'>2025</a></nav>",
}


@pytest.mark.parametrize("pager", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(pager: str) -> None:
    assert notices(pager) == ()


def test_the_other_pages_are_read(httpserver: HTTPServer) -> None:
    pages = (PARAGRAPHS[:2], PARAGRAPHS[2:4], PARAGRAPHS[4:])
    for number, paragraphs in enumerate(pages, 1):
        pager = f"<nav>Page {number} of 3 <a rel='next' href='/ferry?page={number + 1}'>Next</a></nav>"
        query = {"page": str(number)} if number > 1 else {}
        markup = page(
            *paragraphs,
            f"See <a href='/map/{number}'>the map of quay {number}</a>, he said.",
            pager=pager if number < 3 else "",
        )
        httpserver.expect_request("/ferry", query_string=query).respond_with_data(markup, content_type="text/html")
    article = pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))
    assert isinstance(article, Article)
    for text in PARAGRAPHS:
        assert article.text.count(text) == 1
    assert article.notices == ("This was put together from 3 pages.",)
    assert [article.text[link.start : link.end] for link in article.links] == [
        f"the map of quay {number}" for number in (1, 2, 3)
    ]
    assert all(article.text[block.start : block.end] for block in article.blocks)


def test_a_page_that_fails_is_named(httpserver: HTTPServer) -> None:
    links = "<a href='/ferry/2'>2</a> <a href='/ferry/3'>3</a>"
    first = page(*PARAGRAPHS[:3], pager=f"<div>Pages: 1 {links}</div>")
    second = page(*PARAGRAPHS[3:], pager=f"<div>Pages: {links}</div>")
    httpserver.expect_request("/ferry").respond_with_data(first, content_type="text/html")
    httpserver.expect_request("/ferry/2").respond_with_data(second, content_type="text/html")
    httpserver.expect_request("/ferry/3").respond_with_data("gone", status=500)
    article = pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))
    assert isinstance(article, Article)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.notices == (f"The first 2 pages were read; the next is at {httpserver.url_for('/ferry/3')}.",)


def test_the_same_text_again_is_no_second_page(httpserver: HTTPServer) -> None:
    pager = "<nav>Comments 1 <a href='/ferry?page=2'>2</a></nav>"
    httpserver.expect_request("/ferry").respond_with_data(page(*PARAGRAPHS, pager=pager), content_type="text/html")
    article = pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))
    assert isinstance(article, Article)
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_no_more_than_a_dozen_are_asked_for(httpserver: HTTPServer) -> None:
    def answer(number: int) -> str:
        told = f"On day {number} the ferry stayed in port, the harbour master said, and so did all who waited for it."
        return page(
            told,
            f"{told} Nobody knew why on day {number}.",
            pager=f"<a rel=next href='/ferry?page={number + 1}'>Next</a>",
        )

    for number in range(2, 20):
        httpserver.expect_request("/ferry", query_string={"page": str(number)}).respond_with_data(
            answer(number), content_type="text/html"
        )
    httpserver.expect_request("/ferry").respond_with_data(answer(1), content_type="text/html")
    article = pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))
    assert isinstance(article, Article)
    assert article.notices == (f"The first 12 pages were read; the next is at {httpserver.url_for('/ferry?page=13')}.",)


def test_no_more_of_them_is_read_than_of_one_very_long_page(httpserver: HTTPServer) -> None:
    filling = "x" * (LONGEST_PAGE // 2)
    for number in range(1, 4):
        told = f"On day {number} the ferry stayed in port, the harbour master said, and so did all who waited for it."
        pager = f"<a rel=next href='/ferry?page={number + 1}'>Next</a>"
        markup = page(told, f"{told} Nobody knew why on day {number}.", pager=pager, head=f"<!--{filling}-->")
        query = {"page": str(number)} if number > 1 else {}
        httpserver.expect_request("/ferry", query_string=query).respond_with_data(markup, content_type="text/html")
    article = pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))
    assert isinstance(article, Article)
    assert article.notices == (f"The first 2 pages were read; the next is at {httpserver.url_for('/ferry?page=3')}.",)


def test_an_error_stays_one(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/ferry").respond_with_data("<h1>404 Not found</h1>", content_type="text/html")
    with pytest.raises(NotAnArticle):
        pipeline.to_article(pipeline.load(httpserver.url_for("/ferry")))

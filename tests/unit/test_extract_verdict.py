import pytest

from reader.errors import ExtractError, NotAnArticle, Paywalled
from reader.extract import to_article
from reader.model import Article, Page, Source

PARAGRAPHS = (
    "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over it.",
    "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone to the mayor since five.",
    "Some 400 commuters took the long way round by bus, and a school closed because its teachers could not reach it.",
)


def read(html: str | bytes) -> Article:
    content = html.encode() if isinstance(html, str) else html
    return to_article(Page(Source("test", "html", "https://harbourpost.example/ferry"), content))


def page(body: str, *, title: str = "Harbour Post", head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def story(paragraphs: int, more: str = "") -> str:
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:paragraphs])
    return f"<article><h1>Ferry stays in port</h1>{text}{more}</article>"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param(
            page("<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"),
            "scripts",
            id="script shell with a note",
        ),
        pytest.param(page("<div id='app'></div><script>start()</script>"), "scripts", id="script shell without a word"),
        pytest.param(
            page("<h1>Checking your browser before accessing harbourpost.example.</h1><p>Please wait.</p>"),
            "robot",
            id="bot check",
        ),
        pytest.param(
            page("<p>Verify you are human by completing the action below.</p>", title="Just a moment..."),
            "robot",
            id="bot check by its title",
        ),
        pytest.param(
            page(
                "<h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on a device, "
                "such as cookies. Choose below.</p><button>Accept all</button>",
                title="Your privacy choices",
            ),
            "consent",
            id="consent wall",
        ),
        pytest.param(
            page("<h1>Sign in</h1><p>Please log in to continue.</p><p>Forgot your password?</p>"), "login", id="login"
        ),
        pytest.param(
            page("<h1>Sorry</h1><p>The page you are looking for could not be found. Try the search.</p>"),
            "nothing at this address",
            id="404 text with status 200",
        ),
        pytest.param(page("<p>Nothing.</p>", title="404 Not Found"), "nothing at this address", id="404 by its title"),
        pytest.param("", "nothing in it", id="empty"),
        pytest.param("   \n ", "nothing in it", id="white space"),
        pytest.param(b"%PDF-1.7 \x00\x01", "a PDF document", id="pdf bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "an image", id="image bytes"),
    ],
)
def test_what_is_no_article_is_named(html: str | bytes, words: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(html)
    assert words in caught.value.message
    assert caught.value.hint


FREE_NO = (
    '<script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"Ferry stays in port","isAccessibleForFree":false}</script>'
)


ASKING = "<p>Subscribe to continue reading.</p>"


@pytest.mark.parametrize(
    ("html", "notice"),
    [
        pytest.param(page(story(1, ASKING)), "The page asks for a subscription; 1 paragraph is shown.", id="asks"),
        pytest.param(
            page(story(2), head=FREE_NO), "The page says it is not free; 2 paragraphs are shown.", id="declares"
        ),
        pytest.param(
            page(story(2), head='<meta property="article:content_tier" content="locked">'),
            "The page says it is not free; 2 paragraphs are shown.",
            id="declares by its tier",
        ),
        pytest.param(
            page(story(3, ASKING), head=FREE_NO),
            "The page says it is not free; 3 paragraphs are shown.",
            id="three paragraphs",
        ),
        pytest.param(
            page(story(3), head=FREE_NO.replace("false", 'false,"wordCount":900')),
            "The page says it is not free; about 62 of 900 words are shown.",
            id="says how long it is",
        ),
        pytest.param(
            page(story(3, "<div class='paywall-box'><p>Already a subscriber? Log in.</p></div>")),
            "The page asks for a subscription; 3 paragraphs are shown.",
            id="a marked box",
        ),
    ],
)
def test_a_stub_is_shown_with_a_notice(html: str, notice: str) -> None:
    article = read(html)
    assert article.notices == (notice,)
    assert article.text.startswith(PARAGRAPHS[0])
    assert "ubscri" not in article.text


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(story(3)), id="free"),
        pytest.param(page(story(3) + "<footer>Already a subscriber? Log in.</footer>"), id="asks in its frame"),
        pytest.param(
            page(story(3, "".join(f"<p>{at}. {text}</p>" for at in range(9) for text in PARAGRAPHS)), head=FREE_NO),
            id="a whole one that is not free",
        ),
        pytest.param(
            page(story(3), head='<meta property="article:content_tier" content="free">'), id="free by its tier"
        ),
    ],
)
def test_no_notice(html: str) -> None:
    assert read(html).notices == ()


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page("<article><h1>Ferry stays in port</h1>" + ASKING + "</article>"), id="says so"),
        pytest.param(page("<article><h1>Ferry stays in port</h1></article>", head=FREE_NO), id="declares so"),
        pytest.param(
            page(
                "<h1>Ferry stays in port</h1><p>Jetzt weiterlesen mit Werbung und Tracking: Besuchen Sie die Hafenpost "
                "wie gewohnt mit Werbung, Tracking und Cookies.</p>"
            ),
            id="a request for consent is no beginning",
        ),
    ],
)
def test_a_wall_with_nothing_before_it_is_paywalled(html: str) -> None:
    with pytest.raises(Paywalled) as caught:
        read(html)
    assert "Ferry stays in port" in caught.value.message


def test_a_page_of_links_holds_no_article() -> None:
    links = "".join(f"<li><a href='/{n}'>Story</a></li>" for n in range(40))
    with pytest.raises(ExtractError):
        read(page(f"<ul>{links}</ul>", title="Front"))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(story(1)), id="one paragraph"),
        pytest.param(
            page(
                "<article><h1>Bakers sell cookies</h1><p>“We use cookies of oats and rye,” said the baker, who opened "
                "her shop by the quay in May and sold out by noon.</p><p>"
                + PARAGRAPHS[1]
                + "</p><p>"
                + PARAGRAPHS[2]
                + "</p></article>"
            ),
            id="cookies to eat",
        ),
        pytest.param(
            page(
                "<article><h1>フェリー欠航</h1><p>横浜港のフェリーは月曜日、嵐のため出港しなかったと港湾当局が発表した。</p></article>"
            ),
            id="short Japanese",
        ),
        pytest.param(
            page(
                story(
                    2, "<p>The content was removed and the page no longer exists, the ministry said of its report.</p>"
                )
            ),
            id="a page spoken of",
        ),
    ],
)
def test_a_short_article_passes(html: str) -> None:
    assert len(read(html).text) > 30

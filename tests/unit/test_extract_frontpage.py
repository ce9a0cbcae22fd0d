"""Pages that list articles: known, with the articles to choose from; and articles with long lists beside them."""

import pytest

from reader.extract import to_article
from reader.model import Article, Listing, Page, Source

SITE = "https://www.harbourpost.example"
PLACES = ("Brindle", "Harwell", "Corvane", "Ostrey", "Tallow", "Merrow", "Quill", "Dunmere")
HEADLINES = tuple(f"Council of {place} votes to rebuild the old pier" for place in PLACES)
TEASER = "The vote came after six hours of debate on Monday night, and the work is to begin before the winter storms."
NAVIGATION = (
    "<header><nav><ul><li><a href='/world'>World</a></li><li><a href='/help/how-to-reach-the-newsroom'>How to reach "
    "the "
    "newsroom by phone</a></li></ul></nav></header>"
)
FOOTER = "<footer><a href='/privacy/how-we-use-your-data'>How we use your data and why</a></footer>"


def read(html: str, path: str) -> Article | Listing:
    return to_article(Page(Source(SITE + path, "html", SITE + path), html.encode()))


def page(body: str, *, title: str = "Harbour Post", head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>"
    )


def slug(place: str) -> str:
    return f"/world/council-of-{place.lower()}-votes-to-rebuild-the-old-pier-{len(place)}1"


CARDS = "".join(
    f"<article class='card'><a href='{slug(place)}'><img src='/{n}.jpg' alt=''></a><h3><a href='{slug(place)}#top'>"
    f"{HEADLINES[n]}</a></h3><p>{TEASER.replace('Monday', place)}</p><time>2 hours ago</time></article>"
    for n, place in enumerate(PLACES)
)
WHOLE_CARDS = "".join(
    f"<li><a class='teaser' href='{SITE}{slug(place)}'><h2>{HEADLINES[n]}</h2><p>{TEASER}</p></a></li>"
    for n, place in enumerate(PLACES)
)
BARE_LINKS = "".join(
    f"<p><a href='{slug(place)}'>{HEADLINES[n % len(PLACES)]}</a></p>" for n, place in enumerate(PLACES * 2)
)
WEBSITE = "<meta property='og:type' content='website'>"
COLLECTION = (
    '<script type="application/ld+json">{"@type":"CollectionPage","mainEntity":{"@type":"ItemList","itemListElement":['
    '{"@type":"NewsArticle","headline":"Council votes","datePublished":"2026-03-02"}]}}</script>'
)
FRONT_PAGES = {
    "cards on the first page": (page(f"<main>{CARDS}</main>"), "/"),
    "cards that are links as a whole": (page(f"<main><ul>{WHOLE_CARDS}</ul></main>"), "/world/africa"),
    "a section that says so": (
        page(f"<h1>World</h1>{CARDS}", head=COLLECTION),
        "/a/list-of-what-happened-in-the-world",
    ),
    "a site that says so": (page(f"<h1>World</h1>{CARDS}", head=WEBSITE), "/2026/what-happened-in-the-world-today"),
    "with a greeting": (page(f"<p>Harbour Post has brought the news of the coast since 1911.</p>{CARDS}"), "/"),
}


@pytest.mark.parametrize(("html", "path"), FRONT_PAGES.values(), ids=FRONT_PAGES)
def test_a_front_page_comes_with_its_articles(html: str, path: str) -> None:
    listing = read(html, path)
    assert isinstance(listing, Listing)
    assert [entry.headline for entry in listing.entries] == list(HEADLINES)
    assert [entry.url for entry in listing.entries] == [SITE + slug(place) for place in PLACES]
    assert listing.notice == f"{SITE}{path} lists articles and is none itself."
    assert listing.url == SITE + path


def test_a_front_page_says_whose_it_is() -> None:
    listing = read(page(CARDS, head="<meta property='og:site_name' content='The Harbour Post'>"), "/")
    assert isinstance(listing, Listing)
    assert listing.publisher == "The Harbour Post"


def test_links_that_are_no_headings_are_taken_where_there_are_no_others() -> None:
    listing = read(page(BARE_LINKS), "/news")
    assert isinstance(listing, Listing)
    assert [entry.headline for entry in listing.entries] == list(HEADLINES)


def test_links_to_other_sites_and_to_the_page_itself_are_no_choices() -> None:
    others = "".join(
        f"<h3><a href='https://ads{n}.example/x'>Ten ways to rent a boat this year</a></h3>" for n in range(9)
    )
    itself = f"<h2><a href='{SITE}/#main'>Skip to the news of the day</a></h2>"
    script = "<h2><a href='javascript:go()'>Open the weather of the whole week</a></h2>"
    listing = read(page(f"<main>{itself}{script}{others}{CARDS}</main>"), "/")
    assert isinstance(listing, Listing)
    assert [entry.headline for entry in listing.entries] == list(HEADLINES)


def test_no_more_choices_than_a_reader_looks_through() -> None:
    many = "".join(
        f"<h3><a href='/news/story-number-{n}'>This is the story with number {n}</a></h3>" for n in range(99)
    )
    listing = read(page(many), "/")
    assert isinstance(listing, Listing)
    assert len(listing.entries) == 40
    assert listing.entries[0].headline.endswith("number 0")


def test_headlines_without_spaces_are_read_by_their_weight() -> None:
    cards = "".join(
        f"<article><h3><a href='/news/{n}00{n}'>横浜港のフェリー、嵐のため{n}日間欠航へ</a></h3></article>"
        for n in range(1, 9)
    )
    listing = read(page(cards), "/")
    assert isinstance(listing, Listing)
    assert len(listing.entries) == 8


STORY = (
    "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over the "
    "quay "
    "and the wind rose to a full storm.",
    "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone to the mayor since five "
    "in "
    "the morning.",
)
ARTICLE = "<article><h1>Ferry stays in port</h1>" + "".join(f"<p>{text}</p>" for text in STORY) + "</article>"
NEWS = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stays in port"}</script>'
PATH = "/world/ferry-stays-in-port-4711"
INLINE = (
    "<p>On the coast, the <a href='/world/{0}-votes'>council of {0} has voted</a> for its pier, after a debate that "
    "took the whole of a night in the town hall.</p>"
)
ARTICLES = {
    "a brief over many teasers": (page(f"<main>{ARTICLE}</main><aside>{CARDS}</aside>"), PATH),
    "a brief over many links": (page(f"<main>{ARTICLE}</main><section>{BARE_LINKS}</section>"), PATH),
    "a brief on a page that calls itself a website": (
        page(f"<main>{ARTICLE}</main><section>{CARDS}</section>", head=WEBSITE + NEWS),
        PATH,
    ),
    "a brief with a short address": (page(f"{ARTICLE}<section>{CARDS}</section>", head=NEWS), "/ferry"),
    "links in its own sentences": (
        page("<article><h1>Ten piers rebuilt</h1>" + "".join(map(INLINE.format, PLACES)) + "</article>"),
        "/world/ten-piers-rebuilt-9",
    ),
}


@pytest.mark.parametrize(("html", "path"), ARTICLES.values(), ids=ARTICLES)
def test_an_article_among_many_links_is_read(html: str, path: str) -> None:
    article = read(html, path)
    assert isinstance(article, Article)
    assert article.text.count("\n\n") >= 1

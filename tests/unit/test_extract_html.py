import json

import pytest
from trafilatura.utils import load_html

from reader.errors import ExtractError
from reader.extract import to_article
from reader.extract.metadata import metadata, site
from reader.model import Article, Page, Source

URL = "https://www.harbourpost.example/news/ferry"
LEDE = "BRINDLE, Harwell County (AP) — The ferry between Brindle and Harwell did not sail on Monday, the port said."
SECOND = "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone since five."
THIRD = "Some 400 commuters took the long way round by bus, and a school closed because its teachers were late."
TEXT = f"<p>{LEDE}</p><p>{SECOND}</p><p>{THIRD}</p>"
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#pub", "name": "The Harbour Post", "url": "https://www.harbourpost.example"},
        {"@type": "Person", "@id": "#li", "name": "Li Wen"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry stays in port &amp; town waits",
            "description": "No boat since Sunday, and none before Friday.",
            "author": [
                {"@id": "#li"},
                {"@type": "Person", "name": "Jo Field"},
                {"@type": "Organization", "name": "AP"},
            ],
            "publisher": {"@id": "#pub"},
            "datePublished": "2026-03-04T09:30:00+01:00",
            "inLanguage": "en-GB",
            "image": {"@type": "ImageObject", "url": "/img/ferry.jpg"},
        },
    ],
}


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def page(body: str = "", *, head: str = "", lang: str = ' lang="en-GB"', title: str = "Ferry stays in port") -> str:
    return (
        f"<!doctype html><html{lang}><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><main><article><h1>Ferry stays in port</h1>{body}{TEXT}</article></main>"
        "</body></html>"
    )


def read(html: str, url: str | None = URL) -> Article:
    return to_article(Page(Source("test", "html", url), html.encode()))


def test_json_ld_says_most() -> None:
    article = read(page(head=ld(LD)))
    assert article.headline == "Ferry stays in port"
    assert article.standfirst == "No boat since Sunday, and none before Friday."
    assert article.byline == ("Li Wen", "Jo Field")
    assert article.agency == "Associated Press"
    assert article.publisher == "The Harbour Post"
    assert article.published == "2026-03-04T09:30:00+01:00"
    assert article.dateline == "BRINDLE, Harwell County"
    assert article.language == "en"
    assert article.url == URL
    assert article.image is not None
    assert article.image.url == "https://www.harbourpost.example/img/ferry.jpg"
    assert article.text == "\n\n".join([LEDE, SECOND, THIRD])


@pytest.mark.parametrize(
    ("head", "body", "field", "expected"),
    [
        pytest.param('<meta name="author" content="Li Wen">', "", "byline", ("Li Wen",), id="meta author"),
        pytest.param(
            '<meta property="article:author" content="https://social.example/li">',
            "",
            "byline",
            (),
            id="author address",
        ),
        pytest.param('<meta name="author" content="Reuters">', "", "byline", (), id="an agency is no person"),
        pytest.param("", '<p class="byline">By Li Wen and Jo Field</p>', "byline", ("Li Wen", "Jo Field"), id="byline"),
        pytest.param("", '<a rel="author" href="/li">Li Wen</a>', "byline", ("Li Wen",), id="author link"),
        pytest.param(
            "",
            '<div class="author"><span>By</span> <a>Li Wen</a>, <a>Jo Field</a> <span>Correspondent</span></div>',
            "byline",
            ("Li Wen", "Jo Field"),
            id="names in links, a job behind",
        ),
        pytest.param("", "<p>By using this site you agree to the Privacy Policy.</p>", "byline", (), id="no byline"),
        pytest.param(
            '<meta property="article:published_time" content="2026-03-04T09:30:00Z">',
            "",
            "published",
            "2026-03-04T09:30:00+00:00",
            id="meta date",
        ),
        pytest.param(
            "",
            '<time datetime="2026-03-04T09:30+01:00">4 March</time>',
            "published",
            "2026-03-04T09:30:00+01:00",
            id="time",
        ),
        pytest.param("", "<p>Published: March 4, 2026</p>", "published", "2026-03-04", id="date in words"),
        pytest.param(
            "", "<p>Published on 4 Mar. 2026 | Updated March 9, 2026</p>", "published", "2026-03-04", id="first"
        ),
        pytest.param(
            '<meta property="og:site_name" content="Harbour Post">', "", "publisher", "Harbour Post", id="site"
        ),
        pytest.param(
            '<link rel="canonical" href="https://elleryledger.example/ferry">',
            "",
            "url",
            URL,
            id="another paper's address is not its own",
        ),
        pytest.param(
            '<link rel="canonical" href="https://m.harbourpost.example/ferry">',
            "",
            "url",
            "https://m.harbourpost.example/ferry",
            id="its site's other address",
        ),
        pytest.param(
            '<link rel="canonical" href="/news/ferry-2">',
            "",
            "url",
            "https://www.harbourpost.example/news/ferry-2",
            id="canonical",
        ),
        pytest.param('<link rel="canonical" href="javascript:x()">', "", "url", URL, id="canonical that is a script"),
        pytest.param(f'<meta name="description" content="{LEDE[:90]}…">', "", "standfirst", None, id="the lede again"),
        pytest.param(
            '<meta name="description" content="Boats wait.">', "", "standfirst", "Boats wait.", id="a standfirst"
        ),
    ],
)
def test_what_else_a_page_says(head: str, body: str, field: str, expected: object) -> None:
    assert getattr(read(page(body, head=head)), field) == expected


@pytest.mark.parametrize(
    ("head", "body", "field", "expected"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2026-03-04T09:30:00Z">'
            '<meta property="article:modified_time" content="2026-03-04T11:00:00Z">',
            "",
            "modified",
            "2026-03-04T11:00:00+00:00",
            id="modified",
        ),
        pytest.param(
            "", "<p>Published: March 4, 2026</p><p>Updated: March 6, 2026</p>", "modified", "2026-03-06", id="updated"
        ),
        pytest.param('<meta property="article:section" content="world">', "", "section", "World", id="section"),
        pytest.param('<meta property="article:section" content="Uncategorized">', "", "section", None, id="no section"),
        pytest.param(
            ld({"@type": "BreadcrumbList", "itemListElement": [{"name": n} for n in ("Home", "Europe", "Ferry")]}),
            "",
            "section",
            "Europe",
            id="breadcrumbs",
        ),
        pytest.param(
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Li Wen">',
            "",
            "byline",
            ("Li Wen",),
            id="a labelled name",
        ),
        pytest.param('<link rel="canonical" href="/">', "", "url", URL, id="canonical that is the front page"),
        pytest.param('<link rel="canonical" href="https://tarnpost.example/ferry">', "", "url", URL, id="another's"),
        pytest.param('<meta property="og:url" content="http://192.168.1.1/reset">', "", "url", URL, id="a router"),
        pytest.param(
            '<link rel="canonical" href="https://tarnpost.example/a"><meta property="og:url" content="/news/ferry-2">',
            "",
            "url",
            "https://www.harbourpost.example/news/ferry-2",
            id="its own beside another paper",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Harbour Post | News by the sea">', "", "publisher", "Harbour Post",
            id="a motto",
        ),
    ],
)  # fmt: skip
def test_more_of_what_a_page_says(head: str, body: str, field: str, expected: object) -> None:
    assert getattr(read(page(body, head=head)), field) == expected


@pytest.mark.parametrize(
    ("url", "other", "is_one"),
    [
        ("https://www.harbourpost.example/a", "https://amp.harbourpost.example/b", True),
        ("https://harbourpost.example/a", "https://tarnpost.example/a", False),
        ("https://harbour.substack.com/p/a", "https://harbour.substack.com/p/b", True),
        ("https://harbour.substack.com/p/a", "https://tarn.substack.com/p/a", False),
        ("https://harbour.substack.com/p/a", "https://substack.com/p/a", False),
        ("https://www.harbour.wordpress.com/a", "http://HARBOUR.wordpress.com:80/b", True),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:9000/a", False),
    ],
)
def test_which_addresses_are_of_one_site(url: str, other: str, is_one: bool) -> None:
    assert site.is_same(url, other) is is_one


MORE = (
    "<p>The harbour master spoke to <a href='/mayor'>the <em>mayor</em></a> and to <a href='https://port.example/a'>"
    "the port</a>, and said the port would see.</p><p><a href='javascript:x()'>Run</a> <a href='#top'>up</a> to the "
    "quay.</p>"
)


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        (
            '<meta property="og:title" content="Why &amp;lt;br&amp;gt; is no tag">',
            "headline",
            "Why &lt;br&gt; is no tag",
        ),
        ('<meta name="description" content="Sign &amp;amp; name">', "standfirst", "Sign &amp; name"),
        ('<meta property="article:section" content="Q&amp;amp;A">', "section", "Q&amp;A"),
        ('<meta property="og:site_name" content="Tar &amp;amp; Rope">', "publisher", "Tar &amp; Rope"),
        # JSON-LD is no HTML: what is decoded there, nothing has decoded before.
        (ld({"@type": "NewsArticle", "headline": "The &lt;br&gt; tag"}), "headline", "The <br> tag"),
        (ld({"@type": "NewsArticle", "headline": "x", "articleSection": "Q&amp;A"}), "section", "Q&A"),
    ],
)
def test_entities_are_decoded_once(head: str, field: str, expected: str) -> None:
    html = page(head=head, title="The").replace("<h1>Ferry stays in port</h1>", "")
    assert getattr(read(html), field) == expected


BODY = (
    "The town of Merrow lost its bridge on Sunday night, when a barge broke loose and drifted into the middle pier.",
    "“We heard it go,” said Jo Field, who keeps the inn beside the water. “Then there was no sound at all.”",
    "Nobody was on the bridge. The barge, which carried gravel for a wall upstream, sank within a quarter of an hour.",
    "The council will meet on Wednesday to decide whether a ferry can run until the spring, and who is to pay for it.",
    "Engineers from Harwell are to look at the two piers that still stand; they may have to come down as well.",
    "It is the third time in a century that the crossing has been lost, and the first without a storm to blame.",
)


@pytest.mark.parametrize(
    ("stated", "shown", "taken"),
    [
        pytest.param("\n\n".join(BODY), "", True, id="nothing shown"),
        pytest.param("\n\n".join(BODY), BODY[0], True, id="the first paragraph shown"),
        pytest.param("".join(BODY), "", True, id="paragraphs run together"),
        pytest.param("\n".join(BODY).replace("“", "&#8220;").replace("”", "&#8221;"), "", True, id="with entities"),
        pytest.param("\n\n".join(BODY), "</p><p>".join(BODY), False, id="all of it shown"),
        pytest.param("<p>" + "</p><p>".join(BODY) + "</p>", BODY[0], False, id="markup"),
        pytest.param("Home\nNews\nSport\nWeather\n" * 40, BODY[0], False, id="the menu"),
        pytest.param(BODY[0], "", False, id="a summary"),
    ],
)
def test_a_thin_body_comes_from_the_json_ld(stated: str, shown: str, taken: bool) -> None:
    data = {"@type": "NewsArticle", "headline": "Barge takes Merrow bridge", "articleBody": stated}
    html = f"<html><head>{ld(data)}</head><body><h1>Barge takes Merrow bridge</h1><p>{shown}</p></body></html>"
    if not taken and not shown:
        with pytest.raises(ExtractError):
            read(html)
        return
    assert read(html).text == "\n\n".join(BODY if taken else [part for part in BODY if part in shown])


@pytest.mark.parametrize("wall", ["", "<p>Subscribe now to continue reading.</p>"])
def test_what_is_not_free_is_not_taken_from_the_json_ld(wall: str) -> None:
    data = {"@type": "NewsArticle", "headline": "Barge takes Merrow bridge", "articleBody": "\n\n".join(BODY)}
    head = ld(data if wall else {**data, "isAccessibleForFree": False})
    shown = "".join(f"<p>{part}</p>" for part in BODY[:2])
    article = read(f"<html><head>{head}</head><body><h1>Barge takes Merrow bridge</h1>{shown}{wall}</body></html>")
    assert article.text == "\n\n".join(BODY[:2])
    assert len(article.notices) == 1


def test_links_stand_where_their_words_do() -> None:
    article = read(page(MORE))
    assert [(article.text[link.start : link.end], link.url) for link in article.links] == [
        ("the mayor", "https://www.harbourpost.example/mayor"),
        ("the port", "https://port.example/a"),
    ]


def test_headings_have_levels() -> None:
    article = read(page("<h2>What is known</h2><p>" + SECOND + "</p><h4>And what is not</h4>"))
    assert [block.level for block in article.blocks if block.kind == "heading"] == [2, 4]


POST = (
    '<blockquote class="twitter-tweet"><p>No boat today. We are sorry. <a href="https://t.co/a">pic.twitter.com/a</a></p>'
    '&mdash; Brindle Port (@brindleport) <a href="https://social.example/1">March 4, 2026</a></blockquote>'
)


@pytest.mark.parametrize("box", ["{}", "<div class='wp-block-embed__wrapper'>{}</div>", "<div class='embed'>{}</div>"])
def test_a_post_stays_as_a_block_quote(box: str) -> None:
    article = read(page(box.format(POST)))
    quotes = [article.text[block.start : block.end] for block in article.blocks if block.kind == "quote"]
    assert quotes == ["No boat today. We are sorry.\n— Brindle Port (@brindleport) March 4, 2026"]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story gave a wrong hour.",
        "CORRECTION (4 March): The port has two masters.",
        "This article was amended on 4 March 2026 to give the right hour.",
        "An earlier version of this article misstated the number of boats.",
        "Editor’s note: This story has been changed to name the port.",
        "Korrektur: In einer früheren Fassung stand die falsche Stunde.",
    ],
)
def test_corrections_are_kept_and_found(note: str) -> None:
    for marked in (f"<p>{note}</p>", f"<aside class='article-correction'><p>{note}</p></aside>"):
        article = read(page().replace("</article>", f"{marked}</article>"))
        assert [article.text[span.start : span.end] for span in article.corrections] == [note]


@pytest.mark.parametrize(
    "text",
    [
        "Correction officers at Brindle prison: none of them was there, the union said on Monday evening.",
        "The earlier version of the bridge was built of wood and fell down in a storm in the year 1902.",
        "The article was long and nobody read it.",
    ],
)
def test_prose_is_no_correction(text: str) -> None:
    assert read(page(f"<p>{text}</p>")).corrections == ()


def test_a_body_in_several_boxes_is_put_together() -> None:
    texts = [f"{at}. {LEDE} {SECOND} {THIRD}" for at in range(12)]
    chunk = "<div class='row'><div class='story-body-text'>{}</div><div class='ad'>Advertisement</div></div>"
    boxes = "".join(
        chunk.format("".join(f"<p>{text}</p>" for text in texts[at : at + 4])) for at in range(0, len(texts), 4)
    )
    html = f"<html><body><main><article><h1>Ferry</h1><div>{boxes}</div></article></main></body></html>"
    assert read(html).text.split("\n\n") == texts


def test_the_lead_image_says_what_is_to_be_seen() -> None:
    figure = "<figure><img src='/img/ferry.jpg?w=480' alt='A white ferry at a quay'></figure>"
    image = read(page(figure, head=ld(LD))).image
    assert image is not None
    assert image.alt == "A white ferry at a quay"


def test_the_agency_may_stand_in_the_byline_alone() -> None:
    html = page(
        '<p>By <a rel="author">Li Wen</a> / Northern News Agency</p>', head='<meta name="author" content="Li Wen">'
    )
    article = read(html.replace(" (AP)", ""))
    assert (article.byline, article.agency) == (("Li Wen",), "Northern News Agency")


@pytest.mark.parametrize(
    ("shown", "declared", "headline"),
    [
        ("FERRY STAYS IN PORT", "Ferry stays in port", "Ferry stays in port"),
        ("FERRY STAYS IN PORT", "FERRY STAYS IN PORT", "FERRY STAYS IN PORT"),
        ("2026 ferry prices compared", "ferry prices compared", "2026 ferry prices compared"),
        ("Opinion: The ferry must sail", "The ferry must sail", "The ferry must sail"),
    ],
)
def test_the_headline_as_shown_or_declared(shown: str, declared: str, headline: str) -> None:
    markup = page(title=declared).replace("<h1>Ferry stays in port</h1>", f"<h1>{shown}</h1>")
    assert shown in markup
    assert read(markup).headline == headline


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<p>Tickets are sold from <time datetime=2026-12-04>Friday</time> on at the northern quay.</p>", None),
        ("<div><span>March 4, 2026</span></div>", "2026-03-04"),
        ("<time datetime=2026-03-04>4 March</time>", "2026-03-04"),
        ("<p>Updated <time datetime=2026-03-09>9 March</time></p>", "2026-03-09"),
    ],
)
def test_the_date_at_the_headline(body: str, published: str | None) -> None:
    others = "<aside>" + "".join(
        f"<div><h3><a href=/{day}>Another ferry sails at dawn</a></h3><time datetime=2026-02-0{day}>x</time></div>"
        for day in (1, 2)
    )
    assert read(page(body).replace("</article>", f"</article>{others}</aside>")).published == published


@pytest.mark.parametrize(("shown", "published"), [("March 4, 2019", "2019-03-04"), ("March 1, 2026", "2026-03-03")])
def test_a_page_that_was_moved_is_of_the_day_it_shows(shown: str, published: str) -> None:
    head = '<meta property="article:published_time" content="2026-03-03">'
    assert read(page(f"<div><span>{shown}</span></div>", head=head)).published == published


def test_the_day_of_a_dateline_dates_a_page_without_any() -> None:
    dated = page().replace("BRINDLE, Harwell County", "BRINDLE, Harwell County, March 4, 2026")
    assert read(dated).published == "2026-03-04"


def test_the_name_of_the_author_is_no_paragraph() -> None:
    article = read(page("<address class=vcard><a rel=author href=/o>Li Wen</a></address>"))
    assert article.byline == ("Li Wen",)
    assert article.text.startswith(LEDE[:20])


def test_a_standfirst_set_as_a_heading_leaves_the_text() -> None:
    article = read(
        page("<h2>Boats wait for the wind.</h2>", head='<meta name="description" content="Boats wait for the wind.">')
    )
    assert article.standfirst == "Boats wait for the wind."
    assert article.text.startswith("BRINDLE")


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        (' lang="de-AT"', "", "de"),
        (' xml:lang="fr"', "", "fr"),
        ("", '<meta property="og:locale" content="pt_BR">', "pt"),
        ("", "", None),
        (' lang="x"', "", None),
    ],
)
def test_language_as_declared(lang: str, head: str, expected: str | None) -> None:
    assert metadata.read(load_html(page(lang=lang, head=head)), None).language == expected


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        pytest.param(
            "<figure><img src='/g.jpg'><figcaption>The ferry Gull at Brindle. (AP Photo/Jo Field)"
            "</figcaption></figure>",
            "The ferry Gull at Brindle.",
            "AP Photo/Jo Field",
            id="credit in brackets",
        ),
        pytest.param(
            "<figure><img src='/g.jpg'><figcaption>The ferry Gull at Brindle."
            "<span class='credit'>Photo: Jo Field</span></figcaption></figure>",
            "The ferry Gull at Brindle.",
            "Jo Field",
            id="credit in an element",
        ),
        pytest.param(
            "<figure><img src='/g.jpg'><figcaption>The ferry Gull at Brindle.</figcaption></figure>",
            "The ferry Gull at Brindle.",
            None,
            id="no credit",
        ),
    ],
)
def test_the_lead_image(figure: str, caption: str, credit: str | None) -> None:
    article = read(page(figure))
    assert article.image is not None
    assert (article.image.caption, article.image.credit) == (caption, credit)
    assert article.image.url == "https://www.harbourpost.example/g.jpg"
    assert caption not in article.text


def test_residue_goes_and_blocks_stay() -> None:
    more = (
        "<h2>What is known</h2><ul><li>no ferry until Friday</li><li>buses run twice an hour</li></ul>"
        "<blockquote><p>We shall see what the wind does, and then we shall see what we do about it.</p></blockquote>"
        "<p>Sign up for our morning newsletter</p><p><a href='/x'>Bridge toll to rise again in spring</a></p>"
        "<p>Read more: Ferry crews vote on strike</p>"
        "<p>The next ferry may leave on Friday morning, weather permitting, the authority said in a note.</p>"
    )
    html = page(head=ld(LD)).replace("</article>", f"{more}</article>")
    article = read(html)
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks[3:]] == [
        ("heading", "What is known"),
        ("list", "• no ferry until Friday\n• buses run twice an hour"),
        ("quote", "We shall see what the wind does, and then we shall see what we do about it."),
        (
            "paragraph",
            "The next ferry may leave on Friday morning, weather permitting, the authority said in a note.",
        ),
    ]


def test_nothing_unsafe_comes_through() -> None:
    head = ld(
        {"@type": "NewsArticle", "headline": "Ferry\x1b[31m stays\u202e in port", "author": {"name": "Li\x07 Wen"}}
    )
    html = page(head=head).replace("harbour master", "harbour&#27;[2J ma\u200bster&amp;lt;b&amp;gt;")
    article = read(html)
    assert "\x1b" not in repr(article.headline)
    assert article.byline == ("Li Wen",)
    assert "master&lt;b&gt;" in article.text
    assert not set(article.text) & set("\x1b\u200b\u202e")


@pytest.mark.parametrize(
    "data",
    [
        "[",
        [],
        None,
        {"@type": "NewsArticle", "headline": ["a", {"b": 1}], "author": [[["x"]], 7, None, {"name": {"name": None}}]},
        {"@type": {"a": 1}, "headline": 3},
        {
            "@type": "NewsArticle",
            "headline": "x",
            "datePublished": 20260304,
            "image": [[], {"url": 4}],
            "publisher": "p",
        },
        {
            "@type": "NewsArticle",
            "@id": {"a": 1},
            "headline": "x",
            "author": {"@id": ["x"]},
            "inLanguage": {"name": "en"},
        },
    ],
)
def test_odd_json_ld_does_no_harm(data: object) -> None:
    head = '<script type="application/ld+json">[</script>' if data == "[" else ld(data)
    assert read(page(head=head)).text == "\n\n".join([LEDE, SECOND, THIRD])


def test_json_ld_nested_beyond_reason_does_no_harm() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    assert read(page(head=f'<script type="application/ld+json">{deep}</script>')).byline == ()


@pytest.mark.parametrize("charset", ["cp1252", "utf-16", "utf-8"])
def test_the_header_names_the_encoding(charset: str) -> None:
    html = page().replace("<meta charset='utf-8'>", "")
    article = to_article(Page(Source("test", "html"), html.encode(charset), charset))
    assert "“Nobody will cross today,”" in article.text

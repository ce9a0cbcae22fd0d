"""What stands around an article in the same page: other stories, posts of live blogs, galleries, boxes, offers."""

import json

import pytest

from reader.errors import NotAnArticle
from reader.extract import to_article
from reader.extract.furniture import residue
from reader.extract.page.pieces import Piece
from reader.model import Article, Listing, Page, Source

URL = "https://www.harbourpost.example/town/choir-sings"
STORY = (
    "A choir of ninety sang on the quay of Brindle for the first time since the war, and the boats sounded horns.",
    "Its leader, Una Brand, said that the next time would be in June, when the nights are warm and full of light.",
    "Tickets were sold out within the hour, and some who had none listened from the roofs of the boats and sheds.",
)
OTHER = (
    "The library of Harwell will open on Sundays from May, its head, Jo Field, told the council at its last meeting.",
    "It had been shut at weekends since the roof was found to leak, and the books were kept in the town hall cellar.",
    "“People have asked for this for years,” she said, and the council agreed with her without a vote against it.",
)
HEADLINE = "Choir sings on the quay"


def page(body: str, head: str = "", title: str = HEADLINE) -> Article | Listing:
    markup = (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<main>{body}</main></body></html>"
    )
    return to_article(Page(Source("test", "html", URL), markup.encode()))


def article(body: str, head: str = "", title: str = HEADLINE) -> Article:
    found = page(body, head, title)
    assert isinstance(found, Article)
    return found


def told(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def story(heading: str, paragraphs: tuple[str, ...], box: str = "article", more: str = "", by: bool = True) -> str:
    signed = "<div class='byline'>By Li Wen</div><time datetime='2026-11-24'>24 November</time>" if by else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<{box} class='story' {more}>{heading}{signed}{text}</{box}>"


OWN = f"<h1>{HEADLINE}</h1>"
LIBRARY = "<h1>Library to open on Sundays</h1>"
STREAMS = {
    "articles": story(OWN, STORY) + story(LIBRARY, OTHER),
    "articles without a byline": story(OWN, STORY) + story(LIBRARY, OTHER, by=False),
    "boxes with addresses": story(OWN, STORY, "div")
    + story(LIBRARY, OTHER, "div", "data-url='/town/library'", by=False),
    "boxes with bylines": story(OWN, STORY, "section") + story(LIBRARY, OTHER, "section"),
    "headings that lead there": (
        story(OWN, STORY, "div")
        + story("<h1><a href='/town/library'>Library to open on Sundays</a></h1>", OTHER, "div")
    ),
    "a box around them": (
        story(OWN, STORY)
        + f"<div class='next'>{story('<h2><a href=/town/library>Library to open</a></h2>', OTHER)}</div>"
    ),
    "articles in an article": f"<article>{story(OWN, STORY) + story(LIBRARY, OTHER)}</article>",
    "the headline in a bar too": f"<div class='bar'><h1>{HEADLINE}</h1></div>"
    + story(OWN, STORY)
    + story(LIBRARY, OTHER),
}


@pytest.mark.parametrize("body", STREAMS.values(), ids=STREAMS)
def test_stories_behind_the_article_are_none_of_it(body: str) -> None:
    assert article(body).text == "\n\n".join(STORY)


SECTIONS = {
    "sections": f"<article>{OWN}<section><h1>On the quay</h1><p>{STORY[0]}</p><p>{STORY[1]}</p></section>"
    f"<section><h1>On the boats</h1><p>{OTHER[0]}</p><p>{OTHER[1]}</p></section></article>",
    "subheadings": f"<article>{OWN}<p>{STORY[0]}</p><p>{STORY[1]}</p><h2>On the boats</h2><p>{OTHER[0]}</p>"
    f"<p>{OTHER[1]}</p></article>",
    "subheadings that are links": f"<article>{OWN}<p>{STORY[0]}</p><p>{STORY[1]}</p><div>"
    f"<h2><a href='/a'>On the boats</a></h2><p>{OTHER[0]}</p><p>{OTHER[1]}</p></div></article>",
    "the body in another article": f"<article class='head'>{OWN}</article><article><h2>On the quay</h2>"
    f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>{OTHER[0]}</p><p>{OTHER[1]}</p></article>",
}


@pytest.mark.parametrize("body", SECTIONS.values(), ids=SECTIONS)
def test_parts_of_one_article_stay(body: str) -> None:
    text = article(body).text
    assert all(paragraph in text for paragraph in (*STORY[:2], *OTHER[:2]))


TIMES = ("11:42", "10:31", "09:50")


def stamp(at: str, shown: str = "") -> str:
    return f"<time datetime='2026-11-24T{at}:00Z'>{shown or at}</time>"


def posts(form: str, times: tuple[str, ...] = TIMES, shown: str = "") -> str:
    said = zip(times, ("First", "Second", "Third"), STORY, strict=True)
    return "".join(form.format(time=stamp(at, shown), at=at, title=title, text=text) for at, title, text in said)


HEADED = [
    part
    for at, title, text in zip(TIMES, ("First", "Second", "Third"), STORY, strict=True)
    for part in (("heading", f"{at} {title} song"), ("paragraph", text))
]
BARE = [part for at, text in zip(TIMES, STORY, strict=True) for part in (("heading", at), ("paragraph", text))]
NEWEST = ("A live blog of 3 posts, the newest first.",)
LIVE_HEAD = '<script type=\'application/ld+json\'>{"@type":"LiveBlogPosting","headline":"Choir night: live"}</script>'
LIVE = {
    "articles": (posts("<article class='post'>{time}<h2>{title} song</h2><p>{text}</p></article>"), HEADED),
    "the time in a line with who wrote it": (
        posts("<section><p class='meta'>Li Wen {time}</p><h3>{title} song</h3><div><p>{text}</p></div></section>"),
        HEADED,
    ),
    "a list": (f"<ul>{posts('<li>{time}<h3>{title} song</h3><p>{text}</p></li>')}</ul>", HEADED),
    "times in headings": (posts("<h3>{time} {title} song</h3><p>{text}</p>"), HEADED),
    "times over paragraphs": (posts("<p class='at'>{time}</p><p>{text}</p>"), BARE),
    "boxes without headings": (posts("<div class='post'><div>{time}</div><p>{text}</p></div>"), BARE),
    "so long ago": (posts("<div class='post'>{time}<p>{text}</p></div>", shown="2 hours ago"), BARE),
}


@pytest.mark.parametrize(("body", "expected"), LIVE.values(), ids=LIVE)
def test_each_post_of_a_live_blog_has_its_time(body: str, expected: list[tuple[str, str]]) -> None:
    found = article(f"<article><h1>Choir night</h1>{body}</article>", title="Choir night")
    assert told(found) == expected
    assert found.notices == NEWEST


@pytest.mark.parametrize(
    ("times", "said"),
    [
        pytest.param(("09:50", "10:31", "11:42"), "the oldest first", id="oldest"),
        pytest.param(("10:31", "11:42", "09:50"), "in the order of the page", id="as it has them"),
    ],
)
def test_the_order_of_a_live_blog_is_told(times: tuple[str, ...], said: str) -> None:
    body = posts("<section>{time}<h3>{title} song</h3><p>{text}</p></section>", times)
    found = article(f"<article><h1>Choir night</h1>{body}</article>", title="Choir night")
    assert found.notices == (f"A live blog of 3 posts, {said}.",)


def test_times_in_other_elements_where_it_is_called_live() -> None:
    body = posts("<div class='post'><span class='post-time'>{at}</span><h3>{title} song</h3><p>{text}</p></div>")
    assert told(article(f"<article><h1>Choir night</h1>{body}</article>", LIVE_HEAD, "Choir night")) == HEADED


NOT_LIVE = {
    "comments": f"<article>{OWN}{''.join(f'<p>{p}</p>' for p in STORY)}</article><div id='comments'>"
    + posts("<div>{time}<p>What a night it was, I say, who stood there in the rain until it ended at twelve.</p></div>")
    + "</div>",
    "teasers": f"<article>{OWN}{''.join(f'<p>{p}</p>' for p in STORY)}</article>"
    + posts("<div>{time}<h3><a href='/a/{at}'>{title} story of the night of the choir</a></h3></div>"),
}


@pytest.mark.parametrize("body", NOT_LIVE.values(), ids=NOT_LIVE)
def test_other_times_make_no_live_blog(body: str) -> None:
    found = article(body)
    assert found.notices == ()
    assert found.text.startswith("\n\n".join(STORY))


def test_a_live_blog_that_only_states_its_posts() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"{title} song",
            "datePublished": f"2026-11-24T{at}:00Z",
            "articleBody": text * 2,
        }
        for at, title, text in zip(TIMES, ("First", "Second", "Third"), STORY, strict=True)
    ]
    stated = json.dumps({"@type": "LiveBlogPosting", "headline": "Choir night", "liveBlogUpdate": updates})
    found = article("<h1>Choir night</h1><div id='app'></div>", f"<script type='application/ld+json'>{stated}</script>")
    assert [text for kind, text in told(found) if kind == "heading"] == [
        text for kind, text in HEADED if kind == "heading"
    ]
    assert found.notices == NEWEST


def test_a_gallery_is_read_by_its_captions() -> None:
    captions = [f"The choir on boat number {n}, seen from the quay on Monday night." for n in range(1, 5)]
    figures = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>{text}</figcaption></figure>" for n, text in enumerate(captions)
    )
    found = article(f"<h1>Choir night in pictures</h1>{figures}", title="Choir night in pictures")
    assert found.text == "\n\n".join(captions)
    assert found.notices == ("A gallery: the captions of its 4 pictures are shown.",)


TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
BOXES = {
    "over the text": "<h2>Key takeaways</h2><ul><li>A choir sang.</li><li>Boats answered.</li></ul>" + TEXT,
    "by a machine": "<p>AI-generated summary</p><p>A choir sang, and the boats answered it with their horns.</p>"
    + TEXT,
    "by a machine, in the text": TEXT.replace(
        "</p><p>", "</p><h3>Summary by AI</h3><ul><li>A choir sang.</li></ul><p>", 1
    ),
    "of points in paragraphs": "<h2>Key points</h2><p>A choir sang.</p><p>Boats answered.</p>" + TEXT,
    "by its class": "<div class='ai-summary'><p>A choir sang, and the boats answered it with horns.</p></div>" + TEXT,
    "in German": "<h3>Das Wichtigste in Kürze</h3><ul><li>Ein Chor sang.</li></ul>" + TEXT,
    "with a note on how it was made": (
        "<h2>Summary</h2><ul><li>A choir sang.</li></ul><p>This summary was generated by AI and read by an editor.</p>"
        + TEXT
    ),
}


@pytest.mark.parametrize("body", BOXES.values(), ids=BOXES)
def test_a_box_that_sums_the_story_up_is_no_text(body: str) -> None:
    assert article(f"<article>{OWN}{body}</article>").text == "\n\n".join(STORY)


def test_a_short_summary_is_the_standfirst() -> None:
    body = "<h2>Summary</h2><ul><li>A choir of ninety sang.</li><li>Boats answered it.</li></ul>"
    found = article(f"<article>{OWN}{body}{TEXT}</article>")
    assert found.standfirst == "A choir of ninety sang. Boats answered it."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            TEXT + "<h2>Summary</h2><p>It was, all told, a night that nobody in the town will forget soon.</p>",
            id="end",
        ),
        pytest.param(
            "<h2>The songs</h2><ul><li>One of the sea.</li><li>One of the town.</li></ul>" + TEXT, id="another list"
        ),
    ],
)
def test_a_part_of_the_text_is_no_such_box(body: str) -> None:
    assert len(article(f"<article>{OWN}{body}</article>").blocks) == len(STORY) + 2


RESIDUE = (
    "Subscribe for $1 a week",
    "Unlock full access: £2 a month for your first year",
    "Get the paper through your letterbox every month. 12 issues for £11.99. Click here to order.",
    "Save 40% on your subscription today, from €3 a month. You can cancel at any time.",
    "Cancel anytime.",
    "Would you like to comment? Register for free.",
    "What do you think? Let us know in the comments.",
    "Comments are closed.",
    "Log in to post a comment",
    "{{title}}",
    "Posted by {{ author.name }} on {{date}}",
    "${article.count} comments",
    '[gallery ids="12,14"]',
    "▼",
    "›",
    "|",
    "Current Time 0:00",
    "Duration 2:31",
    "Next slide",
    "captions off, selected",
    "View all 12 photos",
    "Beginning of dialog window. Escape will cancel and close the window.",
    "Must read: Library to open on Sundays",
    "This summary was created with the help of AI.",
    "Page 2 of 3",
    "Jetzt 4 Wochen für 1 € testen. Monatlich kündbar.",
    "Previous",
)
TEXTS = (
    "Save the Children said it needs $20 a month for each child on the coast.",
    "From £3 a week, rents on the quay have gone up to £9 in a year, the council said.",
    "The service raised its subscription to $15 a month in the spring, and lost a tenth of its readers.",
    "Get rid of the posts, he said, and the pier will cost the town $2 a year.",
    "* * *",
    "What do you think of that, the mayor asked, and nobody in the hall answered her.",
    "The template says {{ name }} where the letter should have had the name of the mayor, the court heard.",
    "Comments are free, the mayor said, but facts are not.",
    "4 March 1990: the third post breaks in a storm.",
    "Play resumed at noon.",
)


def kept(text: str) -> bool:
    """Whether a line stays that stands in the middle of a text."""
    around = [Piece("paragraph", f"{paragraph} It was day {n}.") for n, paragraph in enumerate((*STORY, *OTHER) * 2)]
    return Piece("paragraph", text) in residue.strip([*around[:6], Piece("paragraph", text), *around[6:]], None)


@pytest.mark.parametrize("text", RESIDUE)
def test_furniture_goes(text: str) -> None:
    assert not kept(text)


@pytest.mark.parametrize("text", TEXTS)
def test_text_stays(text: str) -> None:
    assert kept(text)


@pytest.mark.parametrize(
    ("text", "kind", "stays"),
    [
        pytest.param("World", "paragraph", False, id="a section"),
        pytest.param("MIDDLE EAST CRISIS", "paragraph", False, id="capitals"),
        pytest.param("Choirs", "paragraph", False, id="what the page calls its section"),
        pytest.param("Analysis", "heading", False, id="a kind of piece"),
        pytest.param("WHAT HAPPENED", "heading", True, id="a heading in capitals"),
        pytest.param("Brindle", "paragraph", True, id="a place"),
    ],
)
def test_a_kicker_over_the_text_goes(text: str, kind: str, stays: bool) -> None:
    body = [Piece("heading" if kind == "heading" else "paragraph", text), *(Piece("paragraph", p) for p in STORY)]
    assert (body[0] in residue.strip(body, HEADLINE, residue.Beside(section="Choirs"))) is stays
    assert body[0] in residue.strip(
        [*body[1:], body[0], Piece("paragraph", OTHER[0])], HEADLINE, residue.Beside(section="Choirs")
    )


NO_ARTICLES = {
    "a product": (
        "<h1>Gull kettle</h1><p>£49.00</p><button>Add to basket</button><p>It boils a litre in two minutes.</p>",
        "<meta property='og:type' content='product'>",
        "presents a product",
    ),
    "a service": (
        "<h1>Accounting that floats</h1><p>Quayside does the books of your harbour while you sleep.</p>"
        "<a href='/try'>Start free trial</a><p>Send bills in one click.</p><a href='/demo'>Book a demo</a>",
        "",
        "presents a product",
    ),
    "a notice": ("<h1>Notice</h1><p>Shut on Friday.</p>", "", "too little text"),
    "scripts": ("<div id='app'></div><script src='app.js'></script>", "", "without running its scripts"),
}


@pytest.mark.parametrize(("body", "head", "said"), NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_what_is_no_article_is_named(body: str, head: str, said: str) -> None:
    with pytest.raises(NotAnArticle, match=said):
        page(body, head, "Quayside")


def test_the_results_of_a_search_are_named() -> None:
    markup = "<html><body><h1>Results for “pier”</h1><p>Nothing was found.</p></body></html>"
    with pytest.raises(NotAnArticle, match="results of a search"):
        to_article(Page(Source("test", "html", "https://www.harbourpost.example/search?q=pier"), markup.encode()))


def test_a_small_section_is_a_list() -> None:
    cards = "".join(
        f"<article><h2><a href='/town/story-{n}'>Choir number {n} sings on the quay</a></h2></article>"
        for n in range(3)
    )
    markup = f"<html><body><nav><a href='/'>Home</a></nav><h1>Town</h1>{cards}</body></html>"
    found = to_article(Page(Source("test", "html", "https://www.harbourpost.example/town"), markup.encode()))
    assert isinstance(found, Listing)
    assert len(found.entries) == 3


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_one_sentence_is_read(kind: str) -> None:
    text = "Una Brand said the choir would sing again in June."
    found = to_article(Page(Source("story.txt", "markdown" if kind == "markdown" else "text"), text.encode()))
    assert isinstance(found, Article)
    assert found.text == text


def test_a_word_is_too_short() -> None:
    with pytest.raises(NotAnArticle, match="too short"):
        to_article(Page(Source("story.txt", "text"), b"Choir"))

"""Words that a page says in elements which hold none elsewhere, and parts of it that nobody sees."""

import pytest

from reader.extract import to_article
from reader.model import Article, Page, Source

URL = "https://www.harbourpost.example/news/pier"
LEDE = "The old pier of Brindle closed on Monday after a storm had torn out two of its eleven posts, the council said."
MIDDLE = "Its engineer, Ada Moss, who has looked after it since May, had asked for new posts in each of the last years."
END = "Some 400 people signed a letter against the closure, and the mayor read it aloud in the rain before the gates."


def read(middle: str, *, head: str = "", lang: str = "en") -> Article:
    page = (
        f"<!doctype html><html lang='{lang}'><head><title>Pier closes</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><main><article><h1>Pier closes</h1><p>{LEDE}</p><p>{MIDDLE}</p>{middle}"
        f"<p>{END}</p></article></main></body></html>"
    )
    article = to_article(Page(Source("test", "html", URL), page.encode()))
    assert isinstance(article, Article)
    return article


def between(middle: str, lang: str = "en") -> list[tuple[str, str]]:
    """What is made of the markup that stands between known paragraphs: kinds and texts."""
    article = read(middle, lang=lang)
    told = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert told[:2] == [("paragraph", LEDE), ("paragraph", MIDDLE)]
    assert told[-1] == ("paragraph", END)
    return [(kind, text) for kind, text in told[2:-1]]


@pytest.mark.parametrize("tag", ["time", "label", "output", "button", "legend", "abbr", "cite", "mark"])
def test_words_inside_a_sentence_stay(tag: str) -> None:
    said = f"<p>The gate is shut from <{tag}>noon on Friday</{tag}> to the end of the month, she said.</p>"
    assert between(said) == [("paragraph", "The gate is shut from noon on Friday to the end of the month, she said.")]


STAYS = {
    "a time that opens a sentence": (
        "<p><time>Friday</time> was the last day on which it was open to all.</p>",
        "Friday was the last day on which it was open to all.",
    ),
    "a day of a list": (
        "<ul><li><time>4 March 1990</time> A post breaks.</li><li><time>9 May 1991</time> It is mended.</li></ul>",
        "• 4 March 1990 A post breaks.\n• 9 May 1991 It is mended.",
    ),
    "a sentence that is a label": (
        "<label class='note'>The posts were last painted in the year of the flood.</label>",
        "The posts were last painted in the year of the flood.",
    ),
    "a label before a colon": (
        "<p><label>Bollard</label>: a post for ropes, in the words of the quay.</p>",
        "Bollard: a post for ropes, in the words of the quay.",
    ),
    "a time in a table": (
        "<table><tr><td><time>10:00</time></td><td>First boat</td></tr></table>",
        "10:00 | First boat",
    ),
    "a menu that is a list": (
        "<menu><li>Oak from the county</li><li>Iron</li></menu>",
        "• Oak from the county\n• Iron",
    ),
    "a box in the middle": (
        "<center><p>The gates will open again in April, it says.</p></center>",
        "The gates will open again in April, it says.",
    ),
    "a large first letter": (
        "<p><span aria-hidden='true'>T</span>he mayor said that the posts would be paid for by the county.</p>",
        "The mayor said that the posts would be paid for by the county.",
    ),
    "a large first letter, read out too": (
        "<p><span aria-hidden='true'>T</span><span class='sr-only'>T</span>he mayor said that posts are dear.</p>",
        "The mayor said that posts are dear.",
    ),
    "text in a figure": (
        "<figure><p>The posts are of oak from the county, and none is older than the war, she said.</p></figure>",
        "The posts are of oak from the county, and none is older than the war, she said.",
    ),
}


@pytest.mark.parametrize(("markup", "text"), STAYS.values(), ids=STAYS)
def test_text_that_is_easily_lost_stays(markup: str, text: str) -> None:
    assert [said for _, said in between(markup)] == [text]


def test_a_box_with_a_legend() -> None:
    markup = (
        "<fieldset><legend>What is known</legend><p>Two posts are gone, said the engineer of the town.</p></fieldset>"
    )
    assert between(markup) == [
        ("heading", "What is known"),
        ("paragraph", "Two posts are gone, said the engineer of the town."),
    ]


def test_a_heading_that_folds_up() -> None:
    markup = "<h2><button>What is known</button></h2><p>Two posts are gone, said the engineer of the town.</p>"
    assert between(markup)[0] == ("heading", "What is known")


@pytest.mark.parametrize(("lang", "marks"), [("en", "“”"), ("de", "„“"), ("fr", "«»"), ("ja", "「」"), ("tr", "“”")])
def test_a_quotation_has_the_marks_of_its_language(lang: str, marks: str) -> None:
    said = "<p>Moss said it was <q>no surprise to anyone</q> and left the hall by the back door.</p>"
    whole = f"Moss said it was {marks[0]}no surprise to anyone{marks[1]} and left the hall by the back door."
    assert between(said, lang) == [("paragraph", whole)]


def test_marks_that_stand_there_are_enough() -> None:
    said = "<p>Moss said it was <q>“no surprise”</q> and left the hall by the back door.</p>"
    assert between(said) == [("paragraph", "Moss said it was “no surprise” and left the hall by the back door.")]


NUMBERS = {
    "from one": ("<ol><li>The clerk reads.</li><li>All vote.</li></ol>", "1. The clerk reads.\n2. All vote."),
    "from another": (
        "<ol start='4'><li>The clerk reads.</li><li>All vote.</li></ol>",
        "4. The clerk reads.\n5. All vote.",
    ),
    "back": ("<ol reversed><li>The clerk reads.</li><li>All vote.</li></ol>", "2. The clerk reads.\n1. All vote."),
    "one set": ("<ol><li value='7'>The clerk reads.</li><li>All vote.</li></ol>", "7. The clerk reads.\n8. All vote."),
    "letters": ("<ol type='a'><li>The clerk reads.</li><li>All vote.</li></ol>", "a. The clerk reads.\nb. All vote."),
    "its own": ("<ol><li>1. The clerk reads.</li><li>2. All vote.</li></ol>", "1. The clerk reads.\n2. All vote."),
    "in paragraphs": (
        "<ol><li><p>The clerk reads.</p></li><li><p>All vote.</p></li></ol>",
        "1. The clerk reads.\n2. All vote.",
    ),
    "none": ("<ul><li>The clerk reads.</li><li>All vote.</li></ul>", "• The clerk reads.\n• All vote."),
    "one in another": (
        "<ul><li>The clerk reads<ol><li>the names</li><li>the rules</li></ol></li><li>All vote.</li></ul>",
        "• The clerk reads\n1. the names\n2. the rules\n• All vote.",
    ),
    "terms": ("<dl><dt>Post</dt><dd>What a pier stands on.</dd></dl>", "• Post\n• What a pier stands on."),
    "nonsense for a number": ("<ol start='٣x'><li>The clerk reads.</li></ol>", "1. The clerk reads."),
}


@pytest.mark.parametrize(("markup", "text"), NUMBERS.values(), ids=NUMBERS)
def test_lists_keep_their_numbers(markup: str, text: str) -> None:
    assert between(markup) == [("list", text)]


def test_a_link_in_a_numbered_list_is_found() -> None:
    article = read("<ol><li>The clerk reads <a href='/rules'>the rules of 1931</a> aloud.</li></ol>")
    assert [article.text[link.start : link.end] for link in article.links] == ["the rules of 1931"]


SAID = "The posts will not hold for another winter, and the county has known it since May."
SOURCES = {
    "a footer": f"<blockquote><p>{SAID}</p><footer>Ada Moss, engineer</footer></blockquote>",
    "cite": f"<blockquote><p>{SAID}</p><cite>Ada Moss, engineer</cite></blockquote>",
    "cite in a paragraph": f"<blockquote><p>{SAID}</p><p><cite>Ada Moss, engineer</cite></p></blockquote>",
    "cite in a footer": f"<blockquote><p>{SAID}</p><footer><cite>Ada Moss</cite>, engineer</footer></blockquote>",
    "cite behind loose text": f"<blockquote>{SAID}<cite>Ada Moss, engineer</cite></blockquote>",
    "a class": f"<blockquote><p>{SAID}</p><p class='quote-author'>Ada Moss, engineer</p></blockquote>",
    "a figure": f"<figure><blockquote><p>{SAID}</p></blockquote><figcaption>Ada Moss, engineer</figcaption></figure>",
    "a pull quote that says something new": (
        f"<figure class='pullquote'><blockquote><p>{SAID}</p><cite>Ada Moss, engineer</cite></blockquote></figure>"
    ),
    "an aside": f"<aside><blockquote><p>{SAID}</p><footer>Ada Moss, engineer</footer></blockquote></aside>",
}


@pytest.mark.parametrize("markup", SOURCES.values(), ids=SOURCES)
def test_the_source_of_a_block_quote_stands_under_it(markup: str) -> None:
    assert between(markup) == [("quote", SAID), ("quote", "Ada Moss, engineer")]


def test_the_dash_of_a_source_stays() -> None:
    markup = f"<blockquote><p>{SAID}<br>— Ada Moss, engineer</p></blockquote>"
    assert between(markup) == [("quote", SAID), ("quote", "— Ada Moss, engineer")]


def test_a_title_in_a_block_quote_is_no_source() -> None:
    markup = (
        "<blockquote><p>The posts, as <cite>The Pier Review</cite> wrote, will not hold for a winter.</p></blockquote>"
    )
    assert between(markup) == [("quote", "The posts, as The Pier Review wrote, will not hold for a winter.")]


REPEATS = {
    "in a figure": f"<figure class='pullquote'><blockquote><p>{MIDDLE}</p><cite>Ada Moss</cite></blockquote></figure>",
    "in an aside": f"<aside><blockquote>{MIDDLE}</blockquote></aside>",
    "by its class": f"<blockquote class='pull-quote'><p>{MIDDLE}</p></blockquote>",
}


@pytest.mark.parametrize("markup", REPEATS.values(), ids=REPEATS)
def test_a_pull_quote_that_repeats_the_text_goes(markup: str) -> None:
    assert between(markup) == []


HIDDEN = {
    "hidden": "<p hidden>{}</p>",
    "hidden, with a value": "<div hidden='hidden'><p>{}</p></div>",
    "from screen readers": "<div aria-hidden='true'><p>{}</p></div>",
    "by its style": "<p style='color: red; DISPLAY:none'>{}</p>",
    "by another style": "<p style='visibility: hidden'>{}</p>",
    "for screen readers alone": "<p class='note visually-hidden'>{}</p>",
    "a template": "<template><p>{}</p></template>",
    "a window in front": "<div role='dialog' aria-modal='true'><p>{}</p></div>",
    "a request of AMP for consent": "<amp-consent id='c'><div><p>{}</p></div></amp-consent>",
    "a request for consent by its class": (
        "<div class='site-cookie-banner'><p>We and our 12 partners store cookies. {}</p></div>"
    ),
    "a request of a service": (
        "<div id='onetrust-consent-sdk'><p>We and our 300 partners store and access information. {}</p></div>"
    ),
    "a request for consent by its id": "<div id='cookie-law'><p>This site asks: accept all cookies? {}</p></div>",
    "the window of a player": "<div class='video-js'><div class='vjs-modal-dialog'><p>{}</p></div></div>",
}
UNSEEN = "Nobody who reads this page in a browser sees these words, which stand in it for some other end."


@pytest.mark.parametrize("markup", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_no_text(markup: str) -> None:
    assert between(markup.format(UNSEEN)) == []


SHOWN = {
    "found by a search in the page": f"<p hidden='until-found'>{UNSEEN}</p>",
    "not hidden": f"<p aria-hidden='false'>{UNSEEN}</p>",
    "a class that only sounds so": f"<div class='gdpr-fines'><p>{UNSEEN}</p></div>",
    "a part that folds up": f"<details><p>{UNSEEN}</p></details>",
}


@pytest.mark.parametrize("markup", SHOWN.values(), ids=SHOWN)
def test_what_only_looks_hidden_stays(markup: str) -> None:
    assert between(markup) == [("paragraph", UNSEEN)]


@pytest.mark.parametrize("hiding", ["hidden", "style='display:none'", "aria-hidden='true'"])
def test_a_page_that_hides_all_its_text_is_read(hiding: str) -> None:
    page = f"<html><body><h1>Pier closes</h1><div {hiding}><p>{LEDE}</p><p>{MIDDLE}</p><p>{END}</p></div></body></html>"
    article = to_article(Page(Source("test", "html", URL), page.encode()))
    assert isinstance(article, Article)
    assert END in article.text


@pytest.mark.parametrize("box", ["aside", "figure", "fieldset", "noscript", "menu", "footer"])
def test_a_body_in_a_box_for_furniture(box: str) -> None:
    page = (
        "<html><body><header><p>The Harbour Post</p></header>"
        f"<{box} class='box'><h1>Pier closes</h1><p>{LEDE}</p><p>{MIDDLE}</p><p>{END}</p></{box}></body></html>"
    )
    article = to_article(Page(Source("test", "html", URL), page.encode()))
    assert isinstance(article, Article)
    assert [part for part in article.text.split("\n\n") if part in (LEDE, MIDDLE, END)] == [LEDE, MIDDLE, END]


def test_a_day_in_a_sentence_is_not_that_of_the_page() -> None:
    article = read("<p>Tickets are sold on <time datetime='2026-12-04'>Friday, 4 December</time> at the gates.</p>")
    assert article.published is None


def test_a_paragraph_that_an_image_repeats_stays() -> None:
    text = (
        "A decision on the land is expected in April, when the county publishes its report on the sea wall of the town."
    )
    assert between(f"<p><img src='a.jpg' alt='{text}'></p><p>{text}</p>") == [("paragraph", text)]
    assert (
        between(
            "<p><img src='a.jpg' alt='The gate of the old pier at dusk'></p><p>The gate of the old pier at dusk</p>"
        )
        == []
    )

"""Every limit of cleaning, by what lies just inside it and just outside; what it is for stands where it is set."""

from collections.abc import Callable, Sequence

import pytest
from lxml.html import fromstring

from reader import extract
from reader.extract.formats import dumps, encoding, mail, plaintext, saved, sniff
from reader.extract.furniture import residue
from reader.extract.furniture.residue import Beside, Surroundings
from reader.extract.metadata import byline, headline, image, jsonld, metadata, shown_byline, visible
from reader.extract.metadata.elsewhere import Elsewhere
from reader.extract.page import body, chunks, corrections, html, jsonld_body, limits, links
from reader.extract.page.pieces import Piece
from reader.extract.page_kind import frontpage, page_kind, page_signals, paywall
from reader.extract.page_kind.wall_phrases import CONSENT, GONE
from reader.model import Article, Page, Source

LONG_NAME = "Maria Fernandez Delacroix Sanzberg Villanueva"
HEADLINE = "Ferries stop as storm closes Brindle harbour"
SENTENCE = "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves rose."
SECTION = "https://harbourpost.example/world"
Holds = Callable[[int], bool]


def filled(opening: str, length: int, end: str = "") -> str:
    """Words that begin with some and end with others, so long in all."""
    return opening + "x" * (length - len(opening) - len(end)) + end


def paragraph(text: str) -> Piece:
    return Piece("paragraph", text)


def around(**known: object) -> Surroundings:
    beside = Surroundings(
        headline=residue.norm(HEADLINE), captions={}, alts={}, links={}, own={}, authors=(), at=0, of=20
    )
    return beside._replace(**known)


def linked(words: int, length: int = 0) -> bool:
    """Whether a paragraph that is a link of so many words, or letters, is residue."""
    text = filled("The bridge toll is to ", length) if length else " ".join(["toll"] * words)
    return residue.is_link(paragraph(text), around(links=residue.by_opening([text])))


def stripped(length: int) -> bool:
    """Whether a sentence of so many letters is taken out where it stands again."""
    text = filled("The ferry ", length, ".")
    return len(residue.strip([paragraph(text), paragraph(SENTENCE), paragraph(text)], None, Beside())) == 2


def captioned(length: int) -> bool:
    text = filled("The ferry ", length)
    return residue.is_caption(paragraph(text), around(captions=residue.by_opening([text])))


def headed(shown: str, declared: str) -> str | None:
    tree = fromstring(f"<html><head><title>{declared}</title></head><body><h1>{shown}</h1></body></html>")
    return headline.find(tree, {}, {}, [])


def is_headline(common: int, own: int, others: int = 0) -> bool:
    """Whether a heading is the headline that shares words with the title, has some of its own, and lacks others."""
    words = ["ferry", "sinks"][:common]
    shown = " ".join([*words, *["quay", "mayor", "bridge", "tolls", "winter", "crews", "storm"][:own]])
    return headed(shown, " ".join([*words, *["council", "opens", "again"][:others]])) == shown


def links_of(count: int, words: int = 8) -> str:
    head = "Council votes to rebuild the old pier of"
    return "".join(f"<p><a href='/world/pier-{n}-11'>{head} town {'x' * n}</a></p>" for n in range(1, count + 1))


def listed(
    teasers: int, own: int = 0, kind: str = "website", url: str = "https://harbourpost.example/a-page-11"
) -> int:
    """How many articles a page is found to list that has so many, and so much prose of its own."""
    prose = [paragraph(filled("We write of the harbour ", own, "."))] if own else []
    paragraphs = "".join(f"<p>{piece.text}</p>" for piece in prose)
    meta = f"<meta property='og:type' content='{kind}'>"
    tree = fromstring(f"<html><head>{meta}</head><body>{paragraphs}{links_of(teasers)}</body></html>")
    return len(frontpage.listed(tree, prose, [], url, "It"))


def in_paragraph(length: int) -> bool:
    """Whether a link of 100 letters stands in a sentence, where its paragraph has so many."""
    link = fromstring(f"<p><a>{'x' * 100}</a>{'y' * (length - 100)}</p>").find("a")
    assert link is not None
    return frontpage.is_inline(link)


def card(length: int) -> bool:
    """Whether an element with so much text is still the card of a headline."""
    tree = fromstring(f"<div><section><h2><a>{'x' * 50}</a></h2>{'y' * (length - 50)}</section>{'z' * 900}</div>")
    return frontpage.card_of(next(tree.iter("a"))).tag == "section"


def box(linked: int) -> bool:
    """Whether a box of 100 letters is prose, so many of them in links."""
    return chunks.is_prose(fromstring(f"<div class='part'><a>{'x' * linked}</a>{'y' * (100 - linked)}</div>"))


def signed(length: int) -> bool:
    text = filled("Ada Moss, ", length)
    return byline.parse(text).people != ()


NOWHERE = shown_byline.Site("", ())


def agency_of(number: int) -> bool:
    """Whether the agency is believed that the element of that number names as the author."""
    others = "<div class='byline'>Read more</div>" * (number - 1)
    tree = fromstring(f"<body>{others}<div class='byline'>Associated Press</div></body>")
    return shown_byline.find(tree, NOWHERE, Elsewhere(tree, None)).credit.agency is not None


def author(number: int) -> bool:
    """Whether the author is found in the element of that number that may name one."""
    others = "<div class='byline'>Read more</div>" * (number - 1)
    tree = fromstring(f"<body>{others}<div class='byline'>Ada Moss</div></body>")
    return shown_byline.find(tree, NOWHERE, Elsewhere(tree, None)).credit.people != ()


def dated(length: int) -> bool:
    line = filled("Published 4 March 2026 ", length)
    tree = fromstring(f"<body><p>{line}</p><p>2026-03-09</p></body>")
    return visible.published(tree, None, Elsewhere(tree, None)) == "2026-03-04"


def updated(length: int) -> bool:
    return visible.updated(fromstring(f"<body><p>{filled('Updated 4 March 2026 ', length)}</p></body>")) is not None


def nested(depth: int) -> list[object]:
    data: object = {"@type": "NewsArticle"}
    for _ in range(depth):
        data = [data]
    return list(jsonld.walk(data, 0))


def stated(found: int, whole: int, prose: int) -> bool:
    """Whether a stated body is taken of so many letters, so many of them in sentences, where so many were found."""
    lines = [filled("The ferry ", prose, "."), *["x"] * (whole - prose)]
    return jsonld_body.fuller("\n".join(lines), [paragraph("y" * found)]) != []


def around_link(before: str, after: str, text: str) -> int | None:
    line = f"{before}pier{after}"
    return links.offset(line, len(before), len(before) + 4, text)


def read_reference(code: int) -> str:
    return html.CONTROL_REFERENCE.sub(html.without_control, f"&#{code};")


def summary_of(piece: int) -> bool:
    """Whether the summary is a standfirst, which opens the piece of that number."""
    pieces = [paragraph(f"{n}. {SENTENCE}") for n in range(piece - 1)] + [paragraph(f"The summary. {SENTENCE}")]
    return html.standfirst("The summary.", pieces)[0] is not None


def summary_alike(length: int) -> bool:
    """Whether the summary is a standfirst, so many of whose letters open the text."""
    text = ("word " * 60)[:length]
    return html.standfirst(f"{text}{'y' * 60}", [paragraph(f"{text}{'z' * 60}")])[0] is not None


def paid(letters: int) -> bool:
    """Whether it is said of a page that it is not free, where it shows so many letters."""
    return paywall.seen([paragraph("x" * letters)], free=False, words=0, asks=lambda: False)[1] is not None


def counted(shown: int, words: int) -> bool:
    """Whether it is said how much is shown, of so many words."""
    said = paywall.seen(
        [paragraph("wordword" * 20 + " word" * (shown - 1))], free=False, words=words, asks=lambda: False
    )
    return "words are shown" in (said[1] or "")


def asking(length: int) -> bool:
    """Whether a line that asks for a subscription goes, of so many letters."""
    line = filled("Subscribe to continue reading ", length)
    return len(paywall.seen([paragraph(SENTENCE), paragraph(line)], free=False, words=0, asks=lambda: True)[0]) == 1


def walled(prose: int, *, said: int = 40, title: str = "", pattern: str = "gone") -> bool:
    """Whether a page is taken for an error or a wall that says so in so many letters, beside so much prose."""
    words = "Page not found" if pattern == "gone" else "We use cookies: accept all"
    pieces = [Piece("heading", filled(f"{words} ", said))] if said else []
    # Short sentences, which tell of nothing by themselves.
    pieces += [paragraph("x" * 24 + ".")] * (prose // 25) + (
        [paragraph("x" * (prose % 25 - 1) + ".")] if prose % 25 else []
    )
    return page_kind.is_wall(GONE if pattern == "gone" else CONSENT, pieces, page_kind.PageSignals(), title)


def shows(before: int) -> bool:
    """Whether a page is seen to show words behind so many letters."""
    return "pier" in page_signals.shown_by(fromstring(f"<html><body><p>{'x' * before}</p><p>pier</p></body></html>"))


def scripted(length: int) -> bool:
    """Whether the name is seen of a service that so many letters of a script end with."""
    return (
        "captcha" in page_signals.marks(fromstring(f"<body><script>{filled('', length, 'captcha')}</script></body>"))[0]
    )


def surely(lengths: Sequence[int]) -> bool:
    return page_kind.is_surely_article([paragraph("x" * length) for length in lengths])


def joined_body(more: int) -> bool:
    """Whether a body in two boxes is taken, where the second adds so many hundredths to the first."""
    first = [f"{n}. {SENTENCE} {SENTENCE}" for n in range(10)]
    size = sum(map(len, first)) + 9
    second = filled("And then the ferry sailed after all, ", size * more // 100, ".")
    parts = ["".join(f"<p>{text}</p>" for text in first), f"<p>{second}</p>"]
    row = "<div class='row'><div class='story-body-text'>{}</div><div class='ad'>Advertisement</div></div>"
    boxes = "".join(map(row.format, parts))
    page = f"<html><body><main><article><h1>Ferry</h1><div>{boxes}</div></article></main></body></html>"
    return any(piece.text == second for piece in body.extract(fromstring(page), None))


def opens(padding: int) -> bool:
    """Whether the address is found that a browser noted behind so many bytes."""
    note = b"<!-- saved from url=(0014)https://a.example/x"
    page = saved.named(Page(Source("x", "html"), b" " * (padding - len(note)) + note + b" -->"))
    return page.source.url == "https://a.example/x"


def declares(padding: int) -> bool:
    meta = b"<meta charset=koi8-r"
    return encoding.declared_in(b" " * (padding - len(meta)) + meta) == "koi8-r"


def wide(latin: int, other: int) -> bool:
    """Whether UTF-16 is known that begins with so many Latin letters, and others behind them."""
    return sniff.unmarked_utf16(("a" * latin + "ж" * other + "a" * 40).encode("utf-16-le")) == "utf-16-le"


# What holds -> the last number at which it does, and the first at which it does not.
LIMITS: dict[str, tuple[Holds, int, int]] = {
    "an article may be the beginning of one": (lambda n: extract.is_thin(Article("x" * n)), 599, 600),
    "another version is no fuller": (lambda n: not extract.is_fuller(Article("x" * n), Article("x" * 100)), 150, 151),
    "a list of a dump stays": (
        lambda n: "* " in dumps.plain("* Sea\n" * n + "Text.\n\nReferences\n\n   1. https://a.example/x\n"), 2, 3,
    ),
    "a declaration of letters is looked for": (declares, 8192, 8193),
    "a line of a mail is furniture": (lambda n: mail.is_furniture(filled("Unsubscribe ", n)), 300, 301),
    "a line is a headline": (lambda n: plaintext.looks_like_headline("x" * n, ["y" * 300]), 200, 201),
    "a headline has prose below it": (
        lambda n: plaintext.looks_like_headline("Ferry", ["x"] * (n - 1) + ["y" * 60]), 8, 9,
    ),
    "what is below a headline is no prose": (lambda n: not plaintext.looks_like_headline("Ferry", ["y" * n]), 59, 60),
    "what stands before a tail is too little": (
        lambda n: len(plaintext.without_tail(["y" * 60] * n + ["Talk to us"])) == n + 1, 1, 2,
    ),
    "the address that a browser noted is looked for": (opens, 4096, 4097),
    "a NUL byte makes binary data": (lambda n: sniff.binary_name(b"x" * (n - 1) + b"\0") is not None, 4096, 4097),
    "UTF-16 of other letters is known": (lambda n: wide(16 - n, n), 3, 4),
    "UTF-16 is known by its beginning": (lambda n: wide(n, 40), 16, 12),
    "a piece is prose, whatever it begins with": (
        lambda n: residue.is_residue(paragraph(filled("Sign up for our morning newsletter ", n)), around()), 400, 401,
    ),
    "a line is a byline": (
        lambda n: residue.is_byline(paragraph(filled(f"By {LONG_NAME}, Harbour P", n)), around()), 99, 100,
    ),
    "a title stands among the first": (lambda n: residue.is_title(paragraph(HEADLINE), around(at=n - 1)), 6, 7),
    "a byline stands among the first": (lambda n: residue.is_byline(paragraph("By Ada Moss"), around(at=n - 1)), 6, 7),
    "a byline stands among the last": (
        lambda n: residue.is_byline(paragraph("By Ada Moss"), around(at=20 - n)), 6, 7,
    ),
    "a credit stands among the last": (
        lambda n: residue.is_credit(paragraph("(Reporting by Ada Moss)"), around(at=20 - n)), 6, 7,
    ),
    "a line is a label": (lambda n: residue.is_label(paragraph(filled("Filed under ", n)), around()), 79, 80),
    "a repeated line may be meant": (lambda n: not stripped(n), 59, 60),
    "a caption is a label": (lambda n: not captioned(n), 24, 25),
    "a linked paragraph is a name": (lambda n: not linked(n), 4, 5),
    "a linked paragraph is a headline": (lambda n: linked(0, n), 200, 201),
    "a line with a name in it is a byline": (signed, 160, 161),
    "a name has letters": (lambda n: byline.is_person(filled("Ada ", n)), 60, 61),
    "a name has words": (lambda n: byline.is_person(" ".join(["Ada"] * n)), 6, 7),
    "a heading has words of its own": (lambda n: is_headline(2, n), 6, 7),
    "a short heading lacks words of the title": (lambda n: is_headline(2, 0, n), 2, 3),
    "a heading is short": (lambda n: not is_headline(1, n - 1, 3 - n), 2, 3),
    "a heading is a headline": (lambda n: headed(filled("Ferry sinks ", n), "Ferry sinks") != "Ferry sinks", 300, 301),
    "words differ in their stem": (lambda n: headline.likeness("ferrya"[-n:], "ferryo"[-n:]) == 0, 5, 6),
    "a caption is a label beside an image": (
        lambda n: image.captions(fromstring(f"<div><figcaption>{'x' * n}</figcaption></div>")) == [], 11, 12,
    ),
    "objects lie in lists": (lambda n: nested(n) != [], 12, 13),
    "a section is named": (
        lambda n: metadata.section_of([], {"articleSection": filled("Sea ", n)}, {}) is not None, 40, 41,
    ),
    "an author is looked for in elements": (author, 60, 61),
    "an agency is believed": (agency_of, 3, 4),
    "a line says when it was published": (dated, 80, 81),
    "a line says when it was updated": (updated, 80, 81),
    "lines are parts of one paragraph": (lambda n: len(body.paragraphs("x" * n + "\ny")) == 1, 80, 81),
    "lines are parts of one heading": (
        lambda n: len(list(body.typed("heading", "x" * (n - 2) + "\ny"))) == 1, 200, 201,
    ),
    "a second box adds too little": (lambda n: not joined_body(n), 19, 21),
    "a box is prose": (box, 30, 31),
    "a note is a correction": (lambda n: corrections.is_note(filled("Correction: ", n)), 900, 901),
    "a summary opens the text": (lambda n: not summary_of(n), 3, 4),
    "a summary is compared": (lambda n: summary_alike(n), 99, 101),
    "a reference stands for a control character": (lambda n: "&" not in read_reference(n), 27, 33),
    "a stated body is taken": (lambda n: stated(n, 1000, 1000), 499, 500),
    "a stated body is a list": (lambda n: not stated(0, 1000, n), 799, 801),
    "a link is not surely there": (
        lambda n: around_link("a" * n, "", f"{'a' * n}pier") is None, 7, 8,
    ),
    "what stands around a link must be the same": (
        lambda n: around_link("b" * 30, f"{'c' * (n - 1)}?", f"{'b' * 30}pier{'c' * (n - 1)}!") is None, 24, 25,
    ),
    "words are too few for a headline": (lambda n: not frontpage.reads_like_headline("pier " * n), 3, 4),
    "letters are too few for a headline": (lambda n: not frontpage.reads_like_headline("港" * n), 7, 8),
    "words are a headline": (lambda n: frontpage.reads_like_headline(filled("The old pier of ", n)), 200, 201),
    "articles are listed": (lambda n: listed(n) == n, 40, 41),
    "articles are too few for a list": (lambda n: listed(n) == 0, 5, 6),
    "articles are too few for a section": (lambda n: listed(n, url=SECTION) == 0, 1, 2),
    "a small section has text of its own": (lambda n: listed(2, n, url=SECTION) == 2, 59, 60),
    "articles are too few for a list that nothing calls one": (lambda n: listed(n, kind="blog") == 0, 11, 12),
    "a list has text of its own": (lambda n: listed(12, n) == 12, 599, 600),
    "a list that nothing calls one has text of its own": (lambda n: listed(12, n, "blog") == 12, 249, 250),
    "an element is a card": (card, 700, 701),
    "a link is the whole of its paragraph": (lambda n: not in_paragraph(n), 150, 151),
    "a text is too short to be an article for sure": (lambda n: not surely([n]), 2499, 2500),
    "paragraphs are too few to be an article for sure": (lambda n: not surely([80] * n), 2, 3),
    "paragraphs are too short to be an article for sure": (lambda n: not surely([n] * 3), 79, 80),
    "an error page has prose beside what it says": (lambda n: walled(n), 249, 250),
    "an error page by its title has prose": (lambda n: walled(n, title="Page not found", said=0), 499, 500),
    "an error is told in a sentence": (lambda n: walled(100, said=n), 300, 301),
    "a consent wall speaks at length": (lambda n: walled(100, said=n, pattern="consent"), 2500, 2501),
    "more is read of what a page shows": (shows, 3999, 4000),
    "a script is looked at": (scripted, 2000, 2001),
    "a title is a notice": (lambda n: page_kind.is_notice(GONE, filled("Page not found", n)), 28, 29),
    "a text is too short to be read": (lambda n: not page_kind.is_text([paragraph(filled("It ", n, "."))]), 59, 60),
    "a page that is not free may show a beginning": (paid, 1999, 2000),
    "a page gives too few words to tell what is missing": (lambda n: not counted(20, n), 149, 150),
    "words are missing": (lambda n: counted(n, 1000), 659, 660),
    "a line asks for a subscription": (asking, 200, 201),
}  # fmt: skip


@pytest.mark.parametrize(("holds", "inside", "outside"), LIMITS.values(), ids=LIMITS)
def test_a_limit_stands_where_it_is_set(holds: Holds, inside: int, outside: int) -> None:
    assert holds(inside)
    assert not holds(outside)


def page_of(*body: str) -> str:
    return f"<!doctype html><html><body><article><h1>{HEADLINE}</h1>{''.join(body)}</article></body></html>"


@pytest.mark.parametrize(
    "attribute",
    ['n{}="a>b" ', "n{}='<' ", "n{}=1 ", "n{} ", 'n{}="1"'],
    ids=["quoted", "a tag", "plain", "alone", "touching"],
)
@pytest.mark.parametrize("more", [0, 40])
def test_a_tag_has_no_more_attributes_than_are_read(attribute: str, more: int) -> None:
    said = "".join(attribute.format(number) for number in range(limits.MOST_ATTRIBUTES + more))
    tree = limits.tree_of(page_of(f"<p {said}>{SENTENCE}</p>", f"<p>{SENTENCE}</p>"))
    assert tree is not None
    assert [len(p.attrib) for p in tree.iter("p")] == [limits.MOST_ATTRIBUTES, 0]
    assert [p.text for p in tree.iter("p")] == [SENTENCE, SENTENCE]


def test_the_words_of_one_attribute_are_no_attributes() -> None:
    said = "the ferry " * limits.MOST_ATTRIBUTES
    tree = limits.tree_of(page_of(f'<p title="{said}">{SENTENCE}</p>', f"<p>{SENTENCE}</p>"))
    assert tree is not None
    assert [p.get("title") for p in tree.iter("p")] == [said, None]


@pytest.mark.parametrize(("times", "kept"), [(limits.MOST_INLINE, True), (limits.MOST_INLINE + 1, False)])
def test_a_crowded_paragraph_keeps_its_words_without_their_tags(times: int, kept: bool) -> None:
    tree = fromstring(page_of("<p>", "<b>the</b> " * times, "</p><p>It <i>sails</i>.</p>"))
    words = tree.text_content()
    limits.settle(tree)
    assert tree.text_content() == words
    assert (next(tree.iter("b"), None) is not None) is kept
    assert next(tree.iter("i"), None) is not None

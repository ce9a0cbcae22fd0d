"""From an HTML page to an Article or a Listing: body, residue, facts, verdict put together."""

import re

from lxml.html import HtmlElement

from reader.errors import NotAnArticle, Paywalled
from reader.extract import extent
from reader.extract.formats import encoding
from reader.extract.furniture import residue, summary_box
from reader.extract.metadata import jsonld, metadata, visible
from reader.extract.page import (
    body,
    corrections,
    elements,
    galleries,
    jsonld_body,
    limits,
    links,
    live_posts,
    other_stories,
    posts,
    unseen,
)
from reader.extract.page.pieces import Piece, assemble
from reader.extract.page_kind import frontpage, page_kind, page_signals, parts, paywall
from reader.model import Article, Listing, Page
from reader.text import dateline

# "&#27;" is an escape character once parsed, and trafilatura gives up the whole page at the first one. Longer numbers
# stand for printable characters or for none.
CONTROL_REFERENCE = re.compile(
    r"&#(?:[xX]0{0,6}(?P<hex>[0-9a-fA-F]{1,2})(?![0-9a-fA-F])|0{0,6}(?P<decimal>\d{1,2})(?!\d));?"
)
FIRST_PRINTABLE = 32
# Where a summary made of the text begins, and how much of it is compared: it is cut off at 150 letters or so.
OPENING_PIECES = 3
COMPARED = 100


def to_article(page: Page) -> Article | Listing:
    """Take the article out of a page; of a page that lists articles, take what it lists.

    Raises:
        ExtractError: there is none; the message says what the page is instead.
    """
    whole = encoding.decode(page.content, page.charset)
    markup = extent.page_part(whole)
    tree = limits.tree_of(CONTROL_REFERENCE.sub(without_control, markup))
    if tree is None:
        raise NotAnArticle("There is no page in this: no HTML, or an empty one.", "Check the address or the file.")
    unseen.lighten(tree)
    limits.settle(tree)
    # lxml makes an object of an element whenever it comes by, unless it is held: this saves 3 % of the time.
    held = list(tree.iter())
    elements.settle_times(tree)
    facts = metadata.read(tree, page.source.url)
    part = parts.take(tree, page.source.url)
    live = settle(tree, facts)
    anchors = links.anchors(tree)
    found, live = shown_or_stated(page, tree, facts, live)
    found, summary = summary_box.without(found)
    facts = facts._replace(standfirst=facts.standfirst or summary)
    pieces = without_residue(found, facts, anchors)
    subject = page_kind.subject_of(page.source)
    if entries := frontpage.listed(tree, pieces, facts.things, page.source.url, subject):
        notice = f"{subject} lists articles and is none itself."
        return Listing(notice, entries, publisher=facts.publisher, url=facts.url)
    pieces, gallery = galleries.with_captions(pieces, facts.captions)
    pieces, stub = judged(pieces, tree, facts, page.source.url, subject)
    pieces, shown = paywall.seen(
        pieces, free=facts.free, words=facts.words, asks=lambda: stub or paywall.asks(tree, found)
    )
    pieces += corrections.beside(tree, markup, pieces)
    held.clear()
    part = part or parts.stated(piece.text for piece in found)
    cut = extent.PAGE_CUT if len(markup) < len(whole) else None
    notices = (shown, parts.notice(part) if part else None, live, gallery, cut)
    return composed(pieces, facts, anchors, notices=tuple(filter(None, notices)))


def settle(tree: HtmlElement, facts: metadata.Facts) -> str | None:
    """Make a page, in place, one that the extraction reads as it is shown; gives what a live blog is said to be."""
    jsonld.remove(tree)
    unseen.shorten_scripts(tree)
    posts.unwrap(tree)
    unseen.remove(tree)
    live = live_posts.settle(tree, facts.things, facts.headline)
    if live is None:
        other_stories.remove(tree, facts.headline)
    elements.settle(tree)
    return live


def shown_or_stated(
    page: Page, tree: HtmlElement, facts: metadata.Facts, live: str | None
) -> tuple[list[Piece], str | None]:
    """The body as the page shows it, or as it states it in JSON-LD where it shows hardly any of it; and its notice."""
    found = body.extract(tree, page.source.url)
    # Never of a page that is not free: what it states and does not show is behind its wall.
    if not facts.free:
        return found, live
    if (stated_body := jsonld_body.fuller(facts.stated, found)) and not paywall.asks(tree, found):
        return stated_body, live
    if live is None and sum(len(piece.text) for piece in found) < jsonld_body.LEAST:
        updates, said = live_posts.stated(facts.things)
        return (updates, said) if updates else (found, live)
    return found, live


def without_residue(found: list[Piece], facts: metadata.Facts, anchors: list[links.Anchor]) -> list[Piece]:
    """The body without what stands beside it on the page."""
    texts = [anchor.text for anchor in anchors]
    own = (anchor.text for anchor in anchors if links.is_own(anchor, facts.base))
    beside = residue.Beside(facts.captions, facts.alts, texts, own, facts.credit.people, facts.section)
    return residue.strip(found, facts.headline, beside)


def composed(
    pieces: list[Piece], facts: metadata.Facts, anchors: list[links.Anchor], *, notices: tuple[str, ...]
) -> Article:
    """The article of a body and of what is known beside it."""
    summary, pieces = standfirst(facts.standfirst, pieces)
    text, blocks = assemble(pieces)
    filed = dateline.find(text)
    return Article(
        text=text,
        blocks=blocks,
        headline=facts.headline,
        standfirst=summary,
        byline=facts.credit.people,
        agency=facts.credit.agency or (filed.agency if filed else None),
        publisher=facts.publisher,
        published=facts.published or visible.filed(filed),
        modified=facts.modified,
        section=facts.section,
        dateline=filed.place if filed else None,
        language=facts.language,
        image=facts.image,
        links=links.place(anchors, text, facts.base),
        corrections=corrections.find(text, blocks),
        notices=notices,
        url=facts.url,
    )


def judged(
    pieces: list[Piece], tree: HtmlElement, facts: metadata.Facts, url: str | None, subject: str
) -> tuple[list[Piece], bool]:
    """Raise when the page holds no article; of a stub in front of a paid one, leave what it shows, and say so."""
    if page_kind.is_surely_article(pieces):
        return pieces, False
    try:
        page_kind.check(
            pieces, page_signals.read(tree, facts.things, url), facts.headline or "", subject=subject, free=facts.free
        )
    except Paywalled:
        if not (shown := paywall.shown_part(pieces)):
            raise
        return shown, True
    return pieces, False


def standfirst(summary: str | None, pieces: list[Piece]) -> tuple[str | None, list[Piece]]:
    """Decide whether the summary is a standfirst, and take it off the text where the page sets it as a heading.

    Many pages fill the summary with their first paragraph, cut off: that is no standfirst.
    """
    start = residue.norm((summary or "").rstrip("….[] "))
    if not start or not pieces:
        return None, pieces
    if pieces[0].kind == "heading" and residue.norm(pieces[0].text) == start:
        return summary, pieces[1:]
    opening = residue.norm(" ".join(piece.text for piece in pieces[:OPENING_PIECES]))
    return (None if start[:COMPARED] in opening else summary), pieces


def without_control(reference: re.Match[str]) -> str:
    """Keep a character reference, unless it stands for a control character."""
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["decimal"])
    return reference.group() if code >= FIRST_PRINTABLE or chr(code).isspace() else ""

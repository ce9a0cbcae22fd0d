"""Articles copied or dumped as plain text: finds headline, byline and caption in the lines, and cuts the tail off."""

import re

from reader.extract import extent
from reader.extract.formats import dumps, encoding
from reader.extract.furniture import boilerplate_phrases, residue
from reader.extract.metadata import byline, image, picture_credits, visible
from reader.extract.metadata import byline_patterns as patterns
from reader.extract.page.pieces import Piece, assemble
from reader.extract.page_kind import page_kind
from reader.model import Article, Image, Page
from reader.text import dateline, safe
from reader.text.paragraphs import paragraphs

# The headline stands above the text, among the first lines, short and without a full stop.
LONGEST_HEADLINE = 200
HEADLINE_WITHIN = 8
SHORTEST_PROSE = 60
LEAST_BEFORE_TAIL = 2
# What a browser's reading view puts above and below the headline: the site, and how long it takes to read.
SITE = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,12}$")
READING_TIME = re.compile(
    r"^\d{1,3}(?:\s?[-–]\s?\d{1,3})? (?:min(?:ute)?s?|minuten|minutos|minuti)\.?(?: read)?$", re.IGNORECASE
)


def to_article(page: Page) -> Article:
    """Take the article out of a text.

    Raises:
        ExtractError: there is no text worth the name.
    """
    whole = encoding.decode(page.content, page.charset)
    read = extent.text_part(whole)
    found = split(dumps.plain(safe.safe_text(read)))
    body, caption = take_captions(without_tail(list(dict.fromkeys(found))))
    headline, credit, rest = take_head(body)
    pieces = residue.strip([Piece("paragraph", text) for text in rest], headline)
    signals = page_kind.PageSignals(shown="\n".join(rest), page=False)
    page_kind.check(pieces, signals, headline or "", subject=page_kind.subject_of(page.source))
    text, blocks = assemble(pieces)
    filed = dateline.find(text)
    return Article(
        text=text,
        blocks=blocks,
        headline=headline,
        byline=credit.people,
        agency=credit.agency or (filed.agency if filed else None),
        published=visible.filed(filed),
        dateline=filed.place if filed else None,
        image=caption,
        notices=(extent.TEXT_CUT,) if len(read) < len(whole) else (),
        url=page.source.url,
    )


def split(text: str) -> list[str]:
    """Part a text into its paragraphs, each on one line; those that were wrapped at a width are joined again."""
    return [safe.line(text[start:end]) for start, end in paragraphs(text)]


def without_tail(paragraphs: list[str]) -> list[str]:
    """Cut at the first line that opens the furniture below an article: "Talk to us", "More in Local News"."""
    prose = 0
    for at, text in enumerate(paragraphs):
        if prose >= LEAST_BEFORE_TAIL and boilerplate_phrases.TAIL.match(text):
            return paragraphs[:at]
        prose += len(text) >= SHORTEST_PROSE
    return paragraphs


def take_captions(paragraphs: list[str]) -> tuple[list[str], Image | None]:
    """Take the captions out; the first becomes the caption of the lead image."""
    rest: list[str] = []
    first: Image | None = None
    for text in paragraphs:
        if picture_credits.CAPTION_END.search(text):
            if first is None:
                caption, credit = image.split_credit(text)
                first = Image(caption=caption, credit=credit)
        else:
            rest.append(text)
    return rest, first


def take_head(paragraphs: list[str]) -> tuple[str | None, byline.Credit, list[str]]:
    """Take headline and byline off the top: short lines above the first paragraph of prose."""
    headline: str | None = None
    credit = byline.Credit()
    start = 0
    for at, text in enumerate(paragraphs[:HEADLINE_WITHIN]):
        says_who = patterns.ENGLISH_BY.match(text) or (headline is not None and patterns.LINE_ABROAD.match(text))
        if says_who and len(text) <= byline.LONGEST_LINE and (found := byline.parse(text)) != byline.Credit():
            credit, start = found, at + 1
        elif SITE.match(text):
            start = at + 1
        elif READING_TIME.match(text):
            # The line between the headline and the minutes is the writer, without a "by".
            if headline is not None and not credit.people and paragraphs[at - 1] != headline:
                credit = byline.parse(paragraphs[at - 1])
            start = at + 1
        elif headline is None and looks_like_headline(text, paragraphs[at + 1 :]):
            headline, start = text, at + 1
        elif len(text) >= SHORTEST_PROSE or dateline.find(text):
            break
    return headline, credit, paragraphs[start:]


def looks_like_headline(text: str, after: list[str]) -> bool:
    """A short line without a full stop that has prose below it."""
    if len(text) > LONGEST_HEADLINE or text.endswith((".", ":", ",", ";", "”", '"')) or dateline.find(text):
        return False
    return any(len(below) >= SHORTEST_PROSE and len(below) > len(text) for below in after[:HEADLINE_WITHIN])

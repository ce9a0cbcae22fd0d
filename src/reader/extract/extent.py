"""How much is read: all of any news page, mail or text, the beginning of what is longer; and how that is told."""

import re
from bisect import bisect_left
from itertools import islice

from msgspec.structs import replace

from reader.model import Article, Page

# The longest of 331 pages has 1.5 million characters, most of them scripts; the fullest 5,927 tags, begun or ended.
LONGEST_PAGE = 5_000_000
MOST_TAGS = 20_000
# Thirty times the longest of 2,204 articles. Cleaning so much of a text takes 0.6 s.
LONGEST_TEXT = 1_000_000
# Of a list of 83,000 items in 1,000,000 characters Markdown's parser and tree took 11 s and 600 MB.
LONGEST_MARKDOWN = 300_000
# Of a mail or an archive of a page: pictures of 20 MB, the most that is fetched, are 256,000 lines. Python's parser
# makes an object of each line and each header: 2.8 million of them took 6.6 s and 723 MB.
MOST_LINES = 300_000
# And headers of parts: 12,500 parts took 6 s. A page saved with 1,000 pictures has 3,000, those of the page first.
MOST_PART_HEADERS = 3_000
_LINE_END = re.compile(b"\n")
_PART_HEADER = re.compile(rb"\ncontent-", re.IGNORECASE)
_PART_TYPE = re.compile(rb"\ncontent-type:\s*+\"?([^\s;\"]*+)", re.IGNORECASE)
# Parts of an archive that are never its text: what a page is drawn with.
_DRAWN_WITH = (b"image/", b"font/", b"audio/", b"video/", b"text/css", b"text/javascript")
FILE_CUT = "This file is far longer than mails and pages are: only its first part was read, so the text may go on."
PAGE_CUT = "This page is far longer than news pages are: only its first part was read, so the article may go on."
TEXT_CUT = f"This text is very long: only its first {LONGEST_TEXT:,} characters are shown."
MARKDOWN_CUT = f"This text is very long: only its first {LONGEST_MARKDOWN:,} characters of Markdown are shown."


def page_part(markup: str) -> str:
    """The page itself, or of one longer than pages are the part that is read, cut where a tag begins."""
    if markup.count("<", 0, LONGEST_PAGE) > MOST_TAGS:
        return markup[: next(islice(re.finditer("<", markup), MOST_TAGS, None)).start()]
    if len(markup) <= LONGEST_PAGE:
        return markup
    return markup[: max(markup.rfind("<", 0, LONGEST_PAGE), 0) or LONGEST_PAGE]


def text_part(text: str, longest: int = LONGEST_TEXT) -> str:
    """The text itself, or of one longer than articles are the part that is shown, cut between paragraphs or words."""
    if len(text) <= longest:
        return text
    end = max(text.rfind("\n", 0, longest), text.rfind(" ", 0, longest))
    return text[: end if end > 0 else longest]


def file_part(page: Page) -> Page:
    """The page itself, or of a mail or an archive with more lines or parts than these have the part that is read."""
    if page.source.kind not in ("email", "mhtml"):
        return page
    bounds = ((_LINE_END, MOST_LINES), (_PART_HEADER, MOST_PART_HEADERS))
    over = (next(islice(pattern.finditer(page.content), most, None), None) for pattern, most in bounds)
    ends = [found.start() for found in over if found]
    return replace(page, content=page.content[: min(ends)]) if ends else page


def goes_on(page: Page, read: Page) -> bool:
    """Whether text may stand in what was left out of a file; of an archive it may be pictures alone.

    Args:
        page: the whole file.
        read: the part of it that is read, as `file_part` gives it.
    """
    is_cut = len(read.content) < len(page.content)
    if not is_cut or page.source.kind != "mhtml":
        return is_cut
    types = [(found.start(), found[1].lower()) for found in _PART_TYPE.finditer(page.content)]
    # The part that is cut, and those behind it.
    left_out = types[max(bisect_left(types, (len(read.content), b"")) - 1, 0) :]
    return not left_out or not all(kind.startswith(_DRAWN_WITH) for _, kind in left_out)


def bounded(article: Article) -> Article:
    """The article, its text no longer than is shown, with a notice where it was cut."""
    end = len(text_part(article.text))
    if end == len(article.text):
        return article
    cut = replace(
        article,
        text=article.text[:end],
        blocks=tuple(
            block if block.end <= end else replace(block, end=end) for block in article.blocks if block.start < end
        ),
        links=tuple(link for link in article.links if link.end <= end),
        corrections=tuple(span for span in article.corrections if span.end <= end),
    )
    return told(cut, TEXT_CUT)


def told(article: Article, notice: str) -> Article:
    """The article with one more notice, unless it has it."""
    return article if notice in article.notices else replace(article, notices=(*article.notices, notice))

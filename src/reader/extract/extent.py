"""How much of a page is read: all of any news page, the beginning of what is longer."""

import msgspec

from reader.model import Article, Page

# The longest of 331 news pages has 1.5 million bytes and 5,927 tags. What is read takes 15 µs a tag and 0.6 s a million
# bytes of prose: 3 s together.
MOST_BYTES = 5_000_000
MOST_TAGS = 50_000
# Thirty times the longest of 2,204 articles.
MOST_TEXT = 1_000_000
CUT = "This is very long: only its beginning is shown."


def beginning(page: Page) -> Page:
    """The page itself, or of a very long page, text or Markdown file the beginning, cut where a tag or word begins."""
    content = page.content[:MOST_BYTES]
    is_page = page.source.kind == "html"
    if page.source.kind in ("mhtml", "email"):
        return page
    if is_page and content.count(b"<") > MOST_TAGS:
        content = b"<".join(content.split(b"<", MOST_TAGS)[:MOST_TAGS])
    if len(content) == len(page.content):
        return page
    if len(content) == MOST_BYTES:
        # Not inside of a character of several bytes, which would make the whole look like another encoding.
        content = content[: max(content.rfind(b"<" if is_page else b" "), 0) or len(content)]
    return msgspec.structs.replace(page, content=content)


def bounded(article: Article, is_cut: bool) -> Article:
    """The article, its text no longer than is read, with a notice where that or its page was cut."""
    end = len(article.text)
    if end > MOST_TEXT:
        end = max(article.text.rfind("\n", 0, MOST_TEXT), article.text.rfind(" ", 0, MOST_TEXT))
        end = end if end > 0 else MOST_TEXT
    elif not is_cut:
        return article
    return msgspec.structs.replace(
        article,
        text=article.text[:end],
        blocks=tuple(
            block if block.end <= end else msgspec.structs.replace(block, end=end)
            for block in article.blocks
            if block.start < end
        ),
        links=tuple(link for link in article.links if link.end <= end),
        corrections=tuple(span for span in article.corrections if span.end <= end),
        notices=(*article.notices, CUT),
    )

"""The pages of one article put together: texts, links and corrections, each where it then stands."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, takewhile
from operator import attrgetter

from msgspec.structs import replace

from reader.extract.page import corrections
from reader.extract.page.pieces import Piece, assemble
from reader.model import Article, Link


def joined(pages: Sequence[Article], notices: tuple[str, ...]) -> Article:
    """One article of its pages, in order; what each page repeats of those before is there once.

    Args:
        pages: at least one; all that is known beside the text is the first one's.
        notices: what the reader must know of the whole.
    """
    pieces: list[Piece] = []
    seen: set[str] = set()
    moved: list[tuple[int, int, Article]] = []
    for page in pages:
        for block in page.blocks:
            text = page.text[block.start : block.end]
            if page is pages[0] or text not in seen:
                pieces.append(Piece(block.kind, text, block.level))
                moved.append((block.start, block.end, page))
            seen.add(text)
    text, blocks = assemble(pieces)
    links: list[Link] = []
    for block, (start, end, page) in zip(blocks, moved, strict=True):
        by = block.start - start
        first = bisect_left(page.links, start, key=attrgetter("start"))
        inside = takewhile(lambda link, end=end: link.end <= end, islice(page.links, first, None))
        links += [replace(link, start=link.start + by, end=link.end + by) for link in inside]
    return replace(
        pages[0],
        text=text,
        blocks=blocks,
        links=tuple(links),
        corrections=corrections.find(text, blocks),
        notices=notices,
    )


def is_further(page: Article, before: Sequence[Article]) -> bool:
    """True for a page most of which no page before it says: a pager of comments leads to the same text again."""
    seen = {article.text[block.start : block.end] for article in before for block in article.blocks}
    again = sum(block.end - block.start for block in page.blocks if page.text[block.start : block.end] in seen)
    return again < len(page.text) / 2

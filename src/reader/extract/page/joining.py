"""The pages of one article put together: texts, links and corrections, each where it then stands."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
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
    links = [link for block, place in zip(blocks, moved, strict=True) for link in links_in(*place, block.start)]
    return replace(
        pages[0],
        text=text,
        blocks=blocks,
        links=tuple(links),
        corrections=corrections.find(text, blocks),
        notices=notices,
    )


def links_in(start: int, end: int, page: Article, at: int) -> Iterator[Link]:
    """The links in one block of a page, as they stand where the block begins elsewhere."""
    first = bisect_left(page.links, start, key=attrgetter("start"))
    for link in islice(page.links, first, None):
        if link.end > end:
            return
        yield replace(link, start=link.start + at - start, end=link.end + at - start)


def is_further(page: Article, before: Sequence[Article]) -> bool:
    """True for a page most of which no page before it says: a pager of comments leads to the same text again."""
    seen = {article.text[block.start : block.end] for article in before for block in article.blocks}
    again = sum(block.end - block.start for block in page.blocks if page.text[block.start : block.end] in seen)
    return again < len(page.text) / 2

"""The body of a page as pieces, from the tree that trafilatura leaves. Knows its tags; never decides what is residue."""

import logging
from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.xml import process_element

from reader.extract import safe
from reader.extract.pieces import BULLET, Piece
from reader.model import BlockKind

# trafilatura tells of pages it discards on a logger; without a handler Python would print that over the screen.
for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(name).addHandler(logging.NullHandler())

KINDS: dict[str, BlockKind] = {"head": "heading", "list": "list", "quote": "quote", "table": "table", "code": "code"}
# A line this long, among others in one paragraph, is a paragraph itself (<br><br> as its end); shorter ones are verse,
# an address, a score table.
PARAGRAPH_LINE = 80


def extract(tree: HtmlElement, url: str | None) -> list[Piece]:
    """Find the main text of a page; empty when there is none. The tree given stays as it is."""
    document = bare_extraction(tree, url=url, include_comments=False, output_format="xml", with_metadata=False)
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return [piece for part in document.body for piece in pieces_of(part)]


def pieces_of(part: _Element) -> Iterator[Piece]:
    """Turn one part of the body into pieces: a block quote of three paragraphs gives three quotes."""
    rendered: list[str] = []
    process_element(part, rendered, False)
    text = "".join(rendered)
    kind = KINDS.get(str(part.tag), "paragraph")
    if kind == "code":
        if code := safe.safe_text(text).strip("\n"):
            yield Piece(kind, code)
        return
    text = safe.lines(text)
    if not text:
        return
    if kind == "list":
        yield Piece(kind, "\n".join(BULLET + line.removeprefix("- ") for line in text.split("\n")))
    elif kind == "table":
        yield Piece(kind, "\n".join(line.strip("| ") for line in text.split("\n") if line.strip("|- ")) or text)
    elif kind == "heading":
        yield Piece(kind, text.replace("\n", " "))
    else:
        yield from (Piece(kind, paragraph) for paragraph in paragraphs(text))


def paragraphs(text: str) -> list[str]:
    """Part a paragraph whose lines are long enough to be paragraphs themselves."""
    lines = text.split("\n")
    return lines if any(len(line) > PARAGRAPH_LINE for line in lines) else [text]

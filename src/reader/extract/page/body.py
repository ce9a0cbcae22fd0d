"""The body of a page as pieces, from the tree that trafilatura leaves. Never decides what is residue."""

import logging
from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.xml import process_element

from reader.extract.page import chunks, limits
from reader.extract.page.pieces import Piece, item
from reader.lexicon.punctuation import DASHES
from reader.model import BlockKind
from reader.text import safe

# trafilatura tells of pages it discards on a logger; without a handler Python would print that over the screen.
for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(name).addHandler(logging.NullHandler())

KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "head": "heading",
    "list": "list",
    "quote": "quote",
    "table": "table",
    "code": "code",
}
# A line this long, among others in one paragraph, is a paragraph itself (<br><br> as its end); shorter ones are verse,
# an address, a score table.
PARAGRAPH_LINE = 80
LONGEST_HEADING = 200
# By how much a body in several boxes must be longer than the one box found: less is a note or a caption out of place.
WHOLE = 1.2
# Of a line made of all the text of an article at least this share stands in paragraphs of the page.
GLUED_SHARE = 0.6
LEVELS = tuple("123456")
# What the line of the source opens with, as the last of a block quote.
SIGNING = (*DASHES, "-")


def extract(tree: HtmlElement, url: str | None) -> list[Piece]:
    """Find the main text of a page; empty when there is none. A body in several boxes is put together in the tree."""
    pieces = extract_once(tree, url)
    found = "\n".join(piece.text for piece in pieces)
    if found and chunks.join(tree, found):
        whole = extract_once(tree, url)
        if sum(len(piece.text) for piece in whole) > WHOLE * len(found):
            return whole
    return pieces


def extract_once(tree: HtmlElement, url: str | None) -> list[Piece]:
    """What trafilatura takes for the main text, as pieces."""
    document = bare_extraction(
        tree, url=url, include_comments=False, output_format="xml", with_metadata=False, fast=limits.has_many(tree)
    )
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return unglued(list(pieces_of(document.body)), tree)


def unglued(pieces: list[Piece], tree: HtmlElement) -> list[Piece]:
    """Part again what trafilatura's last resort puts on one line: the text of an `article`, headline and labels too.

    It takes that for briefs with some furniture beside them.
    """
    if len(pieces) != 1 or pieces[0].kind != "paragraph" or "\n" in (whole := pieces[0].text):
        return pieces
    parts = [(part.tag, safe.line(str(part.text_content()))) for part in tree.iter("p", "h2", "h3", "li")]
    inside = [
        Piece("heading" if tag in ("h2", "h3") else "paragraph", text) for tag, text in parts if text and text in whole
    ]
    if len(inside) < 2 or sum(len(piece.text) for piece in inside) < GLUED_SHARE * len(whole):
        return pieces
    return inside


def pieces_of(body: _Element) -> Iterator[Piece]:
    """Turn the parts of a body into pieces. Text and inline parts standing loose make paragraphs of their own."""
    loose: list[str] = [body.text or ""]
    for part in body:
        tail, part.tail = part.tail, None
        rendered: list[str] = []
        process_element(part, rendered, False)
        text = "".join(rendered)
        kind = KINDS.get(str(part.tag))
        if kind is None or (kind == "code" and "\n" not in text.strip()):
            loose.append("\n" if part.tag == "lb" else text)
        else:
            yield from typed("paragraph", "".join(loose))
            yield from typed(kind, text, level_of(part))
            loose = []
        loose.append(tail or "")
    yield from typed("paragraph", "".join(loose))


def level_of(part: _Element) -> int | None:
    """The level of a heading, which trafilatura keeps as "h2" in the attribute `rend`."""
    level = (part.get("rend") or "")[1:2] if part.tag == "head" else ""
    return int(level) if level in LEVELS else None


def typed(kind: BlockKind, text: str, level: int | None = None) -> Iterator[Piece]:
    """Bring the text of one part into its form: a block quote of three paragraphs gives three quotes."""
    if kind == "code":
        if code := safe.safe_text(text).strip("\n"):
            yield Piece(kind, code)
        return
    if not text or text.isspace() or not (text := safe.lines(text)):
        return
    if kind == "list":
        yield Piece(kind, "\n".join(item(line.removeprefix("- ")) for line in text.split("\n")))
    elif kind == "table":
        rows = [line.strip("| ") for line in text.split("\n") if line.strip("|- ")]
        yield from [Piece(kind, "\n".join(rows))] if rows else []
    elif kind == "heading":
        # trafilatura also calls a heading what is a bold line with a paragraph behind a line break.
        text = text.removeprefix("- ")
        title, _, rest = text.partition("\n")
        whole = text.replace("\n", " ")
        yield Piece(kind, whole if len(whole) <= LONGEST_HEADING else title, level)
        yield from typed("paragraph", rest if len(whole) > LONGEST_HEADING else "")
    else:
        said, _, last = text.rpartition("\n")
        signed = kind == "quote" and said and is_source(last)
        parts = [*paragraphs(said), last] if signed else paragraphs(text)
        yield from (Piece(kind, paragraph) for paragraph in parts)


def is_source(line: str) -> bool:
    """True for "— Ada Moss, councillor", the last line of a block quote; posts keep theirs, "— Ada (@ada) 4 May"."""
    return line.startswith(SIGNING) and len(line) <= PARAGRAPH_LINE and "(@" not in line


def paragraphs(text: str) -> list[str]:
    """Part a paragraph whose lines are long enough to be paragraphs themselves."""
    lines = text.split("\n")
    return lines if any(len(line) > PARAGRAPH_LINE for line in lines) else [text]

"""Articles written as Markdown: headings, lists and quotes as blocks, marks gone from the text, front matter read."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from reader.extract import extent
from reader.extract.formats import encoding
from reader.extract.furniture import residue
from reader.extract.metadata import byline, visible, when
from reader.extract.metadata import byline_patterns as patterns
from reader.extract.page.pieces import BULLET, Piece, assemble
from reader.extract.page_kind import page_kind
from reader.model import Article, Page
from reader.text import dateline, safe

FRONT_MATTER = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
# YAML has a colon behind the name, TOML (between "+++") an equals sign.
FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+)[ \t]*[:=][ \t]*(?P<value>.*(?:\n[ \t]*- .*)*)", re.MULTILINE)
QUOTED = re.compile(r"^(['\"])(?P<inside>.*)\1$")


def to_article(page: Page) -> Article:
    """Take the article out of a Markdown file.

    Raises:
        ExtractError: there is no text worth the name.
    """
    whole = encoding.decode(page.content, page.charset)
    read = extent.text_part(whole, extent.LONGEST_MARKDOWN)
    source = safe.safe_text(read)
    fields: dict[str, list[str]] = {}
    if matter := FRONT_MATTER.match(source):
        fields = fields_of(matter["fields"])
        source = source[matter.end() :]
    pieces = pieces_of(source)
    headline = next(iter(fields.get("title", [])), None)
    if headline is None and pieces and pieces[0].kind == "heading":
        headline = pieces[0].text
        pieces = pieces[1:]
    credit = byline.merge(map(byline.parse, fields.get("author", fields.get("authors", fields.get("byline", [])))))
    if not credit.people and pieces and patterns.BY.match(pieces[0].text):
        credit = byline.parse(pieces[0].text)
    pieces = residue.strip(pieces, headline)
    signals = page_kind.PageSignals(shown="\n".join(piece.text for piece in pieces), page=False)
    page_kind.check(pieces, signals, headline or "", subject=page_kind.subject_of(page.source))
    text, blocks = assemble(pieces)
    filed = dateline.find(text)
    dates = (when.iso(value) for value in (*fields.get("published", ()), *fields.get("date", ())))
    urls = (safe.safe_url(value) for value in (*fields.get("url", ()), *fields.get("source", ())))
    return Article(
        text=text,
        blocks=blocks,
        headline=headline,
        byline=credit.people,
        agency=credit.agency or (filed.agency if filed else None),
        publisher=next(iter(fields.get("publisher", ())), None),
        published=next(filter(None, dates), None) or visible.filed(filed),
        dateline=filed.place if filed else None,
        language=next((value[:2].lower() for value in fields.get("lang", ())), None),
        notices=(extent.MARKDOWN_CUT,) if len(read) < len(whole) else (),
        url=next(filter(None, urls), None),
    )


def fields_of(matter: str) -> dict[str, list[str]]:
    """Read the plain fields of front matter: one value, "[a, b]", or a list with dashes; nothing nested.

    A YAML parser is not needed for a title, names and a date, and front matter in the wild is often not valid YAML.
    """
    fields: dict[str, list[str]] = {}
    for field in FIELD.finditer(matter):
        value = field["value"].strip()
        if value.startswith("[") and value.endswith("]"):
            values = value[1:-1].split(",")
        elif "\n" in value or value.startswith("- "):
            values = [line.strip().removeprefix("- ") for line in value.split("\n")]
        else:
            values = [value]
        plain = (QUOTED.sub(r"\g<inside>", one.strip()) for one in values)
        fields[field["name"].lower()] = [line for one in plain if (line := safe.line(one))]
    return fields


def pieces_of(source: str) -> list[Piece]:
    """Turn Markdown into pieces; a list is one piece, a table is one, a block quote one a paragraph."""
    root = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(source))
    return [piece for node in root.children for piece in piece_of(node) if piece.text]


def piece_of(node: SyntaxTreeNode) -> Iterator[Piece]:
    """Turn one block of Markdown into pieces; raw HTML and rules give none."""
    if node.type in ("bullet_list", "ordered_list"):
        yield Piece("list", "\n".join(items(node)))
    elif node.type == "table":
        rows = (row for row in node.walk() if row.type == "tr")
        yield Piece("table", "\n".join(" | ".join(words(cell) for cell in row.children) for row in rows))
    elif node.type == "blockquote":
        yield from (Piece("quote", words(part)) for part in node.walk() if part.type == "inline")
    elif node.type in ("fence", "code_block"):
        yield Piece("code", node.content.strip("\n"))
    elif node.type in ("heading", "paragraph"):
        yield Piece("heading" if node.type == "heading" else "paragraph", words(node))


def items(node: SyntaxTreeNode) -> Iterator[str]:
    """The items of a list, one line each, those of lists inside it behind their own."""
    for number, item in enumerate(node.children, start=1):
        mark = f"{number}. " if node.type == "ordered_list" else BULLET
        for part in item.children:
            if part.type in ("bullet_list", "ordered_list"):
                yield from items(part)
            elif text := words(part).replace("\n", " "):
                yield mark + text


def words(node: SyntaxTreeNode) -> str:
    """The words in a block, without marks, link targets, images and raw HTML."""
    return safe.lines("".join(parts(node)))


def parts(node: SyntaxTreeNode) -> Iterator[str]:
    """The words in a block as they stand, images left out."""
    if node.type in ("text", "code_inline"):
        yield node.content
    elif node.type in ("softbreak", "hardbreak"):
        yield " " if node.type == "softbreak" else "\n"
    elif node.type != "image":
        for child in node.children:
            yield from parts(child)

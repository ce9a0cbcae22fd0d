"""Articles written as Markdown: headings, lists and quotes as blocks, the marks gone from the text, front matter read."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.extract import byline, dateline, encoding, residue, safe, verdict, when
from reader.extract.pieces import BULLET, Piece, assemble
from reader.model import Article, BlockKind, Page

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+):[ \t]*(?P<value>.*(?:\n[ \t]*- .*)*)", re.MULTILINE)
QUOTED = re.compile(r"^(['\"])(?P<inside>.*)\1$")


def to_article(page: Page) -> Article:
    """Take the article out of a Markdown file.

    Raises:
        ExtractError: there is no text worth the name.
    """
    source = safe.safe_text(encoding.decode(page.content, page.charset))
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
    if not credit.people and pieces and byline.BY.match(pieces[0].text) and len(pieces[0].text) <= byline.LONGEST_LINE:
        credit = byline.parse(pieces[0].text)
    pieces = residue.strip(pieces, headline, ())
    verdict.check(pieces, "\n".join(piece.text for piece in pieces), headline or "", free=True)
    text, blocks = assemble(pieces)
    place, agency = dateline.find(text)
    return Article(
        text=text,
        blocks=blocks,
        headline=headline,
        byline=credit.people,
        agency=credit.agency or byline.agency_of(agency or ""),
        publisher=next(iter(fields.get("publisher", [])), None),
        published=next(
            (date for name in ("published", "date") for value in fields.get(name, []) if (date := when.iso(value))),
            None,
        ),
        dateline=place,
        language=next((value[:2].lower() for name in ("lang", "language") for value in fields.get(name, [])), None),
        url=next(
            (url for name in ("url", "source") for value in fields.get(name, []) if (url := safe.safe_url(value))), None
        ),
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
    """Turn Markdown into pieces; everything in one list, and everything in one table, stays together."""
    pieces: list[Piece] = []
    held: list[str] = []
    depth = 0
    kind: BlockKind = "paragraph"
    marker = ""
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        name = token.type
        if token.nesting and name.startswith(HOLDERS):
            depth += token.nesting
            if token.nesting > 0 and depth == 1:
                kind = "table" if name.startswith("table") else "list" if "list" in name else "quote"
            elif depth == 0:
                pieces.extend(released(kind, held))
                kind, held = "paragraph", []
        elif name == "heading_open":
            kind = kind if depth else "heading"
        elif name == "heading_close":
            kind = kind if depth else "paragraph"
        elif name == "list_item_open":
            marker = f"{token.info}. " if token.info else BULLET
        elif name == "tr_open":
            held.append("")
        elif name in ("fence", "code_block"):
            pieces.extend([Piece("code", code)] if (code := token.content.strip("\n")) else [])
        elif name == "inline" and (text := safe.lines(plain(token))):
            if not depth:
                pieces.append(Piece(kind, text))
            elif kind == "table":
                held[-1] = f"{held[-1]} | {text}" if held[-1] else text
            else:
                held.append(marker + text.replace("\n", " ") if kind == "list" else text)
                marker = ""
    return pieces


# What holds several paragraphs, items or rows; nested holders count as part of the outermost.
HOLDERS = ("bullet_list", "ordered_list", "blockquote", "table")


def released(kind: BlockKind, held: list[str]) -> list[Piece]:
    """The pieces of a finished holder: one for a list or a table, one a paragraph for a block quote."""
    if kind == "quote":
        return [Piece(kind, text) for text in held]
    return [Piece(kind, "\n".join(filter(None, held)))] if any(held) else []


def plain(token: Token) -> str:
    """The words of a line of Markdown, without marks, link targets, images and raw HTML."""
    words: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
    return "".join(words)

"""Block quotes and who is their source: in `footer`, `cite` or `figcaption`, as HTML has it, or by a class.

Leaves the source in the page as a block quote of its own under the words, which is where `analysis` looks for it.
"""

import re

from lxml.html import HtmlElement, fragment_fromstring

from reader.extract.furniture.residue import norm

SOURCE_TAGS = ("footer", "cite", "figcaption", "address")
# Classes of a source, in whole words: "quote-author", "attribution", "blockquote__source".
SOURCE = re.compile(
    r"(?:^|[\s_-])(?:attribution|source|author|cite|citation|signature|credit|byline)(?:$|[\s_-])", re.I
)
CLASSED = ("p", "div", "span")
PULLED = re.compile(r"(?:^|[\s_-])pull[\s_-]?(?:quote)?(?:$|[\s_-])", re.IGNORECASE)
# A figure with one of these is a picture; the words beside it are its caption.
MEDIA = (
    "img", "picture", "video", "audio", "iframe", "svg", "object", "canvas", "noscript", "table", "amp-img", "embed",
)  # fmt: skip
# Each is looked for in the whole text.
MOST_BOXES = 60
# A longer source is a paragraph about it.
LONGEST_SOURCE = 160
# A figure without a picture that holds a paragraph this long is a box of text.
LEAST_TEXT = 40


def settle(tree: HtmlElement) -> None:
    """Take block quotes out of their figures and their sources out of them, in place."""
    figures = [box for box in tree.iter("figure", "aside") if is_of_words(box)]
    figures = figures[:MOST_BOXES]
    pulled = [quote for quote in tree.iter("blockquote") if PULLED.search(quote.get("class") or "")][:MOST_BOXES]
    text = text_outside([*figures, *pulled], tree) if figures or pulled else ""
    for box in figures:
        if box.tag == "figure" or next(box.iter("blockquote"), None) is not None:
            unframe(box, text)
    for quote in pulled:
        if norm(str(quote.text_content())) in text and quote.getparent() is not None:
            quote.drop_tree()
    for quote in list(tree.iter("blockquote")):
        if (source := source_of(quote)) is not None:
            set_under(quote, source)


def is_of_words(box: HtmlElement) -> bool:
    """True for a box around a quotation, or a figure around a paragraph, without a picture."""
    if next(box.iter(*MEDIA), None) is not None:
        return False
    if next(box.iter("blockquote"), None) is not None:
        return True
    return box.tag == "figure" and any(len(str(part.text_content())) >= LEAST_TEXT for part in box.iter("p"))


def text_outside(boxes: list[HtmlElement], tree: HtmlElement) -> str:
    """The paragraphs of the page that stand in none of the boxes, as letters alone."""
    inside = {paragraph for box in boxes for paragraph in box.iter("p")}
    return norm("\n".join(str(part.text_content()) for part in tree.iter("p") if part not in inside))


def unframe(box: HtmlElement, text: str) -> None:
    """Make a plain box of a figure with a quotation in it; one that says what the text says is for the eye alone."""
    quotes = list(box.iter("blockquote"))
    if quotes and all(norm(words_of(quote)) in text for quote in quotes):
        return
    for source in list(box.iterchildren("figcaption")):
        if quotes and len(str(source.text_content())) <= LONGEST_SOURCE:
            quotes[-1].append(source)
    box.tag = "div"
    box.attrib.clear()


def words_of(quote: HtmlElement) -> str:
    """What a block quote says, its source left out."""
    said, source = str(quote.text_content()), source_of(quote)
    return said if source is None else said.rpartition(str(source.text_content()))[0]


def source_of(quote: HtmlElement) -> HtmlElement | None:
    """The last part of a block quote, where it is marked as the source and stands on a line of its own."""
    part = quote
    while len(part) and not (part[-1].tail or "").strip() and isinstance(part[-1].tag, str):
        part = part[-1]
        if part.tag in SOURCE_TAGS or (part.tag in CLASSED and SOURCE.search(part.get("class") or "")):
            return part if is_on_its_own(part, quote) and is_short(part, quote) else None
        if part.tag not in ("p", "div", "small", "em", "strong", "b", "i", "span"):
            return None
    return None


def is_on_its_own(part: HtmlElement, quote: HtmlElement) -> bool:
    """True for a source in no sentence: `cite` also stands around the name of a book in one."""
    if part.tag in ("footer", "figcaption", "p", "div", "address"):
        return True
    parent, beside = part.getparent(), part.getprevious()
    if parent is quote or parent is None or (beside is not None and beside.tag == "br"):
        return True
    return not (parent.text or "").strip(" \t\r\n—–-") and beside is None


def is_short(part: HtmlElement, quote: HtmlElement) -> bool:
    """True for a source that is less than the words it is the source of, and a line long."""
    length = len(str(part.text_content()).strip())
    return 0 < length <= LONGEST_SOURCE and len(str(quote.text_content()).strip()) > length


def set_under(quote: HtmlElement, source: HtmlElement) -> None:
    """Move a source behind its block quote, into one of its own."""
    dash = ""
    parent = source.getparent()
    # "<p>— <cite>Ada Moss</cite></p>": the dash goes along.
    if parent is not None and parent is not quote and (text := (parent.text or "").strip()) and len(parent) == 1:
        dash, parent.text = text, None
    source.drop_tree()
    source.tail = None
    source.tag = "p"
    source.attrib.clear()
    source.text = " ".join(filter(None, (dash, source.text)))
    under = fragment_fromstring("<blockquote></blockquote>")
    under.append(source)
    under.tail, quote.tail = quote.tail, None
    quote.addnext(under)

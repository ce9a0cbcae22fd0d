"""Newsletters as mail (.eml): the article in them, what their headers say of it, and their furniture cut off."""

import html as markup
import re
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import NamedTuple

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from reader.errors import ExtractError
from reader.extract import extent
from reader.extract.formats import encoding, forwarded, plaintext
from reader.extract.metadata import byline
from reader.extract.page import html, limits
from reader.extract.page_kind import page_kind
from reader.extract.phrase_patterns import any_of
from reader.model import Article, Listing, Page, Source
from reader.text import safe

# What people forward begins with these in their languages; a list puts its name in brackets.
PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|enc|vs|sv|odp|i)\s*:|\s*\[[^\]]{1,40}\])+\s*", re.IGNORECASE)
# "Ada Moss from The Harbour Post", "Ada Moss | Harbour Post", "Ada Moss at Harbour Post".
FROM_PARTS = re.compile(r"(?<!\s)\s++(?:from|at|of|via|von|de|@|-)\s+|(?:(?<!\s)\s++)?[|,–—·]\s*")
# The lines around a letter, by which mailing services let people out of it; none is said in an article.
FURNITURE = re.compile(
    r"^[\W_]*"
    + any_of(
        r"(?:view|read|open|see) (?:this |it |the |our )?(?:e-?mail |newsletter |message |post )?(?:in|on) "
        r"(?:your |the |a )?(?:web )?(?:browser|web|app|online)",
        r"(?:click here|trouble|having trouble|problems?|can['’]t|not) .{0,40}(?:viewing|seeing|reading|displaying)\b",
        r"view (?:this )?(?:e-?mail )?online\b|web ?version\b|view as (?:a )?web ?page|read online\b|open in browser",
        r"(?:to )?unsubscribe\b|(?:you can )?(?:update|manage|change|edit) (?:your )?(?:e-?mail )?(?:preferences|"
        r"subscriptions?|profile|settings)\b",
        r"(?:you(?:['’]re| are)|you have) (?:receiving|received|getting|subscribed|on)\b.{0,60}(?:e-?mail|newsletter|"
        r"message|because|list)",
        r"you received this (?:e-?mail|message|newsletter)|this (?:e-?mail|message|newsletter) was sent (?:to|by|from)",
        r"(?:don['’]t|no longer) (?:want|wish) (?:to (?:receive|get)|these|this)\b"
        r"|was this (?:e-?mail )?forwarded to you",
        r"(?:forward|share) (?:this|it)? ?(?:e-?mail|newsletter)? ?(?:to|with) (?:a )?friends?\b"
        r"|add us to your address",
        r"(?:copyright )?©|our (?:mailing )?address is|sent (?:by|to|with|via) .{0,60}(?:@|mail)|privacy policy\b",
        r"(?:im browser (?:ansehen|öffnen|anzeigen)|online(?:version| ansehen)|newsletter abbestellen|abmelden)\b",
        r"(?:voir|lire|afficher) (?:cet e-?mail |la version )?(?:dans|en ligne)|se désabonner|se désinscrire",
        r"ver (?:este correo )?en (?:el|tu|su) navegador|darse de baja|cancelar (?:la )?suscripción|annulla iscrizione",
    ),
    re.IGNORECASE,
)
LONGEST_FURNITURE = 300
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?:px)?\s*(?:;|$)|mso-hide\s*:\s*all"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*[01]px",
    re.IGNORECASE,
)
PARTS = ("p", "div", "td", "tr", "li", "span", "a", "table", "center", "small", "h6")
# What begins a line of its own.
LINES = frozenset(
    ("p", "div", "tr", "li", "br", "blockquote", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "body")
)
# The subject of what is passed on, as mail programs word it.
FORWARD = re.compile(r"\s*(?:(?:re|aw|sv)\s*:\s*)*(?:fwd?|wg|tr|rv|enc|vs|i|doorst|vl)\s*:|\[fwd", re.IGNORECASE)
LINE_END = re.compile(r"\r\n?|\n")
# The line above a signature, by RFC 3676.
SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


class Headers(NamedTuple):
    """What the headers say of the article."""

    headline: str | None
    byline: tuple[str, ...]
    publisher: str | None
    published: str | None


def to_article(page: Page) -> Article | Listing:
    """Take the article out of a mail; of a mail that lists articles, take what it lists.

    Raises:
        ExtractError: there is none in it.
    """
    try:
        message = message_from_bytes(page.content, policy=policy.default)
        headers, inner, notice = letter_of(message, page.source)
    # The parser of the standard library raises many things on broken mail (KeyError, LookupError, AttributeError …).
    except Exception as error:
        raise unreadable(page) from error
    if inner is None:
        raise unreadable(page)
    article = html.to_article(inner) if inner.source.kind == "html" else plaintext.to_article(inner)
    if isinstance(article, Listing):
        return article
    article = extent.told(article, notice) if notice else article
    return msgspec.structs.replace(
        article,
        headline=headers.headline or article.headline,
        byline=headers.byline or article.byline,
        publisher=headers.publisher or article.publisher,
        published=headers.published or article.published,
    )


def unreadable(page: Page) -> ExtractError:
    """The error for a mail without text."""
    return ExtractError(
        f"{page_kind.subject_of(page.source)} is a mail with no text that can be read.",
        "Save the text of the mail as a file.",
    )


def letter_of(message: EmailMessage, source: Source) -> tuple[Headers, Page | None, str | None]:
    """The letter in a mail as a page, what its headers say of it, and what was cut; of a forwarded letter, its own."""
    attached = next((part for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"), None)
    is_forward = FORWARD.match(header(message, "Subject")) is not None
    if attached is not None and (is_forward or message.get_body() is None):
        return letter_of(attached.get_content(), source)
    headers = headers_of(message)
    page, head, notice = body_of(message, source, is_forward=is_forward)
    if head is not None:
        subject = safe.line(PREFIX.sub("", head.subject))
        people, publisher = sender(safe.line(head.name()))
        headers = Headers(subject or headers.headline, people, publisher, head.day())
    return headers, page, notice


def headers_of(message: EmailMessage) -> Headers:
    """Read subject, sender and date; each is left out where it is broken."""
    subject = safe.line(PREFIX.sub("", header(message, "Subject")))
    people, publisher = sender(safe.line(parseaddr(header(message, "From"))[0]).strip("\"' "))
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    return Headers(subject or None, people, publisher, moment.isoformat() if moment else None)


def header(message: EmailMessage, name: str) -> str:
    """One header as text, "" when it is not there."""
    return str(message.get(name) or "")


def sender(name: str) -> tuple[tuple[str, ...], str | None]:
    """Tell the writer from the publication in the name of a sender: "Ada Moss from The Harbour Post" has both."""
    people: list[str] = []
    publisher: str | None = None
    for part in FROM_PARTS.split(name):
        if not part or "@" in part:
            continue
        if byline.is_publication(part) or not byline.is_person(part) or people:
            publisher = publisher or part
        else:
            people.append(part)
    return tuple(people), publisher


def body_of(
    message: EmailMessage, source: Source, *, is_forward: bool
) -> tuple[Page | None, forwarded.Head | None, str | None]:
    """The text of a mail as a page, HTML where there is some; the headers above a forwarded letter; what was cut."""
    part = message.get_body(preferencelist=("html", "plain"))
    content = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(content, bytes) or not content.strip():
        return None, None, None
    whole = encoding.decode(content, part.get_content_charset())
    if part.get_content_type() == "text/html":
        read = extent.page_part(whole)
        markup, head = plain_html(read, is_forward=is_forward)
        cut = extent.PAGE_CUT if len(read) < len(whole) else None
        return Page(Source(source.given, "html", None), markup.encode(), "utf-8"), head, cut
    read = extent.text_part(whole)
    cut = extent.TEXT_CUT if len(read) < len(whole) else None
    text = flowed(read, part) if part.get_param("format") == "flowed" else read
    lines, head = forwarded.letter(LINE_END.split(text), is_forward=is_forward)
    text = SIGNATURE.split("\n".join(lines))[0]
    kept = (line for line in text.split("\n") if not is_furniture(line))
    return Page(Source(source.given, "text", None), "\n".join(kept).encode("utf-8", "replace"), "utf-8"), head, cut


def flowed(text: str, part: MIMEPart) -> str:
    """Join the lines of text in the format "flowed" (RFC 3676): a space at the end of a line says that it goes on."""
    deletes_space = part.get_param("delsp") == "yes"
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    joined = ""
    for line in lines:
        goes_on = line.endswith(" ") and line != "-- "
        joined += line.removesuffix(" ") if goes_on and deletes_space else line
        joined += "" if goes_on else "\n"
    return joined


def is_furniture(text: str) -> bool:
    """True for a line that belongs to the mailing, not to the letter."""
    return len(text) <= LONGEST_FURNITURE and FURNITURE.match(text) is not None


def plain_html(text: str, *, is_forward: bool) -> tuple[str, forwarded.Head | None]:
    """The HTML of a mail as that of a page: hidden text and furniture gone, tables that only lay out made plain.

    Of a forwarded letter, the headers above it and the note above these are gone too.
    """
    # trafilatura takes a fragment with one element in it for no page.
    tree = limits.tree_of(text if "<html" in text.lower() else f"<html><body>{text}</body></html>")
    if tree is None:
        return f"<p>{markup.escape(text)}</p>", None
    for element in list(tree.iter(*PARTS)):
        if element.getparent() is not None and (is_hidden(element) or is_furniture(safe.line(element.text_content()))):
            element.drop_tree()
    head = without_note(tree, is_forward=is_forward)
    for table in list(tree.iter("table")):
        if next(table.iter("th"), None) is None or head is not None:
            unwrap(table)
    return str(etree.tostring(tree, encoding="unicode", method="html")), head


def without_note(tree: HtmlElement, *, is_forward: bool) -> forwarded.Head | None:
    """Empty all of a forwarded mail up to the end of the headers above the letter, and read these."""
    found: forwarded.Head | None = None
    lines = shown_lines(tree)
    for _ in range(forwarded.MOST_LEVELS):
        texts = [line for line, _ in lines]
        head = forwarded.head(texts)
        if head is None or (
            not is_forward and forwarded.length(texts[: head.start]) >= forwarded.length(texts[head.end :])
        ):
            break
        found = head
        for _, nodes in lines[: head.end]:
            for element, is_tail in nodes:
                setattr(element, "tail" if is_tail else "text", None)
        lines = lines[head.end :]
    # A letter that is forwarded stands in a block quote, and is no quote.
    for quote in list(tree.iter("blockquote")) if found else ():
        quote.tag = "div"
    return found


def shown_lines(tree: HtmlElement) -> list[tuple[str, list[tuple[HtmlElement, bool]]]]:
    """The lines that a mail shows, each with the text nodes in it: an element and whether it is the text behind it."""
    lines: list[list[tuple[HtmlElement, bool]]] = [[]]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag in ("head", "style", "script", "title"):
            continue
        if element.tag in LINES:
            lines.append([])
        is_tail = event == "end"
        text = element.tail if is_tail else element.text
        if text and text.strip():
            lines[-1].append((element, is_tail))
    texts = (
        " ".join(safe.line(element.tail if is_tail else element.text) for element, is_tail in nodes) for nodes in lines
    )
    return [(text, nodes) for text, nodes in zip(map(str.strip, texts), lines, strict=True) if text]


def is_hidden(element: HtmlElement) -> bool:
    """True for text that mail programs show in their lists and nobody sees in the letter."""
    return element.get("hidden") is not None or HIDDEN.search(element.get("style") or "") is not None


def unwrap(table: HtmlElement) -> None:
    """Make the cells of a table that lays a letter out into its parts."""
    for element in table.iter("table", "thead", "tbody", "tfoot", "tr", "td"):
        element.tag = "div"

"""What bytes are, told by looking: HTML, text, or something that cannot hold an article. Decides, never reads."""

import json
import re

from reader.model import PageKind

# How much of the content is looked at: a doctype or a NUL byte of a binary format stands well inside it.
LOOKED_AT = 4096

# The first bytes of what people open by mistake; the names go into the error message.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"RIFF", "an image or sound file"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, EPUB or other packed document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound or video file (Ogg)"),
    (b"\x1aE\xdf\xa3", "a video file (Matroska)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"bplist00", "a web archive of Safari"),
)
KNOWN = "On Record reads web pages (.html, .mhtml), text (.txt, .md) and mail (.eml)."
# What a mail begins with, and what tells it from a text that begins with "From:": a header that only programs write.
MAIL_HEAD = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){3}")
MAIL_BY_PROGRAM = re.compile(rb"^(?:MIME-Version|Received|Message-ID|Return-Path|DKIM-Signature):", re.I | re.M)
ARCHIVE = re.compile(rb"^Snapshot-Content-Location:|^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
FRONT_MATTER = re.compile(
    rb"\A---[ \t]*+\r?\n(?:[A-Za-z_-]++:[^\n]*+\n|[ \t][^\n]*+\n|- [^\n]*+\n)++---[ \t]*+\r?$", re.MULTILINE
)
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# UTF-16 shows itself by its first letters: markup in a page of any language, Latin letters in a text. Few are others.
OPENING = 32
NUL_SHARE = 0.8

# What may stand before the first tag. A comment that has ended is not begun anew: forty of them took for ever else.
_PREAMBLE = rb"\A\s*+(?:<\?xml[^>]*+>\s*+)?(?:(?><!--.*?-->)\s*+)*+"
FEED = re.compile(_PREAMBLE + rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
# A page, or a fragment of one: the content opens with a tag that HTML knows. "<" alone is not enough ("<3 the ferry").
HTML_HEAD = re.compile(
    _PREAMBLE + rb"<(?:!doctype\s+html|/?(?:html|head|body|meta|title|link|script|style|"
    rb"article|main|section|header|nav|div|span|p|h[1-6]|ul|ol|table|figure|img|a|b|i|strong|em|br|blockquote)\b)",
    re.IGNORECASE | re.DOTALL,
)
HTML_ROOT = re.compile(rb"^[^\S\n]*+<(?:!doctype\s+html|html|body)\b", re.IGNORECASE | re.MULTILINE)


def binary_name(content: bytes) -> str | None:
    """Name the kind of content that is no text at all, "a PDF document"; None when it may be text."""
    for signature, name in SIGNATURES:
        if content.startswith(signature):
            return name
    if content[4:8] == b"ftyp":
        return "a video or image file (MP4, HEIC or AVIF)"
    if content.startswith(UTF16_MARKS) or unmarked_utf16(content):
        return None
    if b"\x00" in content[:LOOKED_AT]:
        return "binary data"
    return "data (JSON)" if is_json(content) else None


def unmarked_utf16(content: bytes) -> str | None:
    """Which UTF-16 bytes without a byte order mark are in, "utf-16-le"; None where they are not plainly so.

    Every other byte of markup and of Latin letters is a NUL then, and none of those between.
    """
    start = content[:OPENING]
    if b"\x00" not in start:
        return None
    for name, empty, full in (("utf-16-le", start[1::2], start[0::2]), ("utf-16-be", start[0::2], start[1::2])):
        if empty.count(0) >= NUL_SHARE * len(empty) and 0 not in full:
            text = content[:LOOKED_AT].decode(name, errors="replace")
            return name if all(letter.isprintable() or letter.isspace() for letter in text) else None
    return None


def is_json(content: bytes) -> bool:
    """True for an object or a list of JSON; a text may begin with a bracket too, so the whole is read."""
    ends = (content[:LOOKED_AT].lstrip()[:1], content[-LOOKED_AT:].rstrip()[-1:])
    if ends not in ((b"{", b"}"), (b"[", b"]")):
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def is_feed(content: bytes) -> bool:
    """True for an RSS or Atom feed, which lists articles and is none."""
    return FEED.match(readable(content)) is not None


def kind_of(content: bytes) -> PageKind:
    """Tell HTML, mail and archives of pages from text. Markdown has front matter, or is known by its name."""
    head = readable(content)
    if MAIL_HEAD.match(head) and MAIL_BY_PROGRAM.search(head):
        is_archive = ARCHIVE.search(head) and not re.search(rb"^(?:To|Received|Return-Path):", head, re.I | re.M)
        return "mhtml" if is_archive else "email"
    if FRONT_MATTER.match(head):
        return "markdown"
    return "html" if HTML_HEAD.match(head) or HTML_ROOT.search(head) else "text"


def readable(content: bytes) -> bytes:
    """The beginning of the content without byte order mark, and without the NULs that UTF-16 puts between letters."""
    head = content[:LOOKED_AT]
    if head.startswith(UTF16_MARKS):
        return head[2:].replace(b"\x00", b"")
    if unmarked_utf16(head):
        return head.replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")

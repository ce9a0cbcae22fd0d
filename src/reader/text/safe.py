"""The one boundary where strings from outside become safe to show: no escape codes, no reordering, nothing hidden."""

import html
import re
import unicodedata
from urllib.parse import urljoin, urlsplit

from reader.text.unsafe_characters import (
    CONTROLS,
    DIRECTIONS,
    HIDDEN,
    HIDDEN_BEYOND,
    NONCHARACTERS,
    SURROGATES,
)

UNSAFE = re.compile(f"[{CONTROLS}{DIRECTIONS}{HIDDEN}{NONCHARACTERS}{SURROGATES}{HIDDEN_BEYOND}]")
# A joiner between Latin, Greek or Cyrillic letters, digits, marks of punctuation or spaces joins nothing: it hides.
IDLE_JOINER = re.compile(
    "(?<![\u0590-\u1fff\u2190-\uffff\U00010000-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?=[\\s\x00-\u024f]|$)"
)
# A variation selector changes an emoji or a symbol; behind a letter or another selector it carries hidden data. Keycaps
# are a figure, a selector and their frame.
IDLE_SELECTOR = re.compile(
    "(?<=[A-Za-z\\s\u00c0-\u052f\ufe00-\ufe0f])[\ufe00-\ufe0f]+|(?<=[0-9#*])[\ufe00-\ufe0f]+(?!\u20e3)"
)
# Looked for first, since most copy has none of them.
FINE = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
# Letters of most languages in Latin script with their marks: safe and in NFC as they stand. Most copy is made of them,
# and seeing that takes a twentieth of the time that cleaning it would.
PLAIN = re.compile("[\n\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20ac]*")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def safe_text(text: str) -> str:
    """Make a string safe: NFC, with line ends as newlines and without anything invisible that acts.

    An escape code loses its escape character ("[31mred" is left of one), a name written backwards by an override is
    shown as it is stored.
    """
    if PLAIN.fullmatch(text):
        return text
    text = UNSAFE.sub("", LINE_ENDS.sub("\n", text))
    # NFC may bring two marks together but brings in nothing unsafe; joiners and selectors are looked at in the final
    # order. What stood on both sides of one may then belong together.
    text = unicodedata.normalize("NFC", text)
    shown = IDLE_SELECTOR.sub("", IDLE_JOINER.sub("", text)) if FINE.search(text) else text
    return text if shown == text else unicodedata.normalize("NFC", shown)


def line(text: str) -> str:
    """A safe text on one line, its runs of white space one space each."""
    return " ".join(safe_text(text).split())


def lines(text: str) -> str:
    """A safe text with its line breaks kept, blank lines dropped, and each line trimmed."""
    text = safe_text(text)
    if "\n" not in text:
        return " ".join(text.split())
    trimmed = (" ".join(part.split()) for part in text.split("\n"))
    return "\n".join(part for part in trimmed if part)


def decoded_line(text: str) -> str:
    """A safe line out of a field that may hold entities: JSON-LD is not HTML, yet "&amp;" and "&#8217;" stand in it."""
    return line(html.unescape(text))


def safe_url(url: str | None, base: str | None = None) -> str | None:
    """An absolute http or https address, made absolute with `base`; None for every other scheme and for nonsense."""
    if not url:
        return None
    try:
        whole = urljoin(base or "", UNSAFE.sub("", url).strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\"]", whole):
        return None
    return whole

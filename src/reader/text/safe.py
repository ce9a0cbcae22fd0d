"""The one boundary where strings from outside become safe to show: no escape codes, no reordering, nothing hidden.

One table (`unsafe_characters`), three treatments of what stands in it: an article holds none of it (`safe_text`), a
text that is written out loses it (`printable`), and on a screen, where offsets must hold, something harmless stands in
for each character (`on_screen`). JSON and YAML name it by number (`escaped_in_json`, `escaped_in_yaml`).
"""

import html
import json
import re
import unicodedata
from urllib.parse import urljoin, urlsplit

from reader.text.unsafe_characters import (
    CONTROLS,
    DIRECTIONS,
    HIDDEN,
    HIDDEN_BEYOND,
    NONCHARACTERS,
    SEPARATORS,
    SURROGATES,
)

_ACTS_OR_HIDES = f"{CONTROLS}{DIRECTIONS}{HIDDEN}{NONCHARACTERS}{HIDDEN_BEYOND}"
UNSAFE = re.compile(f"[{_ACTS_OR_HIDES}{SURROGATES}]")
_SURROGATES = re.compile(f"[{SURROGATES}]")
NOT_WRITTEN = re.compile(f"[{_ACTS_OR_HIDES}{SEPARATORS}]")
# Tabs and odd line ends move what stands behind them.
_NOT_ON_SCREEN = re.compile(f"[{_ACTS_OR_HIDES}{SURROGATES}{SEPARATORS}\t]")
_UNSEEN = re.compile(f"[{DIRECTIONS}{HIDDEN}{HIDDEN_BEYOND}]")
_BREAKS = re.compile(f"[\t\n\x0b\x0c\r\x1c-\x1f\x85{SEPARATORS} ]+")
# Legal inside a JSON string, but a terminal or a YAML parser would act on it: line breaks of YAML 1.1, byte order
# marks and noncharacters among them. JSON itself escapes the controls up to the space.
_NOT_PLAIN = re.compile(f"[\x7f-\x9f{SEPARATORS}{DIRECTIONS}{HIDDEN}{NONCHARACTERS}{HIDDEN_BEYOND}]")
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
_PLAIN_LETTERS = "\x21-\x7e\xa1-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20ac"
PLAIN = re.compile(f"[\n \xa0{_PLAIN_LETTERS}]*")
# The same without breaks: most titles, names and addresses are lines as they come.
_PLAIN_LINE = re.compile(f"[ {_PLAIN_LETTERS}]+")
# Where more marks may stand on one letter than any writing has: normalising takes quadratic time over them (16,000 took
# 0.17 s). Thirty is what Unicode's stream-safe form allows (UAX #15); what is neither a word nor a space may be a mark.
MOST_MARKS = 30
_MAY_BE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MOST_MARKS + 1},}}+")
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
    text = _composed(text)
    shown = IDLE_SELECTOR.sub("", IDLE_JOINER.sub("", text)) if FINE.search(text) else text
    return text if shown == text else _composed(shown)


def _composed(text: str) -> str:
    """The text in NFC, without the marks on a letter that are more than any letter has."""
    return unicodedata.normalize("NFC", _MAY_BE_MARKS.sub(_without_heap, text))


def _without_heap(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def line(text: str) -> str:
    """A safe text on one line, its runs of white space one space each."""
    if _is_plain_line(text):
        return text
    return " ".join(safe_text(text).split())


def _is_plain_line(text: str) -> bool:
    """Whether a text is one safe line as it comes, which is seen in a fifth of the time that making it one takes."""
    return bool(_PLAIN_LINE.fullmatch(text)) and "  " not in text and text[0] != " " != text[-1]


def lines(text: str) -> str:
    """A safe text with its line breaks kept, blank lines dropped, and each line trimmed."""
    if _is_plain_line(text):
        return text
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


def encodable(text: str) -> str:
    """Put U+FFFD for each lone surrogate, so that the text can be written as UTF-8 and offsets still hold."""
    return _SURROGATES.sub("\ufffd", text)


def printable(text: str) -> str:
    """A text on its way out: without what a terminal would obey or would not show; line breaks and tabs stay."""
    return encodable(NOT_WRITTEN.sub("", text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """Make one printable line of a text; no-break spaces inside it stay."""
    return printable(_BREAKS.sub(" ", text)).strip()


def on_screen(text: str) -> str:
    """Replace what a terminal would act on or not show, one character for one, so that offsets hold.

    Line feeds stay. What is unseen becomes a zero-width space, other white space a space, all else U+FFFD.
    """
    return _NOT_ON_SCREEN.sub(_stand_in, text)


def on_one_line(text: str) -> str:
    """Text for a line of the screen: without line breaks, and without what a terminal would act on."""
    return on_screen(" ".join(text.split()))


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if _UNSEEN.match(character):
        return "\u200b"
    return " " if character.isspace() else "\ufffd"


def escaped_in_json(encoded: str) -> str:
    r"""Write the characters of encoded JSON that are legal there and harmful elsewhere as \uXXXX."""
    return _NOT_PLAIN.sub(lambda found: json.dumps(found[0])[1:-1], encoded)


def escaped_in_yaml(encoded: str) -> str:
    r"""The same for a JSON string that is read as YAML, which knows \UXXXXXXXX and no surrogate pairs."""
    return _NOT_PLAIN.sub(_yaml_escape, encoded)


def _yaml_escape(match: re.Match[str]) -> str:
    number = ord(match.group())
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"

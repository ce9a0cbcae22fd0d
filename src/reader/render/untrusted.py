"""What makes text from a page safe to write out: no control reaches a terminal, no odd scheme becomes a link."""

import re
import urllib.parse

from reader.model import Reading
from reader.text.unsafe_characters import CONTROLS, DIRECTIONS, HIDDEN, NONCHARACTERS, SEPARATORS, SURROGATES

_CONTROLS = re.compile(f"[{CONTROLS}{DIRECTIONS}]")
_SURROGATES = re.compile(f"[{SURROGATES}]")
_BREAKS = re.compile(f"[\t\n\x0b\x0c\r\x1c-\x1f\x85{SEPARATORS} ]+")
# Legal inside a JSON string, but a terminal or a YAML parser would act on it: line breaks of YAML 1.1, byte order
# marks and noncharacters among them. JSON itself escapes the controls up to the space.
_NOT_PLAIN = re.compile(f"[\x7f-\x9f{SEPARATORS}{DIRECTIONS}{HIDDEN}{NONCHARACTERS}]")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
# All that RFC 3986 lets stand in a URL, less what ends a Markdown link: brackets and parentheses.
_URL_SAFE = ":/?#@!$&'*+,;=%~"


def encodable(text: str) -> str:
    """Put U+FFFD for each lone surrogate, so that the text can be written as UTF-8 and offsets still hold."""
    return _SURROGATES.sub("\ufffd", text)


def printable(text: str) -> str:
    """Drop what a terminal would obey; line breaks and tabs stay."""
    return encodable(_CONTROLS.sub("", text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """Make one printable line of a text; no-break spaces inside it stay."""
    return printable(_BREAKS.sub(" ", text)).strip()


def escaped_in_json(encoded: str) -> str:
    r"""Write the characters of encoded JSON that are legal there and harmful elsewhere as \uXXXX."""
    return _NOT_PLAIN.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


def web_address(reading: Reading) -> str | None:
    """The address of the article: the one its page names as its own, else where it was fetched; http and https only."""
    return next(filter(None, map(safe_address, (reading.article.url, reading.source.url))), None)


def safe_address(url: str | None) -> str | None:
    """An address that can be written out and followed: http or https, or None."""
    return encodable(url) if url and _WEB.match(url) else None


def link_target(url: str) -> str:
    """Encode a URL so that it can stand between the parentheses of a Markdown link."""
    encoded = urllib.parse.quote(encodable(url), safe=_URL_SAFE)
    # "&copy;" in a target would be read as an entity.
    return re.sub(r"&(?=#?\w+;)", r"\\&", encoded)

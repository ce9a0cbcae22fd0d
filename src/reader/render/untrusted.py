"""What makes text from a page safe to write out: no control reaches a terminal, no odd scheme becomes a link."""

import re
import urllib.parse

from reader.model import Reading

# Marks that reorder or hide the text around them (Trojan Source, CVE-2021-42574).
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 ]+")
# Legal inside a JSON string, but a terminal or a YAML parser would act on it: line breaks of YAML 1.1, byte order
# marks and noncharacters among them.
_NOT_PLAIN = re.compile(f"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff{_BIDI}]")
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
    for url in (reading.article.url, reading.source.url):
        if url and _WEB.match(url):
            return encodable(url)
    return None


def link_target(url: str) -> str:
    """Encode a URL so that it can stand between the parentheses of a Markdown link."""
    encoded = urllib.parse.quote(encodable(url), safe=_URL_SAFE)
    # "&copy;" in a target would be read as an entity.
    return re.sub(r"&(?=#?\w+;)", r"\\&", encoded)

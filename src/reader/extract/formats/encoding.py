"""From bytes to text: which encoding, by byte order mark, content, header and meta element. Never fails."""

import codecs
import re

import webencodings

from reader.extract.formats import charset_letters, sniff

# Python's codecs are narrower than the encodings that browsers use under these names.
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
# Seven-bit encodings look like valid ASCII, so only the declaration can tell them.
DECLARED_ONLY = {"iso2022_jp", "iso2022_kr", "hz"}
# The shift into two-byte letters of ISO-2022-JP: no other text holds an escape character before these.
JAPANESE_SHIFT = re.compile(rb"\x1b\$[@B]")
# Codecs of Python that no page is written in; UTF-7 hides markup from filters, so browsers refuse it too.
REFUSED = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"}
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+([a-zA-Z0-9_:.-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.I
)
# Browsers look this far for the declaration.
META_BYTES = 8192
# Enough for a sure guess; the whole of a long page takes seconds.
GUESSED_ON = 20_000
LAST_RESORT = "cp1252"
# What the web is written in beside UTF-8; left alone the guesser takes Polish for a Nordic encoding no page uses.
ON_THE_WEB = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859_2",
    "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip


def decode(content: bytes, charset: str | None = None) -> str:
    """Decode a page.

    Args:
        content: the bytes as they came.
        charset: what the server declared, if it did.
    """
    for mark, marked in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(marked, errors="replace")
    if wide := sniff.unmarked_utf16(content):
        return content.decode(wide, errors="replace")
    declared = [name for label in (charset, declared_in(content)) if (name := known(label))]
    for name in declared:
        if name in DECLARED_ONLY and (text := attempt(content, name)) is not None:
            return text
    if JAPANESE_SHIFT.search(content) and content.isascii() and (text := attempt(content, "iso2022_jp")) is not None:
        return text
    # Bytes that are valid UTF-8 are UTF-8, whatever is declared: no other encoding gets there by accident.
    for name in ("utf-8", *declared):
        if (text := attempt(content, name)) is not None:
            return text
    if (guess := guessed(content)) and (text := attempt(content, guess)) is not None:
        return text
    # A page mostly in the declared encoding with some broken bytes is better read with gaps than guessed anew.
    return content.decode(declared[0] if declared else LAST_RESORT, errors="replace")


def known(label: str | None) -> str | None:
    """The codec behind a declared name, as browsers understand it; None for a name that nobody knows.

    The web's labels mean wider encodings than their names say: a page that declares latin-1 holds Windows quotes. What
    the standard of the web does not name, as "cp850" in a mail, Python may.
    """
    asked = (label or "").strip()
    of_web = webencodings.lookup(asked)
    try:
        # In a page x-user-defined means windows-1252; what stands for nothing in browsers may be read.
        match of_web.name if of_web else "replacement":
            case "replacement":
                name = codecs.lookup(asked).name
            case "x-user-defined":
                name = LAST_RESORT
            case _:
                name = codecs.lookup(of_web.codec_info.name).name
        b"a\0".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name in REFUSED else WIDER.get(name, name)


def declared_in(content: bytes) -> str | None:
    """What a meta element or an XML declaration at the top of the page says; never UTF-16, in which nobody saw it."""
    found = META.search(content[:META_BYTES])
    label = (found.group(1) or found.group(2)).decode("ascii", "ignore") if found else None
    return None if (known(label) or "").startswith("utf-16") else label


def attempt(content: bytes, name: str) -> str | None:
    """The text, if every byte fits the encoding."""
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return None


def guessed(content: bytes) -> str | None:
    """What charset-normalizer makes of bytes that declare nothing usable."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESSED_ON], cp_isolation=ON_THE_WEB).best()
    if best is None:
        return None
    return charset_letters.best(content[:GUESSED_ON], WIDER.get(best.encoding, best.encoding))

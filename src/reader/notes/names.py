"""The names of notes: their date and headline, in a form that every file system and every link takes."""

import re
import unicodedata
from datetime import date

from reader.model import Reading

# File systems take 255 bytes, encrypted ones (eCryptfs, Synology's shares) 143; " (12).md" still has to fit.
_NAME_BYTES = 130
# Separators and what Windows refuses, and the marks that break a [[link]] to the note in Obsidian.
_UNSAFE_IN_NAMES = re.compile(r'[/\\:*?"<>|#^\[\]]')
# Names of devices, with any suffix.
_KEPT_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_UNTITLED = "Untitled"


def note_name(reading: Reading, saved: date) -> str:
    """The name of a note, without its suffix: "2026-03-14 Harbour talks stall over ferry levy".

    It begins with a date, so it never starts with a dot or a dash and is never a name that Windows keeps for itself.
    """
    return dated_name(reading.article.headline, reading.article.published, saved)


def dated_name(headline: str | None, published: str | None, saved: date) -> str:
    """The same, of what is known of an article; `published` is ISO 8601, whole or cut, or nothing of the kind."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        day = saved
    return _shortened(f"{day.isoformat()} {_title(headline or '')}").rstrip(" .")


def safe_name(words: str) -> str:
    """The name of a note that begins with no date: of a person, "Orla Fenwick"."""
    name = _shortened(_title(words)).rstrip(" .")
    return f"{name}_" if _KEPT_BY_WINDOWS.fullmatch(name) else name


def _title(words: str) -> str:
    """Words as a part of a name: without a dot, a dash or a space at its ends."""
    spaced = _UNSAFE_IN_NAMES.sub(" ", words)
    # Category C is control and format characters, surrogates and unassigned ones.
    kept = "".join(c for c in spaced if c.isspace() or unicodedata.category(c)[0] != "C")
    return unicodedata.normalize("NFC", " ".join(kept.split()).strip(" .-")) or _UNTITLED


def _shortened(name: str) -> str:
    """Cut a name to size, between words where it has any, never inside a character."""
    encoded = name.encode("utf-8")
    if len(encoded) <= _NAME_BYTES:
        return name
    cut = encoded[:_NAME_BYTES].decode("utf-8", "ignore")
    words, space, _ = cut.rpartition(" ")
    # One endless word is cut inside; else only the date would be left.
    return words if space and len(words) > len(cut) // 2 else cut

"""The names of notes: their date and headline, in a form that every file system and every link takes."""

import re
import unicodedata
from datetime import date

from reader.model import Reading

# File systems take 255 bytes, encrypted ones (eCryptfs, Synology's shares) 143; " (12).md" still has to fit.
_NAME_BYTES = 130
# Separators and what Windows refuses, and the marks that break a [[link]] to the note in Obsidian.
_UNSAFE_IN_NAMES = re.compile(r'[/\\:*?"<>|#^\[\]]')
_UNTITLED = "Untitled"


def note_name(reading: Reading, saved: date) -> str:
    """The name of a note, without its suffix: "2026-03-14 Harbour talks stall over ferry levy".

    It begins with a date, so it never starts with a dot or a dash and is never a name that Windows keeps for itself.
    """
    try:
        day = date.fromisoformat((reading.article.published or "")[:10])
    except ValueError:
        day = saved
    spaced = _UNSAFE_IN_NAMES.sub(" ", reading.article.headline or "")
    # Category C is control and format characters, surrogates and unassigned ones.
    kept = "".join(c for c in spaced if c.isspace() or unicodedata.category(c)[0] != "C")
    title = unicodedata.normalize("NFC", " ".join(kept.split()).strip(" .-")) or _UNTITLED
    return _shortened(f"{day.isoformat()} {title}").rstrip(" .")


def _shortened(name: str) -> str:
    """Cut a name to size, between words where it has any, never inside a character."""
    encoded = name.encode("utf-8")
    if len(encoded) <= _NAME_BYTES:
        return name
    cut = encoded[:_NAME_BYTES].decode("utf-8", "ignore")
    words, space, _ = cut.rpartition(" ")
    # One endless word is cut inside; else only the date would be left.
    return words if space and len(words) > len(cut) // 2 else cut

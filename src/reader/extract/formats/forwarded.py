"""Letters inside of letters: what was forwarded, with the sender and the date above it, and what an answer quotes.

Works on the lines of a letter; never on its headers.
"""

import re
from collections.abc import Sequence
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from reader.extract.metadata import visible, when
from reader.lexicon.mail import FIELDS
from reader.lexicon.wordlists import either

_NAMES = {name: field for field, names in FIELDS.items() for name in names}
# "From: Ada", "*From:* Ada", "> Von: Ada".
_FIELD = re.compile(
    rf"[\s>*_|]*(?P<name>{either(_NAMES)})[ \xa0]?[*_]?[:：][*_]?\s*(?P<value>.*)", re.IGNORECASE | re.DOTALL
)
_MARK = re.compile(
    r"[\s>*_|]*(?:-{2,}|_{5,}|begin forwarded|anfang der weiter|début du mess|inicio del mensaje|inizio mess|"
    r"begin doorgest)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:(?<!\s)\s++)?(?:\[mailto:[^\[\]]*+\]|<?\bmailto:\S*+)")
# "On Mon, Nov 23, 2026 at 18:11 Ada Holm <ada@holm.example> wrote:", in the language of who answers, on a line or two.
_WROTE = re.compile(
    r"[\s>]*(?:on|am|le|el|il|op|em|den|på)\s.{6,200}(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto|"
    r"schreef.{0,80}|escreveu|skrev.{0,80})\s?:\s*",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"[ \t]{0,3}>[ \t]?")
# A block of headers has so many, From among them; a wrapped one goes on for so many lines.
_LEAST_FIELDS = 3
_MOST_WRAPPED = 2
# Letters inside of letters, and marks of quoting before a line: more were not written by people.
MOST_LEVELS = 9


class Head(NamedTuple):
    """The headers above a forwarded letter, as worded, and the lines they stand in: `start` to before `end`."""

    start: int
    end: int
    sender: str
    date: str
    subject: str

    def name(self) -> str:
        """The name of who sent it, without the address."""
        plain = _ADDRESS.sub("", self.sender)
        name = parseaddr(plain)[0] if "@" in plain else plain
        return name.strip("\"' ")

    def day(self) -> str | None:
        """When it was sent, ISO 8601; None where that is in words of another language than English."""
        if found := when.iso(self.date) or visible.worded(self.date):
            return found
        try:
            return parsedate_to_datetime(self.date).isoformat()
        except ValueError:
            return None


def head(lines: Sequence[str]) -> Head | None:
    """The first block of headers among the lines of a letter, with the line that marks it: "Forwarded message"."""
    at = 0
    while at < len(lines):
        found, end = _block(lines, at)
        if len(found) >= _LEAST_FIELDS and "from" in found and ("date" in found or "subject" in found):
            start = at
            while start > 0 and (not lines[start - 1].strip() or _MARK.match(lines[start - 1])):
                start -= 1
            return Head(start, end, found["from"], found.get("date", ""), found.get("subject", ""))
        at = max(end, at + 1)
    return None


def _block(lines: Sequence[str], start: int) -> tuple[dict[str, str], int]:
    """The header fields in the lines from one on, and where they end."""
    found: dict[str, str] = {}
    end = at = start
    while at < len(lines) and at - end <= _MOST_WRAPPED:
        if field := _FIELD.match(lines[at]):
            found.setdefault(_NAMES[field["name"].casefold()], field["value"].strip())
            end = at + 1
        elif not found or not lines[at].strip(" >*\t"):
            break
        at += 1
    return found, end


def letter(lines: list[str], *, is_forward: bool) -> tuple[list[str], Head | None]:
    """The letter that a mail is about, and the headers above it where it was forwarded.

    What was forwarded is the letter; the note above it is none. Of an answer and what it answers it is the longer part.
    """
    around: Head | None = None
    for _ in range(MOST_LEVELS):
        if (inner := head(lines)) is None:
            break
        note, rest = lines[: inner.start], lines[inner.end :]
        if not is_forward and length(note) >= length(rest):
            lines = note
            break
        lines, around = rest, inner
    return unquoted(lines), around


def unquoted(lines: list[str]) -> list[str]:
    """The lines of a letter without those it quotes, or without the marks of quoting where they are most of it."""
    for _ in range(MOST_LEVELS):
        quoted = [line for line in lines if _QUOTED.match(line)]
        own = _without_answered([line for line in lines if not _QUOTED.match(line)]) if quoted else lines
        if length(own) >= length(quoted):
            return own
        lines = [_QUOTED.sub("", line, count=1) for line in quoted]
    return lines


def _without_answered(lines: list[str]) -> list[str]:
    """Lines without those that say who wrote what is quoted below: "On Monday Ada Holm wrote:"."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        both = "\n".join(lines[at : at + 2])
        if _WROTE.fullmatch(lines[at]) or (lines[at].strip() and _WROTE.fullmatch(both)):
            at += 1 if _WROTE.fullmatch(lines[at]) else 2
        else:
            kept.append(lines[at])
            at += 1
    return kept


def length(lines: Sequence[str]) -> int:
    """How much some lines of a letter say."""
    return sum(len(line.strip(" >\t")) for line in lines)

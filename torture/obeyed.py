"""Reads what is written to a terminal as strictly as can be: whatever is not known to be Textual's own counts.

Written after the standard of control sequences (ECMA-48) and what Textual 8 and our questions to the terminal write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torture.characters import unsafe

# Sequences as a terminal tells them apart; a string ends at BEL or ST. C1 codes come as two bytes of UTF-8.
_SEQUENCE = re.compile(
    r"\x1b\[([0-?]*)([ -/]*[@-~])"  # 1, 2: CSI, its parameters, its end
    r"|\x1b([\]P_^X])((?:[^\x07\x1b]|\x1b(?!\\))*)(?:\x07|\x1b\\)"  # 3, 4: OSC, DCS, APC, PM, SOS, and the string
    r"|(\x1b[ -/]*[0-~]?)"  # 5: any other escape sequence
    r"|([\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f])",  # 6: a control that stands alone; CR and LF may
    re.DOTALL,
)
# Modes that are set and reset: the second screen, the cursor, the mouse, the focus, pastes, wrapping; both modes that
# are asked for before.
_MODES = {"7", "25", "1000", "1003", "1004", "1006", "1015", "1016", "1049", "2004", "2026", "2048"}
# Questions: the attributes, which modes there are; the keyboard of kitty, on and off.
_EXACT = {"\x1b[c", "\x1b[?2026$p", "\x1b[?2048$p", "\x1b[>1u", "\x1b[>25u", "\x1b[<u", "\x1b[=0u", "\x1b[2J", "\x1b[H"}
_COLOURS = re.compile(r"(?:\d{1,3}(?:[;:]\d{1,3})*)?")
_POSITION = re.compile(r"\d{1,3};\d{1,3}")
_STRINGS = {
    "]": re.compile(
        r"11;\?"  # which background
        r"|22;[a-z-]{0,20}"  # the shape of the pointer
        r"|52;c;[A-Za-z0-9+/]*={0,2}"  # to the clipboard
        r"|8;(?:id=[0-9-]+)?;(?:https?://[^\x00-\x20\x7f-\x9f]+)?"  # a link, and its end
    ),
    "_": re.compile(r"Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA"),  # whether kitty's pictures are known
}


def complaints(written: bytes) -> Iterator[str]:
    """Everything in what was written to a terminal that nobody meant to be obeyed."""
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"no UTF-8 at {error.start}: {written[error.start : error.start + 10]!r}"
        text = written.decode("utf-8", "replace")
    shown = []
    at = 0
    for found in _SEQUENCE.finditer(text):
        shown.append(text[at : found.start()])
        at = found.end()
        if not _is_meant(found):
            yield f"{found[0][:40]!r} behind {text[max(0, found.start() - 20) : found.start()]!r}"
    shown.append(text[at:])
    seen = "".join(shown)
    for found_in_text in unsafe(seen, frozenset("\r\n")):
        at = seen.index(chr(int(found_in_text.rpartition("+")[2], 16)))
        yield f"{found_in_text} in {seen[max(0, at - 30) : at + 10]!r}"


def words(written: bytes) -> str:
    """What is left of it without the sequences: what a person reads, in the order in which it was drawn."""
    return _SEQUENCE.sub("", written.decode("utf-8", "replace"))


def _is_meant(found: re.Match[str]) -> bool:
    whole, parameters, end, opening, string = found[0], found[1], found[2], found[3], found[4]
    if whole in _EXACT:
        return True
    if end == "m":
        return bool(_COLOURS.fullmatch(parameters))
    if end == "H":
        return bool(_POSITION.fullmatch(parameters))
    if end in ("h", "l"):
        return parameters[:1] == "?" and parameters[1:] in _MODES
    return opening in _STRINGS and bool(_STRINGS[opening].fullmatch(string))

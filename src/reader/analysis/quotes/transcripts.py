"""Interviews and transcripts: paragraphs that open with who speaks and a colon. Rules over paragraphs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.lexicon.labels import NO_SPEAKERS
from reader.model import Span

# "VALE: Well, …", "Ada Moss: …", "Q: …"; an opening mark may stand before, as in quoted transcripts, and a post behind:
# "ADA MOSS, HARBOUR TV ANCHOR: …".
_TURN = re.compile(
    r"[\"“]?(?P<label>[A-Z][\w.’'\-]{0,24}(?: (?:[A-Z][\w.’'\-]{0,24}|de|van|al)){0,3})"
    r"(?:, [^:\n“”\"]{2,60}| \([^:\n()]{2,60}\))? ?: (?=\S)"
)
# A transcript has this many voices at least, and one of them comes back; anything else are labels in running copy.
_FEWEST_VOICES = 2
# "Moss: 1,812 votes", "Lighting: Ada Vale" are entries of a list, not speech, which ends as sentences do.
_ENDS = ".?!…”\"’'"
_FEWEST_SPACES = 2


class Turn(NamedTuple):
    """What one voice says: the offsets of its label, and of the words behind the colon."""

    label: Span
    said: Span


def turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """Find the turns of a transcript; none where fewer than two voices take turns.

    "MOSS: Will it pass?" "VALE: It will." "MOSS: When?" has three.
    """
    found: list[Turn] = []
    for paragraph in paragraphs:
        match = _TURN.match(text, paragraph.start, paragraph.end)
        if match is None or match["label"].split()[0].lower() in NO_SPEAKERS:
            continue
        said = Span(match.end(), paragraph.end - text.endswith(("”", '"'), match.end(), paragraph.end))
        counts = text[said.start].isdigit() and text[said.end - 1] not in _ENDS
        if counts or text.count(" ", said.start, said.end) < _FEWEST_SPACES:
            continue
        found.append(Turn(Span(match.start("label"), match.end("label")), said))
    # "ADA MOSS, ANCHOR" is "MOSS" from the second turn on.
    voices = {text[turn.label.start : turn.label.end].split()[-1] for turn in found}
    return tuple(found) if len(found) > len(voices) >= _FEWEST_VOICES else ()

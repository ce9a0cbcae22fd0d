"""What the status line says: what is current or going on, and how far the reader is. Pure."""

from __future__ import annotations

from reader.model import Analysis
from reader.render.attribution import quotes_per_speaker
from reader.ui.rows import counted


def state(mode: str, *said: str) -> str:
    """The mode, and of what there is to say the first: "dimmed · quote 2/7 · Ines Calder"."""
    first = next((words for words in said if words), "")
    return " · ".join(part for part in (mode, first) if part)


def match(at: int | None, matches: int, query: str) -> str:
    """Where the reader is in a search: "match 3/12 · ferry"; "" while nothing is searched for."""
    return f"match {0 if at is None else at + 1}/{matches} · {query}" if query else ""


def place(progress: float, minutes: int, *, is_alone: bool) -> str:
    """How far the reader is, and how long the rest takes: "34% · 3 min left"."""
    left = "" if minutes == 0 or is_alone else f" · {minutes} min left"
    return f"{progress:.0%}{left}"


def found(analysis: Analysis) -> str:
    """What was found, in words: "12 quotes, 9 speakers"; with what to know of it, or why nothing was looked for."""
    if not analysis.quotes and analysis.notes:
        return analysis.notes[0]
    speakers = len(quotes_per_speaker(analysis))
    return " · ".join((f"{counted(len(analysis.quotes), 'quote')}, {counted(speakers, 'speaker')}", *analysis.notes))

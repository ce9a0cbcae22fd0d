"""The list of quotes: in order of the article, those of one speaker that follow on each other under one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.model import Analysis, Quote
from reader.ui.current import Target
from reader.ui.navigation import DOUBTED_BELOW, speaker_colours
from reader.ui.rows import BLANK, Paragraph, Row, Words, notes, on_one_line, shortened, speaker_name

# After a speaker's name, or after the speech act of the one quote that may be another's.
_DOUBT = " ?"
# Quotes stand in from the name they belong to.
_INDENT = 2
UNNAMED = "unnamed source"


def quote_rows(analysis: Analysis, listed: Sequence[int] | None = None, note: str = "") -> Iterator[Row]:
    """The rows of the quotes.

    Args:
        analysis: whose quotes.
        listed: which of them, by their place in the analysis; all without it.
        note: said after them.
    """
    colours = speaker_colours(analysis)
    numbers = {quote.id: index for index, quote in enumerate(analysis.quotes)}
    indices = range(len(analysis.quotes)) if listed is None else listed
    is_first = True
    for _, group in groupby(indices, key=lambda index: _source_of(analysis.quotes[index])):
        together = list(group)
        speaker = analysis.quotes[together[0]].speaker
        ink = f"speaker-{colours[speaker]}" if speaker in colours else "nobody"
        all_doubted = all(_is_doubted(analysis.quotes[index]) for index in together)
        if not is_first:
            yield BLANK
        is_first = False
        yield _heading(analysis, together[0], ink, doubted=all_doubted)
        for index in together:
            quote = analysis.quotes[index]
            denied = numbers.get(quote.denies or "")
            yield _item(analysis, index, denied, ink, doubted=_is_doubted(quote) and not all_doubted)
    said = notes(note, *analysis.notes)
    yield from [BLANK, *said] if said and not is_first else said


def _heading(analysis: Analysis, index: int, ink: str, *, doubted: bool) -> Row:
    quote = analysis.quotes[index]
    actor = next((actor for actor in analysis.actors if actor.id == quote.speaker), None)
    mark = _DOUBT if doubted else ""
    name = Paragraph((Words(speaker_name(analysis, index) + mark, (ink, "name")),))
    about = on_one_line(actor.role or "") if actor else ""
    if actor and not actor.named:
        about = UNNAMED
    return Row((name, Paragraph((Words(about, ("dim",)),))) if about else (name,))


def _item(analysis: Analysis, index: int, denied: int | None, ink: str, *, doubted: bool) -> Row:
    quote = analysis.quotes[index]
    kind = f"  {quote.kind} · {on_one_line(quote.speech_act)}{_DOUBT if doubted else ''}"
    paragraphs = [Paragraph((Words(shortened(quote.text), (ink,)), Words(kind, ("dim",))), _INDENT)]
    if denied is not None:
        words = Words(f"↑ denies {speaker_name(analysis, denied)}, above", ("accent",))
        paragraphs.append(Paragraph((words,), _INDENT, Target("quote", denied)))
    return Row(tuple(paragraphs), Target("quote", index))


def _source_of(quote: Quote) -> tuple[str | None, str | None]:
    """What quotes must share to stand under one name: the speaker, or the words for one who is not known."""
    return quote.speaker, quote.mention.text if quote.mention and not quote.speaker else None


def _is_doubted(quote: Quote) -> bool:
    return quote.confidence < DOUBTED_BELOW

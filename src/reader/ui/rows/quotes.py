"""The list of quotes: in order of the article, those of one speaker that follow on each other under one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.analysis.doubt import doubt
from reader.model import Actor, Analysis, Note, Quote
from reader.render import noted
from reader.render.attribution import CHECKED, decided, hedged, is_verbatim, words
from reader.settings.config import Tint
from reader.text.safe import on_one_line
from reader.ui.attention.current import Target
from reader.ui.attention.navigation import speaker_colours, speaker_ink
from reader.ui.rows import BLANK, Paragraph, Row, Words, notes, shortened

# After the words of the one quote under a name that may be another's.
_DOUBT = "\u00a0?"
# Quotes stand in from the name they belong to.
_INDENT = 2
UNNAMED = "unnamed source"
_UNKNOWN_SPEAKER = "Speaker not named"


def quote_rows(
    analysis: Analysis,
    listed: Sequence[int] | None = None,
    note: str = "",
    tint: Tint = "calm",
    written: Sequence[Note] = (),
) -> Iterator[Row]:
    """The rows of the quotes.

    Args:
        analysis: whose quotes.
        listed: which of them, by their place in the analysis; all without it.
        note: said after them.
        tint: "full" gives the words their speaker's colour too, not the name alone.
        written: the reader's own notes: under the quote they are to, the others first.
    """
    actors = {actor.id: actor for actor in analysis.actors}
    colours = speaker_colours(analysis)
    numbers = {quote.id: index for index, quote in enumerate(analysis.quotes)}
    indices = range(len(analysis.quotes)) if listed is None else listed
    own = noted.arranged(analysis.quotes, written)
    yield from (Row((_written(each, with_words=True),)) for each in own.apart)
    if own.apart:
        yield BLANK
    is_first = True
    for _, group in groupby(indices, key=lambda index: _source_of(analysis.quotes[index])):
        together = [(index, analysis.quotes[index]) for index in group]
        first = together[0][1]
        ink = speaker_ink(colours, first.speaker)
        all_doubted = all(doubt(quote) != "sure" for _, quote in together)
        if not is_first:
            yield BLANK
        is_first = False
        yield _heading(first, actors.get(first.speaker or ""), ink, doubted=all_doubted)
        for index, quote in together:
            told = ink if tint == "full" else "text"
            said = _said(quote, told, doubted=doubt(quote) != "sure" and not all_doubted)
            denied = numbers.get(quote.denies or "")
            denial = () if denied is None else (_denial(denied, analysis.quotes[denied], actors),)
            beside = (_written(own.at_quotes[quote.id]),) if quote.id in own.at_quotes else ()
            yield Row((said, *denial, *beside), Target("quote", index))
    explained = notes(note, *analysis.notes)
    yield from [BLANK, *explained] if explained and not is_first else explained


def _written(note: Note, *, with_words: bool = False) -> Paragraph:
    """A note of the reader, with the words it is to where it does not stand at them."""
    words = noted.about(note)
    about = f", to: {shortened(words)}" if with_words and words else ""
    gone = " (not in the article any more)" if note.gone else ""
    said = Words(on_one_line(noted.line(note)), ("accent",))
    return Paragraph((said, Words(f"{about}{gone}", ("dim",))), 0 if with_words else _INDENT)


def _heading(quote: Quote, actor: Actor | None, ink: str, *, doubted: bool) -> Row:
    name = _speaker_name(quote, actor)
    shown = hedged(name, doubt(quote)) if doubted else name
    about = on_one_line(actor.role or "") if actor else ""
    if actor and not actor.named:
        about = f"{UNNAMED} · {about}" if about else UNNAMED
    heading = Paragraph((Words(shown, (ink, "name")),))
    return Row((heading, Paragraph((Words(about, ("dim",)),))) if about else (heading,))


def _said(quote: Quote, ink: str, *, doubted: bool) -> Paragraph:
    mark = f"  {CHECKED}\u00a0{verdict}" if (verdict := decided(quote)) else ""
    # A report has the verb that gives it among its words, and that something was said goes without saying.
    act = f"  {on_one_line(quote.speech_act)}" if is_verbatim(quote) and quote.speech_act != "say" else ""
    about = f"{act}{_DOUBT if doubted else ''}{mark}"
    said = Words(shortened(words(quote)), (ink,))
    return Paragraph((said, Words(about, ("dim",))) if about else (said,), _INDENT)


def _denial(index: int, denied: Quote, actors: dict[str, Actor]) -> Paragraph:
    name = _speaker_name(denied, actors.get(denied.speaker or ""))
    said = (Words(f"↑ denies {name}, above: ", ("accent",)), Words(shortened(words(denied)), ("dim",)))
    return Paragraph(said, _INDENT, Target("quote", index))


def _speaker_name(quote: Quote, actor: Actor | None) -> str:
    return on_one_line(actor.name if actor else quote.mention.text if quote.mention else _UNKNOWN_SPEAKER)


def _source_of(quote: Quote) -> tuple[str | None, str | None, bool]:
    """What quotes must share to stand under one name: the speaker, or the words for one who is not known."""
    unknown = quote.mention.text if quote.mention and not quote.speaker else None
    return quote.speaker, unknown, doubt(quote) == "perhaps"

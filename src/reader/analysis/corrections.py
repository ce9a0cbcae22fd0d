"""What a reader decided, laid over what was found: the one home for applying it. Pure."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from reader.analysis import ids
from reader.lexicon.function_words import OPENERS
from reader.model import Actor, Analysis, Correction, Excerpt, Mention, Quote, QuoteKind, Span, Verdict, Wording

# How much of the text on either side of a quote is kept with a decision, in characters: some eight words tell one
# "it is not safe" from another.
AROUND = 48
# A quote is the one that was decided of when they share this part of the shorter of them.
_SAME = 0.5
# Of notes so much of the words that are gone is shown: about a line.
_SHOWN = 60
# The marks that a quotation begins and ends with.
_OPENING, _CLOSING = set('“‘"«„'), set('”’"»“')
GONE = "A decision of the reader was not used: its words are no longer in the article: {}"
TAKEN_OUT = "The reader took out {}."


def correction(
    text: str, quote: Span, verdict: Verdict, *, speaker: str | None = None, words: Span | None = None
) -> Correction:
    """A decision about a quote, with what its place is found again by.

    Args:
        text: the article's.
        quote: its words as they stand now.
        verdict: what is decided.
        speaker: the name of who said it.
        words: where its right words stand, for an "extent".
    """
    return Correction(
        quote.start,
        quote.end,
        text[quote.start : quote.end],
        verdict,
        before=text[max(0, quote.start - AROUND) : quote.start],
        after=text[quote.end : quote.end + AROUND],
        speaker=speaker,
        words=Excerpt(words.start, words.end, text[words.start : words.end]) if words else None,
    )


def standing(text: str, decided: Correction) -> Correction | None:
    """The same decision where its words stand now; None where they are gone.

    Of several places with the same words it is the one with the same words around it, and of those the nearest to where
    it was.
    """
    at = _place(text, decided)
    if at is None:
        return None
    moved = at - decided.start
    words = decided.words
    if words is not None:
        words = Excerpt(words.start + moved, words.end + moved, words.text)
        if words.start < 0 or text[words.start : words.end] != words.text:
            return None
    return replace(decided, start=at, end=at + len(decided.text), words=words)


def _place(text: str, decided: Correction) -> int | None:
    if not decided.text:
        return None
    found = [decided.start] if text.startswith(decided.text, decided.start) else []
    at = text.find(decided.text)
    while at >= 0:
        found.append(at)
        at = text.find(decided.text, at + len(decided.text))

    def fit(at: int) -> tuple[int, int]:
        end = at + len(decided.text)
        before = _common(decided.before[::-1], text[max(0, at - AROUND) : at][::-1])
        after = _common(decided.after, text[end : end + AROUND])
        return before + after, -abs(at - decided.start)

    return max(found, key=fit, default=None)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin alike with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def corrected(text: str, analysis: Analysis, corrections: Iterable[Correction]) -> Analysis:
    """What was found, with the decisions of the reader in the place of the program's own, one after the other.

    A decision holds where its words still stand. One of a quote that is no longer found makes it one again, unless it
    said that it is none. One whose words are gone changes nothing, and a note says so. Nobody is an actor for a quote
    that was given to somebody else: unnamed sources and places that no longer speak are left out.

    Args:
        text: the article's.
        analysis: what was found in it.
        corrections: in the order in which they were made.
    """
    found = _Found(analysis.quotes, analysis.actors)
    gone, taken_out = [], 0
    for decided in corrections:
        now = standing(text, decided)
        if now is None:
            gone.append(decided)
            continue
        before = len(found.quotes)
        found = _applied(text, found, now)
        taken_out += before - len(found.quotes) == 1
    spoke = {quote.speaker for quote in analysis.quotes}
    speaks = {quote.speaker for quote in found.quotes}
    silent = {
        actor.id for actor in found.actors if actor.id in spoke - speaks and (not actor.named or actor.kind == "place")
    }
    notes = [GONE.format(_shown(each.text)) for each in gone]
    if taken_out:
        notes.append(
            TAKEN_OUT.format("1 quote that is none" if taken_out == 1 else f"{taken_out} quotes that are none")
        )
    return replace(
        analysis,
        quotes=_tied(found.quotes, silent),
        actors=tuple(actor for actor in found.actors if actor.id not in silent),
        notes=(*analysis.notes, *notes),
    )


class _Found(NamedTuple):
    """The quotes and actors as they are so far."""

    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]


def _applied(text: str, found: _Found, decided: Correction) -> _Found:
    at = decided_quote(found.quotes, decided)
    others = tuple(other for n, other in enumerate(found.quotes) if n != at)
    if decided.verdict == "none":
        return found if at is None or not _is_all_of(found.quotes[at], decided) else _Found(others, found.actors)
    quote = found.quotes[at] if at is not None else _made(found.quotes, decided)
    actors, changed = found.actors, _marked(text, quote, decided)
    if decided.verdict != "extent":
        actors, speaker = _speaking(text, actors, decided.speaker)
        actors = _moved(actors, quote, speaker, others)
        sure = float(speaker is not None)
        mention = replace(quote.mention, confidence=sure) if quote.mention else None
        changed = replace(changed, speaker=speaker, mention=mention, confidence=sure, others=())
    return _Found(tuple(sorted((*others, changed), key=lambda each: (each.start, each.end))), actors)


def _made(quotes: Sequence[Quote], decided: Correction) -> Quote:
    """The quote that the reader decided of, where none is found there any more."""
    made = ids.apart([*(quote.id for quote in quotes), *ids.of_quotes([decided.text])])[-1]
    return Quote(decided.start, decided.end, decided.text, made, _kind(decided.text))


def _kind(words: str) -> QuoteKind:
    """The kind of a quote by its marks alone."""
    stripped = words.strip()
    if stripped[:1] in _OPENING and stripped[-1:] in _CLOSING:
        return "direct"
    return "mixed" if set(words) & _OPENING else "indirect"


def decided_quote(quotes: Sequence[Quote], place: Span) -> int | None:
    """The number of the quote that a decision is about: the one with these words, else the one that shares most."""

    def shared(n: int) -> tuple[bool, int]:
        same = (quotes[n].start, quotes[n].end) == (place.start, place.end)
        return same, min(quotes[n].end, place.end) - max(quotes[n].start, place.start)

    best = max(range(len(quotes)), key=shared, default=None)
    if best is None:
        return None
    shortest = min(place.end - place.start, quotes[best].end - quotes[best].start)
    return best if shared(best)[1] > 0 and shared(best)[1] >= _SAME * shortest else None


def _is_all_of(quote: Span, place: Span) -> bool:
    """Whether a quote is as good as all that was decided of: of one inside it nobody said that it is none."""
    shared = min(quote.end, place.end) - max(quote.start, place.start)
    return shared >= _SAME * (max(quote.end, place.end) - min(quote.start, place.start))


def _marked(text: str, quote: Quote, decided: Correction) -> Quote:
    """A quote with the reader's mark, and with their words where they decided of these; its id stays."""
    of_words = decided.verdict == "extent"
    corrections = (*(each for each in quote.corrections if (each == "extent") != of_words), decided.verdict)
    where = decided.words or quote
    words = text[where.start : where.end]
    if words == quote.text:
        return replace(quote, corrections=corrections)
    kind, cue = _kind(words), quote.cue
    is_outside = cue is not None and not where.start <= cue.start < where.end
    lead = cue.text if cue is not None and is_outside and kind != "direct" else ""
    wording = Wording((Excerpt(where.start, where.end, words),), verbatim=kind == "direct", lead=lead)
    corrected = {"kind": kind, "wording": wording, "corrections": corrections}
    return replace(quote, start=where.start, end=where.end, text=words, **corrected)


def _speaking(text: str, actors: tuple[Actor, ...], name: str | None) -> tuple[tuple[Actor, ...], str | None]:
    """The actors with one of a name among them, and that one's id; nobody where no name is given."""
    if not name:
        return actors, None
    folded = name.casefold()
    by_name = (actor for actor in actors if actor.name.casefold() == folded)
    by_alias = (actor for actor in actors if folded in map(str.casefold, actor.aliases))
    known = next(chain(by_name, by_alias), None)
    if known is not None:
        return actors, known.id
    made = ids.of([*(actor.id for actor in actors), name])[-1]
    return (*actors, Actor(made, name, "person", mentions=_named(text, name), named=_is_name(name))), made


def _is_name(words: str) -> bool:
    """Whether a reader's words are a name: "Mara Vale", "Vale", "de Marlow"; not "a clerk", "Two divers"."""
    first, *others = words.split() or [""]
    capital = any(word[:1].isupper() for word in others)
    return first.lower() not in OPENERS and (capital or (not others and any(map(str.isupper, first))))


def _named(text: str, name: str) -> tuple[Mention, ...]:
    """Where a name that the reader gave stands in the text, as words of their own."""
    found, at = list[Mention](), text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            found.append(Mention(at, end, name))
        at = text.find(name, end)
    return tuple(found)


def _moved(actors: tuple[Actor, ...], quote: Quote, speaker: str | None, others: Sequence[Quote]) -> tuple[Actor, ...]:
    """The actors with a quote's "he" or "the envoy" among the mentions of who said it.

    A name stays with whom it names, and what names the source of another quote too stays with that one's speaker.
    """
    mention = quote.mention
    if mention is None or mention.kind == "name":
        return actors
    if any(other.mention and _is_at(other.mention, mention) and other.speaker != speaker for other in others):
        return actors
    made = []
    for actor in actors:
        mentions = [
            each for each in actor.mentions if actor.id not in (quote.speaker, speaker) or not _is_at(each, mention)
        ]
        if actor.id == speaker:
            mentions.append(replace(mention, confidence=1.0))
        made.append(replace(actor, mentions=tuple(sorted(mentions, key=lambda each: each.start))))
    return tuple(made)


def _is_at(one: Span, other: Span) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _tied(quotes: Sequence[Quote], silent: set[str]) -> tuple[Quote, ...]:
    """Quotes whose links still hold: none to a quote that was taken out, to oneself, or to who is no actor any more."""
    speakers = {quote.id: quote.speaker for quote in quotes}
    made = []
    for quote in quotes:
        holds = quote.denies in speakers and quote.speaker not in (None, speakers[quote.denies])
        about = tuple(who for who in quote.about if who != quote.speaker and who not in silent)
        others = tuple(one for one in quote.others if one.actor not in silent)
        made.append(replace(quote, denies=quote.denies if holds else None, about=about, others=others))
    return tuple(made)


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"

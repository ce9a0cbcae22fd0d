"""What a reader decided of an article's quotes, in the form of the corpora that the program learns from. Pure."""

import re
import urllib.parse
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from reader.analysis.corrections import corrected, decided_quote, standing
from reader.model import Actor, Analysis, Correction, Mention, Quote, Reading, Span
from reader.render.addresses import web_address
from reader.text.safe import encodable

# Where an article without an address is from.
_NO_OUTLET = "file"


def annotated(reading: Reading, corrections: Sequence[Correction]) -> dict[str, Any] | None:
    """One article as the corpora have it: id, text, quotes, people, other_people; and checked, which they have not.

    `quotes` holds those that the reader decided of, and no other. Only within `checked`, stretches as [start, end], is
    anything asserted: what is a quote there stands in `quotes`, and there is no other. What the program found elsewhere
    is not there, for nobody said that it is right, nor that it is wrong.

    Args:
        reading: the article with what the program found by itself.
        corrections: in the order they were made; those whose words are gone are left out.

    Returns:
        None where no decision holds.
    """
    text = reading.article.text
    holding = [now for each in corrections if (now := standing(text, each)) is not None]
    if not holding:
        return None
    found = corrected(text, reading.analysis, holding)
    decided = [quote for quote in found.quotes if quote.corrections]
    quotes = [_quote(quote, found.actors) for quote in decided]
    speakers = {quote.speaker for quote in decided}
    return {
        "id": _id(reading),
        "text": encodable(text),
        "quotes": quotes,
        "people": [_person(actor) for actor in found.actors if actor.id in speakers],
        "other_people": [
            encodable(actor.name)
            for actor in found.actors
            if actor.id not in speakers and actor.named and actor.kind == "person"
        ],
        "checked": [[span.start, span.end] for span in _joined(_checked(reading.analysis, quotes, holding))],
    }


def _id(reading: Reading) -> str:
    """The outlet and a hash of the words: "harbourpost.example_1f0c9a52"; articles of one outlet are known by that."""
    host = urllib.parse.urlsplit(web_address(reading) or "").hostname or _NO_OUTLET
    outlet = re.sub(r"[^a-z0-9.-]", "-", host.removeprefix("www."))
    return f"{outlet}_{crc32(reading.article.text.encode('utf-8', 'replace')):08x}"


def _quote(quote: Quote, actors: Sequence[Actor]) -> dict[str, Any]:
    """A quote; the speaker is null where the reader did not decide who it is, and where nobody can tell."""
    speaker = next((actor for actor in actors if actor.id == quote.speaker), None)
    is_told = speaker is not None and bool({"right", "given"} & set(quote.corrections))
    made: dict[str, Any] = {
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind,
        "speaker": _name(speaker) if speaker and is_told else None,
    }
    mention = quote.mention
    # The name of somebody who did not say it is not what names the source.
    if mention and (mention.kind != "name" or (speaker and _names(mention, speaker))):
        made["mention"] = [mention.start, mention.end]
    if quote.cue:
        made["cue"] = [quote.cue.start, quote.cue.end]
    return made


def _names(mention: Mention, actor: Actor) -> bool:
    """Whether a name is one of an actor's; a role may stand in front of it."""
    return any(
        each.kind == "name" and mention.start <= each.start and each.end <= mention.end for each in actor.mentions
    )


def _name(actor: Actor) -> str:
    return encodable(actor.name if actor.named else f"~{actor.name}")


def _person(actor: Actor) -> dict[str, Any]:
    return {
        "name": _name(actor),
        "aliases": [encodable(alias) for alias in actor.aliases],
        "role": encodable(actor.role) if actor.role else None,
        "kind": actor.kind if actor.named else "unnamed",
    }


def _checked(found: Analysis, decided: Sequence[dict[str, Any]], corrections: Sequence[Correction]) -> Iterator[Span]:
    """The stretches that were decided of: quotes as they were found and as they are now, with cue and mention."""
    for each in corrections:
        yield Span(each.start, each.end)
        at = decided_quote(found.quotes, each)
        if at is not None:
            yield Span(found.quotes[at].start, found.quotes[at].end)
    for quote in decided:
        yield Span(quote["start"], quote["end"])
        for part in ("mention", "cue"):
            if part in quote:
                yield Span(*quote[part])


def _joined(spans: Iterator[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    made: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made

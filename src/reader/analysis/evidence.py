"""Why a quote is given to somebody: the mentions that lead to the name, and the sentences it all stands in. Pure."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model import Actor, Mention, Quote, Span

# More links between the words beside a quote and a name tell nothing more: these are the nearest to the quote.
_MOST_BETWEEN = 2
# So many sentences are looked at from a quote's own to the one that names its source; farther off it stands apart.
_TOGETHER = 2


def chain(actor: Actor, mention: Mention) -> tuple[Mention, ...]:
    """The mentions that lead from the words beside a quote to a full name: "he", "the envoy", "Tomas Reinholt".

    They go back in the text to the nearest name, the same words once; where no name stands before, the first behind is
    taken. Part of a name leads on to where the actor is first named in full.

    Args:
        actor: who said it.
        mention: the words that name who.
    """
    links = [mention]
    if mention.kind != "name":
        at = bisect_right(actor.mentions, mention.start - 1, key=lambda each: each.start)
        before, behind = actor.mentions[:at], actor.mentions[at:]
        names = (each for each in (*reversed(before), *behind) if each.kind == "name" and each.start != mention.start)
        named = next(names, None)
        links += _between(before, mention, named)
        links += [named] if named else []
    full = next((each for each in actor.mentions if each.text == actor.name), None)
    if full is not None and links[-1].kind == "name" and links[-1].text != full.text:
        links.append(full)
    return tuple(links)


def _between(before: Sequence[Mention], mention: Mention, named: Mention | None) -> list[Mention]:
    """What an actor is called, going back from a mention up to a name: each once, and few."""
    found: dict[str, Mention] = {}
    for each in reversed(before):
        if each is named or len(found) == _MOST_BETWEEN:
            break
        if each.text.casefold() != mention.text.casefold():
            found.setdefault(each.text.casefold(), each)
    return list(found.values())


def passages(sentences: Sequence[Span], quote: Quote) -> tuple[Span, ...]:
    """The sentences that a quote, its cue and the words that name its source stand in, and the one before the quote.

    Those that are near each other are one passage.

    Args:
        sentences: of the text, in order.
        quote: the quote.
    """
    spans = [span for span in (quote, quote.cue, quote.mention) if span is not None]
    first, last = _around(sentences, quote)
    found = sorted({(max(0, first - 1), last), *(_around(sentences, span) for span in spans)})
    joined: list[tuple[int, int]] = []
    for first, last in found:
        if joined and first - joined[-1][1] <= _TOGETHER:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    if not sentences:
        return (Span(min(span.start for span in spans), max(span.end for span in spans)),)
    return tuple(Span(sentences[first].start, sentences[last].end) for first, last in joined)


def _around(sentences: Sequence[Span], span: Span) -> tuple[int, int]:
    """The numbers of the first and the last sentence that a span touches."""
    first = max(0, bisect_right(sentences, span.start, key=lambda each: each.start) - 1)
    last = max(first, bisect_right(sentences, max(span.start, span.end - 1), key=lambda each: each.start) - 1)
    return first, last

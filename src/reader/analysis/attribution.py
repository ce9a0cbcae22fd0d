"""Who said what: the discourse of a document, what a tagger found in it, and whom each quote is given to."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.analysis import discourse as discourses
from reader.analysis.assemble import Attributed, assembled
from reader.analysis.discourse import Discourse
from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.candidates import Candidate, candidates, posted, signatures, turns
from reader.analysis.quotes.tagger import TaggedSpan, Tagger
from reader.analysis.resolution.deferred_names import introduced
from reader.analysis.resolution.possible import names_label
from reader.analysis.resolution.resolve import resolve
from reader.text.document import Document


def find(
    document: Document,
    *,
    byline: Sequence[str] = (),
    headline: str | None = None,
    tagger: Tagger | None = None,
) -> Attributed:
    """Find the quotes of a document, the people and organisations in it, and its places.

    Args:
        document: an English text that has been read.
        byline: its writers, who are no actors unless they are quoted.
        headline: helps the order of the places.
        tagger: what finds the words that are attributed; the trained one unless given.
    """
    named = discourses.read(document)
    tagged = (tagger or quote_tagger.load()).tag(document, named.quoted)
    quotes = quotes_of(named, tagged)
    sourced = discourses.with_sources(named, [quote.source for quote in quotes if quote.source is not None])
    given = resolve(sourced, quotes)
    settled = discourses.settled(sourced, {each.described for each in given if each.described is not None})
    final, roles = introduced(settled, given)
    return assembled(settled, final, roles, byline, headline)


def quotes_of(discourse: Discourse, tagged: Sequence[TaggedSpan]) -> list[Candidate]:
    """What was found, with turns of a transcript, signed quotations, posts in place of what was found inside them."""
    document = discourse.document
    found, labelled = candidates(document, tagged, discourse.quoted), turns(document)
    if not any(turn.source is not None and names_label(discourse, turn.source) for turn in labelled):
        signed = signatures(document, discourse.quoted, discourse.names)
        labelled = sorted(
            (*signed, *posted(document, discourse.names, [*found, *signed])), key=lambda quote: quote.start
        )
    starts = [turn.start for turn in labelled]
    outside = [_by_name(discourse, quote) for quote in found if not _inside(quote, labelled, starts)]
    return sorted(outside + labelled, key=lambda quote: quote.start)


def _by_name(discourse: Discourse, quote: Candidate) -> Candidate:
    """The quote with the name as its source where that was an office in front of it."""
    behind = discourse.chiefs.get(quote.source.i) if quote.source is not None else None
    return quote._replace(source=discourse.doc[behind]) if behind is not None else quote


def _inside(quote: Candidate, turns: Sequence[Candidate], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, quote.end - 1) - 1
    return before >= 0 and turns[before].end > quote.start

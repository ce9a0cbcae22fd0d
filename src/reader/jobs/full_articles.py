"""Reading the articles of feeds in full: those behind the entries of feeds that are marked so, in the background.

    for read in read_in_full(library, lane.submit, analysing.submit, clock, config): …

An article whose page gives nothing keeps what the feed gave of it, and is tried again later, each time after a longer
while, until it is given up.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from reader.errors import ExtractError, ReaderError
from reader.jobs.turns import Turns
from reader.library import Library
from reader.library.addresses import server
from reader.model import Analysis, Listing, Reading, Source
from reader.model.library import Feed, Listed
from reader.pipeline import acquire, analyse
from reader.settings.config import Config
from reader.workers import Call, Stopped

# In one run, the newest first: a minute of processor time. What is left waits for the next run.
MOST = 100
# A server that fails so often in a row is down, at work, or does not want it: it is left alone until the next run.
_MOST_FAILURES = 2
# A page with less of the article than its feed is a stub. Feeds give some words around the text that pages give not.
_STUB = 0.8

Clock = Callable[[], datetime]
Submit = Callable[..., Call[Any]]


class ReadInFull(NamedTuple):
    """What came of reading one article: `error` says why there is no more of it than before, "" where there is."""

    listed: Listed
    error: str = ""


def read_in_full(
    library: Library,
    fetch: Submit,
    analysing: Submit,
    clock: Clock,
    config: Config,
    *,
    feeds: Iterable[Feed] | None = None,
) -> Iterator[ReadInFull]:
    """Fetch, analyse and keep the unread articles of feeds that are read in full; give what became of each.

    Args:
        library: where they go.
        fetch: runs a function in another process; as many at once as there are servers to be asked.
        analysing: the same, in one that has the language model.
        clock: gives the moment, with its zone.
        config: how they are analysed.
        feeds: whose articles; those of all feeds unless given.

    Raises:
        LibraryError: nothing can be written.
        Stopped: the processes were ended.
    """
    wanted = None if feeds is None else [feed.id for feed in feeds]
    found = library.searching.listed(library.feeds.wanting_text(clock(), feeds=wanted, limit=MOST))
    turns: Turns[Listed, Reading] = Turns(
        ((each, each.source) for each in found),
        lambda each: fetch(article_of, each.source, library.feeds.led_by(each)),
    )
    failures: Counter[str] = Counter()
    for listed, call in turns:
        try:
            reading = _not_less(library, listed, call.result())
            found_in_it = analysing(
                analyse.analyze,
                reading.article,
                key_points=config.key_points,
                model=config.language_model,
                method=config.method,
            ).result()
        except Stopped:
            raise
        except ReaderError as error:
            library.feeds.page_failed(listed.id, error.message, now=clock())
            failures[server(listed.source)] += 1
            if failures[server(listed.source)] >= _MOST_FAILURES:
                turns.leave(listed.source)
            yield ReadInFull(listed, error.message)
        else:
            keep(library, listed.id, Reading(reading.source, reading.article, found_in_it), clock())
            failures[server(listed.source)] = 0
            yield ReadInFull(listed)


def article_of(address: str, led_by: Source | None) -> Reading:
    """Fetch an article, nothing found in it yet: runs in a process of its own.

    Raises:
        ReaderError: it cannot be had, or there is none.
    """
    page = acquire.load(address, led_by=led_by)
    found = acquire.to_article(page)
    if isinstance(found, Listing):
        raise acquire.refusal(found)
    return Reading(page.source, found, Analysis())


def keep(library: Library, number: int, reading: Reading, now: datetime) -> None:
    """Keep an article that was read for the reader; where the page is one that is known already, as a copy of that."""
    with library.transaction():
        kept = library.articles.keep(reading, now=now, is_opened=False)
        library.feeds.page_came(number)
        if kept != number:
            library.folding.put(number, under=kept)
        library.join(kept)


def _not_less(library: Library, listed: Listed, reading: Reading) -> Reading:
    """The reading, if it has about as much of the article as its feed gave."""
    stored = library.articles.load(listed.id)
    if stored and len(reading.article.text) < _STUB * len(stored.article.text):
        raise ExtractError("The page shows less of the article than its feed.", "Open it in a browser.")
    return reading

"""Reloading feeds: who is asked, one at a time of each server, and what becomes of the answers.

    with only_reload(paths.data_folder()) as is_alone: …
        for outcome in reload(library, lanes.background, clock): …

The caller's thread waits and writes, so on a screen it is one of its own, with a `Library` of its own.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from reader import files
from reader.errors import LibraryError, ReaderError
from reader.feeds import manners
from reader.jobs.asking import Told, ask
from reader.jobs.turns import WIDTH, Turns
from reader.library import Checked, Library
from reader.model.library import Feed
from reader.workers import Call, Stopped

# A server may call an answer what it likes, and gets it back with every request.
_LONGEST_WORD = 1_000
_LOCK = "reload.lock"

Clock = Callable[[], datetime]
Submit = Callable[..., Call[Told]]


class Outcome(NamedTuple):
    """What came of asking one feed: the ids of articles that are new, and what went wrong, "" where nothing did."""

    feed: Feed
    new: tuple[int, ...] = ()
    error: str = ""


@contextlib.contextmanager
def only_reload(folder: Path) -> Iterator[bool]:
    """Say whether no other program reloads the library of a folder meanwhile, and let none begin.

    Raises:
        LibraryError: nothing can be written there.
    """
    with contextlib.ExitStack() as held:
        try:
            is_alone = held.enter_context(files.sole(folder / _LOCK))
        except OSError as error:
            raise LibraryError(f"{folder} cannot be written: {error.strerror}.", "Nothing is asked.") from error
        yield is_alone


def reload(
    library: Library, submit: Submit, clock: Clock, *, feeds: Iterable[Feed] | None = None, width: int = WIDTH
) -> Iterator[Outcome]:
    """Ask feeds for what is new, and take it in; give what became of each as it is done.

    Args:
        library: where it goes.
        submit: runs a function in another process: `Lanes.background`, or `Lane.submit` of a wider one.
        clock: gives the moment, with its zone.
        feeds: those to ask, of which none is asked before it is due; all of them unless given.
        width: how many servers are asked at once.

    Raises:
        LibraryError: nothing can be written.
        Stopped: the processes were ended.
    """
    wanted = None if feeds is None else {feed.id for feed in feeds}
    due = [feed for feed in library.feeds.due(clock()) if wanted is None or feed.id in wanted]
    turns = Turns(((feed, feed.address) for feed in due), lambda feed: _asked(feed, submit), width)
    # To be written safely takes as long as asking a feed that has not changed.
    with library.repeatable():
        for feed, call in turns:
            told = _answer(call, feed)
            yield take_in(library, feed, told, clock())
            if told.status in manners.OVERLOADED:
                for other in turns.leave(feed.address):
                    yield take_in(library, other, told, clock())


def load(library: Library, feed: Feed, submit: Submit, clock: Clock) -> Outcome:
    """Ask one feed, due or not, and take in what it brings: for one that was just added."""
    return take_in(library, feed, _answer(_asked(feed, submit), feed), clock())


def take_in(library: Library, feed: Feed, told: Told, now: datetime) -> Outcome:
    """Keep what came of asking a feed."""
    new = library.feeds.arrive(
        feed.id, told.arrivals, checked(feed, told, now), now=now, title=told.title, site=told.site
    )
    return Outcome(feed, new, told.error)


def checked(feed: Feed, told: Told, now: datetime) -> Checked:
    """What is to be known of a feed for the next time, after an answer. Decides only."""
    if told.error:
        due = manners.due_after_failure(feed.failures, told.headers, now)
        is_gone = told.status == manners.GONE
        return Checked(due, feed.etag, feed.modified, error=told.error, is_gone=is_gone)
    etag, modified = _word(told.headers.get("ETag")), _word(told.headers.get("Last-Modified"))
    if told.status == manners.UNCHANGED:
        etag, modified = etag or feed.etag, modified or feed.modified
    return Checked(manners.due_after_answer(told.headers, now), etag, modified, told.moved_to)


def _asked(feed: Feed, submit: Submit) -> Call[Told]:
    """Have a feed asked: only one that was on this network when the reader gave its address may ever be there."""
    return submit(ask, feed.address, feed.etag, feed.modified, None, feed.is_private)


def _answer(call: Call[Told], feed: Feed) -> Told:
    """What a process told of a feed; its end, as by a feed that takes it too long, is an error of that feed."""
    try:
        return call.result()
    except Stopped:
        raise
    except ReaderError as error:
        return Told(feed.address, error=error.message)


def _word(sent: str | None) -> str | None:
    return sent if sent and len(sent) <= _LONGEST_WORD and sent.isprintable() else None
